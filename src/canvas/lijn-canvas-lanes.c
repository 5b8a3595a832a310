/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-remove-lane.h"

/* What is done with lanes, parties and phases by menu and keys. An action is for the lane, party or
 * phase that is selected; on the ground, where none is, for the lane that was pressed. */

static LijnParty *
party_of (LijnObject *object)
{
  return LIJN_IS_LANE (object) ? lijn_lane_get_party (LIJN_LANE (object)) : LIJN_PARTY (object);
}

/* Returns: (nullable): the lane, party or phase that is acted on. */
static LijnObject *
get_band (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  const LijnLaneBox *box = NULL;

  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) || LIJN_IS_PHASE (object))
    return object;
  if (object == NULL && self->layout != NULL)
    box = lijn_layout_lane_at (self->layout, self->pressed.at.y);
  return box != NULL ? LIJN_OBJECT (box->lane) : NULL;
}

static LijnLane *
get_lane (LijnCanvas *self)
{
  LijnObject *band = get_band (self);

  return LIJN_IS_LANE (band) ? LIJN_LANE (band) : NULL;
}

/* The lane @step further in the same party; NULL where there is none. */
static LijnLane *
lane_beside (LijnCanvas *self, LijnLane *lane, int step)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);
  const LijnLaneBox *box = lijn_layout_find_lane (self->layout, lane);
  int place = box != NULL ? (int) (box - lanes) + step : -1;

  return place >= 0 && place < (int) n &&
                 lijn_lane_get_party (lanes[place].lane) == lijn_lane_get_party (lane)
             ? lanes[place].lane
             : NULL;
}

LijnLane *
lijn_canvas_lane_to_join (LijnCanvas *self, LijnLane *lane)
{
  LijnLane *next = lane_beside (self, lane, 1);

  return next != NULL ? next : lane_beside (self, lane, -1);
}

static void
add_lane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = get_band (self);
  LijnLane *before = LIJN_IS_LANE (object) ? lane_beside (self, LIJN_LANE (object), 1) : NULL;
  g_autoptr (GError) error = NULL;
  LijnLane *lane = NULL;

  if (!LIJN_IS_LANE (object) && !LIJN_IS_PARTY (object))
    return;
  lane = lijn_edit_add_lane (lijn_view_get_map (self->view), party_of (object), _ ("New lane"),
                             before, &error);
  if (lijn_view_report (self->view, lane != NULL, g_steal_pointer (&error)))
    lijn_canvas_edit_name (self, LIJN_OBJECT (lane));
}

/* Before the lane above, or after the one below. */
static gboolean
move_lane (LijnCanvas *self, LijnLane *lane, gboolean up, GError **error)
{
  LijnLane *beside = lane_beside (self, lane, up ? -1 : 1);

  if (beside == NULL)
    return TRUE;
  return lijn_edit_move_lane (lane, up ? beside : lane_beside (self, beside, 1), error);
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

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = get_band (self);
  gboolean up = g_str_equal (name, "canvas.move-up");
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (LIJN_IS_LANE (object))
    ok = move_lane (self, LIJN_LANE (object), up, &error);
  else if (LIJN_IS_PARTY (object))
    ok = move_party (self, LIJN_PARTY (object), up, &error);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

/* At the place given, on the map; without one in the middle. */
static void
split_lane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnLane *lane = get_lane (self);
  const LijnLaneBox *box = lane != NULL ? lijn_layout_find_lane (self->layout, lane) : NULL;
  g_autoptr (GError) error = NULL;
  double y = g_variant_get_double (parameter);
  LijnLane *below = NULL;

  if (box == NULL)
    return;
  y -= box->rect.y;
  if (box->collapsed || y <= 0 || y >= box->rect.height)
    y = lijn_lane_get_height (lane) / 2;
  below = lijn_edit_split_lane (lane, y, _ ("New lane"), &error);
  if (lijn_view_report (self->view, below != NULL, g_steal_pointer (&error)))
    lijn_canvas_edit_name (self, LIJN_OBJECT (below));
}

