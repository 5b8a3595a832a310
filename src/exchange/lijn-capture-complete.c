/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What could come next while a line is typed. Where in the line the cursor is tells what is asked
 * for: a place at its start, a step behind an arrow, a party behind an exclamation mark. */

typedef struct
{
  GPtrArray *lines;
  GHashTable *known;
  const char *head; /* of the line, kept as it is */
  char *typed; /* folded: what the completion starts with */
  guint limit;
} Completion;

static void
offer (Completion *self, const char *text, const char *tail)
{
  g_autofree char *folded = lijn_text_fold (text);
  char *line;

  if (self->lines->len >= self->limit || !g_str_has_prefix (folded, self->typed) || *text == '\0')
    return;
  line = g_strconcat (self->head, text, tail, NULL);
  if (g_hash_table_add (self->known, line))
    g_ptr_array_add (self->lines, line);
}

static void
offer_named (Completion *self, LijnCapture *capture, LijnTable table, const char *tail)
{
  GListModel *list = lijn_project_list (capture->project, table);
  LijnMap *map = lijn_capture_at (capture, LIJN_AT_MAP);

  for (guint i = 0; i < g_list_model_get_n_items (list) && self->lines->len < self->limit; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *name = lijn_said_quote (lijn_object_get_name (object));

      if (table == LIJN_TABLE_ELEMENT && map != NULL &&
          lijn_element_get_map (LIJN_ELEMENT (object)) != map)
        continue;
      if (*lijn_object_get_name (object) != '\0')
        offer (self, name, tail);
    }
}

static void
offer_lanes (Completion *self, LijnCapture *capture)
{
  LijnMap *map = lijn_capture_at (capture, LIJN_AT_MAP);
  g_autoptr (GPtrArray) lanes = NULL;

  if (map == NULL)
    map = lijn_project_get_first_map (capture->project);
  if (map == NULL)
    return;
  lanes = lijn_map_list_lanes (map);
  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);
      g_autofree char *name = lijn_said_quote (lijn_lane_get_name (lane));
      g_autofree char *party = lijn_said_quote (lijn_party_get_name (lijn_lane_get_party (lane)));
      g_autofree char *both = g_strdup_printf ("%s / %s", party, name);

      offer (self, name, ": ");
      offer (self, both, ": ");
    }
}

static void
offer_words (Completion *self, const char *const *words, const char *tail)
{
  for (guint i = 0; words[i] != NULL; i++)
    offer (self, words[i], tail);
}

static void
offer_pointers (Completion *self, LijnCapture *capture)
{
  GListModel *interfaces = lijn_project_list (capture->project, LIJN_TABLE_INTERFACE);

  offer_named (self, capture, LIJN_TABLE_ELEMENT, "");
  for (guint i = 0; i < g_list_model_get_n_items (interfaces); i++)
    {
      g_autoptr (LijnInterface) interface = g_list_model_get_item (interfaces, i);
      g_autofree char *pointer = g_strdup_printf ("interface %d",
                                                  lijn_interface_get_number (interface));

      offer (self, pointer, "");
    }
}

static void
offer_persons (Completion *self, LijnCapture *capture)
{
  GListModel *list = lijn_project_list (capture->project, LIJN_TABLE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnPerson) person = g_list_model_get_item (list, i);
      g_autofree char *name = lijn_said_quote (lijn_person_get_name (person));
      g_autofree char *party = lijn_said_quote (
          lijn_party_get_name (lijn_person_get_party (person)));
      g_autofree char *both = g_strdup_printf ("%s (%s)", name, party);

      offer (self, both, "");
    }
}

/* Returns: where the last arrow of @line ends, with the blanks behind it; NULL without one. */
static const char *
find_after_arrow (const char *line)
{
  const char *found = NULL;
  const char *p = line;

  while ((p = lijn_said_find (p, "->")) != NULL)
    {
      p += 2;
      found = p;
    }
  while (found != NULL && *found == ' ')
    found++;
  return found;
}

static const char *
skip (const char *line, const char *word)
{
  const char *rest;

  return lijn_said_starts_with (line, word, &rest) ? rest : NULL;
}

