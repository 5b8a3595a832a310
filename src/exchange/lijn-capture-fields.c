/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* `; KEY VALUE` behind a thing: any of its columns, as people write values: "norm 2 days",
 * "due tomorrow", "category waiting", "who Claims manager (Insurer)". */

static char *
read_date (const char *text, GError **error)
{
  g_autofree char *today = lijn_text_today ();
  int day, month, year, end = 0;
  GDate date;

  if (*text == '\0' || lijn_text_is_date (text))
    return g_strdup (text);
  if (g_ascii_strcasecmp (text, "today") == 0 || g_ascii_strcasecmp (text, "vandaag") == 0)
    return g_steal_pointer (&today);

  g_date_clear (&date, 1);
  if (g_ascii_strcasecmp (text, "tomorrow") == 0 || g_ascii_strcasecmp (text, "morgen") == 0)
    {
      sscanf (today, "%d-%d-%d", &year, &month, &day);
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      g_date_add_days (&date, 1);
    }
  else if (sscanf (text, "%2d-%2d-%4d%n", &day, &month, &year, &end) == 3 && text[end] == '\0' &&
           g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  else
    {
      lijn_capture_unknown (error, _ ("“%s” is not a date. Write it as 2027-01-31."), text);
      return NULL;
    }
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static char *
read_flag (const char *text, GError **error)
{
  static const char *const yes[] = { "", "yes", "ja", "1", "true" };
  static const char *const no[] = { "no", "nee", "0", "false" };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_ascii_strcasecmp (text, yes[i]) == 0)
      return g_strdup ("1");
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_ascii_strcasecmp (text, no[i]) == 0)
      return g_strdup ("0");
  lijn_capture_unknown (error, _ ("“%s” is neither yes nor no."), text);
  return NULL;
}

static char *
read_number (const char *text, const char *column, GError **error)
{
  g_autofree char *plain = g_strdup (text);
  gsize n;
  double number;

  if (g_str_has_suffix (column, "minutes"))
    {
      if (!lijn_words_to_duration (text, &number))
        {
          lijn_capture_unknown (error, _ ("“%s” is not a time, such as 2 days or 45 min."), text);
          return NULL;
        }
      return *text == '\0' ? g_strdup ("") : lijn_number_to_text (number);
    }
  n = strlen (plain);
  if (n > 0 && plain[n - 1] == '%')
    plain[n - 1] = '\0';
  g_strchomp (plain);
  if (*plain != '\0' && !lijn_number_from_text (plain, &number))
    {
      lijn_capture_unknown (error, _ ("“%s” is not a number."), text);
      return NULL;
    }
  return g_steal_pointer (&plain);
}

static char *
list_words (const char *const *nicks)
{
  GString *list = g_string_new (nicks[0]);

  for (int i = 1; nicks[i] != NULL; i++)
    g_string_append_printf (list, ", %s", nicks[i]);
  return g_string_free (list, FALSE);
}

/* The words of people for the word of the file: in English as it is written, with blanks for
 * hyphens, or in the user's language. */
static char *
read_word (const LijnColumn *column, const char *text, GError **error)
{
  g_autofree char *nick = g_ascii_strdown (text, -1);
  g_autofree char *choice = NULL;

  g_strdelimit (nick, " ", '-');
  if (lijn_nick_to_value (column->nicks, nick) >= 0)
    return g_steal_pointer (&nick);
  if (column->nicks == lijn_friction_category_nicks)
    {
      g_autofree char *theirs = lijn_text_fold (text);

      for (int i = 0; column->nicks[i] != NULL; i++)
        {
          g_autofree char *ours = lijn_text_fold (
              lijn_word_for_category ((LijnFrictionCategory) i));

          if (strcmp (ours, theirs) == 0)
            return g_strdup (column->nicks[i]);
        }
    }
  choice = list_words (column->nicks);
  lijn_capture_unknown (error, _ ("“%s” is none of %s."), text, choice);
  return NULL;
}

