/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The teams: who is in them from which party, what they work on, and what they do about it. */

enum
{
  COLUMN_WHAT,
  COLUMN_WHO,
  COLUMN_DUE,
  COLUMN_STATUS,
  COLUMN_FOR,
  N_COLUMNS,
};

/* Takes @line. */
static void
add_line (LijnSheet *sheet, LijnSheetStyle style, char *line)
{
  g_autofree char *text = line;

  lijn_sheet_add (sheet, style, text);
}

static char *
describe_person (LijnPerson *person)
{
  const char *function = lijn_person_get_function (person);

  if (*function == '\0')
    return g_strdup (lijn_person_get_name (person));
  /* Translators: a person's name and function. */
  return g_strdup_printf (_ ("%s (%s)"), lijn_person_get_name (person), function);
}

/* Names of the team's members from @party, or NULL when there is none. */
static char *
list_members (GPtrArray *members, LijnParty *party)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      LijnPerson *person = lijn_member_get_person (g_ptr_array_index (members, i));
      g_autofree char *name = NULL;

      if (person == NULL || lijn_person_get_party (person) != party)
        continue;
      name = describe_person (person);
      g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", name);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_members (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team)
{
  g_autoptr (GPtrArray) members = lijn_registers_referrers (self, LIJN_TABLE_MEMBER, "team", team);
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);

  for (guint i = 0; i < parties->len; i++)
    {
      LijnParty *party = g_ptr_array_index (parties, i);
      g_autofree char *names = list_members (members, party);

      if (names != NULL)
        add_line (sheet, LIJN_SHEET_TEXT,
                  g_strdup_printf (_ ("From %s: %s"), lijn_party_get_name (party), names));
    }
}

/* What the review finds about the team: that a party is missing. */
static void
add_warnings (GPtrArray *findings, LijnSheet *sheet, LijnTeam *team)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = g_ptr_array_index (findings, i);

      if (finding->object == LIJN_OBJECT (team) && finding->waiver == NULL)
        add_line (sheet, LIJN_SHEET_WARNING, lijn_finding_describe (finding));
    }
}

static int
compare_assignments (gconstpointer a, gconstpointer b)
{
  LijnFriction *one = lijn_assignment_get_friction (*(LijnAssignment *const *) a);
  LijnFriction *other = lijn_assignment_get_friction (*(LijnAssignment *const *) b);

  return lijn_friction_get_number (one) - lijn_friction_get_number (other);
}

static void
add_friction_points (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team)
{
  g_autoptr (GPtrArray)
      assignments = lijn_registers_referrers (self, LIJN_TABLE_ASSIGNMENT, "team", team);

  if (assignments->len == 0)
    return;
  g_ptr_array_sort (assignments, compare_assignments);
  lijn_sheet_space (sheet, 4);
  lijn_sheet_add (sheet, LIJN_SHEET_SOFT, _ ("Works on"));
  for (guint i = 0; i < assignments->len; i++)
    {
      LijnFriction *friction = lijn_assignment_get_friction (g_ptr_array_index (assignments, i));
      g_autofree char *words = lijn_text_one_line (lijn_friction_get_words (friction));

      add_line (sheet, LIJN_SHEET_TEXT,
                g_strdup_printf (_ ("%d. %s"), lijn_friction_get_number (friction), words));
    }
}

static char *
remedied_numbers (const LijnRegisters *self, LijnAction *action)
{
  g_autoptr (GPtrArray)
      remedies = lijn_registers_referrers (self, LIJN_TABLE_REMEDY, "action", action);
  g_autoptr (GPtrArray) frictions = g_ptr_array_new ();

  for (guint i = 0; i < remedies->len; i++)
    g_ptr_array_add (frictions, lijn_remedy_get_friction (g_ptr_array_index (remedies, i)));
  return lijn_registers_numbers (frictions);
}

