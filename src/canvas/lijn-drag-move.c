/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-route.h"
#include "lijn-snap.h"

/* Moves the selected elements. What moves is drawn faint where it is, and as a ghost where it would
 * be, with its flows roughly as they would run; the lane that it would come to is named when it is
 * another one. With Alt held down nothing snaps. */

#define SNAP_REACH 7.0 /* pixels */
#define MOST_ROUTES 10 /* with more, the flows are left out of the preview */

typedef struct
{
  LijnDrag parent;
  GPtrArray *elements; /* the selected ones */
  GHashTable *moving; /* those and what is in the groups among them */
  GPtrArray *flows; /* that start or end at one of them */
  LijnRect grabbed;
  LijnSnap *snap;
  LijnGuide guides[2];
  double dx, dy;
} Move;

static void
add_moving (Move *move, LijnElement *element)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (element));
  const char *ends[] = { "source", "target" };

  if (!g_hash_table_add (move->moving, element))
    return;
  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, ends[end],
                                                 LIJN_OBJECT (element));

      for (guint i = 0; i < flows->len; i++)
        if (!g_ptr_array_find (move->flows, g_ptr_array_index (flows, i), NULL))
          g_ptr_array_add (move->flows, g_object_ref (g_ptr_array_index (flows, i)));
    }

  if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP)
    {
      GPtrArray *inside = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "container",
                                                  LIJN_OBJECT (element));

      for (guint i = 0; i < inside->len; i++)
        add_moving (move, g_ptr_array_index (inside, i));
    }
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Move *move = (Move *) drag;

  move->dx = pointer->at.x - drag->start.at.x;
  move->dy = pointer->at.y - drag->start.at.y;
  if ((pointer->state & GDK_ALT_MASK) != 0)
    memset (move->guides, 0, sizeof move->guides);
  else
    lijn_snap_apply (move->snap, &move->grabbed, SNAP_REACH / lijn_view_get_zoom (canvas->view),
                     &move->dx, &move->dy, move->guides);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Move *move = (Move *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (move->dx != 0 || move->dy != 0)
    ok = lijn_edit_move (move->elements, move->dx, move->dy, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
moves (LijnDrag *drag, LijnObject *object)
{
  Move *move = (Move *) drag;

  if (LIJN_IS_ELEMENT (object))
    return g_hash_table_contains (move->moving, object);
  if (LIJN_IS_FLOW (object))
    return move->flows->len <= MOST_ROUTES && g_ptr_array_find (move->flows, object, NULL);
  if (LIJN_IS_FRICTION (object))
    {
      LijnObject *anchor = lijn_friction_get_anchor (LIJN_FRICTION (object));

      return anchor != NULL && g_hash_table_contains (move->moving, anchor);
    }
  return FALSE;
}

/* Where @element would be. */
static gboolean
rect_after (Move *move, LijnCanvas *canvas, LijnElement *element, LijnRect *rect)
{
  if (element == NULL || !lijn_layout_get_element_rect (canvas->layout, element, rect))
    return FALSE;
  if (g_hash_table_contains (move->moving, element))
    {
      rect->x += move->dx;
      rect->y += move->dy;
    }
  return TRUE;
}

static void
snapshot_flows (Move *move, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < move->flows->len && move->flows->len <= MOST_ROUTES; i++)
    {
      LijnFlow *flow = g_ptr_array_index (move->flows, i);
      g_autofree LijnPoint *points = NULL;
      LijnRect source, target;
      guint n = 0;

      if (!rect_after (move, canvas, lijn_flow_get_source (flow), &source) ||
          !rect_after (move, canvas, lijn_flow_get_target (flow), &target))
        continue;
      points = lijn_route_preview (canvas->layout, &source, &target, &n);
      if (points != NULL && n > 1)
        lijn_preview_line (canvas, snapshot, points, n);
    }
}

static void
snapshot_lane (Move *move, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  LijnPoint center = lijn_rect_center (&move->grabbed);
  const LijnLaneBox *from = lijn_layout_lane_at (canvas->layout, center.y);
  const LijnLaneBox *to = lijn_layout_lane_at (canvas->layout, center.y + move->dy);
  g_autofree char *words = NULL;

  if (to == NULL || (from != NULL && from->lane == to->lane))
    return;
  words = g_strdup_printf (C_ ("lane (party)", "%s (%s)"),
                           lijn_object_get_name (LIJN_OBJECT (to->lane)),
                           lijn_object_get_name (LIJN_OBJECT (lijn_lane_get_party (to->lane))));
  lijn_preview_words (
      canvas, snapshot,
      &(LijnPoint){ center.x + move->dx, center.y + move->dy + move->grabbed.height / 2 }, words);
}

static void
snapshot_move (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Move *move = (Move *) drag;
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  GHashTableIter iter;
  gpointer element;

  snapshot_flows (move, canvas, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) move->dx, (float) move->dy));
  g_hash_table_iter_init (&iter, move->moving);
  while (g_hash_table_iter_next (&iter, &element, NULL))
    {
      GskRenderNode *node = lijn_node_cache_get (canvas->objects, canvas->layout, element,
                                                 &options);

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
  gtk_snapshot_restore (snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (move->guides); i++)
    if (move->guides[i].shown)
      lijn_preview_guide (canvas, snapshot, &move->guides[i].from, &move->guides[i].to);
  snapshot_lane (move, canvas, snapshot);
}

static void
free_move (LijnDrag *drag)
{
  Move *move = (Move *) drag;

  g_ptr_array_unref (move->elements);
  g_hash_table_unref (move->moving);
  g_ptr_array_unref (move->flows);
  lijn_snap_free (move->snap);
  g_free (move);
}

static const LijnDragClass move_class = {
  .cursor = "grabbing",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_move,
  .moves = moves,
  .free = free_move,
};

LijnDrag *
lijn_drag_move_new (LijnCanvas *canvas, LijnElement *grabbed)
{
  Move *move = g_new0 (Move, 1);
  GPtrArray *selection = lijn_view_get_selection (canvas->view);
  LijnRect visible = lijn_canvas_get_visible (canvas);

  move->parent.klass = &move_class;
  move->elements = g_ptr_array_new_with_free_func (g_object_unref);
  move->moving = g_hash_table_new (NULL, NULL);
  move->flows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < selection->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (selection, i)))
      g_ptr_array_add (move->elements, g_object_ref (g_ptr_array_index (selection, i)));
  if (!g_ptr_array_find (move->elements, grabbed, NULL))
    g_ptr_array_add (move->elements, g_object_ref (grabbed));
  for (guint i = 0; i < move->elements->len; i++)
    add_moving (move, g_ptr_array_index (move->elements, i));
  lijn_layout_get_element_rect (canvas->layout, grabbed, &move->grabbed);
  move->snap = lijn_snap_new (canvas->layout, &visible, move->moving);
  return &move->parent;
}
