/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* A lane below the selected one, and the order of lanes and parties. */

static LijnParty *
party_of (LijnObject *object)
{
  return LIJN_IS_LANE (object) ? lijn_lane_get_party (LIJN_LANE (object)) : LIJN_PARTY (object);
}

/* The lane that stands after @lane in the same party; NULL for the last. */
static LijnLane *
lane_after (LijnCanvas *self, LijnLane *lane)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);

  for (guint i = 0; i + 1 < n; i++)
    if (lanes[i].lane == lane)
      return lijn_lane_get_party (lanes[i + 1].lane) == lijn_lane_get_party (lane)
                 ? lanes[i + 1].lane
                 : NULL;
  return NULL;
}

void
lijn_canvas_add_lane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = lijn_view_get_selected (self->view);
  LijnLane *before = LIJN_IS_LANE (object) ? lane_after (self, LIJN_LANE (object)) : NULL;
  g_autoptr (GError) error = NULL;
  LijnLane *lane = lijn_edit_add_lane (lijn_view_get_map (self->view), party_of (object),
                                       _ ("New lane"), before, &error);

  if (lijn_view_report (self->view, lane != NULL, g_steal_pointer (&error)))
    lijn_canvas_edit_name (self, LIJN_OBJECT (lane));
}

/* Moves @lane among @siblings, lanes of one party in order: before the one above, or after the one
 * below. */
static gboolean
move_lane (LijnCanvas *self, LijnLane *lane, gboolean up, GError **error)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);
  const LijnLaneBox *box = lijn_layout_find_lane (self->layout, lane);
  LijnLane *next = lane_after (self, lane);

  if (box == NULL)
    return TRUE;
  if (!up)
    return next == NULL || lijn_edit_move_lane (lane, lane_after (self, next), error);
  return box->index == 0 || lijn_edit_move_lane (lane, lanes[box - lanes - 1].lane, error);
}

static gboolean
move_party (LijnCanvas *self, LijnParty *party, gboolean up, GError **error)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  guint i = 0;

  if (!g_ptr_array_find (parties, party, &i))
    return TRUE;
  if (up)
    return i == 0 || lijn_edit_move_party (party, g_ptr_array_index (parties, i - 1), error);
  if (i + 1 == parties->len)
    return TRUE;
  return lijn_edit_move_party (
      party, i + 2 < parties->len ? g_ptr_array_index (parties, i + 2) : NULL, error);
}

void
lijn_canvas_move_lane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = lijn_view_get_selected (self->view);
  gboolean up = g_str_equal (name, "canvas.move-up");
  g_autoptr (GError) error = NULL;
  gboolean ok = LIJN_IS_LANE (object) ? move_lane (self, LIJN_LANE (object), up, &error)
                                      : move_party (self, LIJN_PARTY (object), up, &error);

  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}
