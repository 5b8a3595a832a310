/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line in which a party speaks, rates or votes. */

/* Reads "PARTY 4 @ PLACE" into @said. Returns: whether it surely is that: a party alone may be the
 * start of what somebody said. */
static gboolean
parse_friction_head (LijnSaid *said, const char *text)
{
  const char *at = lijn_said_find (text, "@");
  g_autofree char *head = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  gsize n;

  g_strstrip (head);
  n = strlen (head);
  if (n > 0 && head[n - 1] >= '1' && head[n - 1] <= '5' && (n == 1 || head[n - 2] == ' '))
    {
      said->severity = head[n - 1] - '0';
      head[n - 1] = '\0';
      g_strchomp (head);
    }
  if (at != NULL)
    said->ref = lijn_said_ref_parse (at + 1);
  if (*head != '\0')
    said->party = lijn_said_unquote (head, NULL);
  return at != NULL || said->severity > 0;
}

LijnSaid *
lijn_said_parse_friction (const char *text, LijnSaidKind kind, GError **error)
{
  LijnSaid *said = lijn_said_new (kind);
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autofree char *words = NULL;

  if (head == NULL && kind == LIJN_SAID_VIEW)
    head = g_strdup (text);
  if (head != NULL && !parse_friction_head (said, head) && said->party != NULL &&
      kind == LIJN_SAID_FRICTION)
    {
      g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *whole = lijn_said_take_speech (text, LIJN_TABLE_FRICTION, ignored);

      said->whole = lijn_said_unquote (whole, NULL);
    }
  if (head == NULL)
    words = lijn_said_take_speech (text, LIJN_TABLE_FRICTION, said->fields);
  else
    words = lijn_said_take_speech (colon != NULL ? colon + 1 : "", LIJN_TABLE_FRICTION,
                                   said->fields);
  lijn_said_set_name (said, words);
  if (*said->name == '\0' && !said->name_quoted && kind == LIJN_SAID_FRICTION)
    return lijn_said_fail (said, error,
                           _ ("What hurts? Write “! Customer 4: in their own words”."));
  if (kind == LIJN_SAID_VIEW && said->party == NULL)
    return lijn_said_fail (said, error,
                           _ ("Whose view is it? Write “!! Supplier 2: in their own words”."));
  return said;
}

void
lijn_said_parse_remark (LijnSaid *said, const char *text, LijnTable table)
{
  const char *colon = *text == ':' ? NULL : lijn_said_find_colon (text);
  g_autofree char *words = NULL;

  if (*text == ':')
    text++;
  if (colon != NULL)
    {
      g_autofree char *party = g_strndup (text, (gsize) (colon - text));
      g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *whole = lijn_said_take_speech (text, table, ignored);

      said->party = lijn_said_unquote (party, NULL);
      said->whole = lijn_said_unquote (whole, NULL);
      text = colon + 1;
    }
  words = lijn_said_take_speech (text, table, said->fields);
  lijn_said_set_name (said, words);
}

LijnSaid *
lijn_said_parse_rated (LijnSaid *said, const char *text, GError **error)
{
  g_autofree char *head = lijn_said_take_fields (text, said->fields);

  if (!parse_friction_head (said, head) || said->party == NULL || said->severity == 0 ||
      said->ref == NULL)
    return lijn_said_fail (said, error,
                           _ ("Who rated what? Write “rated Customer 2 @ interface 3; guess 4”."));
  return said;
}

LijnSaid *
lijn_said_parse_voted (LijnSaid *said, const char *text, GError **error)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *party = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autoptr (GPtrArray) parts = lijn_said_split (colon != NULL ? colon + 1 : "", ",");

  said->party = party != NULL ? lijn_said_unquote (party, NULL) : NULL;
  for (guint i = 0; said->party != NULL && i < parts->len; i++)
    {
      char *part = g_strstrip (parts->pdata[i]);
      char *dots = strrchr (part, ' ');

      if (dots == NULL)
        break;
      *dots = '\0';
      g_ptr_array_add (said->refs, lijn_said_ref_parse (part));
      g_ptr_array_add (said->fields, g_strdup (dots + 1));
    }
  if (said->party == NULL || said->refs->len < parts->len)
    return lijn_said_fail (said, error,
                           _ ("Who voted for what? Write “voted Customer: !4 3, !7 2”."));
  return said;
}
