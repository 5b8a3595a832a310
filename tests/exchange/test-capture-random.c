/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture.h"
#include "lijn-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Random projects with the oddest names, written as capture text and captured into a new file. The
 * two must be equal in everything but places, times and ids, and give the same text. */

static const char *const names[] = {
  "Register claim",
  "Check",
  "check",
  "Complete?",
  "Is it; or: not?",
  "A -> B",
  "=> 3 Form",
  "! Customer 4: hurts",
  "@ Check",
  "# not a comment",
  "---",
  "team Intake: goal",
  "Document",
  "end",
  "wait: 3 days",
  "3 days",
  "Check #2",
  "~e1",
  "Form ~b",
  "In / out",
  "In/out",
  "\"quoted\"",
  "half \"quoted\" name",
  "back\\slash",
  "“typographic”",
  "yes",
  "customer",
  "Leverancier",
  "beside",
  "(supplier)",
  "Name (Party)",
  "lane Customer / Desk",
  "Überprüfung – naïve ✓",
  "العقد",
  "a, b, c",
  "https://example.org/a:b",
  "10:30",
  "norm 2 days",
  "private to nobody",
  "link !3 to Team",
  "",
};

static const char *
pick_name (gboolean may_be_empty)
{
  return names[g_test_rand_int_range (0, (int) G_N_ELEMENTS (names) - (may_be_empty ? 0 : 1))];
}

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static gpointer
pick (LijnProject *project, LijnTable table)
{
  GListModel *list = lijn_project_list (project, table);
  guint n = g_list_model_get_n_items (list);
  gpointer object = n > 0 ? g_list_model_get_item (list, (guint) g_test_rand_int_range (0, (int) n))
                          : NULL;

  /* The project keeps it. */
  if (object != NULL)
    g_object_unref (object);
  return object;
}

static void
draw_lanes (LijnProject *project)
{
  int n_parties = g_test_rand_int_range (2, 5);
  int n_maps = g_test_rand_int_range (1, 3);

  for (int i = 0; i < n_parties; i++)
    lijn_edit_add_party (project,
                         i < 2 ? (LijnPartyRole) i : (LijnPartyRole) g_test_rand_int_range (0, 3),
                         pick_name (FALSE), NULL);
  for (int i = 0; i < n_maps; i++)
    lijn_edit_add_map (project, chance (70) ? LIJN_MAP_KIND_AS_IS : LIJN_MAP_KIND_TO_BE,
                       pick_name (FALSE), NULL);
  for (int i = 0; i < 3 * n_maps; i++)
    lijn_edit_add_lane (pick (project, LIJN_TABLE_MAP), pick (project, LIJN_TABLE_PARTY),
                        pick_name (TRUE), NULL, NULL);
}

static gboolean
is_connected (LijnElement *source, LijnElement *target)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (source)),
                                             LIJN_TABLE_FLOW, "source", LIJN_OBJECT (source));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (g_ptr_array_index (flows, i)) == target)
      return TRUE;
  return FALSE;
}

static void
draw_elements (LijnProject *project)
{
  int n = g_test_rand_int_range (4, 24);

  for (int i = 0; i < n; i++)
    {
      LijnLane *lane = pick (project, LIJN_TABLE_LANE);
      LijnElementKind kind = chance (50) ? LIJN_ELEMENT_KIND_STEP
                                         : (LijnElementKind) g_test_rand_int_range (0, 8);
      LijnElement *element = lijn_edit_add_element (lijn_lane_get_map (lane), lane, kind,
                                                    pick_name (TRUE), 100 + 160 * i, 28, NULL);

      if (element != NULL && chance (20))
        lijn_edit_set (LIJN_OBJECT (element), "description", pick_name (TRUE), NULL);
      if (element != NULL && chance (20))
        lijn_edit_set (LIJN_OBJECT (element), "work_minutes", "90", NULL);
    }
  for (int i = 0; i < 2 * n; i++)
    {
      LijnElement *source = pick (project, LIJN_TABLE_ELEMENT);
      LijnElement *target = pick (project, LIJN_TABLE_ELEMENT);

      if (source != NULL && target != NULL && !is_connected (source, target))
        lijn_edit_connect (source, target, chance (40) ? pick_name (TRUE) : "", NULL, NULL);
    }
}

