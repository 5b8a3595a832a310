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
  g_string_append_printf (terms, "%s=", name);
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

gboolean
lijn_interface_is_signed_by (LijnInterface *self, LijnParty *party)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self));
  g_autofree char *terms = NULL;
  GPtrArray *signatures;

  if (project == NULL || party == NULL)
    return FALSE;

  signatures = lijn_project_referrers (project, LIJN_TABLE_SIGNOFF, "interface",
                                       LIJN_OBJECT (self));
  if (signatures->len == 0)
    return FALSE;

  terms = lijn_interface_get_terms (self);
  for (guint i = 0; i < signatures->len; i++)
    {
      LijnSignoff *signature = signatures->pdata[i];

      if (lijn_signoff_get_party (signature) == party &&
          strcmp (lijn_signoff_get_terms (signature), terms) == 0)
        return TRUE;
    }
  return FALSE;
}

LijnAgreement
lijn_interface_get_agreement (LijnInterface *self)
{
  gboolean giver = lijn_interface_is_signed_by (self, lijn_interface_get_giver (self));
  gboolean receiver = lijn_interface_is_signed_by (self, lijn_interface_get_receiver (self));

  if (giver && receiver)
    return LIJN_AGREEMENT_AGREED;
  return giver || receiver ? LIJN_AGREEMENT_PROPOSED : LIJN_AGREEMENT_OPEN;
}
