/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-xml-words.h"

#include <string.h>

const char *
lijn_xml_word (const char *word)
{
  g_autofree char *hyphenated = NULL;

  if (strchr (word, '_') == NULL)
    return word;
  hyphenated = g_strdelimit (g_strdup (word), "_", '-');
  return g_intern_string (hyphenated);
}

int
lijn_xml_find_table (const char *word)
{
  for (int table = 0; table < LIJN_N_TABLES; table++)
    if (strcmp (lijn_xml_word (lijn_table_info ((LijnTable) table)->name), word) == 0)
      return table;
  return -1;
}

int
lijn_xml_find_column (LijnTable table, const char *word)
{
  const LijnTableInfo *info = lijn_table_info (table);

  for (guint i = 0; i < info->n_columns; i++)
    if (strcmp (lijn_xml_word (info->columns[i].name), word) == 0)
      return (int) i;
  return -1;
}

gboolean
lijn_xml_is_prose (const char *name)
{
  static const char *const prose[] = {
    "answer",         "comment",     "complete_when", "customer_words",
    "deliverable",    "description", "escalation",    "evidence",
    "goal",           "notes",       "opens",         "outcome",
    "reason",         "root_cause",  "starts_when",   "status_reason",
    "supplier_words", "terms",       "text",          "verified_how",
    "what",           NULL,
  };

  return g_strv_contains (prose, name);
}

gboolean
lijn_xml_can_hold (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF)
        return FALSE;
    }
  return TRUE;
}
