/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Which painted objects are still good: one is painted anew when it looks different, as its row
 * or one that belongs to it changed, or the layout tells that something in its area did. */

void
lijn_canvas_drop_ground (LijnCanvas *self)
{
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  lijn_canvas_forget_headers (self);
}

void
lijn_canvas_forget_painted (LijnCanvas *self)
{
  lijn_canvas_end_glide (self);
  lijn_canvas_drop_ground (self);
  lijn_node_cache_clear (self->objects);
  lijn_node_cache_clear (self->halos);
  lijn_tiles_clear (self->tiles);
  lijn_tiles_clear (self->halo_tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
change_tiles (LijnCanvas *self, const LijnRect *area)
{
  LijnRect around = lijn_rect_grow (area, LIJN_HALO_MARGIN);

  lijn_tiles_change (self->tiles, &around);
  lijn_tiles_change (self->halo_tiles, &around);
}

static void
drop (LijnCanvas *self, gpointer object)
{
  LijnRect bounds;

  if (object == NULL)
    return;
  lijn_node_cache_drop (self->objects, object);
  lijn_node_cache_drop (self->halos, object);
  if (self->layout != NULL && lijn_layout_get_object_bounds (self->layout, object, &bounds))
    change_tiles (self, &bounds);
}

void
lijn_canvas_selection_changed (LijnCanvas *self)
{
  lijn_tiles_clear (self->halo_tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_layout_changed (LijnCanvas *self, const LijnRect *area)
{
  g_autoptr (GPtrArray) objects = NULL;

  if (area != NULL && self->changed != NULL)
    g_array_append_vals (self->changed, area, 1);
  if (area == NULL)
    {
      lijn_canvas_forget_painted (self);
    }
  else
    {
      lijn_canvas_end_glide (self);
      lijn_canvas_drop_ground (self);
      change_tiles (self, area);
      objects = lijn_layout_find_in (self->layout, area);
      for (guint i = 0; i < objects->len; i++)
        {
          lijn_node_cache_drop (self->objects, g_ptr_array_index (objects, i));
          lijn_node_cache_drop (self->halos, g_ptr_array_index (objects, i));
        }
    }
  lijn_canvas_apply_place (self);
  lijn_canvas_update_hint (self);
}

/* Rows that show in the looks of another object. */
static void
drop_owner (LijnCanvas *self, LijnObject *object)
{
  if (LIJN_IS_SEVERITY (object))
    drop (self, lijn_severity_get_friction (LIJN_SEVERITY (object)));
  else if (LIJN_IS_SIGNOFF (object))
    drop (self, lijn_signoff_get_interface (LIJN_SIGNOFF (object)));
  else if (LIJN_IS_FLOW (object))
    drop (self, lijn_flow_get_interface (LIJN_FLOW (object)));
}

void
lijn_canvas_refreshed (LijnCanvas *self, LijnChanges *changes)
{
  LijnProject *project = lijn_view_get_project (self->view);
  gboolean all = lijn_changes_is_everything (changes);
  gboolean gone = FALSE;

  for (gsize i = 0; !all && i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);
      LijnObject *object = lijn_project_find (project, change->table, change->id);

      gone = gone || change->kind == LIJN_CHANGE_DELETE;
      /* A party's role and order make the colours and letters of all that it owns; and whose
       * score or signature went can no longer be told. */
      all = change->table == LIJN_TABLE_PARTY ||
            lijn_overlay_depends_on (lijn_view_get_overlay (self->view), change->table) ||
            (change->kind == LIJN_CHANGE_DELETE &&
             (change->table == LIJN_TABLE_SEVERITY || change->table == LIJN_TABLE_SIGNOFF));
      drop (self, object);
      if (object != NULL)
        drop_owner (self, object);
    }
  if (all)
    lijn_canvas_forget_painted (self);
  else if (gone)
    {
      lijn_node_cache_drop_gone (self->objects);
      lijn_node_cache_drop_gone (self->halos);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
