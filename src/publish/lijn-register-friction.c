/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

/* The friction points by number: who feels what where, how badly, and who works on it. */

enum
{
  COLUMN_PIN,
  COLUMN_WHERE,
  COLUMN_CUSTOMER,
  COLUMN_SUPPLIER,
  COLUMN_RAISED,
  COLUMN_SEVERITY,
  COLUMN_KIND,
  COLUMN_TEAM,
  N_COLUMNS,
};

/* What it is pinned on, the lane that lies in, and the map where there is more than one. */
static char *
describe_place (const LijnRegisters *self, LijnFriction *friction)
{
  LijnObject *anchor = lijn_friction_get_anchor (friction);
  LijnMap *map = lijn_friction_get_place (friction);
  GString *text = g_string_new (NULL);

  if (anchor != NULL)
    {
      g_autofree char *name = lijn_words_for_object (anchor);

      lijn_registers_append_line (text, name);
    }
  if (LIJN_IS_ELEMENT (anchor) && lijn_element_get_lane (LIJN_ELEMENT (anchor)) != NULL)
    lijn_registers_append_line (text,
                                lijn_lane_get_name (lijn_element_get_lane (LIJN_ELEMENT (anchor))));
  if (map != NULL && (anchor == NULL || lijn_registers_has_many_maps (self)))
    lijn_registers_append_line (text, lijn_map_get_title (map));
  return g_string_free (text, FALSE);
}

/* How badly each party feels it. */
static char *
describe_severity (const LijnRegisters *self, LijnFriction *friction)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < parties->len; i++)
    {
      LijnParty *party = g_ptr_array_index (parties, i);
      int score = lijn_friction_get_severity (friction, party);
      g_autofree char *line = NULL;

      if (score == 0)
        continue;
      /* Translators: a party's name, and how severe it finds a friction point, 1 to 5. */
      line = g_strdup_printf (_ ("%s: %d"), lijn_party_get_name (party), score);
      lijn_registers_append_line (text, line);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_kind (LijnFriction *friction)
{
  GString *text = g_string_new (lijn_word_for_category (lijn_friction_get_category (friction)));
  LijnFrictionStatus status = lijn_friction_get_status (friction);

  lijn_registers_append_line (text, lijn_word_for_friction_status (status));
  if (status == LIJN_FRICTION_STATUS_PARKED || status == LIJN_FRICTION_STATUS_WITHDRAWN)
    lijn_registers_append_line (text, lijn_friction_get_status_reason (friction));
  if (lijn_friction_get_priority (friction) > 0)
    {
      g_autofree char *line = g_strdup_printf (_ ("Priority %d"),
                                               lijn_friction_get_priority (friction));

      lijn_registers_append_line (text, line);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_teams (const LijnRegisters *self, LijnFriction *friction)
{
  g_autoptr (GPtrArray)
      assignments = lijn_registers_referrers (self, LIJN_TABLE_ASSIGNMENT, "friction", friction);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      LijnTeam *team = lijn_assignment_get_team (g_ptr_array_index (assignments, i));

      if (team != NULL)
        lijn_registers_append_line (text, lijn_team_get_name (team));
    }
  return g_string_free (text, FALSE);
}

static void
add_row (const LijnRegisters *self, LijnSheet *sheet, LijnFriction *friction)
{
  g_autofree char *place = describe_place (self, friction);
  LijnParty *raised_by = lijn_friction_get_raised_by (friction);
  g_autofree char *severity = describe_severity (self, friction);
  g_autofree char *kind = describe_kind (friction);
  g_autofree char *teams = describe_teams (self, friction);
  LijnSheetCell cells[N_COLUMNS] = {
    [COLUMN_PIN] = lijn_registers_pin_cell (friction),
    [COLUMN_WHERE] = { .text = place, .style = LIJN_SHEET_SOFT },
    [COLUMN_CUSTOMER] = { .text = lijn_friction_get_customer_words (friction),
                          .style = LIJN_SHEET_TEXT },
    [COLUMN_SUPPLIER] = { .text = lijn_friction_get_supplier_words (friction),
                          .style = LIJN_SHEET_TEXT },
    [COLUMN_RAISED] = { .text = raised_by != NULL ? lijn_party_get_name (raised_by) : "",
                        .style = LIJN_SHEET_TEXT },
    [COLUMN_SEVERITY] = { .text = severity, .style = LIJN_SHEET_TEXT },
    [COLUMN_KIND] = { .text = kind, .style = LIJN_SHEET_TEXT },
    [COLUMN_TEAM] = { .text = teams, .style = LIJN_SHEET_TEXT },
  };

  lijn_sheet_mark (sheet, lijn_object_get_id (LIJN_OBJECT (friction)));
  lijn_sheet_add_row (sheet, cells);
}

void
lijn_registers_add_friction (const LijnRegisters *self, LijnSheet *sheet)
{
  const LijnSheetColumn columns[N_COLUMNS] = {
    [COLUMN_PIN] = { "", 0.065 },
    [COLUMN_WHERE] = { _ ("Where"), 0.13 },
    [COLUMN_CUSTOMER] = { _ ("In the customer’s words"), 0.19 },
    [COLUMN_SUPPLIER] = { _ ("In the supplier’s words"), 0.19 },
    [COLUMN_RAISED] = { _ ("Raised by"), 0.085 },
    [COLUMN_SEVERITY] = { _ ("Severity"), 0.11 },
    [COLUMN_KIND] = { _ ("Kind and status"), 0.13 },
    [COLUMN_TEAM] = { _ ("Team"), 0.1 },
  };
  GListModel *all = lijn_project_list (self->project, LIJN_TABLE_FRICTION);
  guint n = g_list_model_get_n_items (all);
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (all, i);

      if (!lijn_audience_may_see (&self->audience, LIJN_OBJECT (friction)) ||
          !lijn_registers_shows_map (self, lijn_friction_get_place (friction)))
        continue;
      if (!begun)
        {
          lijn_sheet_begin_part (sheet);
          lijn_sheet_mark (sheet, "friction");
          lijn_sheet_add (sheet, LIJN_SHEET_TITLE, _ ("Friction points"));
          lijn_sheet_begin_table (sheet, columns, N_COLUMNS);
          begun = TRUE;
        }
      add_row (self, sheet, friction);
    }
  if (begun)
    lijn_sheet_end_table (sheet);
}