static LijnObject *
find_reference (LijnCapture *self, const LijnColumn *column, const char *text, GError **error)
{
  g_autoptr (LijnSaidRef) ref = NULL;
  LijnObject *object;

  if (column->refers == LIJN_TABLE_PARTY)
    {
      g_autofree char *name = lijn_said_unquote (text, NULL);

      return (LijnObject *) lijn_capture_find_party (self, name, error);
    }
  if (column->refers == LIJN_TABLE_PERSON)
    {
      ref = lijn_said_ref_parse_person (text);
      return (LijnObject *) lijn_capture_need_person (self, ref, error);
    }
  ref = lijn_said_ref_parse (text);
  if (ref->table == LIJN_TABLE_ELEMENT && column->refers != LIJN_TABLE_ELEMENT)
    {
      ref->table = (int) column->refers;
      ref->number = (int) g_ascii_strtoll (text, NULL, 10);
    }
  object = lijn_capture_find (self, ref, error);
  if (object != NULL && lijn_object_get_table (object) != column->refers)
    {
      lijn_capture_unknown (error, _ ("“%s” is not a %s."), text,
                            lijn_word_for_table (column->refers));
      return NULL;
    }
  return object;
}

/* Returns: (transfer full) (nullable): what @text means for @column, as lijn_edit_set() takes it.
 */
static char *
read_value (LijnCapture *self, const LijnColumn *column, const char *text, GError **error)
{
  g_autofree char *plain = lijn_said_unquote (text, NULL);
  LijnObject *object;

  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
      return g_steal_pointer (&plain);
    case LIJN_COLUMN_DATE:
      return read_date (plain, error);
    case LIJN_COLUMN_FLAG:
      return read_flag (plain, error);
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      return read_number (plain, column->name, error);
    case LIJN_COLUMN_TIME:
      return g_strdup_printf ("%" G_GINT64_FORMAT, lijn_time_from_iso (plain));
    case LIJN_COLUMN_ENUM:
      return read_word (column, plain, error);
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      if (*plain == '\0')
        return g_strdup ("");
      object = find_reference (self, column, text, error);
      return object != NULL ? g_strdup (lijn_object_get_id (object)) : NULL;
    case LIJN_COLUMN_BLOB:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
set_session_status (LijnSession *session, LijnSessionStatus status, GError **error)
{
  if (lijn_session_get_status (session) == status)
    return TRUE;
  if (status == LIJN_SESSION_STATUS_PLANNED)
    return lijn_edit_set (LIJN_OBJECT (session), "status", "planned", error);
  if (lijn_session_get_status (session) != LIJN_SESSION_STATUS_RUNNING &&
      !lijn_edit_start_session (session, error))
    return FALSE;
  return status == LIJN_SESSION_STATUS_RUNNING || lijn_edit_end_session (session, error);
}

/* Returns: (nullable) (transfer full): what is said for reason among @fields. */
static char *
find_reason (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const char *column, *value;
      LijnSaidSpecial special;

      if (lijn_said_find_key (LIJN_TABLE_FRICTION, g_ptr_array_index (fields, i), &column, &special,
                              &value) &&
          g_strcmp0 (column, "status_reason") == 0)
        return lijn_said_unquote (value, NULL);
    }
  return g_strdup ("");
}

static LijnParty *
find_customer (LijnCapture *self)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);

  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) == LIJN_PARTY_ROLE_CUSTOMER)
      return g_ptr_array_index (parties, i);
  return NULL;
}

/* Only the customer sets a priority. Where nobody has said for whom they speak, a priority that is
 * written down is the customer's. */
static gboolean
set_priority (LijnCapture *self, LijnObject *friction, const char *value, GError **error)
{
  LijnParty *customer;
  gboolean done;

  if (lijn_capture_get_speaker (self) != NULL)
    return lijn_edit_set (friction, "priority", value, error);

  customer = find_customer (self);
  lijn_capture_set_speaker (self, customer);
  done = lijn_edit_set (friction, "priority", value, error);
  lijn_capture_set_speaker (self, NULL);
  return done;
}

static gboolean
set_column (LijnCapture *self, LijnObject *object, const char *column, const char *text,
            GPtrArray *fields, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnColumn *info =
      &lijn_table_info (table)->columns[lijn_table_find_column (table, column)];
  g_autofree char *value = read_value (self, info, text, error);
  int number = value != NULL && info->kind == LIJN_COLUMN_ENUM
                   ? lijn_nick_to_value (info->nicks, value)
                   : 0;

  if (value == NULL)
    return FALSE;
  if (table == LIJN_TABLE_FRICTION && strcmp (column, "status") == 0)
    {
      g_autofree char *reason = find_reason (fields);

      return lijn_edit_recall_status (LIJN_FRICTION (object), (LijnFrictionStatus) number,
                                      lijn_friction_get_raised_by (LIJN_FRICTION (object)), reason,
                                      error);
    }
  if (table == LIJN_TABLE_SESSION && strcmp (column, "status") == 0)
    return set_session_status (LIJN_SESSION (object), (LijnSessionStatus) number, error);
  if (table == LIJN_TABLE_ACTION && strcmp (column, "status") == 0)
    return lijn_edit_set_action_status (LIJN_ACTION (object), (LijnActionStatus) number, error);
  if (table == LIJN_TABLE_FRICTION && strcmp (column, "priority") == 0)
    return set_priority (self, object, value, error);
  return lijn_edit_set (object, column, value, error);
}