static void
draw_interfaces (LijnProject *project)
{
  int n = (int) lijn_project_count (project, LIJN_TABLE_INTERFACE);

  for (int i = 0; i < n; i++)
    {
      LijnFlow *flow = pick (project, LIJN_TABLE_FLOW);
      LijnInterface *interface = pick (project, LIJN_TABLE_INTERFACE);

      if (chance (40))
        lijn_edit_hang (flow, interface, NULL);
      interface = pick (project, LIJN_TABLE_INTERFACE);
      if (chance (60))
        lijn_edit_set (LIJN_OBJECT (interface), "name", pick_name (TRUE), NULL);
      if (chance (30))
        lijn_edit_set (LIJN_OBJECT (interface), "number", chance (50) ? "17" : "23", NULL);
      if (chance (40))
        lijn_edit_set (LIJN_OBJECT (interface), "norm_minutes", "2880", NULL);
      if (chance (40))
        lijn_edit_set (LIJN_OBJECT (interface), "complete_when", pick_name (TRUE), NULL);
    }
  for (int i = 0; i < n; i++)
    if (chance (50))
      {
        LijnInterface *interface = pick (project, LIJN_TABLE_INTERFACE);

        lijn_edit_sign (interface,
                        chance (50) ? lijn_interface_get_giver (interface)
                                    : lijn_interface_get_receiver (interface),
                        NULL, NULL);
      }
}

static void
gather_people (LijnProject *project)
{
  for (int i = 0; i < 4; i++)
    lijn_edit_add_person (pick (project, LIJN_TABLE_PARTY), pick_name (FALSE), pick_name (TRUE),
                          NULL);
  for (int i = 0; i < 3; i++)
    {
      LijnTeam *team = lijn_edit_add_team (project, (LijnTeamKind) g_test_rand_int_range (0, 2),
                                           pick_name (FALSE), NULL);
      LijnPerson *lead = pick (project, LIJN_TABLE_PERSON);

      lijn_edit_set (LIJN_OBJECT (team), "goal", pick_name (TRUE), NULL);
      if (chance (60))
        lijn_edit_set (LIJN_OBJECT (team), "lead", lijn_object_get_id (LIJN_OBJECT (lead)), NULL);
      lijn_edit_add_member (team, pick (project, LIJN_TABLE_PERSON), pick_name (TRUE), NULL);
    }
  for (int i = 0; i < 2; i++)
    {
      LijnSession *session = lijn_edit_add_session (project, pick_name (FALSE), pick_name (TRUE),
                                                    "2026-10-01", NULL);

      lijn_edit_set_attendance (session, pick (project, LIJN_TABLE_PERSON), chance (50), NULL);
      lijn_edit_add_decision (session, pick_name (FALSE), NULL);
      lijn_edit_add_agenda_item (session, pick_name (FALSE), 20, NULL);
    }
}

static void
raise_frictions (LijnProject *project)
{
  static const LijnTable anchors[] = { LIJN_TABLE_ELEMENT, LIJN_TABLE_FLOW, LIJN_TABLE_INTERFACE,
                                       LIJN_TABLE_LANE, LIJN_TABLE_MAP };

  for (int i = 0; i < 8; i++)
    {
      LijnObject *anchor = pick (project, anchors[g_test_rand_int_range (0, 5)]);
      LijnFriction *friction;

      if (anchor == NULL)
        continue;
      friction = lijn_edit_add_friction (anchor, 200, 40,
                                         chance (80) ? pick (project, LIJN_TABLE_PARTY) : NULL,
                                         pick_name (TRUE), NULL);
      for (int j = 0; j < 2; j++)
        lijn_edit_set_severity (friction, pick (project, LIJN_TABLE_PARTY),
                                g_test_rand_int_range (1, 6), NULL);
      lijn_edit_set (LIJN_OBJECT (friction), "customer_words", pick_name (TRUE), NULL);
      lijn_edit_set (LIJN_OBJECT (friction), "supplier_words", pick_name (TRUE), NULL);
      lijn_edit_set (LIJN_OBJECT (friction), "category",
                     lijn_friction_category_nicks[g_test_rand_int_range (0, 9)], NULL);
      if (chance (50))
        lijn_edit_assign (pick (project, LIJN_TABLE_TEAM), friction, NULL);
      if (chance (30))
        lijn_edit_set_status (friction, (LijnFrictionStatus) g_test_rand_int_range (0, 7), NULL,
                              NULL, "because; of: it", NULL);
    }
  for (int i = 0; i < 3; i++)
    {
      LijnAction *action = lijn_edit_add_action (
          pick (project, LIJN_TABLE_TEAM), pick_name (FALSE),
          chance (70) ? pick (project, LIJN_TABLE_PERSON) : NULL, "2027-01-31", NULL);
      LijnFriction *friction = pick (project, LIJN_TABLE_FRICTION);

      if (friction != NULL)
        lijn_edit_add_remedy (action, friction, NULL);
      lijn_edit_set_action_status (action, (LijnActionStatus) g_test_rand_int_range (0, 4), NULL);
    }
  lijn_edit_add_remark (project, LIJN_REMARK_KIND_PARKED, pick (project, LIJN_TABLE_PARTY),
                        pick_name (TRUE), NULL);
}

