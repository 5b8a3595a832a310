/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said.h"

#include <string.h>

/* What can be said behind a semicolon: any column of the thing, by its own name with blanks for
 * underscores, or by the shorter words below; and a few that are rows of their own. The first word
 * of each is the one that is written. */

typedef struct
{
  LijnTable table;
  const char *column; /* NULL: special */
  const char *words;
  LijnSaidSpecial special;
} LijnSaidKey;

static const LijnSaidKey keys[] = {
  { LIJN_TABLE_PERSON, "function", "function|functie", 0 },
  { LIJN_TABLE_PERSON, "email", "email|e-mail", 0 },
  { LIJN_TABLE_PERSON, "phone", "phone|telefoon", 0 },
  { LIJN_TABLE_MAP, "opens", "opens|begint", 0 },
  { LIJN_TABLE_MAP, "outcome", "outcome|uitkomst", 0 },
  { LIJN_TABLE_MAP, "kind", "kind|soort", 0 },
  { LIJN_TABLE_LANE, "height", "height|hoogte", 0 },
  { LIJN_TABLE_ELEMENT, "work_minutes", "work|werk", 0 },
  { LIJN_TABLE_ELEMENT, "wait_minutes", "wait|wacht", 0 },
  { LIJN_TABLE_ELEMENT, "complete_accurate", "complete and accurate|correct en compleet", 0 },
  { LIJN_TABLE_ELEMENT, "marker", "sign|teken", 0 },
  { LIJN_TABLE_ELEMENT, "assumed", "assumed|aangenomen", 0 },
  { LIJN_TABLE_ELEMENT, "container", "in group|in groep", 0 },
  { LIJN_TABLE_ELEMENT, "detail", "detail map|detailkaart", 0 },
  { LIJN_TABLE_INTERFACE, "deliverable", "deliverable|levering", 0 },
  { LIJN_TABLE_INTERFACE, "form", "form|vorm", 0 },
  { LIJN_TABLE_INTERFACE, "channel", "channel|kanaal", 0 },
  { LIJN_TABLE_INTERFACE, "starts_when", "starts when|start als", 0 },
  { LIJN_TABLE_INTERFACE, "complete_when", "complete when|compleet als", 0 },
  { LIJN_TABLE_INTERFACE, "norm_minutes", "norm", 0 },
  { LIJN_TABLE_INTERFACE, "actual_minutes", "actual|werkelijk", 0 },
  { LIJN_TABLE_INTERFACE, "complete_accurate", "complete and accurate|correct en compleet", 0 },
  { LIJN_TABLE_INTERFACE, "volume", "volume", 0 },
  { LIJN_TABLE_INTERFACE, "giver_contact", "giver contact|contact gever", 0 },
  { LIJN_TABLE_INTERFACE, "receiver_contact", "receiver contact|contact ontvanger", 0 },
  { LIJN_TABLE_INTERFACE, "escalation", "escalation|escalatie", 0 },
  { LIJN_TABLE_INTERFACE, "review_date", "review|herzien", 0 },
  { LIJN_TABLE_INTERFACE, "assumed", "assumed|aangenomen", 0 },
  { LIJN_TABLE_INTERFACE, NULL, "agreed by|akkoord door|agreed|akkoord", LIJN_SAID_AGREED_BY },
  { LIJN_TABLE_SESSION, "date", "date|datum|on|op", 0 },
  { LIJN_TABLE_SESSION, "place", "place|plaats", 0 },
  { LIJN_TABLE_SESSION, "notes", "notes|notities", 0 },
  { LIJN_TABLE_AGENDA_ITEM, "minutes", "takes|duurt|minutes", 0 },
  { LIJN_TABLE_AGENDA_ITEM, "done", "done|gedaan", 0 },
  { LIJN_TABLE_FRICTION, "raised_by", "raised by|van", 0 },
  { LIJN_TABLE_FRICTION, "raised_by_person", "person|persoon", 0 },
  { LIJN_TABLE_FRICTION, "customer_words", "customer words|woorden klant", 0 },
  { LIJN_TABLE_FRICTION, "supplier_words", "supplier words|woorden leverancier", 0 },
  { LIJN_TABLE_FRICTION, "category", "category|soort", 0 },
  { LIJN_TABLE_FRICTION, "frequency", "frequency|hoe vaak", 0 },
  { LIJN_TABLE_FRICTION, "priority", "priority|prioriteit", 0 },
  { LIJN_TABLE_FRICTION, "evidence", "evidence|bewijs", 0 },
  { LIJN_TABLE_FRICTION, "root_cause", "root cause|oorzaak", 0 },
  { LIJN_TABLE_FRICTION, "verified_how", "verified how|bevestigd door", 0 },
  { LIJN_TABLE_FRICTION, "cause_party", "cause lies with|oorzaak bij", 0 },
  { LIJN_TABLE_FRICTION, "status_reason", "reason|reden", 0 },
  { LIJN_TABLE_FRICTION, NULL, "team", LIJN_SAID_TEAM_OF },
  { LIJN_TABLE_TEAM, "goal", "goal|doel", 0 },
  { LIJN_TABLE_TEAM, "lead", "lead|trekker", 0 },
  { LIJN_TABLE_TEAM, "sponsor", "sponsor|opdrachtgever", 0 },
  { LIJN_TABLE_MEMBER, "part", "part|rol", 0 },
  { LIJN_TABLE_MEMBER, NULL, "lead|trekker", LIJN_SAID_LEADS },
  { LIJN_TABLE_MEMBER, NULL, "sponsor|opdrachtgever", LIJN_SAID_SPONSORS },
  { LIJN_TABLE_ACTION, "person", "who|wie", 0 },
  { LIJN_TABLE_ACTION, "due", "due|by|voor", 0 },
  { LIJN_TABLE_ACTION, NULL, "for|tegen", LIJN_SAID_FOR },
  { LIJN_TABLE_ACTION, NULL, "team", LIJN_SAID_TEAM_OF },
  { LIJN_TABLE_RATING, "guess", "guess|verwacht", 0 },
  { LIJN_TABLE_RATING, "comment", "comment|opmerking", 0 },
  { LIJN_TABLE_RATING, "person", "person|persoon", 0 },
  { LIJN_TABLE_BALLOT, "dots", "dots|stippen", 0 },
  { LIJN_TABLE_REMARK, "done", "done|gedaan", 0 },
  { LIJN_TABLE_REMARK, "person", "person|persoon", 0 },
};

