/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-crossing.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-route.h"
#include "lijn-snap.h"
#include "lijn-words.h"

/* Moves the selected elements. What moves is drawn faint where it is, and as a ghost where it would
 * be, with its flows roughly as they would run; the lane that it would come to is named when it is
 * another one, with what then becomes of interfaces. A step over a flow is put into it. With Alt held
 * down it is only moved, and nothing snaps. */

#define SNAP_REACH 7.0 /* pixels */
#define MOST_ROUTES 10 /* with more, the flows are left out of the preview */
#define MOST_TOLD 100 /* with more, what becomes of interfaces is told anew at each lane only */
#define FLOW_REACH 8.0 /* pixels between the middle of a step and a flow that it is put into */

typedef struct
{
  LijnDrag parent;
  GPtrArray *elements; /* the selected ones */
  GHashTable *moving; /* those and what is in the groups among them */
  GPtrArray *flows; /* that start or end at one of them */
  LijnRect grabbed;
  LijnSnap *snap;
  LijnGuide guides[LIJN_MOST_GUIDES];
  guint n_guides;
  double dx, dy;
  LijnFlow *into; /* (unowned) (nullable): what a single step would be put into */
  LijnLane *to; /* (unowned) (nullable): the lane of the grabbed one, when it is another */
  char *words; /* (nullable): what letting go would do */
} Move;

typedef struct
{
  Move *move;
  LijnCanvas *canvas;
} MoveOnCanvas;

static void
add_moving (Move *move, GHashTable *seen, LijnElement *element)
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
        if (g_hash_table_add (seen, g_ptr_array_index (flows, i)))
          g_ptr_array_add (move->flows, g_object_ref (g_ptr_array_index (flows, i)));
    }

  if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP)
    {
      GPtrArray *inside = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "container",
                                                  LIJN_OBJECT (element));

      for (guint i = 0; i < inside->len; i++)
        add_moving (move, seen, g_ptr_array_index (inside, i));
    }
}

/* The party of @element when it has been moved. */
static LijnParty *
party_after (LijnElement *element, gpointer data)
{
  const MoveOnCanvas *at = data;
  const LijnLaneBox *lane = NULL;
  LijnRect rect;

  if (!g_hash_table_contains (at->move->moving, element) ||
      !lijn_layout_get_element_rect (at->canvas->layout, element, &rect))
    return lijn_element_get_party (element);
  lane = lijn_layout_nearest_lane (at->canvas->layout, rect.y + rect.height / 2 + at->move->dy);
  return lane != NULL ? lijn_lane_get_party (lane->lane) : NULL;
}

/* The lane that the grabbed one comes to, and what becomes of interfaces. (transfer full) (nullable) */
static char *
words_for_lane (Move *move, LijnCanvas *canvas)
{
  MoveOnCanvas at = { move, canvas };
  LijnCrossing crossing;
  g_autofree char *lane = NULL;
  g_autofree char *becomes = NULL;

  lijn_rules_crossing (move->flows, party_after, &at, &crossing);
  becomes = lijn_crossing_describe (&crossing);
  if (move->to == NULL)
    return g_steal_pointer (&becomes);
  lane = g_strdup_printf (C_ ("lane (party)", "%s (%s)"),
                          lijn_object_get_name (LIJN_OBJECT (move->to)),
                          lijn_object_get_name (LIJN_OBJECT (lijn_lane_get_party (move->to))));
  return becomes != NULL ? g_strconcat (lane, "\n", becomes, NULL) : g_steal_pointer (&lane);
}

static char *
words_for_flow (LijnFlow *flow)
{
  g_autofree char *source = lijn_words_for_object (LIJN_OBJECT (lijn_flow_get_source (flow)));
  g_autofree char *target = lijn_words_for_object (LIJN_OBJECT (lijn_flow_get_target (flow)));

  return g_strdup_printf (_ ("Between “%1$s” and “%2$s”"), source, target);
}