/* What an object refers to, in words. */
static void
append_name (GString *text, LijnObject *object, int depth)
{
  const LijnTableInfo *info;

  if (object == NULL)
    return;
  info = lijn_table_info (lijn_object_get_table (object));
  g_string_append_printf (text, "%s:%s", info->name, lijn_object_get_name (object));
  for (guint i = 0; depth > 0 && i < info->n_columns; i++)
    if (info->columns[i].kind == LIJN_COLUMN_OWNER || info->columns[i].kind == LIJN_COLUMN_PART)
      {
        g_string_append_c (text, '<');
        append_name (text,
                     lijn_project_find (lijn_object_get_project (object), info->columns[i].refers,
                                        lijn_object_get_text (object, (int) i)),
                     depth - 1);
        g_string_append_c (text, '>');
      }
}

static char *
describe (LijnObject *object)
{
  static const char *const other[] = { "rank",  "x",    "y",      "width",     "height",
                                       "route", "bent", "dots",   "container", "terms",
                                       "map",   "rank", "origin", NULL };
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));
  GString *text = g_string_new (info->name);

  for (guint i = 0; i < info->n_columns; i++)
    {
      const LijnColumn *column = &info->columns[i];

      if (g_strv_contains (other, column->name) || column->kind == LIJN_COLUMN_TIME ||
          column->kind == LIJN_COLUMN_BLOB)
        continue;
      g_string_append_printf (text, " %s=", column->name);
      if (lijn_column_is_reference (column->kind))
        append_name (text,
                     lijn_project_find (lijn_object_get_project (object), column->refers,
                                        lijn_object_get_text (object, (int) i)),
                     1);
      else if (column->kind == LIJN_COLUMN_TEXT || column->kind == LIJN_COLUMN_DATE ||
               column->kind == LIJN_COLUMN_ENUM)
        g_string_append (text, lijn_object_get_text (object, (int) i));
      else
        g_string_append_printf (text, "%g", lijn_object_get_number (object, (int) i));
    }
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Everything in @project that does not depend on places, times and ids. */
static char *
describe_all (LijnProject *project)
{
  static const LijnTable tables[] = {
    LIJN_TABLE_PARTY,      LIJN_TABLE_PERSON,      LIJN_TABLE_MAP,        LIJN_TABLE_LANE,
    LIJN_TABLE_ELEMENT,    LIJN_TABLE_INTERFACE,   LIJN_TABLE_FLOW,       LIJN_TABLE_SIGNOFF,
    LIJN_TABLE_SESSION,    LIJN_TABLE_AGENDA_ITEM, LIJN_TABLE_ATTENDANCE, LIJN_TABLE_DECISION,
    LIJN_TABLE_FRICTION,   LIJN_TABLE_SEVERITY,    LIJN_TABLE_TEAM,       LIJN_TABLE_MEMBER,
    LIJN_TABLE_PHASE,      LIJN_TABLE_ACTION,      LIJN_TABLE_REMEDY,     LIJN_TABLE_REMARK,
    LIJN_TABLE_ASSIGNMENT,
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = lijn_project_list (project, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (LijnObject) object = g_list_model_get_item (list, j);

          g_ptr_array_add (lines, describe (object));
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
round_trip (LijnTest *test)
{
  g_autofree char *path = g_strconcat (test->path, ".again", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) again = lijn_project_create (path, &error);
  g_autoptr (LijnCapture) capture = lijn_capture_new (again, NULL);
  g_autofree char *text = lijn_capture_write (test->project, &LIJN_AUDIENCE_EVERYTHING);
  g_autofree char *before = describe_all (test->project);
  g_autofree char *after = NULL;

  if (!lijn_capture_text (capture, text, &error))
    g_error ("%s\n%s", error->message, text);
  after = describe_all (again);
  g_assert_cmpstr (after, ==, before);

  g_clear_object (&capture);
  g_clear_object (&again);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
mark_phases (LijnProject *project)
{
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      g_autoptr (GError) error = NULL;

      lijn_edit_add_phase (pick (project, LIJN_TABLE_MAP), pick_name (TRUE),
                           g_test_rand_int_range (60, 2000), &error);
      g_assert_no_error (error);
    }
}

static void
test_random (LijnTest *test, gconstpointer unused)
{
  draw_lanes (test->project);
  draw_elements (test->project);
  draw_interfaces (test->project);
  gather_people (test->project);
  raise_frictions (test->project);
  mark_phases (test->project);
  round_trip (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 0; i < (g_test_thorough () ? 500 : 12); i++)
    {
      g_autofree char *path = g_strdup_printf ("/capture/random/%d", i);

      g_test_add (path, LijnTest, NULL, lijn_test_set_up, test_random, lijn_test_tear_down);
    }
  return g_test_run ();
}