/* Columns that have one meaning in every table. */
static const struct
{
  const char *column;
  const char *words;
} common[] = {
  { "description", "description|omschrijving" },
  { "private_to", "private to|alleen voor" },
  { "rank", "rank" },
};

static gboolean
is_key (const char *text, const char *words, const char **value)
{
  if (!lijn_said_starts_with (text, words, value))
    return FALSE;
  while (**value == ':' || **value == '=' || g_ascii_isspace (**value))
    (*value)++;
  return TRUE;
}

static char *
column_as_words (const char *column)
{
  return g_strdelimit (g_strdup (column), "_", ' ');
}

static const char *
find_column (LijnTable table, const char *text, const char **value)
{
  const LijnTableInfo *info = lijn_table_info (table);
  const char *found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < info->n_columns; i++)
    {
      g_autofree char *words = column_as_words (info->columns[i].name);
      const char *rest;

      if (strlen (words) > longest && info->columns[i].kind != LIJN_COLUMN_BLOB &&
          is_key (text, words, &rest))
        {
          longest = strlen (words);
          found = info->columns[i].name;
          *value = rest;
        }
    }
  return found;
}

gboolean
lijn_said_find_key (LijnTable table, const char *text, const char **column,
                    LijnSaidSpecial *special, const char **value)
{
  *special = LIJN_SAID_NOT_SPECIAL;
  while (g_ascii_isspace (*text))
    text++;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].table == table && is_key (text, keys[i].words, value))
      {
        *column = keys[i].column;
        *special = keys[i].special;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    if (lijn_table_find_column (table, common[i].column) >= 0 &&
        is_key (text, common[i].words, value))
      {
        *column = common[i].column;
        return TRUE;
      }
  *column = find_column (table, text, value);
  return *column != NULL;
}

static char *
first_word (const char *words)
{
  return g_strndup (words, strcspn (words, "|"));
}

char *
lijn_said_key_for_column (LijnTable table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].table == table && g_strcmp0 (keys[i].column, column) == 0)
      return first_word (keys[i].words);
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (common[i].column, column) == 0)
      return first_word (common[i].words);
  return column_as_words (column);
}

char *
lijn_said_list_keys (LijnTable table)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].table == table)
      g_string_append_printf (list, "%s%.*s", list->len > 0 ? ", " : "",
                              (int) strcspn (keys[i].words, "|"), keys[i].words);
  return g_string_free (list, FALSE);
}
