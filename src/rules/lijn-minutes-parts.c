/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-minutes-private.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Who was there, what was on the agenda, decided, raised, assigned and parked. */

GPtrArray *
lijn_minutes_list (const LijnMinutesSource *source, LijnTable table)
{
  GListModel *all = lijn_project_list (source->project, table);
  int column = lijn_table_find_column (table, "session");
  const char *id = lijn_object_get_id (LIJN_OBJECT (source->session));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (all, i);

      if (g_str_equal (lijn_object_get_text (object, column), id) &&
          lijn_audience_may_see (source->audience, object))
        g_ptr_array_add (found, object);
    }
  return found;
}

GPtrArray *
lijn_minutes_list_done (const LijnMinutesSource *source, LijnTable table, LijnChangeKind kind)
{
  GPtrArray *found = lijn_session_work_list (source->work, table, kind);

  for (guint i = found->len; i > 0; i--)
    if (!lijn_audience_may_see (source->audience, found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

/* Names of those of @party among @attendances, or NULL. */
static char *
list_names (GPtrArray *attendances, LijnParty *party, gboolean present)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < attendances->len; i++)
    {
      LijnAttendance *attendance = attendances->pdata[i];
      LijnPerson *person = lijn_attendance_get_person (attendance);

      if (person != NULL && lijn_person_get_party (person) == party &&
          (lijn_attendance_get_present (attendance) != FALSE) == present)
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s",
                                lijn_person_get_name (person));
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

void
lijn_minutes_find_here (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) attendances = lijn_minutes_list (source, LIJN_TABLE_ATTENDANCE);
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (source->project);

  for (guint i = 0; i < parties->len; i++)
    {
      LijnParty *party = parties->pdata[i];
      g_autofree char *here = list_names (attendances, party, TRUE);
      g_autofree char *absent = list_names (attendances, party, FALSE);

      if (here != NULL)
        lijn_minutes_add (lines, party,
                          /* Translators: a party, and the persons of it who are at the session. */
                          g_strdup_printf (_ ("%s: %s"), lijn_party_get_name (party), here));
      if (absent != NULL)
        lijn_minutes_add (
            lines, party,
            /* Translators: a party, and the persons of it who are not at the session. */
            g_strdup_printf (_ ("%s, absent: %s"), lijn_party_get_name (party), absent));
    }
}

void
lijn_minutes_find_agenda (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) items = lijn_minutes_list (source, LIJN_TABLE_AGENDA_ITEM);

  for (guint i = 0; i < items->len; i++)
    {
      LijnAgendaItem *item = items->pdata[i];
      const char *title = lijn_agenda_item_get_title (item);

      lijn_minutes_add (lines, item,
                        lijn_agenda_item_get_done (item)
                            ? g_strdup (title)
                            /* Translators: a point of the agenda that was not reached. */
                            : g_strdup_printf (_ ("%s (not dealt with)"), title));
    }
}

void
lijn_minutes_find_decided (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) decisions = lijn_minutes_list (source, LIJN_TABLE_DECISION);

  for (guint i = 0; i < decisions->len; i++)
    lijn_minutes_add (lines, decisions->pdata[i],
                      lijn_text_one_line (lijn_decision_get_text (decisions->pdata[i])));
}

static char *
describe_friction (LijnFriction *friction)
{
  g_autofree char *words = lijn_text_one_line (lijn_friction_get_words (friction));

  return g_strdup_printf (_ ("%d. %s"), lijn_friction_get_number (friction), words);
}

static char *
describe_raised (LijnFriction *friction)
{
  LijnParty *party = lijn_friction_get_raised_by (friction);
  int severity = party != NULL ? lijn_friction_get_severity (friction, party) : 0;
  g_autofree char *words = describe_friction (friction);

  if (party == NULL)
    return g_steal_pointer (&words);
  if (severity == 0)
    /* Translators: a friction point, and the party that raised it. */
    return g_strdup_printf (_ ("%s (%s)"), words, lijn_party_get_name (party));
  /* Translators: a friction point, the party that raised it, and how severe it is, from 1 to 5. */
  return g_strdup_printf (_ ("%s (%s, severity %d)"), words, lijn_party_get_name (party), severity);
}

void
lijn_minutes_find_raised (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) raised = lijn_minutes_list (source, LIJN_TABLE_FRICTION);

  for (guint i = 0; i < raised->len; i++)
    lijn_minutes_add (lines, raised->pdata[i], describe_raised (raised->pdata[i]));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return lijn_friction_get_number (*(LijnFriction *const *) a) -
         lijn_friction_get_number (*(LijnFriction *const *) b);
}

/* (transfer container): the friction points that a team took on at this session. */
static GHashTable *
list_taken_on (const LijnMinutesSource *source)
{
  g_autoptr (GPtrArray)
      assignments = lijn_minutes_list_done (source, LIJN_TABLE_ASSIGNMENT, LIJN_CHANGE_INSERT);
  GHashTable *taken_on = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < assignments->len; i++)
    g_hash_table_add (taken_on, lijn_assignment_get_friction (assignments->pdata[i]));
  return taken_on;
}

/* Under what was raised, or who does what: but why it was taken up again is not. */
static gboolean
is_told_elsewhere (const LijnMinutesSource *source, GHashTable *taken_on, LijnStatusChange *change)
{
  LijnFriction *friction = lijn_status_change_get_friction (change);
  LijnFrictionStatus status = lijn_status_change_get_status (change);

  if (status == LIJN_FRICTION_STATUS_RAISED)
    return lijn_friction_get_session (friction) == source->session;
  return status == LIJN_FRICTION_STATUS_IN_TEAM && g_hash_table_contains (taken_on, friction) &&
         *lijn_status_change_get_reason (change) == '\0';
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = lijn_status_change_get_at (*(LijnStatusChange *const *) a);
  gint64 other = lijn_status_change_get_at (*(LijnStatusChange *const *) b);

  return (one > other) - (one < other);
}

