/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-ghost.h"
#include "lijn-place.h"
#include "lijn-snap.h"

/* Where new things go: after what is selected, or where the pointer was pressed last. */

#define FAR_BACK 200 /* elements looked at to find where the other party was last */

LijnElement *
lijn_canvas_get_last_element (LijnCanvas *self)
{
  LijnObject *object = self->view != NULL ? lijn_view_get_selected (self->view) : NULL;

  if (LIJN_IS_FRICTION (object))
    object = lijn_friction_get_anchor (LIJN_FRICTION (object));
  return LIJN_IS_ELEMENT (object) ? LIJN_ELEMENT (object) : NULL;
}

static LijnLane *
first_lane_of (LijnCanvas *self, LijnParty *party)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (party == NULL || lijn_lane_get_party (lanes[i].lane) == party)
      return lanes[i].lane;
  return NULL;
}

/* Going back along the flows from @element: the lane of the last element of another party. In a
 * conversation that is who one goes back to. */
static LijnLane *
lane_talked_with (LijnElement *element)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (element));
  LijnParty *party = lijn_element_get_party (element);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, element);
  g_hash_table_add (seen, element);
  for (guint i = 0; i < queue->len && i < FAR_BACK; i++)
    {
      LijnElement *at = g_ptr_array_index (queue, i);
      GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "target",
                                                 LIJN_OBJECT (at));

      if (lijn_element_get_party (at) != party && lijn_element_get_lane (at) != NULL)
        return lijn_element_get_lane (at);
      for (guint j = 0; j < flows->len; j++)
        {
          LijnElement *source = lijn_flow_get_source (g_ptr_array_index (flows, j));

          if (source != NULL && g_hash_table_add (seen, source))
            g_ptr_array_add (queue, source);
        }
    }
  return NULL;
}

/* The lane of another party that is nearest to @lane, above or below it as @where says. */
static LijnLane *
nearest_lane_across (LijnCanvas *self, LijnLane *lane, LijnWhere where)
{
  guint n, here = 0;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);
  LijnParty *party = lijn_lane_get_party (lane);

  while (here < n && lanes[here].lane != lane)
    here++;
  for (guint off = 1; off < n; off++)
    {
      if (where != LIJN_ABOVE && here + off < n &&
          lijn_lane_get_party (lanes[here + off].lane) != party)
        return lanes[here + off].lane;
      if (where != LIJN_BELOW && off <= here &&
          lijn_lane_get_party (lanes[here - off].lane) != party)
        return lanes[here - off].lane;
    }
  return NULL;
}

static gboolean
lies_towards (LijnCanvas *self, LijnLane *lane, LijnLane *from, LijnWhere where)
{
  const LijnLaneBox *there = lijn_layout_find_lane (self->layout, lane);
  const LijnLaneBox *here = lijn_layout_find_lane (self->layout, from);

  return where == LIJN_ACROSS ||
         (there != NULL && here != NULL && (there < here) == (where == LIJN_ABOVE));
}

/* The lane of another party that comes after something in @lane. */
static LijnLane *
lane_across (LijnCanvas *self, LijnElement *after, LijnLane *lane, LijnWhere where)
{
  LijnLane *talked = after != NULL ? lane_talked_with (after) : NULL;

  if (talked != NULL && lies_towards (self, talked, lane, where))
    return talked;
  return nearest_lane_across (self, lane, where);
}

static gboolean
is_decision (LijnElement *element)
{
  return element != NULL && lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_DECISION;
}

static gboolean
has_branch (LijnElement *decision, const char *label)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (decision)),
                                             LIJN_TABLE_FLOW, "source", LIJN_OBJECT (decision));

  for (guint i = 0; i < flows->len; i++)
    if (g_str_equal (lijn_flow_get_name (g_ptr_array_index (flows, i)), label))
      return TRUE;
  return FALSE;
}

/* What is proposed as the next answer of a decision: the usual ones first. */
static const char *
label_for_branch (LijnElement *after)
{
  const char *usual[] = { _ ("yes"), _ ("no") };

  for (guint i = 0; is_decision (after) && i < G_N_ELEMENTS (usual); i++)
    if (!has_branch (after, usual[i]))
      return usual[i];
  return NULL;
}

/* The lane in which something new belongs when no element is selected. */
LijnLane *
lijn_canvas_lane_for_new (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  const LijnLaneBox *box = NULL;

  if (self->layout == NULL)
    return NULL;
  if (LIJN_IS_LANE (object))
    return LIJN_LANE (object);
  if (LIJN_IS_PARTY (object))
    return first_lane_of (self, LIJN_PARTY (object));
  box = lijn_layout_lane_at (self->layout, self->pressed.at.y);
  return box != NULL ? box->lane : first_lane_of (self, NULL);
}