static void
join_lanes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnLane *lane = get_lane (self);
  LijnLane *other = lane != NULL ? lijn_canvas_lane_to_join (self, lane) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (other == NULL)
    {
      lijn_view_say (self->view, _ ("This party has no other lane to join this one with."));
      return;
    }
  ok = lijn_edit_join_lanes (other, lane, &error);
  if (lijn_view_report (self->view, ok, g_steal_pointer (&error)))
    lijn_view_select (self->view, LIJN_OBJECT (lane));
}

void
lijn_canvas_fold_lane (LijnCanvas *self, LijnLane *lane)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  /* What is in it cannot be seen any more, so it should not be acted on unseen. */
  lijn_view_select (self->view, LIJN_OBJECT (lane));
  ok = lijn_edit_collapse_lane (lane, !lijn_lane_get_collapsed (lane), &error);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

static void
fold_lane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnLane *lane = get_lane (LIJN_CANVAS (widget));

  if (lane != NULL)
    lijn_canvas_fold_lane (LIJN_CANVAS (widget), lane);
}

gboolean
lijn_canvas_ask_to_remove (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);

  return lijn_view_get_selection (self->view)->len == 1 &&
         lijn_remove_lane_ask (GTK_WIDGET (self), self->view, object);
}

/* At the place given, on the map; without one after the last phase. */
static void
add_phase_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GError) error = NULL;
  double x = g_variant_get_double (parameter);
  const LijnPhaseBox *phases;
  LijnPhase *phase;
  guint n;

  phases = lijn_layout_get_phases (self->layout, &n);
  if (x < 0 && n > 0)
    x = phases[n - 1].rect.x + phases[n - 1].rect.width;
  phase = lijn_edit_add_phase (lijn_view_get_map (self->view), _ ("New phase"), x, &error);
  if (lijn_view_report (self->view, phase != NULL, g_steal_pointer (&error)))
    lijn_canvas_edit_name (self, LIJN_OBJECT (phase));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean of_map; /* needs no lane */
} actions[] = {
  { "canvas.add-lane", NULL, add_lane_cb, FALSE },
  { "canvas.move-up", NULL, move_cb, FALSE },
  { "canvas.move-down", NULL, move_cb, FALSE },
  { "canvas.split-lane", "d", split_lane_cb, FALSE },
  { "canvas.join-lanes", NULL, join_lanes_cb, FALSE },
  { "canvas.fold-lane", NULL, fold_lane_cb, FALSE },
  { "canvas.add-phase", "d", add_phase_cb, TRUE },
};

void
lijn_canvas_class_install_lanes (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    /* A menu shows the last key of an action. */
    { GDK_KEY_a, "canvas.add-lane" },
    { GDK_KEY_j, "canvas.join-lanes" },
    { GDK_KEY_KP_Subtract, "canvas.fold-lane" },
    { GDK_KEY_minus, "canvas.fold-lane" },
    { GDK_KEY_KP_Page_Up, "canvas.move-up" },
    { GDK_KEY_Page_Up, "canvas.move-up" },
    { GDK_KEY_KP_Page_Down, "canvas.move-down" },
    { GDK_KEY_Page_Down, "canvas.move-down" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_ALT_MASK, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_slash, GDK_ALT_MASK, "canvas.split-lane", "d",
                                       -1.0);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_ALT_MASK, "canvas.add-phase", "d",
                                       -1.0);
}

void
lijn_canvas_update_lanes (LijnCanvas *self)
{
  gboolean edit = lijn_canvas_can_edit (self) && self->naming == NULL;
  LijnObject *band = edit ? get_band (self) : NULL;
  gboolean lane = LIJN_IS_LANE (band) || LIJN_IS_PARTY (band);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   edit && (actions[i].of_map || lane));
}
