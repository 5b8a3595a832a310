/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What a single value may be. First its kind (a date that exists, a number, a row that is there), then
 * its range, then what only some may set. */

#define LONGEST_TEXT (1 << 20)

typedef struct
{
  const char *column;
  double least, most;
} Range;

static const Range ranges[] = {
  { "complete_accurate", 0, 100 },
  { "score", 0, 5 },
  { "guess", 0, 5 },
  { "priority", 0, 999 },
  { "norm_minutes", 0, 1e8 },
  { "actual_minutes", 0, 1e8 },
  { "work_minutes", 0, 1e8 },
  { "wait_minutes", 0, 1e8 },
  { "minutes", 0, 1e5 },
  { "volume", 0, 1e12 },
  { "dots", 0, 999 },
  { "number", 1, 999999 },
  { "x", -1e6, 1e7 },
  { "y", -1e6, 1e7 },
  { "width", 1, 1e6 },
  { "height", 1, 1e6 },
};

static gboolean refuse (GError **error, LijnRulesError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, LijnRulesError code, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LIJN_RULES_ERROR, code, why);
  return FALSE;
}

static gboolean
check_range (const char *label, const char *column, double number, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (strcmp (ranges[i].column, column) == 0 &&
        !(number >= ranges[i].least && number <= ranges[i].most))
      return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s is a number from %g to %g."), label,
                     ranges[i].least, ranges[i].most);
  return TRUE;
}

static gboolean
check_number (const char *label, const LijnColumn *column, const char *value, GError **error)
{
  gboolean may_be_unknown = column->kind == LIJN_COLUMN_NUM;
  gboolean is_whole = column->kind == LIJN_COLUMN_INT || column->kind == LIJN_COLUMN_TIME;
  double number;

  if (may_be_unknown && *value == '\0')
    return TRUE;
  if (!lijn_number_from_text (value, &number) ||
      (is_whole && fabs (number - nearbyint (number)) > 0))
    return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s is a number; “%s” is none."), label,
                   value);
  return check_range (label, column->name, number, error);
}

static gboolean
check_reference (LijnObject *object, const char *label, const LijnColumn *column, const char *value,
                 GError **error)
{
  LijnObject *other;

  if (*value == '\0')
    return column->kind != LIJN_COLUMN_OWNER ||
           refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s cannot be left out."), label);

  other = lijn_project_find (lijn_object_get_project (object), column->refers, value);
  if (other == NULL)
    return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s is not in this project."), label);
  if (other == object)
    return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("Nothing can belong to itself."));
  return TRUE;
}

static gboolean
check_kind (LijnObject *object, const char *label, const LijnColumn *column, const char *value,
            GError **error)
{
  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
      if (strlen (value) > LONGEST_TEXT || !g_utf8_validate (value, -1, NULL))
        return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s is too long, or not text."), label);
      return TRUE;
    case LIJN_COLUMN_DATE:
      return *value == '\0' || lijn_text_is_date (value) ||
             refuse (error, LIJN_RULES_ERROR_VALUE,
                     _ ("“%s” is not a date. Write year, month and day: 2026-03-31."), value);
    case LIJN_COLUMN_FLAG:
      return strcmp (value, "0") == 0 || strcmp (value, "1") == 0 ||
             refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s is either so or not so."), label);
    case LIJN_COLUMN_ENUM:
      return lijn_nick_to_value (column->nicks, value) >= 0 ||
             refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s cannot be “%s”."), label, value);
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
    case LIJN_COLUMN_TIME:
      return check_number (label, column, value, error);
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      return check_reference (object, label, column, value, error);
    case LIJN_COLUMN_BLOB:
    default:
      return refuse (error, LIJN_RULES_ERROR_VALUE, _ ("%s cannot be typed."), label);
    }
}

/* The customer alone says what matters to it. */
static gboolean
check_priority (LijnObject *object, const char *column, LijnParty *party, GError **error)
{
  if (!LIJN_IS_FRICTION (object) || strcmp (column, "priority") != 0)
    return TRUE;
  if (party != NULL && lijn_party_get_role (party) == LIJN_PARTY_ROLE_CUSTOMER)
    return TRUE;
  return refuse (
      error, LIJN_RULES_ERROR_PARTY,
      _ ("Only the customer sets the priority. Say first that you speak for the customer."));
}

static gboolean
check_two_parties (LijnObject *object, const char *column, const char *value, GError **error)
{
  const char *other = NULL;

  if (!LIJN_IS_INTERFACE (object))
    return TRUE;
  if (strcmp (column, "giver") == 0)
    other = lijn_interface_get_receiver_id (LIJN_INTERFACE (object));
  else if (strcmp (column, "receiver") == 0)
    other = lijn_interface_get_giver_id (LIJN_INTERFACE (object));
  return other == NULL || strcmp (other, value) != 0 ||
         refuse (error, LIJN_RULES_ERROR_PARTY,
                 _ ("An interface lies between two parties: giver and receiver differ."));
}

/* What is drawn lies in a lane of its own map. */
static gboolean
check_same_map (LijnObject *object, const char *column, const char *value, GError **error)
{
  LijnLane *lane;

  if (!LIJN_IS_ELEMENT (object) || strcmp (column, "lane") != 0)
    return TRUE;
  if (*value == '\0')
    return lijn_rules_contain (lijn_element_get_kind (LIJN_ELEMENT (object)), NULL, error);
  lane = lijn_project_find (lijn_object_get_project (object), LIJN_TABLE_LANE, value);
  return lane == NULL ||
         strcmp (lijn_lane_get_map_id (lane), lijn_element_get_map_id (LIJN_ELEMENT (object))) ==
             0 ||
         refuse (error, LIJN_RULES_ERROR_CONTAIN, _ ("That lane is on another map."));
}

/* Those who are talked about by name need one. */
static gboolean
check_name (LijnObject *object, const char *column, const char *value, GError **error)
{
  gboolean is_named = LIJN_IS_PARTY (object) || LIJN_IS_PERSON (object) || LIJN_IS_TEAM (object);

  return !is_named || strcmp (column, "name") != 0 || value[strspn (value, " \t\n")] != '\0' ||
         refuse (error, LIJN_RULES_ERROR_VALUE,
                 _ ("Give it a name, so that people can talk about it."));
}

gboolean
lijn_rules_value (LijnObject *object, const char *column, const char *value, LijnParty *party,
                  GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  int place = lijn_table_find_column (table, column);
  const char *label = lijn_word_for_column (table, column);

  g_return_val_if_fail (place >= 0, FALSE);
  if (value == NULL)
    value = "";

  return check_kind (object, label, &lijn_table_info (table)->columns[place], value, error) &&
         check_name (object, column, value, error) &&
         check_priority (object, column, party, error) &&
         check_two_parties (object, column, value, error) &&
         check_same_map (object, column, value, error);
}
