/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"

/* Moves a lane among those of its party, or a party among the parties, by its header. What it carries
 * along goes with the pointer, and a bar shows where it will stand. */

#define BAR 4.0 /* pixels */
#define CARRIED 0.55

typedef struct
{
  LijnDrag parent;
  LijnObject *object; /* (owned) a lane or party */
  LijnRect rect; /* as it is */
  GArray *rects; /* LijnRect of each of its siblings and itself, from above */
  GPtrArray *siblings; /* LijnObject, the same */
  guint was, place; /* before which of them it stands, and would */
  double dy;
} Order;

static void
add_sibling (Order *order, gpointer object, const LijnRect *rect)
{
  if (object == order->object)
    {
      order->was = order->place = order->siblings->len;
      order->rect = *rect;
    }
  g_ptr_array_add (order->siblings, object);
  g_array_append_val (order->rects, *rect);
}

static void
list_siblings (Order *order, LijnLayout *layout)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (layout, &n);

  for (guint i = 0; LIJN_IS_LANE (order->object) && i < n; i++)
    if (lijn_lane_get_party (lanes[i].lane) == lijn_lane_get_party (LIJN_LANE (order->object)))
      add_sibling (order, lanes[i].lane, &lanes[i].rect);
  if (LIJN_IS_PARTY (order->object))
    {
      const LijnPartyBox *parties = lijn_layout_get_parties (layout, &n);

      for (guint i = 0; i < n; i++)
        add_sibling (order, parties[i].party, &parties[i].rect);
    }
}

static const LijnRect *
rect_of (Order *order, guint place)
{
  return &g_array_index (order->rects, LijnRect, place);
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Order *order = (Order *) drag;
  guint place = 0;

  order->dy = pointer->at.y - drag->start.at.y;
  while (place < order->rects->len &&
         pointer->at.y > rect_of (order, place)->y + rect_of (order, place)->height / 2)
    place++;
  /* Right before or right after itself it stays. */
  order->place = place == order->was + 1 ? order->was : place;
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Order *order = (Order *) drag;
  gpointer before = order->place < order->siblings->len
                        ? g_ptr_array_index (order->siblings, order->place)
                        : NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (order->place == order->was)
    return;
  if (LIJN_IS_LANE (order->object))
    ok = lijn_edit_move_lane (LIJN_LANE (order->object), before, &error);
  else
    ok = lijn_edit_move_party (LIJN_PARTY (order->object), before, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
carries (LijnDrag *drag, LijnObject *object)
{
  Order *order = (Order *) drag;

  if (!LIJN_IS_ELEMENT (object))
    return FALSE;
  return LIJN_OBJECT (lijn_element_get_lane (LIJN_ELEMENT (object))) == order->object ||
         LIJN_OBJECT (lijn_element_get_party (LIJN_ELEMENT (object))) == order->object;
}

static void
append_carried (Order *order, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  LijnRect visible = lijn_canvas_get_visible (canvas);
  LijnRect seen = { visible.x, order->rect.y, visible.width, order->rect.height };
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (canvas->layout, &seen);
  LijnParty *party = LIJN_IS_LANE (order->object) ? lijn_lane_get_party (LIJN_LANE (order->object))
                                                  : LIJN_PARTY (order->object);
  LijnPartyColors colors = lijn_palette_for_party (options.palette, party);
  GdkRGBA tint;

  lijn_color_to_rgba (&colors.hue, 0.22, &tint);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) order->dy));
  gtk_snapshot_append_color (snapshot, &tint,
                             &GRAPHENE_RECT_INIT ((float) order->rect.x, (float) order->rect.y,
                                                  (float) order->rect.width,
                                                  (float) order->rect.height));
  gtk_snapshot_push_opacity (snapshot, CARRIED);
  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      GskRenderNode *node = carries (&order->parent, object)
                                ? lijn_node_cache_get (canvas->objects, canvas->layout, object,
                                                       &options)
                                : NULL;

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Where it will stand: between two, or at either end. */
static double
y_of_bar (Order *order)
{
  guint place = order->place;
  const LijnRect *beside = rect_of (order, place > 0 ? place - 1 : 0);
  double end = beside->y + beside->height;

  if (place == 0)
    return beside->y;
  return place < order->rects->len ? (end + rect_of (order, place)->y) / 2 : end;
}

static void
snapshot_order (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Order *order = (Order *) drag;
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (canvas->view));
  float thick = (float) (BAR / lijn_view_get_zoom (canvas->view));
  GdkRGBA ink;

  append_carried (order, canvas, snapshot);
  if (order->place == order->was)
    return;
  lijn_color_to_rgba (&palette->ink, 0.85, &ink);
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT ((float) order->rect.x,
                                                  (float) y_of_bar (order) - thick / 2,
                                                  (float) order->rect.width, thick));
}

static void
free_order (LijnDrag *drag)
{
  Order *order = (Order *) drag;

  g_object_unref (order->object);
  g_array_unref (order->rects);
  g_ptr_array_unref (order->siblings);
  g_free (order);
}

static const LijnDragClass order_class = {
  .cursor = "grabbing",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_order,
  .moves = carries,
  .free = free_order,
};

LijnDrag *
lijn_drag_order_new (LijnCanvas *canvas, LijnObject *object)
{
  Order *order = g_new0 (Order, 1);

  order->parent.klass = &order_class;
  order->object = g_object_ref (object);
  order->rects = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  order->siblings = g_ptr_array_new ();
  list_siblings (order, canvas->layout);
  if (order->siblings->len > 1)
    return &order->parent;
  free_order (&order->parent);
  return NULL;
}
