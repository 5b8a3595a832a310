/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* Undo and redo show where they were: what came back or looks different is selected, brought into
 * sight and flashed. For what went away there is only the place that looks different now, as the
 * layout tells it meanwhile. */

#define MOST_FLASHES 24 /* with more, all of it flashes as one */

static gboolean
is_on_map (LijnCanvas *self, LijnObject *object, LijnRect *rect)
{
  return self->layout != NULL && lijn_layout_get_object_bounds (self->layout, object, rect);
}

/* Lanes and parties are too large to be shown beside what is in them, and flows only follow. */
static guint
weight_of (LijnTable table)
{
  switch ((int) table)
    {
    case LIJN_TABLE_ELEMENT:
    case LIJN_TABLE_INTERFACE:
    case LIJN_TABLE_FRICTION:
      return 3;
    case LIJN_TABLE_FLOW:
      return 2;
    case LIJN_TABLE_LANE:
    case LIJN_TABLE_PARTY:
      return 1;
    default:
      return 0;
    }
}

/* Goes to the map on which @changes were, if they were on one. */
static void
go_to_map (LijnCanvas *self, LijnChanges *changes)
{
  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);
      LijnObject *object = lijn_project_find (lijn_view_get_project (self->view), change->table,
                                              change->id);

      if (!LIJN_IS_ELEMENT (object))
        continue;
      lijn_view_set_map (self->view, lijn_element_get_map (LIJN_ELEMENT (object)));
      return;
    }
}

/* The heaviest things among @changes that can be seen. (transfer container) */
static GPtrArray *
find_changed (LijnCanvas *self, LijnChanges *changes, GArray *rects)
{
  GPtrArray *objects = g_ptr_array_new ();
  guint heaviest = 1;

  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);
      LijnObject *object = lijn_project_find (lijn_view_get_project (self->view), change->table,
                                              change->id);
      guint weight = weight_of (change->table);
      LijnRect rect;

      if (object == NULL || weight < heaviest || !is_on_map (self, object, &rect))
        continue;
      if (weight > heaviest)
        {
          g_ptr_array_set_size (objects, 0);
          g_array_set_size (rects, 0);
          heaviest = weight;
        }
      g_ptr_array_add (objects, object);
      g_array_append_val (rects, rect);
    }
  return objects;
}

/* One thing may have had a part of it deleted, and nothing may be left of another: where what looks
 * different is away from what is still there, it is shown too. */
static void
add_areas (GArray *rects, GArray *areas)
{
  guint n = rects->len;

  for (guint i = 0; i < areas->len; i++)
    {
      LijnRect *area = &g_array_index (areas, LijnRect, i);
      gboolean shown = FALSE;

      for (guint j = 0; j < n; j++)
        shown = shown || lijn_rect_intersects (area, &g_array_index (rects, LijnRect, j));
      if (!shown)
        g_array_append_vals (rects, area, 1);
    }
}

static void
show (LijnCanvas *self, GArray *rects)
{
  LijnRect all = g_array_index (rects, LijnRect, 0);

  for (guint i = 1; i < rects->len; i++)
    all = lijn_rect_union (&all, &g_array_index (rects, LijnRect, i));
  lijn_canvas_bring_into_sight (self, &all);
  if (rects->len > MOST_FLASHES)
    lijn_canvas_flash (self, &all, 1);
  else
    lijn_canvas_flash (self, (const LijnRect *) (gconstpointer) rects->data, rects->len);
}

static void
show_changes (LijnCanvas *self, LijnChanges *changes, GArray *areas)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  g_autoptr (GPtrArray) objects = NULL;
  LijnLayout *before = self->layout;

  go_to_map (self, changes);
  objects = find_changed (self, changes, rects);
  if (objects->len > 0)
    lijn_view_select_many (self->view, objects);
  if (self->layout == before)
    add_areas (rects, areas);
  if (rects->len > 0)
    show (self, rects);
}

void
lijn_canvas_undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnProject *project = lijn_view_get_project (self->view);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  g_autoptr (LijnChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean redo = g_str_equal (name, "canvas.redo");
  gboolean ok;

  self->changed = areas;
  ok = redo ? lijn_edit_redo (project, &changes, &error)
            : lijn_edit_undo (project, &changes, &error);
  self->changed = NULL;
  if (ok && changes != NULL)
    show_changes (self, changes, areas);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}
