/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line that draws: elements with their places, and the arrows between them. */

/* What stands behind the place: "NAME", "KIND: NAME", "KIND", "NAME?". */
static void
parse_element_name (LijnSaid *said, const char *text)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *word = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (word != NULL && lijn_said_find_element_kind (word, &said->element_kind))
    {
      said->kind_said = TRUE;
      lijn_said_set_name (said, colon + 1);
    }
  else if (lijn_said_find_element_kind (text, &said->element_kind) &&
           (said->element_kind == LIJN_ELEMENT_KIND_START ||
            said->element_kind == LIJN_ELEMENT_KIND_END ||
            said->element_kind == LIJN_ELEMENT_KIND_WAIT))
    {
      said->kind_said = TRUE;
      lijn_said_set_name (said, "");
    }
  else
    {
      lijn_said_set_name (said, text);
      said->element_kind = !said->name_quoted && g_str_has_suffix (said->name, "?")
                               ? LIJN_ELEMENT_KIND_DECISION
                               : LIJN_ELEMENT_KIND_STEP;
      said->kind_said = said->element_kind == LIJN_ELEMENT_KIND_DECISION;
    }
}

/* An element with its place. @colon ends the place. */
static void
parse_element (LijnSaid *said, const char *head, const char *colon, LijnSaidKnows knows,
               gpointer data)
{
  g_autofree char *place = g_strstrip (g_strndup (head, (gsize) (colon - head)));
  gboolean known = knows != NULL && knows (place, data);

  if (!known && lijn_said_find_element_kind (place, &said->element_kind))
    {
      said->kind_said = TRUE;
      lijn_said_set_name (said, colon + 1);
      return;
    }
  if (*place == '\0')
    said->place = LIJN_SAID_SAME_LANE;
  else if (!known && lijn_said_is_beside (place))
    said->place = LIJN_SAID_BESIDE;
  else
    lijn_said_parse_place (said, place, knows, data);
  parse_element_name (said, colon + 1);
}

/* One end of an arrow, or an element without one. */
static LijnSaid *
parse_segment (const char *text, gboolean arrow, LijnSaidKnows knows, gpointer data, GError **error)
{
  LijnSaid *said = lijn_said_new (LIJN_SAID_ELEMENT);
  const char *hang = lijn_said_find (text, "=>");
  g_autofree char *left = hang != NULL ? g_strndup (text, (gsize) (hang - text)) : g_strdup (text);
  g_autofree char *head = lijn_said_take_fields (left, said->fields);
  const char *colon;

  said->arrow = arrow;
  said->mark = lijn_said_take_mark (head);
  if (hang != NULL)
    lijn_said_parse_hang (said, hang + 2);

  colon = lijn_said_find_colon (head);
  if (colon != NULL)
    {
      parse_element (said, head, colon, knows, data);
      if (*said->name == '\0' && !said->name_quoted && !said->kind_said)
        return lijn_said_fail (said, error, _ ("What is the step called? Write “Lane: Step”."));
    }
  else if (lijn_said_find_element_kind (head, &said->element_kind) &&
           (said->element_kind == LIJN_ELEMENT_KIND_START ||
            said->element_kind == LIJN_ELEMENT_KIND_END))
    {
      said->kind_said = TRUE;
      lijn_said_set_name (said, "");
    }
  else if (arrow)
    {
      said->kind = LIJN_SAID_TARGET;
      if (*head == '\0' && said->mark != NULL)
        {
          said->ref = g_new0 (LijnSaidRef, 1);
          said->ref->table = LIJN_TABLE_ELEMENT;
          said->ref->mark = g_steal_pointer (&said->mark);
          said->ref->whole = g_strdup (text);
        }
      else if (*head == '\0')
        return lijn_said_fail (said, error, _ ("Where does the arrow lead? Write “-> Step”."));
      else
        said->ref = lijn_said_ref_parse (head);
    }
  else
    return lijn_said_fail (
        said, error,
        _ ("This is not a line that can be drawn. Write “Lane: Step” for a step, "
           "“: Step” for one in the same lane, or “! what hurts” for a friction point."));
  return said;
}

LijnSaid *
lijn_said_parse_drawing (const char *text, LijnSaidKnows knows, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) segments = lijn_said_split (text, "->");
  const char *start = g_ptr_array_index (segments, 0);
  g_autoptr (LijnSaid) first = NULL;
  LijnSaid **place = &first;
  g_autofree char *label = NULL;
  gboolean quoted = FALSE;
  guint i = 0;

  if (segments->len > 1 && lijn_said_find_colon (start) == NULL)
    {
      label = lijn_said_unquote (start, &quoted);
      i = 1;
    }
  for (; i < segments->len; i++)
    {
      *place = parse_segment (g_ptr_array_index (segments, i), i > 0, knows, data, error);
      if (*place == NULL)
        return NULL;
      place = &(*place)->next;
    }
  if (label != NULL && *label != '\0')
    {
      first->label = g_steal_pointer (&label);
      first->label_quoted = quoted;
    }
  return g_steal_pointer (&first);
}

void
lijn_said_parse_place (LijnSaid *said, const char *text, LijnSaidKnows knows, gpointer data)
{
  const char *slash = lijn_said_find (text, " / ");
  gsize width = 3;

  if (slash == NULL && (slash = lijn_said_find (text, "/")) != NULL)
    {
      g_autofree char *party = g_strndup (text, (gsize) (slash - text));
      g_autofree char *name = lijn_said_unquote (party, NULL);
      LijnPartyRole role;

      width = 1;
      if (!lijn_said_find_role (name, &role) && (knows == NULL || !knows (name, data)))
        slash = NULL;
    }

  said->place = LIJN_SAID_IN_LANE;
  if (slash != NULL)
    {
      g_autofree char *party = g_strndup (text, (gsize) (slash - text));

      said->party = lijn_said_unquote (party, NULL);
      text = slash + width;
    }
  said->lane = lijn_said_unquote (text, NULL);
}

void
lijn_said_parse_hang (LijnSaid *said, const char *text)
{
  g_autofree char *head = lijn_said_take_fields (text, said->hang_fields);
  gsize digits = strspn (head, "0123456789");

  said->hang = TRUE;
  if (digits > 0 && digits < 7 && (head[digits] == '\0' || head[digits] == ' '))
    said->hang_number = (int) g_ascii_strtoll (head, NULL, 10);
  else
    digits = 0;
  if (head[digits] != '\0')
    said->hang_name = lijn_said_unquote (head + digits, NULL);
}
