/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line whose first word tells what it is: "team", "phase", "action", … */

/* "interface 3: norm 2 days; channel e-mail", "interface: …", "interface Claim form: …". */
static void
parse_interface (LijnSaid *said, const char *text)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = NULL;
  g_autofree char *rest = NULL;

  if (colon == NULL)
    head = lijn_said_take_fields (text, said->fields);
  else
    {
      head = g_strstrip (g_strndup (text, (gsize) (colon - text)));
      rest = lijn_said_take_fields (colon + 1, said->fields);
      if (*rest != '\0')
        g_ptr_array_insert (said->fields, 0, g_steal_pointer (&rest));
    }
  if (*head != '\0')
    {
      g_autofree char *pointer = g_strconcat ("interface ", head, NULL);

      said->ref = lijn_said_ref_parse (pointer);
    }
}

static void
parse_persons (LijnSaid *said, const char *text)
{
  g_autofree char *list = lijn_said_take_fields (text, said->fields);
  g_autoptr (GPtrArray) parts = lijn_said_split (list, ",");

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (said->refs, lijn_said_ref_parse_person (g_ptr_array_index (parts, i)));
}

/* "!4, !5 to TEAM", "to TEAM", "!4". */
static void
parse_link (LijnSaid *said, const char *text)
{
  g_autofree char *padded = g_strconcat (" ", text, NULL);
  const char *to = lijn_said_find (padded, " to ");
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *points = NULL;

  if (to == NULL)
    to = lijn_said_find (padded, " aan ");
  points = to != NULL ? g_strndup (padded, (gsize) (to - padded)) : g_strdup (padded);
  if (to != NULL)
    lijn_said_set_name (said, strchr (to + 1, ' '));

  g_strstrip (points);
  parts = lijn_said_split (points, ",");
  for (guint i = 0; *points != '\0' && i < parts->len; i++)
    {
      const char *part = g_strstrip (g_ptr_array_index (parts, i));
      g_autofree char *pointer = g_ascii_isdigit (*part) ? g_strconcat ("!", part, NULL)
                                                         : g_strdup (part);

      g_ptr_array_add (said->refs, lijn_said_ref_parse (pointer));
    }
}

/* "NAME (…): TEXT ~mark; fields", as far as the kind has them. */
static void
parse_titled (LijnSaid *said, const char *text)
{
  g_autofree char *head = lijn_said_take_fields (text, said->fields);
  const char *colon = NULL;

  said->mark = lijn_said_take_mark (head);
  if (said->kind == LIJN_SAID_TEAM || said->kind == LIJN_SAID_STEERING ||
      said->kind == LIJN_SAID_PERSON)
    colon = lijn_said_find_colon (head);
  if (colon != NULL)
    {
      said->text = lijn_said_unquote (colon + 1, NULL);
      head[colon - head] = '\0';
    }
  if (said->kind == LIJN_SAID_PARTY || said->kind == LIJN_SAID_PERSON ||
      said->kind == LIJN_SAID_MEMBER)
    {
      g_autofree char *inside = lijn_said_take_brackets (head);

      said->party = inside != NULL ? lijn_said_unquote (inside, NULL) : NULL;
    }
  if (said->kind == LIJN_SAID_LANE)
    {
      lijn_said_parse_place (said, head, NULL, NULL);
      said->name = g_strdup (said->lane);
      said->name_quoted = strstr (head, "\"\"") != NULL;
    }
  else
    lijn_said_set_name (said, head);
}

/* "NAME ~mark @ STEP; fields". */
static void
parse_phase (LijnSaid *said, const char *text)
{
  g_autofree char *head = lijn_said_take_fields (text, said->fields);
  char *at = (char *) (guintptr) lijn_said_find (head, "@");

  if (at != NULL)
    {
      said->ref = lijn_said_ref_parse (at + 1);
      *at = '\0';
    }
  said->mark = lijn_said_take_mark (head);
  lijn_said_set_name (said, head);
}

