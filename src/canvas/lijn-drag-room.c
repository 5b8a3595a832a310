/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-snap.h"

#include <math.h>

/* Makes room: what lies beyond where the drag began goes along with the pointer. To the right or left
 * it does so in all lanes, down or up in the one lane; which of the two is where the pointer has gone
 * farther. */

typedef struct
{
  LijnDrag parent;
  LijnMap *map;
  LijnLane *lane; /* (unowned) (nullable): where the drag began */
  LijnRect band; /* of that lane */
  double take[2]; /* how much room can be taken away: level, down */
  gboolean known; /* the above is */
  gboolean down;
  double by;
} Room;

static void
look_around (Room *room, LijnCanvas *canvas)
{
  const LijnPoint *at = &room->parent.start.at;
  const LijnLaneBox *lane = lijn_layout_lane_at (canvas->layout, at->y);

  if (room->known)
    return;
  room->known = TRUE;
  room->take[0] = lijn_edit_room_to_take (room->map, NULL, FALSE, at->x);
  if (lane == NULL)
    return;
  room->lane = lane->lane;
  room->band = lane->rect;
  room->take[1] = lijn_edit_room_to_take (room->map, lane->lane, TRUE, at->y);
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Room *room = (Room *) drag;
  double dx = pointer->at.x - drag->start.at.x, dy = pointer->at.y - drag->start.at.y;

  look_around (room, canvas);
  room->down = room->lane != NULL && fabs (dy) > fabs (dx);
  room->by = MAX (lijn_snap_to_grid (room->down ? dy : dx), -room->take[room->down]);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Room *room = (Room *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (room->by != 0)
    ok = lijn_edit_make_room (room->map, room->down ? room->lane : NULL, room->down,
                              room->down ? drag->start.at.y : drag->start.at.x, room->by, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
lies_beyond (Room *room, LijnElement *element)
{
  LijnLayout *layout = lijn_layout_of (room->map);
  LijnRect rect;
  LijnPoint center;

  if ((room->down && lijn_element_get_lane (element) != room->lane) ||
      !lijn_layout_get_element_rect (layout, element, &rect))
    return FALSE;
  center = lijn_rect_center (&rect);
  return room->down ? center.y >= room->parent.start.at.y : center.x >= room->parent.start.at.x;
}

static gboolean
moves (LijnDrag *drag, LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) && lies_beyond ((Room *) drag, LIJN_ELEMENT (object));
}

static void
snapshot_elements (Room *room, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  LijnRect visible = lijn_canvas_get_visible (canvas);
  LijnRect around = lijn_rect_grow (&visible, fabs (room->by));
  g_autoptr (GPtrArray) near = lijn_layout_find_in (canvas->layout, &around);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (room->down ? 0 : (float) room->by,
                                                          room->down ? (float) room->by : 0));
  for (guint i = 0; i < near->len; i++)
    {
      LijnObject *object = g_ptr_array_index (near, i);
      GskRenderNode *node = moves (&room->parent, object)
                                ? lijn_node_cache_get (canvas->objects, canvas->layout, object,
                                                       &options)
                                : NULL;

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_room (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Room *room = (Room *) drag;
  LijnRect all = room->down ? room->band : lijn_layout_get_bounds (canvas->layout);
  const LijnPoint *at = &drag->start.at;
  LijnPoint to = { at->x + (room->down ? 0 : room->by), at->y + (room->down ? room->by : 0) };
  LijnRect room_made = lijn_rect_around ((const LijnPoint[]){ *at, to }, 2);
  GdkRGBA fill;

  snapshot_elements (room, canvas, snapshot);
  if (room->down)
    room_made = (LijnRect){ all.x, room_made.y, all.width, room_made.height };
  else
    room_made = (LijnRect){ room_made.x, all.y, room_made.width, all.height };
  lijn_color_to_rgba (&lijn_palette_get (lijn_view_get_palette (canvas->view))->soft, 0.15, &fill);
  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT ((float) room_made.x, (float) room_made.y,
                                                  (float) room_made.width,
                                                  (float) room_made.height));
  if (room->down)
    lijn_preview_guide (canvas, snapshot, &(LijnPoint){ all.x, at->y },
                        &(LijnPoint){ all.x + all.width, at->y });
  else
    lijn_preview_guide (canvas, snapshot, &(LijnPoint){ at->x, all.y },
                        &(LijnPoint){ at->x, all.y + all.height });
  lijn_preview_distance (canvas, snapshot, at, &to, fabs (room->by), TRUE);
}

static void
free_room (LijnDrag *drag)
{
  g_object_unref (((Room *) drag)->map);
  g_free (drag);
}

static const LijnDragClass room_class = {
  .cursor = "all-scroll",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_room,
  .moves = moves,
  .free = free_room,
};

LijnDrag *
lijn_drag_room_new (LijnCanvas *canvas)
{
  Room *room = g_new0 (Room, 1);

  room->parent.klass = &room_class;
  room->map = g_object_ref (lijn_view_get_map (canvas->view));
  return &room->parent;
}
