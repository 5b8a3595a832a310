/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

gboolean
lijn_registers_shows_map (const LijnRegisters *self, LijnMap *map)
{
  if (self->map != NULL)
    return map == self->map;
  return map == NULL || lijn_audience_may_see (&self->audience, LIJN_OBJECT (map));
}

gboolean
lijn_registers_has_many_maps (const LijnRegisters *self)
{
  return self->map == NULL && lijn_project_count (self->project, LIJN_TABLE_MAP) > 1;
}

GPtrArray *
lijn_registers_referrers (const LijnRegisters *self, LijnTable table, const char *column,
                          gpointer to)
{
  GPtrArray *all = lijn_project_referrers (self->project, table, column, LIJN_OBJECT (to));
  GPtrArray *seen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (lijn_audience_may_see (&self->audience, g_ptr_array_index (all, i)))
      g_ptr_array_add (seen, g_ptr_array_index (all, i));
  return seen;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  int one = lijn_friction_get_number (*(LijnFriction *const *) a);
  int other = lijn_friction_get_number (*(LijnFriction *const *) b);

  return (one > other) - (one < other);
}

char *
lijn_registers_numbers (GPtrArray *frictions)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (frictions, compare_numbers);
  for (guint i = 0; i < frictions->len; i++)
    g_string_append_printf (text, i > 0 ? ", %d" : "%d",
                            lijn_friction_get_number (g_ptr_array_index (frictions, i)));
  return g_string_free (text, FALSE);
}

static void
draw_pin (cairo_t *cr, double x, double y, gpointer data)
{
  LijnPaintOptions options = { .palette = LIJN_PALETTE_PAPER };

  lijn_paint_pin_of (cr, x + 9, y + 22, 17, data, &options);
}

static void
draw_number (cairo_t *cr, double x, double y, gpointer data)
{
  LijnPaintOptions options = { .palette = LIJN_PALETTE_PAPER };

  lijn_paint_number_of (cr, x, y, data, &options);
}

void
lijn_registers_append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

LijnSheetCell
lijn_registers_number_cell (LijnInterface *interface)
{
  return (LijnSheetCell){
    .draw = draw_number,
    .data = g_object_ref (interface),
    .free = g_object_unref,
    .height = 18,
    .leads_to = lijn_object_get_id (LIJN_OBJECT (interface)),
  };
}

LijnSheetCell
lijn_registers_pin_cell (LijnFriction *friction)
{
  return (LijnSheetCell){
    .draw = draw_pin,
    .data = g_object_ref (friction),
    .free = g_object_unref,
    .height = 25,
    .leads_to = lijn_object_get_id (LIJN_OBJECT (friction)),
  };
}
