/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-view-private.h"

/* Which map is shown, where one looks at it, and where one has looked.
 *
 * The place and zoom of a map are remembered a while after they last changed, when another map
 * is shown, and at the end. */

#define REMEMBER_AFTER_SECONDS 2

void
lijn_view_remember (LijnView *self)
{
  g_clear_handle_id (&self->remember_id, g_source_remove);
  if (self->map != NULL && !self->beside)
    lijn_view_memory_set (self->project, self->map, &self->memory);
}

static gboolean
remember_cb (gpointer data)
{
  LijnView *self = data;

  self->remember_id = 0;
  lijn_view_remember (self);
  return G_SOURCE_REMOVE;
}

static void
remember_soon (LijnView *self)
{
  if (self->remember_id == 0)
    self->remember_id = g_timeout_add_seconds (REMEMBER_AFTER_SECONDS, remember_cb, self);
}

static void
show_map (LijnView *self, LijnMap *map)
{
  if (self->map != NULL && !lijn_object_is_gone (LIJN_OBJECT (self->map)))
    lijn_view_remember (self);
  g_clear_handle_id (&self->remember_id, g_source_remove);
  g_set_object (&self->map, map);
  self->memory = (LijnViewMemory){ .zoom = 1 };
  if (map != NULL)
    {
      LijnViewMemory memory = lijn_view_memory_get (self->project, map);

      if (memory.known)
        self->memory = memory;
    }
  self->memory.zoom = CLAMP (self->memory.zoom, LIJN_VIEW_ZOOM_MIN, LIJN_VIEW_ZOOM_MAX);

  lijn_view_tell_selection (self, lijn_selection_set (self->selection, NULL, 0));
  g_object_notify (G_OBJECT (self), "map");
  g_object_notify (G_OBJECT (self), "zoom");
}

void
lijn_view_set_map (LijnView *self, LijnMap *map)
{
  if (map == self->map)
    return;
  lijn_view_mark_place (self);
  show_map (self, map);
}

LijnLayout *
lijn_view_get_layout (LijnView *self)
{
  return self->map != NULL ? lijn_layout_of (self->map) : NULL;
}

double
lijn_view_get_zoom (LijnView *self)
{
  return self->memory.zoom;
}

void
lijn_view_set_zoom (LijnView *self, double zoom)
{
  zoom = CLAMP (zoom, LIJN_VIEW_ZOOM_MIN, LIJN_VIEW_ZOOM_MAX);
  if (G_APPROX_VALUE (zoom, self->memory.zoom, 1e-9))
    return;
  self->memory.zoom = zoom;
  remember_soon (self);
  g_object_notify (G_OBJECT (self), "zoom");
}

gboolean
lijn_view_get_place (LijnView *self, LijnPoint *place)
{
  *place = self->memory.place;
  return self->memory.known;
}

void
lijn_view_set_place (LijnView *self, const LijnPoint *place)
{
  self->memory.place = *place;
  self->memory.known = TRUE;
  remember_soon (self);
}

void
lijn_view_peek (LijnView *self, LijnObject *object)
{
  LijnMap *map = lijn_map_of (object);

  if (lijn_object_is_gone (object))
    return;
  if (map != NULL && map != self->map && !lijn_object_is_gone (LIJN_OBJECT (map)))
    show_map (self, map);
  lijn_view_select (self, object);
  g_signal_emit_by_name (self, "shown", object);
}

void
lijn_view_show (LijnView *self, LijnObject *object)
{
  lijn_view_mark_place (self);
  lijn_view_peek (self, object);
}

void
lijn_view_show_new (LijnView *self, LijnObject *object)
{
  lijn_view_show (self, object);
  g_signal_emit_by_name (self, "edit-requested");
}

static LijnStop
present_stop (LijnView *self)
{
  return (LijnStop){ self->map, self->memory.place, self->memory.zoom };
}

void
lijn_view_mark_place (LijnView *self)
{
  LijnStop here = present_stop (self);

  if (self->map != NULL && self->memory.known && !lijn_object_is_gone (LIJN_OBJECT (self->map)))
    lijn_places_leave (self->places, &here);
}

gboolean
lijn_view_can_go (LijnView *self, gboolean forward)
{
  return self->map != NULL && lijn_places_can_go (self->places, forward);
}

gboolean
lijn_view_go (LijnView *self, gboolean forward)
{
  LijnStop here = present_stop (self), to;

  if (self->map == NULL || !lijn_places_go (self->places, forward, &here, &to))
    return FALSE;
  if (to.map != self->map)
    show_map (self, to.map);
  lijn_view_set_zoom (self, to.zoom);
  lijn_view_set_place (self, &to.place);
  g_object_unref (to.map);
  g_signal_emit_by_name (self, "went");
  return TRUE;
}