static void
look_at_flow (Move *move, LijnCanvas *canvas)
{
  LijnPoint center = lijn_rect_center (&move->grabbed);
  LijnElement *element = g_ptr_array_index (move->elements, 0);
  LijnHit hit;

  move->into = NULL;
  if (move->elements->len != 1)
    return;
  hit = lijn_layout_find_at (canvas->layout, center.x + move->dx, center.y + move->dy,
                             FLOW_REACH / lijn_view_get_zoom (canvas->view));
  if (hit.kind == LIJN_HIT_FLOW && lijn_edit_may_insert (element, LIJN_FLOW (hit.object), NULL))
    move->into = LIJN_FLOW (hit.object);
}

static void
look_at_lane (Move *move, LijnCanvas *canvas)
{
  double y = lijn_rect_center (&move->grabbed).y;
  const LijnLaneBox *from = lijn_layout_nearest_lane (canvas->layout, y);
  const LijnLaneBox *to = lijn_layout_nearest_lane (canvas->layout, y + move->dy);

  move->to = from != NULL && to != NULL && from->lane != to->lane ? to->lane : NULL;
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Move *move = (Move *) drag;
  LijnLane *to = move->to;
  LijnFlow *into = move->into;
  double dy = move->dy;
  gboolean free_hand = (pointer->state & GDK_ALT_MASK) != 0;

  move->dx = pointer->at.x - drag->start.at.x;
  move->dy = pointer->at.y - drag->start.at.y;
  move->n_guides = 0;
  if (!free_hand)
    move->n_guides = lijn_snap_apply (move->snap, &move->grabbed,
                                      SNAP_REACH / lijn_view_get_zoom (canvas->view), &move->dx,
                                      &move->dy, move->guides);
  look_at_lane (move, canvas);
  if (free_hand)
    move->into = NULL;
  else
    look_at_flow (move, canvas);

  if (move->to == to && move->into == into &&
      (move->dy == dy || move->flows->len > MOST_TOLD || move->into != NULL))
    return;
  g_clear_pointer (&move->words, g_free);
  move->words = move->into != NULL ? words_for_flow (move->into) : words_for_lane (move, canvas);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Move *move = (Move *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (move->into != NULL)
    ok = lijn_edit_insert (g_ptr_array_index (move->elements, 0), move->into, move->dx, move->dy,
                           &error);
  else if (move->dx != 0 || move->dy != 0)
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
snapshot_words (Move *move, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  LijnPoint center = lijn_rect_center (&move->grabbed);

  if (move->words != NULL)
    lijn_preview_words (
        canvas, snapshot,
        &(LijnPoint){ center.x + move->dx, center.y + move->dy + move->grabbed.height / 2 },
        move->words);
}

static void
snapshot_move (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Move *move = (Move *) drag;
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  GHashTableIter iter;
  gpointer element;

  if (move->into != NULL)
    lijn_preview_target (canvas, snapshot, LIJN_OBJECT (move->into));
  else
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

  for (guint i = 0; i < move->n_guides; i++)
    lijn_preview_distance (canvas, snapshot, &move->guides[i].from, &move->guides[i].to,
                           move->guides[i].distance, move->guides[i].gap);
  snapshot_words (move, canvas, snapshot);
}

static void
free_move (LijnDrag *drag)
{
  Move *move = (Move *) drag;

  g_ptr_array_unref (move->elements);
  g_hash_table_unref (move->moving);
  g_ptr_array_unref (move->flows);
  lijn_snap_free (move->snap);
  g_free (move->words);
  g_free (move);
}

static const char *
get_words (LijnDrag *drag)
{
  return ((Move *) drag)->words;
}

static const LijnDragClass move_class = {
  .cursor = "grabbing",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_move,
  .moves = moves,
  .get_words = get_words,
  .free = free_move,
};

LijnDrag *
lijn_drag_move_new (LijnCanvas *canvas, LijnElement *grabbed)
{
  Move *move = g_new0 (Move, 1);
  GPtrArray *selection = lijn_view_get_selection (canvas->view);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
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
    add_moving (move, seen, g_ptr_array_index (move->elements, i));
  lijn_layout_get_element_rect (canvas->layout, grabbed, &move->grabbed);
  move->snap = lijn_snap_new (canvas->layout, &visible, move->moving);
  return &move->parent;
}
