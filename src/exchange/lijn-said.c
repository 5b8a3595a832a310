/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said-private.h"

#include <string.h>

/* Reading a line of capture text. The first character or word tells what it is; all else is an
 * element or an arrow. */

LijnSaid *
lijn_said_new (LijnSaidKind kind)
{
  LijnSaid *said = g_new0 (LijnSaid, 1);

  said->kind = kind;
  said->fields = g_ptr_array_new_with_free_func (g_free);
  said->hang_fields = g_ptr_array_new_with_free_func (g_free);
  said->refs = g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_said_ref_free);
  return said;
}

void
lijn_said_free (LijnSaid *said)
{
  while (said != NULL)
    {
      LijnSaid *next = said->next;

      g_free (said->party);
      g_free (said->lane);
      g_free (said->name);
      g_free (said->text);
      g_free (said->mark);
      g_free (said->label);
      g_free (said->hang_name);
      g_free (said->whole);
      lijn_said_ref_free (said->ref);
      g_ptr_array_unref (said->refs);
      g_ptr_array_unref (said->fields);
      g_ptr_array_unref (said->hang_fields);
      g_free (said);
      said = next;
    }
}

LijnSaid *
lijn_said_fail (LijnSaid *said, GError **error, const char *message)
{
  lijn_said_free (said);
  g_set_error_literal (error, LIJN_CAPTURE_ERROR, LIJN_CAPTURE_ERROR_SYNTAX, message);
  return NULL;
}

/* Whether a line that starts with a word of the grammar is a drawing all the same: its place is
 * known, names a party, or it is a label in front of an arrow. */
static gboolean
is_drawing (const char *line, LijnSaidKind kind, LijnSaidKnows knows, gpointer data)
{
  const char *colon = lijn_said_find_colon (line);
  const char *arrow = lijn_said_find (line, "->");
  g_autofree char *place = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;

  if (arrow != NULL && (colon == NULL || arrow < colon) && kind != LIJN_SAID_ACTION)
    return TRUE;
  return place != NULL && ((kind != LIJN_SAID_LANE && kind != LIJN_SAID_ACTION &&
                            lijn_said_find (place, " / ") != NULL) ||
                           (knows != NULL && knows (place, data)));
}

static gboolean
is_break (const char *line)
{
  return strlen (line) >= 3 && strspn (line, "-") == strlen (line);
}

LijnSaid *
lijn_said_parse (const char *line, LijnSaidKnows knows, gpointer data, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  const char *text = g_str_has_prefix (valid, "\xEF\xBB\xBF") ? valid + 3 : valid;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const LijnSaidWord *word;
  const char *rest;
  LijnSaid *said;

  if (*trimmed == '\0' || *trimmed == '#')
    return NULL;
  if (is_break (trimmed))
    return lijn_said_new (LIJN_SAID_BREAK);
  if (g_str_has_prefix (trimmed, "!!"))
    return lijn_said_parse_friction (trimmed + 2, LIJN_SAID_VIEW, error);
  if (*trimmed == '!')
    return lijn_said_parse_friction (trimmed + 1, LIJN_SAID_FRICTION, error);
  if (*trimmed == '@')
    {
      said = lijn_said_new (LIJN_SAID_GO);
      said->ref = lijn_said_ref_parse (trimmed + 1);
      return said;
    }
  if (g_str_has_prefix (trimmed, "=>"))
    {
      said = lijn_said_new (LIJN_SAID_HANG);
      lijn_said_parse_hang (said, trimmed + 2);
      return said;
    }
  word = lijn_said_find_word (trimmed, &rest);
  if (word != NULL && !is_drawing (trimmed, word->kind, knows, data))
    return lijn_said_parse_record (word->kind, rest, error);
  return lijn_said_parse_drawing (trimmed, knows, data, error);
}