/* "dead-end Party: why". */
static LijnSaid *
parse_aside (LijnSaid *said, const char *text, GError **error)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = g_strndup (text, colon != NULL ? (gsize) (colon - text) : 0);
  char *party = strchr (g_strstrip (head), ' ');
  g_autofree char *reason = lijn_said_take_fields (colon != NULL ? colon + 1 : "", said->fields);

  if (party != NULL)
    {
      said->party = lijn_said_unquote (party, NULL);
      *party = '\0';
    }
  said->text = g_strdup (head);
  lijn_said_set_name (said, reason);
  if (*said->text == '\0' || *said->name == '\0')
    return lijn_said_fail (said, error,
                           _ ("What is set aside, and why? Write “set aside dead-end: the "
                              "driver ends it”."));
  return said;
}

LijnSaid *
lijn_said_parse_record (LijnSaidKind kind, const char *text, GError **error)
{
  LijnSaid *said = lijn_said_new (kind);

  switch (kind)
    {
    case LIJN_SAID_PARKED:
    case LIJN_SAID_COMMENT:
      lijn_said_parse_remark (said, text, LIJN_TABLE_REMARK);
      break;
    case LIJN_SAID_INTERFACE:
      parse_interface (said, text);
      return said;
    case LIJN_SAID_PRESENT:
    case LIJN_SAID_ABSENT:
      parse_persons (said, *text == ':' ? text + 1 : text);
      return said;
    case LIJN_SAID_RATED:
      return lijn_said_parse_rated (said, text, error);
    case LIJN_SAID_VOTED:
      return lijn_said_parse_voted (said, text, error);
    case LIJN_SAID_REVEALED:
    case LIJN_SAID_CLOSE_VOTE:
      return said;
    case LIJN_SAID_LINK:
      parse_link (said, *text == ':' ? text + 1 : text);
      return said;
    case LIJN_SAID_ACTION:
    case LIJN_SAID_AGENDA:
    case LIJN_SAID_DECIDED:
      {
        LijnTable table = kind == LIJN_SAID_ACTION   ? LIJN_TABLE_ACTION
                          : kind == LIJN_SAID_AGENDA ? LIJN_TABLE_AGENDA_ITEM
                                                     : LIJN_TABLE_DECISION;
        g_autofree char *words = lijn_said_take_speech (*text == ':' ? text + 1 : text, table,
                                                        said->fields);

        lijn_said_set_name (said, words);
        break;
      }
    case LIJN_SAID_PHASE:
      parse_phase (said, *text == ':' ? text + 1 : text);
      break;
    case LIJN_SAID_ASIDE:
      return parse_aside (said, *text == ':' ? text + 1 : text, error);
    case LIJN_SAID_PROJECT:
    case LIJN_SAID_PARTY:
    case LIJN_SAID_PERSON:
    case LIJN_SAID_MAP:
    case LIJN_SAID_LANE:
    case LIJN_SAID_SESSION:
    case LIJN_SAID_VOTE:
    case LIJN_SAID_TEAM:
    case LIJN_SAID_STEERING:
    case LIJN_SAID_MEMBER:
    case LIJN_SAID_SPEAKER:
      parse_titled (said, *text == ':' ? text + 1 : text);
      break;
    case LIJN_SAID_ELEMENT:
    case LIJN_SAID_TARGET:
    case LIJN_SAID_BREAK:
    case LIJN_SAID_GO:
    case LIJN_SAID_HANG:
    case LIJN_SAID_FRICTION:
    case LIJN_SAID_VIEW:
    default:
      g_return_val_if_reached (said);
    }
  if (*said->name == '\0' && !said->name_quoted && said->mark == NULL &&
      kind != LIJN_SAID_STEERING && kind != LIJN_SAID_SPEAKER && kind != LIJN_SAID_VOTE)
    return lijn_said_fail (said, error,
                           _ ("Something is missing behind the word this line starts with."));
  return said;
}