static void
add_actions (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team)
{
  const LijnSheetColumn columns[N_COLUMNS] = {
    [COLUMN_WHAT] = { _ ("Action"), 0.44 },      [COLUMN_WHO] = { _ ("Who"), 0.2 },
    [COLUMN_DUE] = { _ ("Due"), 0.12 },          [COLUMN_STATUS] = { _ ("Status"), 0.11 },
    [COLUMN_FOR] = { _ ("For friction"), 0.13 },
  };
  g_autoptr (GPtrArray) actions = lijn_registers_referrers (self, LIJN_TABLE_ACTION, "team", team);

  if (actions->len == 0)
    return;
  lijn_sheet_space (sheet, 6);
  lijn_sheet_begin_table (sheet, columns, N_COLUMNS);
  for (guint i = 0; i < actions->len; i++)
    {
      LijnAction *action = g_ptr_array_index (actions, i);
      LijnPerson *person = lijn_action_get_person (action);
      g_autofree char *numbers = remedied_numbers (self, action);
      LijnSheetCell cells[N_COLUMNS] = {
        [COLUMN_WHAT] = { .text = lijn_action_get_what (action), .style = LIJN_SHEET_TEXT },
        [COLUMN_WHO] = { .text = person != NULL ? lijn_person_get_name (person) : "",
                         .style = LIJN_SHEET_TEXT },
        [COLUMN_DUE] = { .text = lijn_action_get_due (action), .style = LIJN_SHEET_TEXT },
        [COLUMN_STATUS] = { .text = lijn_word_for_action_status (lijn_action_get_status (action)),
                            .style = LIJN_SHEET_TEXT },
        [COLUMN_FOR] = { .text = numbers, .style = LIJN_SHEET_TEXT },
      };

      lijn_sheet_add_row (sheet, cells);
    }
  lijn_sheet_end_table (sheet);
}

static void
add_leaders (LijnSheet *sheet, LijnTeam *team)
{
  LijnPerson *lead = lijn_team_get_lead (team);
  LijnPerson *sponsor = lijn_team_get_sponsor (team);
  const char *goal = lijn_team_get_goal (team);

  if (*goal != '\0')
    add_line (sheet, LIJN_SHEET_TEXT, g_strdup_printf (_ ("Goal: %s"), goal));
  if (lead != NULL)
    {
      g_autofree char *name = describe_person (lead);

      add_line (sheet, LIJN_SHEET_TEXT, g_strdup_printf (_ ("Lead: %s"), name));
    }
  if (sponsor != NULL)
    {
      g_autofree char *name = describe_person (sponsor);

      add_line (sheet, LIJN_SHEET_TEXT, g_strdup_printf (_ ("Sponsor: %s"), name));
    }
}

static void
add_team (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team, GPtrArray *findings)
{
  const char *kind = lijn_word_for_team_kind (lijn_team_get_kind (team));
  g_autofree char *heading = *lijn_team_get_name (team) != '\0' &&
                                     g_strcmp0 (lijn_team_get_name (team), kind) != 0
                                 ? g_strdup_printf (_ ("%s · %s"), lijn_team_get_name (team), kind)
                                 : g_strdup (kind);

  lijn_sheet_mark (sheet, lijn_object_get_id (LIJN_OBJECT (team)));
  lijn_sheet_add (sheet, LIJN_SHEET_HEADING, heading);
  add_warnings (findings, sheet, team);
  add_leaders (sheet, team);
  add_members (self, sheet, team);
  add_friction_points (self, sheet, team);
  add_actions (self, sheet, team);
  lijn_sheet_space (sheet, 12);
}

void
lijn_registers_add_charter (const LijnRegisters *self, LijnSheet *sheet, LijnTeam *team)
{
  g_autofree char *today = lijn_text_today ();
  g_autoptr (GPtrArray) findings = NULL;

  if (!lijn_audience_may_see (&self->audience, LIJN_OBJECT (team)))
    return;

  findings = lijn_rules_check (self->project, today);
  lijn_sheet_begin_part (sheet);
  lijn_sheet_add (sheet, LIJN_SHEET_TITLE, lijn_project_get_title (self->project));
  add_team (self, sheet, team, findings);
}

void
lijn_registers_add_teams (const LijnRegisters *self, LijnSheet *sheet)
{
  GListModel *teams = lijn_project_list (self->project, LIJN_TABLE_TEAM);
  guint n = g_list_model_get_n_items (teams);
  g_autofree char *today = lijn_text_today ();
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnTeam) team = g_list_model_get_item (teams, i);

      if (!lijn_audience_may_see (&self->audience, LIJN_OBJECT (team)))
        continue;
      if (findings == NULL)
        {
          findings = lijn_rules_check (self->project, today);
          lijn_sheet_begin_part (sheet);
          lijn_sheet_mark (sheet, "teams");
          lijn_sheet_add (sheet, LIJN_SHEET_TITLE, _ ("Teams"));
        }
      add_team (self, sheet, team, findings);
    }
}