/* Gives what would come after @after (nullable). Returns: NULL, or why nothing can. */
static const char *
plan (LijnCanvas *self, LijnElement *after, LijnElementKind kind, LijnWhere where,
      LijnNewElement *new)
{
  *new = (LijnNewElement){ .kind = kind, .after = after };
  new->lane = after != NULL ? lijn_element_get_lane (after) : NULL;
  if (new->lane == NULL)
    new->lane = lijn_canvas_lane_for_new (self);
  if (new->lane == NULL)
    return _ ("There is no lane yet: add one, or type who does what in the line below.");
  if (where != LIJN_HERE)
    new->lane = lane_across (self, after, new->lane, where);
  if (new->lane == NULL)
    return _ ("There is no other party on this map yet: add one first.");

  new->label = kind != LIJN_ELEMENT_KIND_NOTE ? label_for_branch (after) : NULL;
  /* Nothing follows an end or comes before a start. */
  if (kind == LIJN_ELEMENT_KIND_START ||
      (after != NULL && lijn_element_get_kind (after) == LIJN_ELEMENT_KIND_END))
    new->after = NULL;
  return NULL;
}

void
lijn_canvas_add_after (LijnCanvas *self, LijnElement *after, LijnElementKind kind, LijnWhere where)
{
  LijnNewElement new;
  const char *why = NULL;

  if (!lijn_canvas_can_edit (self))
    return;
  why = plan (self, after, kind, where, &new);
  if (why != NULL)
    lijn_view_say (self->view, why);
  else
    lijn_canvas_name_new_element (self, &new);
}

void
lijn_canvas_add_after_selected (LijnCanvas *self, LijnElementKind kind, LijnWhere where)
{
  if (!lijn_canvas_can_edit (self))
    return;
  lijn_canvas_finish_naming (self);
  lijn_canvas_add_after (self, lijn_canvas_get_last_element (self), kind, where);
}

void
lijn_canvas_preview_after (LijnCanvas *self, LijnElement *after, LijnElementKind kind,
                           LijnWhere where)
{
  LijnNewElement new;

  lijn_canvas_drop_ghost (self);
  if (self->layout != NULL && plan (self, after, kind, where, &new) == NULL)
    self->ghost = lijn_ghost_new (self->layout, &new);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_preview_friction (LijnCanvas *self, LijnObject *anchor)
{
  lijn_canvas_drop_ghost (self);
  if (self->layout == NULL || anchor == NULL)
    return;
  self->pin_shown = TRUE;
  self->pin_place = lijn_canvas_place_new_pin (self, anchor, &self->pressed.at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_drop_ghost (LijnCanvas *self)
{
  if (self->ghost == NULL && !self->pin_shown)
    return;
  self->pin_shown = FALSE;
  g_clear_pointer (&self->ghost, lijn_ghost_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_add_at (LijnCanvas *self, LijnElement *source, LijnElementKind kind,
                    const LijnPoint *center)
{
  const LijnLaneBox *box = lijn_layout_lane_at (self->layout, center->y);
  LijnNewElement new = { .kind = kind, .after = source, .placed = TRUE };
  LijnRect rect = { 0 };

  if (box == NULL || !lijn_canvas_can_edit (self))
    return;
  lijn_place_default_size (kind, &rect.width, &rect.height);
  rect.x = MAX (lijn_snap_to_grid (center->x - rect.width / 2), box->header.x + box->header.width);
  rect.y = box->rect.y + MAX (lijn_snap_to_grid (center->y - rect.height / 2 - box->rect.y), 0);
  lijn_place_clear (self->layout, box->lane, &rect);
  new.lane = box->lane;
  new.label = label_for_branch (source);
  new.place = (LijnPoint){ rect.x, rect.y - box->rect.y };
  lijn_canvas_name_new_element (self, &new);
}

void
lijn_canvas_add_friction (LijnCanvas *self, LijnObject *anchor, const LijnPoint *place)
{
  if (!lijn_canvas_can_edit (self))
    return;
  if (LIJN_IS_FRICTION (anchor))
    anchor = lijn_friction_get_anchor (LIJN_FRICTION (anchor));
  if (LIJN_IS_PARTY (anchor))
    anchor = LIJN_OBJECT (first_lane_of (self, LIJN_PARTY (anchor)));
  lijn_canvas_word_new_friction (self, anchor, place);
}

void
lijn_canvas_connect (LijnCanvas *self, LijnElement *source, LijnElement *target)
{
  g_autoptr (GError) error = NULL;
  LijnFlow *flow = NULL;

  if (is_decision (source) && lijn_rules_connect (source, target, NULL, NULL))
    {
      lijn_canvas_name_new_flow (self, source, target, label_for_branch (source));
      return;
    }
  flow = lijn_edit_connect (source, target, NULL, NULL, &error);
  if (lijn_view_report (self->view, flow != NULL, g_steal_pointer (&error)))
    lijn_view_select (self->view, LIJN_OBJECT (flow));
}