/* Returns: where what is typed at the end of @line begins; @kind tells what can stand there. */
typedef enum
{
  ASKS_FOR_LINE,
  ASKS_FOR_TARGET,
  ASKS_FOR_POINTER,
  ASKS_FOR_PARTY,
  ASKS_FOR_PERSON,
  ASKS_FOR_TEAM,
  ASKS_FOR_FINDING,
  ASKS_FOR_NOTHING,
} Asks;

static const char *
find_start (const char *line, Asks *asks)
{
  static const struct
  {
    const char *word;
    Asks asks;
  } words[] = {
    { "member|lid", ASKS_FOR_PERSON },     { "present|aanwezig", ASKS_FOR_PERSON },
    { "absent|afwezig", ASKS_FOR_PERSON }, { "team", ASKS_FOR_TEAM },
    { "speaker|spreker", ASKS_FOR_PARTY }, { "link to|koppel aan", ASKS_FOR_TEAM },
    { "lane|baan", ASKS_FOR_PARTY },
  };
  const char *at;

  if (skip (line, "phase|fase") != NULL && (at = lijn_said_find (line, "@")) != NULL)
    {
      *asks = ASKS_FOR_TARGET;
      return at + 1 + strspn (at + 1, " ");
    }
  if ((at = skip (line, "set aside|terzijde")) != NULL && at > line && g_ascii_isspace (at[-1]) &&
      lijn_said_find_colon (at) == NULL)
    {
      *asks = ASKS_FOR_FINDING;
      return at;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((at = skip (line, words[i].word)) != NULL && at > line && g_ascii_isspace (at[-1]))
      {
        *asks = words[i].asks;
        return at;
      }
  if (*line == '@' || *line == '!')
    {
      at = line + (g_str_has_prefix (line, "!!") ? 2 : 1);
      *asks = *line == '@'               ? ASKS_FOR_POINTER
              : strchr (at, ':') == NULL ? ASKS_FOR_PARTY
                                         : ASKS_FOR_NOTHING;
      return at + strspn (at, " ");
    }
  if ((at = find_after_arrow (line)) != NULL)
    {
      *asks = lijn_said_find_colon (at) == NULL ? ASKS_FOR_TARGET : ASKS_FOR_NOTHING;
      return at;
    }
  *asks = lijn_said_find_colon (line) == NULL ? ASKS_FOR_LINE : ASKS_FOR_NOTHING;
  return line;
}

char **
lijn_capture_complete (LijnCapture *self, const char *line, guint limit)
{
  Asks asks;
  const char *start = find_start (line, &asks);
  g_autofree char *head = g_strndup (line, (gsize) (start - line));
  Completion completion = { .head = head, .limit = limit };

  completion.lines = g_ptr_array_new ();
  completion.known = g_hash_table_new (g_str_hash, g_str_equal);
  completion.typed = lijn_text_fold (start);
  switch (asks)
    {
    case ASKS_FOR_LINE:
      offer_lanes (&completion, self);
      offer_named (&completion, self, LIJN_TABLE_PARTY, " / ");
      offer_words (&completion, lijn_said_list_words (), " ");
      break;
    case ASKS_FOR_TARGET:
      offer_named (&completion, self, LIJN_TABLE_ELEMENT, "");
      offer_lanes (&completion, self);
      break;
    case ASKS_FOR_POINTER:
      offer_pointers (&completion, self);
      break;
    case ASKS_FOR_PARTY:
      offer_named (&completion, self, LIJN_TABLE_PARTY, *line == '!' ? " " : "");
      break;
    case ASKS_FOR_PERSON:
      offer_persons (&completion, self);
      break;
    case ASKS_FOR_TEAM:
      offer_named (&completion, self, LIJN_TABLE_TEAM, "");
      break;
    case ASKS_FOR_FINDING:
      for (guint i = 0; i < LIJN_N_CHECKS; i++)
        offer (&completion, lijn_check_nick ((LijnCheckKind) i), ": ");
      break;
    case ASKS_FOR_NOTHING:
    default:
      break;
    }
  g_free (completion.typed);
  g_hash_table_unref (completion.known);
  g_ptr_array_add (completion.lines, NULL);
  return (char **) g_ptr_array_free (completion.lines, FALSE);
}
