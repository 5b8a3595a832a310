/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said.h"

#include <string.h>

/* What a line points at: "Register claim", "Claims desk: Check #2", "interface 3", "!4",
 * "flow Check -> Decide", "~b". */

static const struct
{
  const char *words;
  LijnTable table;
} pointers[] = {
  { "interface|koppelvlak|raakvlak", LIJN_TABLE_INTERFACE },
  { "friction|knelpunt", LIJN_TABLE_FRICTION },
  { "session|sessie", LIJN_TABLE_SESSION },
  { "lane|baan", LIJN_TABLE_LANE },
  { "party|partij", LIJN_TABLE_PARTY },
  { "person|persoon", LIJN_TABLE_PERSON },
  { "map|kaart", LIJN_TABLE_MAP },
  { "team", LIJN_TABLE_TEAM },
  { "flow|lijn|stroom", LIJN_TABLE_FLOW },
};

static gboolean
parse_number (const char *text, int *number)
{
  char *end = NULL;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  if (!g_ascii_isdigit (*text) || *end != '\0' || value > G_MAXINT)
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static void
parse_place (LijnSaidRef *ref, const char *text)
{
  const char *slash = lijn_said_find (text, " / ");

  if (slash != NULL)
    {
      g_autofree char *party = g_strndup (text, (gsize) (slash - text));

      ref->party = lijn_said_unquote (party, NULL);
      text = slash + 3;
    }
  ref->lane = lijn_said_unquote (text, NULL);
  ref->in_lane = TRUE;
}

/* "Check #2": the second from the left. */
static void
take_ordinal (char *text, int *number)
{
  char *hash = strrchr (text, '#');

  if (hash != NULL && hash > text && g_ascii_isspace (hash[-1]) && parse_number (hash + 1, number))
    {
      *hash = '\0';
      g_strchomp (text);
    }
}

static void
parse_element (LijnSaidRef *ref, const char *text)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *name = NULL;

  if (colon != NULL)
    {
      g_autofree char *place = g_strndup (text, (gsize) (colon - text));

      parse_place (ref, place);
      text = colon + 1;
    }
  name = g_strstrip (g_strdup (text));
  take_ordinal (name, &ref->number);
  ref->name = lijn_said_unquote (name, &ref->quoted);
}

static void
parse_flow (LijnSaidRef *ref, const char *text)
{
  const char *arrow = lijn_said_find (text, "->");

  if (arrow == NULL)
    ref->name = lijn_said_unquote (text, &ref->quoted);
  else
    {
      g_autofree char *source = g_strndup (text, (gsize) (arrow - text));

      ref->source = lijn_said_ref_parse (source);
      ref->target = lijn_said_ref_parse (arrow + 2);
    }
}

LijnSaidRef *
lijn_said_ref_parse_person (const char *text)
{
  LijnSaidRef *ref = g_new0 (LijnSaidRef, 1);
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autofree char *party = lijn_said_take_brackets (name);

  ref->whole = g_strstrip (g_strdup (text));
  ref->table = LIJN_TABLE_PERSON;
  ref->party = party != NULL ? lijn_said_unquote (party, NULL) : NULL;
  if (*name == '~')
    ref->mark = lijn_said_take_mark (name);
  ref->name = lijn_said_unquote (name, &ref->quoted);
  return ref;
}

static LijnSaidRef *
parse_pointer (LijnTable table, const char *text)
{
  LijnSaidRef *ref;

  if (table == LIJN_TABLE_PERSON)
    return lijn_said_ref_parse_person (text);

  ref = g_new0 (LijnSaidRef, 1);
  ref->table = (int) table;
  if (table == LIJN_TABLE_FLOW)
    parse_flow (ref, text);
  else if (table == LIJN_TABLE_LANE)
    parse_place (ref, text);
  else
    {
      parse_number (text, &ref->number);
      ref->name = lijn_said_unquote (text, &ref->quoted);
    }
  return ref;
}

LijnSaidRef *
lijn_said_ref_parse (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  LijnSaidRef *ref = NULL;
  const char *rest;
  int number;

  if (*trimmed == '!' && parse_number (g_strchug (trimmed + 1), &number))
    ref = parse_pointer (LIJN_TABLE_FRICTION, trimmed + 1);
  for (guint i = 0; ref == NULL && i < G_N_ELEMENTS (pointers); i++)
    if (lijn_said_starts_with (trimmed, pointers[i].words, &rest) && *rest != ':' &&
        (*rest != '\0' || pointers[i].table == LIJN_TABLE_MAP))
      ref = parse_pointer (pointers[i].table, rest);
  if (ref == NULL)
    {
      ref = g_new0 (LijnSaidRef, 1);
      ref->table = LIJN_TABLE_ELEMENT;
      if (*trimmed == '~')
        ref->mark = lijn_said_take_mark (trimmed);
      if (ref->mark == NULL)
        parse_element (ref, trimmed);
    }
  g_free (ref->whole);
  ref->whole = g_strstrip (g_strdup (text));
  return ref;
}

void
lijn_said_ref_free (LijnSaidRef *ref)
{
  if (ref == NULL)
    return;
  g_free (ref->mark);
  g_free (ref->party);
  g_free (ref->lane);
  g_free (ref->name);
  g_free (ref->whole);
  lijn_said_ref_free (ref->source);
  lijn_said_ref_free (ref->target);
  g_free (ref);
}
