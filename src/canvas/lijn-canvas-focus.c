/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Focus mode: a veil over the map, and above it once more what is selected with what surrounds it:
 * what it is connected to, over which interface, and what hurts there. What surrounds the selection is
 * found once and kept until selection or project change. */

#define VEIL 0.78 /* how much of the paper lies over the rest */

static void
add_all (GHashTable *set, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (set, g_ptr_array_index (objects, i));
}

static void
add_one (GHashTable *set, gpointer object)
{
  if (object != NULL)
    g_hash_table_add (set, object);
}

static GPtrArray *
referrers (LijnObject *to, LijnTable table, const char *column)
{
  return lijn_project_referrers (lijn_object_get_project (to), table, column, to);
}

static void
add_ends (GHashTable *set, GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);

      g_hash_table_add (set, flow);
      add_one (set, lijn_flow_get_source (flow));
      add_one (set, lijn_flow_get_target (flow));
      add_one (set, lijn_flow_get_interface (flow));
    }
}

static void
add_element (GHashTable *set, LijnObject *element)
{
  add_ends (set, referrers (element, LIJN_TABLE_FLOW, "source"));
  add_ends (set, referrers (element, LIJN_TABLE_FLOW, "target"));
  add_all (set, referrers (element, LIJN_TABLE_FRICTION, "element"));
  add_all (set, referrers (element, LIJN_TABLE_ELEMENT, "container"));
}

static void
add_lane (GHashTable *set, LijnObject *lane)
{
  add_all (set, referrers (lane, LIJN_TABLE_ELEMENT, "lane"));
  add_all (set, referrers (lane, LIJN_TABLE_FRICTION, "lane"));
}

static void
add_around (GHashTable *set, LijnObject *object)
{
  LijnObject *anchor = NULL;

  g_hash_table_add (set, object);
  if (LIJN_IS_ELEMENT (object))
    add_element (set, object);
  else if (LIJN_IS_FLOW (object))
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, object);
      add_ends (set, one);
      add_all (set, referrers (object, LIJN_TABLE_FRICTION, "flow"));
    }
  else if (LIJN_IS_INTERFACE (object))
    {
      add_ends (set, referrers (object, LIJN_TABLE_FLOW, "interface"));
      add_all (set, referrers (object, LIJN_TABLE_FRICTION, "interface"));
    }
  else if (LIJN_IS_LANE (object))
    add_lane (set, object);
  else if (LIJN_IS_PARTY (object))
    {
      GPtrArray *lanes = referrers (object, LIJN_TABLE_LANE, "party");

      for (guint i = 0; i < lanes->len; i++)
        add_lane (set, g_ptr_array_index (lanes, i));
    }
  else if (LIJN_IS_FRICTION (object))
    {
      anchor = lijn_friction_get_anchor (LIJN_FRICTION (object));
      if (anchor != NULL)
        add_around (set, anchor);
    }
}

static GHashTable *
get_surroundings (LijnCanvas *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);

  if (self->surroundings != NULL)
    return self->surroundings;
  self->surroundings = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < selection->len; i++)
    add_around (self->surroundings, g_ptr_array_index (selection, i));
  return self->surroundings;
}

void
lijn_canvas_forget_surroundings (LijnCanvas *self)
{
  g_clear_pointer (&self->surroundings, g_hash_table_unref);
}

static void
append (LijnCanvas *self, GtkSnapshot *snapshot, LijnNodeCache *from, LijnObject *object,
        const LijnPaintOptions *options)
{
  GskRenderNode *node = lijn_node_cache_get (from, self->layout, object, options);

  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
}

void
lijn_canvas_snapshot_focus (LijnCanvas *self, GtkSnapshot *snapshot, const LijnRect *visible,
                            const LijnPaintOptions *options)
{
  const LijnColor *paper = &lijn_palette_get (options->palette)->paper;
  g_autoptr (GPtrArray) objects = NULL;
  GHashTable *around = NULL;
  GdkRGBA veil;

  if (!lijn_view_get_focus_mode (self->view) || lijn_view_get_selected (self->view) == NULL)
    return;

  around = get_surroundings (self);
  lijn_color_to_rgba (paper, VEIL, &veil);
  gtk_snapshot_append_color (snapshot, &veil,
                             &GRAPHENE_RECT_INIT ((float) visible->x, (float) visible->y,
                                                  (float) visible->width, (float) visible->height));
  objects = lijn_layout_find_in (self->layout, visible);
  for (guint i = 0; i < objects->len; i++)
    if (lijn_view_is_selected (self->view, g_ptr_array_index (objects, i)))
      append (self, snapshot, self->halos, g_ptr_array_index (objects, i), options);
  for (guint i = 0; i < objects->len; i++)
    if (g_hash_table_contains (around, g_ptr_array_index (objects, i)))
      append (self, snapshot, self->objects, g_ptr_array_index (objects, i), options);
}