/* Adds to the way that it went at this session: "Solved → Confirmed solved → In a team (why)". */
static void
add_step (GString *way, LijnStatusChange *change)
{
  const char *status = lijn_word_for_friction_status (lijn_status_change_get_status (change));
  const char *reason = lijn_status_change_get_reason (change);
  /* Translators: a status, and why. */
  g_autofree char *step = *reason != '\0' ? g_strdup_printf (_ ("%s (%s)"), status, reason)
                                          : g_strdup (status);

  g_string_append_printf (way, "%s%s", way->len > 0 ? " → " : "", step);
}

static void
free_way (gpointer way)
{
  g_string_free (way, TRUE);
}

void
lijn_minutes_find_moved_on (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray)
      changes = lijn_minutes_list_done (source, LIJN_TABLE_STATUS_CHANGE, LIJN_CHANGE_INSERT);
  g_autoptr (GHashTable) taken_on = list_taken_on (source);
  g_autoptr (GHashTable) ways = g_hash_table_new_full (NULL, NULL, NULL, free_way);
  g_autoptr (GPtrArray) frictions = g_ptr_array_new ();

  g_ptr_array_sort (changes, compare_times);
  for (guint i = 0; i < changes->len; i++)
    {
      LijnFriction *friction = lijn_status_change_get_friction (changes->pdata[i]);
      GString *way = g_hash_table_lookup (ways, friction);

      if (is_told_elsewhere (source, taken_on, changes->pdata[i]))
        continue;
      if (way == NULL)
        {
          g_ptr_array_add (frictions, friction);
          g_hash_table_insert (ways, friction, way = g_string_new (NULL));
        }
      add_step (way, changes->pdata[i]);
    }
  g_ptr_array_sort (frictions, compare_numbers);
  for (guint i = 0; i < frictions->len; i++)
    {
      LijnFriction *friction = frictions->pdata[i];
      g_autofree char *words = describe_friction (friction);
      const GString *way = g_hash_table_lookup (ways, friction);

      /* Translators: a friction point, and its statuses. */
      lijn_minutes_add (lines, friction, g_strdup_printf (_ ("%s: %s"), words, way->str));
    }
}

static char *
describe_action (LijnAction *action)
{
  LijnPerson *person = lijn_action_get_person (action);
  const char *what = lijn_action_get_what (action), *due = lijn_action_get_due (action);

  if (person != NULL && *due != '\0')
    /* Translators: an action, who does it, and the date on which it is due. */
    return g_strdup_printf (_ ("%s (%s, by %s)"), what, lijn_person_get_name (person), due);
  if (person != NULL)
    /* Translators: an action, and who does it. */
    return g_strdup_printf (_ ("%s (%s, no date yet)"), what, lijn_person_get_name (person));
  if (*due != '\0')
    /* Translators: an action, and the date on which it is due. */
    return g_strdup_printf (_ ("%s (nobody yet, by %s)"), what, due);
  return g_strdup_printf (_ ("%s (nobody yet, no date yet)"), what);
}

static int
compare_assignments (gconstpointer a, gconstpointer b)
{
  LijnFriction *one = lijn_assignment_get_friction (*(LijnAssignment *const *) a);
  LijnFriction *other = lijn_assignment_get_friction (*(LijnAssignment *const *) b);

  return compare_numbers (&one, &other);
}

void
lijn_minutes_find_assigned (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) actions = lijn_minutes_list (source, LIJN_TABLE_ACTION);
  g_autoptr (GPtrArray)
      assignments = lijn_minutes_list_done (source, LIJN_TABLE_ASSIGNMENT, LIJN_CHANGE_INSERT);

  for (guint i = 0; i < actions->len; i++)
    lijn_minutes_add (lines, actions->pdata[i], describe_action (actions->pdata[i]));
  g_ptr_array_sort (assignments, compare_assignments);
  for (guint i = 0; i < assignments->len; i++)
    {
      LijnFriction *friction = lijn_assignment_get_friction (assignments->pdata[i]);
      LijnTeam *team = lijn_assignment_get_team (assignments->pdata[i]);
      g_autofree char *words = describe_friction (friction);

      lijn_minutes_add (lines, friction,
                        /* Translators: a friction point, and the team that works on it now. */
                        g_strdup_printf (_ ("%s: to %s"), words, lijn_team_get_name (team)));
    }
}

static void
find_remarks (const LijnMinutesSource *source, LijnRemarkKind kind, GPtrArray *lines)
{
  g_autoptr (GPtrArray) remarks = lijn_minutes_list (source, LIJN_TABLE_REMARK);

  for (guint i = 0; i < remarks->len; i++)
    {
      LijnRemark *remark = remarks->pdata[i];
      g_autofree char *text = lijn_text_one_line (lijn_remark_get_text (remark));

      if (lijn_remark_get_kind (remark) != kind)
        continue;
      lijn_minutes_add (lines, remark,
                        lijn_remark_get_done (remark)
                            /* Translators: a remark of the parking lot. */
                            ? g_strdup_printf (_ ("%s (taken up)"), text)
                            : g_steal_pointer (&text));
    }
}

void
lijn_minutes_find_parked (const LijnMinutesSource *source, GPtrArray *lines)
{
  find_remarks (source, LIJN_REMARK_KIND_PARKED, lines);
}

void
lijn_minutes_find_said (const LijnMinutesSource *source, GPtrArray *lines)
{
  find_remarks (source, LIJN_REMARK_KIND_COMMENT, lines);
}
