/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The interfaces of each map by number: what crosses the line, from whom to whom, by what norm. */

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_PARTIES,
  COLUMN_CHANNEL,
  COLUMN_TIME,
  COLUMN_AGREEMENT,
  COLUMN_FRICTION,
  N_COLUMNS,
};

static char *
describe_times (LijnInterface *interface)
{
  GString *text = g_string_new (NULL);
  g_autofree char *norm = lijn_words_for_duration (lijn_interface_get_norm_minutes (interface));
  g_autofree char *actual = lijn_words_for_duration (lijn_interface_get_actual_minutes (interface));
  double complete = lijn_interface_get_complete_accurate (interface);

  if (*norm != '\0')
    {
      g_autofree char *line = g_strdup_printf (_ ("Norm %s"), norm);

      lijn_registers_append_line (text, line);
    }
  if (*actual != '\0')
    {
      g_autofree char *line = g_strdup_printf (_ ("Actual %s"), actual);

      lijn_registers_append_line (text, line);
    }
  if (!isnan (complete))
    {
      g_autofree char *line = g_strdup_printf (_ ("%.0f %% complete and accurate"), complete);

      lijn_registers_append_line (text, line);
    }
  return g_string_free (text, FALSE);
}

/* What it carries and in which form, under its name. */
static char *
describe_deliverable (LijnInterface *interface)
{
  GString *text = g_string_new (NULL);
  const char *name = lijn_interface_get_name (interface);
  const char *deliverable = lijn_interface_get_deliverable (interface);

  lijn_registers_append_line (text, name);
  if (g_strcmp0 (name, deliverable) != 0)
    lijn_registers_append_line (text, deliverable);
  lijn_registers_append_line (text, lijn_interface_get_form (interface));
  if (text->len == 0)
    {
      g_autofree char *words = lijn_words_for_object (LIJN_OBJECT (interface));

      lijn_registers_append_line (text, words);
    }
  return g_string_free (text, FALSE);
}

static const char *
party_name (LijnParty *party)
{
  return party != NULL ? lijn_party_get_name (party) : "";
}

static void
append_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    if (!g_ptr_array_find (to, g_ptr_array_index (from, i), NULL))
      g_ptr_array_add (to, g_ptr_array_index (from, i));
}

/* Of the friction points on it and on its hand-overs. */
static char *
friction_numbers (const LijnRegisters *self, LijnInterface *interface)
{
  g_autoptr (GPtrArray)
      frictions = lijn_registers_referrers (self, LIJN_TABLE_FRICTION, "interface", interface);
  g_autoptr (GPtrArray)
      flows = lijn_registers_referrers (self, LIJN_TABLE_FLOW, "interface", interface);

  for (guint i = 0; i < flows->len; i++)
    {
      g_autoptr (GPtrArray) on_flow = lijn_registers_referrers (self, LIJN_TABLE_FRICTION, "flow",
                                                                g_ptr_array_index (flows, i));

      append_all (frictions, on_flow);
    }
  return lijn_registers_numbers (frictions);
}

static LijnSheetStyle
agreement_style (LijnAgreement agreement)
{
  return agreement == LIJN_AGREEMENT_AGREED ? LIJN_SHEET_STRONG : LIJN_SHEET_TEXT;
}

static void
add_row (const LijnRegisters *self, LijnSheet *sheet, LijnInterface *interface)
{
  LijnAgreement agreement = lijn_interface_get_agreement (interface);
  g_autofree char *name = describe_deliverable (interface);
  g_autofree char *parties = g_strdup_printf (_ ("%s → %s"),
                                              party_name (lijn_interface_get_giver (interface)),
                                              party_name (lijn_interface_get_receiver (interface)));
  g_autofree char *times = describe_times (interface);
  g_autofree char *frictions = friction_numbers (self, interface);
  LijnSheetCell cells[N_COLUMNS] = {
    [COLUMN_NUMBER] = lijn_registers_number_cell (interface),
    [COLUMN_NAME] = { .text = name, .style = LIJN_SHEET_NAMED },
    [COLUMN_PARTIES] = { .text = parties, .style = LIJN_SHEET_TEXT },
    [COLUMN_CHANNEL] = { .text = lijn_interface_get_channel (interface), .style = LIJN_SHEET_TEXT },
    [COLUMN_TIME] = { .text = times, .style = LIJN_SHEET_TEXT },
    [COLUMN_AGREEMENT] = { .text = lijn_word_for_agreement (agreement),
                           .style = agreement_style (agreement) },
    [COLUMN_FRICTION] = { .text = frictions, .style = LIJN_SHEET_TEXT },
  };

  lijn_sheet_mark (sheet, lijn_object_get_id (LIJN_OBJECT (interface)));
  lijn_sheet_add_row (sheet, cells);
}

static void
add_map (const LijnRegisters *self, LijnSheet *sheet, LijnMap *map)
{
  const LijnSheetColumn columns[N_COLUMNS] = {
    [COLUMN_NUMBER] = { "", 0.065 },
    [COLUMN_NAME] = { _ ("What crosses the line"), 0.225 },
    [COLUMN_PARTIES] = { _ ("From → to"), 0.16 },
    [COLUMN_CHANNEL] = { _ ("Channel"), 0.13 },
    [COLUMN_TIME] = { _ ("Time"), 0.18 },
    [COLUMN_AGREEMENT] = { _ ("Agreement"), 0.12 },
    [COLUMN_FRICTION] = { _ ("Friction points"), 0.12 },
  };
  g_autoptr (GPtrArray)
      interfaces = lijn_registers_referrers (self, LIJN_TABLE_INTERFACE, "map", map);

  if (interfaces->len == 0)
    return;
  if (lijn_registers_has_many_maps (self))
    lijn_sheet_add (sheet, LIJN_SHEET_HEADING, lijn_map_get_title (map));
  lijn_sheet_begin_table (sheet, columns, N_COLUMNS);
  for (guint i = 0; i < interfaces->len; i++)
    add_row (self, sheet, g_ptr_array_index (interfaces, i));
  lijn_sheet_end_table (sheet);
}

static gboolean
any_interface (const LijnRegisters *self)
{
  GListModel *all = lijn_project_list (self->project, LIJN_TABLE_INTERFACE);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnInterface) interface = g_list_model_get_item (all, i);

      if (lijn_registers_shows_map (self, lijn_interface_get_map (interface)) &&
          lijn_audience_may_see (&self->audience, LIJN_OBJECT (interface)))
        return TRUE;
    }
  return FALSE;
}

void
lijn_registers_add_interfaces (const LijnRegisters *self, LijnSheet *sheet)
{
  GListModel *maps = lijn_project_list (self->project, LIJN_TABLE_MAP);
  guint n = g_list_model_get_n_items (maps);

  if (!any_interface (self))
    return;
  lijn_sheet_begin_part (sheet);
  lijn_sheet_mark (sheet, "interfaces");
  lijn_sheet_add (sheet, LIJN_SHEET_TITLE, _ ("Interfaces"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);

      if (lijn_registers_shows_map (self, map))
        add_map (self, sheet, map);
    }
}
