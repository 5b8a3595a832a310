/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project.h"

#include "lijn-text.h"

#include <math.h>
#include <string.h>

/* What a party signs is written down as text, so that later it can be told what has changed since. */

static void
append_term (GString *terms, const char *name, const char *value)
{
  g_string_append (terms, name);
  g_string_append_c (terms, '=');
  for (; *value != '\0'; value++)
    {
      if (*value == '\\' || *value == '\n')
        g_string_append_c (terms, '\\');
      g_string_append_c (terms, *value == '\n' ? 'n' : *value);
    }
  g_string_append_c (terms, '\n');
}

static char *
number_or_nothing (double number)
{
  return isnan (number) ? g_strdup ("") : lijn_number_to_text (number);
}

char *
lijn_interface_get_terms (LijnInterface *self)
{
  const LijnTableInfo *info = lijn_table_info (LIJN_TABLE_INTERFACE);
  int first = lijn_table_find_column (LIJN_TABLE_INTERFACE, "name");
  int last = lijn_table_find_column (LIJN_TABLE_INTERFACE, "review_date");
  GString *terms = g_string_new (NULL);

  for (int i = first; i <= last; i++)
    {
      g_autofree char *number = NULL;

      if (info->columns[i].kind == LIJN_COLUMN_NUM)
        number = number_or_nothing (lijn_object_get_number (LIJN_OBJECT (self), i));
      append_term (terms, info->columns[i].name,
                   number != NULL ? number : lijn_object_get_text (LIJN_OBJECT (self), i));
    }
  return g_string_free (terms, FALSE);
}

/* All that were ever put under @self: copies that were brought together may hold two of one party. */
static GPtrArray *
get_signatures (LijnInterface *self)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self));

  return project != NULL
             ? lijn_project_referrers (project, LIJN_TABLE_SIGNOFF, "interface", LIJN_OBJECT (self))
             : NULL;
}

LijnSignoff *
lijn_interface_get_signoff (LijnInterface *self, LijnParty *party)
{
  GPtrArray *signatures = get_signatures (self);
  LijnSignoff *newest = NULL;

  for (guint i = 0; signatures != NULL && party != NULL && i < signatures->len; i++)
    if (lijn_signoff_get_party (signatures->pdata[i]) == party &&
        (newest == NULL ||
         lijn_signoff_get_at (signatures->pdata[i]) > lijn_signoff_get_at (newest)))
      newest = signatures->pdata[i];

  return newest;
}

/* @terms: what it says now. */
static gboolean
has_signed (GPtrArray *signatures, LijnParty *party, const char *terms)
{
  for (guint i = 0; party != NULL && i < signatures->len; i++)
    if (lijn_signoff_get_party (signatures->pdata[i]) == party &&
        strcmp (lijn_signoff_get_terms (signatures->pdata[i]), terms) == 0)
      return TRUE;

  return FALSE;
}

gboolean
lijn_interface_is_signed_by (LijnInterface *self, LijnParty *party)
{
  GPtrArray *signatures = get_signatures (self);
  g_autofree char *terms = NULL;

  if (signatures == NULL || signatures->len == 0 || party == NULL)
    return FALSE;

  terms = lijn_interface_get_terms (self);
  return has_signed (signatures, party, terms);
}

/* Undoes what append_term() does with a value. */
static char *
read_term (const char *from, const char *end)
{
  GString *value = g_string_new (NULL);

  for (; from < end; from++)
    if (*from == '\\' && from + 1 < end)
      g_string_append_c (value, *++from == 'n' ? '\n' : *from);
    else
      g_string_append_c (value, *from);

  return g_string_free (value, FALSE);
}

/* (transfer full) (element-type utf8 utf8): values by column. */
static GHashTable *
read_terms (const char *terms)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (*terms != '\0')
    {
      const char *end = strchrnul (terms, '\n');
      const char *equals = memchr (terms, '=', (gsize) (end - terms));

      if (equals != NULL)
        g_hash_table_replace (values, g_strndup (terms, (gsize) (equals - terms)),
                              read_term (equals + 1, end));
      terms = *end != '\0' ? end + 1 : end;
    }

  return values;
}

static void
free_change (gpointer data)
{
  LijnTermChange *change = data;

  g_free (change->was);
  g_free (change->now);
  g_free (change);
}

GPtrArray *
lijn_signoff_list_changes (LijnSignoff *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);
  const LijnTableInfo *info = lijn_table_info (LIJN_TABLE_INTERFACE);
  LijnInterface *interface = lijn_signoff_get_interface (self);
  g_autofree char *terms = interface != NULL ? lijn_interface_get_terms (interface) : g_strdup ("");
  g_autoptr (GHashTable) signed_values = read_terms (lijn_signoff_get_terms (self));
  g_autoptr (GHashTable) values = read_terms (terms);

  for (guint i = 0; i < info->n_columns; i++)
    {
      const char *column = info->columns[i].name;
      const char *was = g_hash_table_lookup (signed_values, column);
      const char *now = g_hash_table_lookup (values, column);
      LijnTermChange *change;

      if (now == NULL || g_strcmp0 (was, now) == 0)
        continue;
      change = g_new (LijnTermChange, 1);
      *change = (LijnTermChange){ column, g_strdup (was != NULL ? was : ""), g_strdup (now) };
      g_ptr_array_add (changes, change);
    }

  return changes;
}

LijnAgreement
lijn_interface_get_agreement (LijnInterface *self)
{
  GPtrArray *signatures = get_signatures (self);
  g_autofree char *terms = NULL;
  gboolean giver, receiver;

  if (signatures == NULL || signatures->len == 0)
    return LIJN_AGREEMENT_OPEN;

  terms = lijn_interface_get_terms (self);
  giver = has_signed (signatures, lijn_interface_get_giver (self), terms);
  receiver = has_signed (signatures, lijn_interface_get_receiver (self), terms);
  if (giver && receiver)
    return LIJN_AGREEMENT_AGREED;
  return giver || receiver ? LIJN_AGREEMENT_PROPOSED : LIJN_AGREEMENT_OPEN;
}
