/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

/* Making the scene, in the order that lijn-scene.h tells. */

#define MOST_PASSES 4

static GPtrArray *
members (LijnLayout *self, LijnTable table)
{
  return lijn_project_referrers (self->project, table, "map", LIJN_OBJECT (self->map));
}

static void
clear (LijnLayout *self)
{
  g_sequence_remove_range (g_sequence_get_begin_iter (self->queue),
                           g_sequence_get_end_iter (self->queue));
  g_sequence_remove_range (g_sequence_get_begin_iter (self->loose),
                           g_sequence_get_end_iter (self->loose));
  g_array_set_size (self->touched, 0);
  lijn_grid_free (self->things);
  lijn_grid_free (self->watches);
  self->things = lijn_grid_new ();
  self->watches = lijn_grid_new ();
  for (guint i = 0; i < self->lines->len; i++)
    {
      LijnLine *line = g_ptr_array_index (self->lines, i);

      g_ptr_array_set_size (line->tags, 0);
      g_ptr_array_set_size (line->wires, 0);
      line->stale = FALSE;
    }
  g_hash_table_remove_all (self->pins);
  g_hash_table_remove_all (self->clusters);
  g_hash_table_remove_all (self->tags);
  g_hash_table_remove_all (self->wires);
  g_hash_table_remove_all (self->boxes);
  self->looks = (LijnRect){ 0, 0, 0, 0 };
  self->looks_stale = FALSE;
  self->content_right = 0;
  self->content_right_stale = FALSE;
  self->n_bend_in_band = 0;
  self->n_strays = 0;
  g_array_set_size (self->stale_bands, 0);
}

static void
make_wires (LijnLayout *self)
{
  GPtrArray *flows = members (self, LIJN_TABLE_FLOW);

  for (guint i = 0; i < flows->len; i++)
    if (lijn_scene_may_see (self, flows->pdata[i]))
      lijn_wire_new (self, flows->pdata[i]);
  lijn_band_ends_spread (self, NULL);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnWire *wire = lijn_scene_wire (self, flows->pdata[i]);

      if (wire != NULL)
        lijn_wire_lay (self, wire);
    }
  lijn_loose_find (self);
}

static void
make_things (LijnLayout *self)
{
  GPtrArray *elements = members (self, LIJN_TABLE_ELEMENT);
  GPtrArray *interfaces = members (self, LIJN_TABLE_INTERFACE);
  GListModel *frictions = lijn_project_list (self->project, LIJN_TABLE_FRICTION);

  for (guint i = 0; i < elements->len; i++)
    if (lijn_scene_may_see (self, elements->pdata[i]))
      lijn_box_lay (self, lijn_box_new (self, elements->pdata[i]));
  make_wires (self);
  for (guint i = 0; i < interfaces->len; i++)
    if (lijn_scene_may_see (self, interfaces->pdata[i]))
      lijn_tag_measure (self, lijn_tag_new (self, interfaces->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);

      lijn_pins_set (self, friction);
    }
}

static void
begin_with_one_row (LijnLayout *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      LijnLine *line = g_ptr_array_index (self->lines, i);

      line->rows = 1;
      line->pitch = 0;
    }
}

/* Makes things until the bands have room for the tags. */
static void
make_until_it_fits (LijnLayout *self)
{
  for (guint pass = 0; pass < MOST_PASSES; pass++)
    {
      clear (self);
      lijn_bands_build (self);
      make_things (self);
      if (lijn_tags_pack (self))
        return;
    }
}

void
lijn_scene_build (LijnLayout *self)
{
  self->settling = FALSE;
  begin_with_one_row (self);
  make_until_it_fits (self);
  lijn_bands_fit_width (self);
  lijn_tags_show (self);
  lijn_marks_settle (self);
  self->settling = TRUE;
}