/* "Claims manager (Insurer)" signs for the Insurer; "Insurer" signs without a person. */
static gboolean
sign (LijnCapture *self, LijnInterface *interface, const char *text, GError **error)
{
  g_autofree char *name = lijn_said_unquote (text, NULL);
  g_autoptr (LijnSaidRef) ref = NULL;
  LijnParty *party = lijn_capture_look_for_party (self, name, NULL);
  LijnPerson *person = NULL;

  if (party == NULL)
    {
      ref = lijn_said_ref_parse_person (text);
      person = lijn_capture_find_person (self, ref, error);
      if (person == NULL)
        return FALSE;
      party = lijn_person_get_party (person);
    }
  return lijn_edit_sign (interface, party, person, error);
}

static gboolean
set_for (LijnCapture *self, LijnAction *action, const char *text, GError **error)
{
  g_autoptr (GPtrArray) parts = lijn_said_split (text, ",");

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_strstrip (g_ptr_array_index (parts, i));
      g_autofree char *pointer = g_ascii_isdigit (*part) ? g_strconcat ("!", part, NULL)
                                                         : g_strdup (part);
      g_autoptr (LijnSaidRef) ref = lijn_said_ref_parse (pointer);
      LijnObject *friction = lijn_capture_find (self, ref, error);

      if (friction == NULL)
        return FALSE;
      if (!LIJN_IS_FRICTION (friction))
        return lijn_capture_unknown (
            error, _ ("An action is for friction points. Write their numbers: “for !3, !4”."));
      if (lijn_edit_add_remedy (action, LIJN_FRICTION (friction), error) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_special (LijnCapture *self, LijnObject *object, LijnSaidSpecial special, const char *text,
             GError **error)
{
  g_autofree char *name = lijn_said_unquote (text, NULL);
  LijnTeam *team;

  switch (special)
    {
    case LIJN_SAID_AGREED_BY:
      return sign (self, LIJN_INTERFACE (object), text, error);
    case LIJN_SAID_FOR:
      return set_for (self, LIJN_ACTION (object), text, error);
    case LIJN_SAID_TEAM_OF:
      if (LIJN_IS_ACTION (object)) /* it was made there */
        return TRUE;
      team = lijn_capture_find_team (self, name, error);
      return team != NULL && lijn_edit_assign (team, LIJN_FRICTION (object), error) != NULL;
    case LIJN_SAID_LEADS:
    case LIJN_SAID_SPONSORS:
      team = lijn_member_get_team (LIJN_MEMBER (object));
      return lijn_edit_set (LIJN_OBJECT (team), special == LIJN_SAID_LEADS ? "lead" : "sponsor",
                            lijn_member_get_person_id (LIJN_MEMBER (object)), error);
    case LIJN_SAID_NOT_SPECIAL:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What a party signs is what the interface says when all has been said: signatures come last. */
static gboolean
comes_last (LijnSaidSpecial special)
{
  return special == LIJN_SAID_AGREED_BY;
}

static gboolean
set_in_round (LijnCapture *self, LijnObject *object, GPtrArray *fields, gboolean last,
              GError **error)
{
  LijnTable table = lijn_object_get_table (object);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      const char *column, *value;
      LijnSaidSpecial special;

      if (!lijn_said_find_key (table, field, &column, &special, &value))
        {
          g_autofree char *keys = lijn_said_list_keys (table);

          return lijn_capture_unknown (
              error,
              _ ("“%s” does not start with anything that can be said here (%s). A name with a "
                 "semicolon goes in quotes."),
              field, keys);
        }
      if (comes_last (special) != last)
        continue;
      if (special != LIJN_SAID_NOT_SPECIAL
              ? !set_special (self, object, special, value, error)
              : !set_column (self, object, column, value, fields, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_capture_set_fields (LijnCapture *self, LijnObject *object, GPtrArray *fields, GError **error)
{
  return set_in_round (self, object, fields, FALSE, error) &&
         set_in_round (self, object, fields, TRUE, error);
}
