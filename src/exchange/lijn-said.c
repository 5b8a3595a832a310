/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said.h"

#include <glib/gi18n.h>
#include <string.h>

/* Reading a line of capture text. The first character or word tells what it is; all else is an
 * element or an arrow:
 *
 *   [LABEL] -> [PLACE:] [KIND:] NAME ~MARK; FIELD => NUMBER NAME; FIELD -> … */

static LijnSaid *
said_new (LijnSaidKind kind)
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

static LijnSaid *
fail (LijnSaid *said, GError **error, const char *message)
{
  lijn_said_free (said);
  g_set_error_literal (error, LIJN_CAPTURE_ERROR, LIJN_CAPTURE_ERROR_SYNTAX, message);
  return NULL;
}

/* Returns: (transfer full): @text up to the first semicolon; what follows goes to @fields. */
static char *
take_fields (const char *text, GPtrArray *fields)
{
  g_autoptr (GPtrArray) parts = lijn_said_split (text, ";");

  for (guint i = 1; i < parts->len; i++)
    {
      char *field = g_strstrip (g_strdup (g_ptr_array_index (parts, i)));

      if (*field != '\0')
        g_ptr_array_add (fields, field);
      else
        g_free (field);
    }
  return g_strstrip (g_strdup (g_ptr_array_index (parts, 0)));
}

/* As take_fields(), for what people say at length, where a semicolon may be just that: a part that
 * starts with no known key stays in the text. */
static char *
take_fields_of_speech (const char *text, LijnTable table, GPtrArray *fields)
{
  g_autoptr (GPtrArray) parts = lijn_said_split (text, ";");
  g_autoptr (GString) speech = g_string_new (g_ptr_array_index (parts, 0));
  gboolean quoted;

  g_free (lijn_said_unquote (speech->str, &quoted));
  for (guint i = 1; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *column, *value;
      LijnSaidSpecial special;

      if (quoted || fields->len > 0 || lijn_said_find_key (table, part, &column, &special, &value))
        g_ptr_array_add (fields, g_strstrip (g_strdup (part)));
      else
        g_string_append_printf (speech, ";%s", part);
    }
  return g_strstrip (g_strdup (speech->str));
}

static void
set_name (LijnSaid *said, const char *text)
{
  g_free (said->name);
  said->name = lijn_said_unquote (text, &said->name_quoted);
}

/* "3 Claim form", "Claim form" or "3". */
static void
parse_hang (LijnSaid *said, const char *text)
{
  g_autofree char *head = take_fields (text, said->hang_fields);
  gsize digits = strspn (head, "0123456789");

  said->hang = TRUE;
  if (digits > 0 && digits < 7 && (head[digits] == '\0' || head[digits] == ' '))
    said->hang_number = (int) g_ascii_strtoll (head, NULL, 10);
  else
    digits = 0;
  if (head[digits] != '\0')
    said->hang_name = lijn_said_unquote (head + digits, NULL);
}

static void
parse_place (LijnSaid *said, const char *text, LijnSaidKnows knows, gpointer data)
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

/* What stands behind the place: "NAME", "KIND: NAME", "KIND", "NAME?". */
static void
parse_element_name (LijnSaid *said, const char *text)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *word = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (word != NULL && lijn_said_find_element_kind (word, &said->element_kind))
    {
      said->kind_said = TRUE;
      set_name (said, colon + 1);
    }
  else if (lijn_said_find_element_kind (text, &said->element_kind) &&
           (said->element_kind == LIJN_ELEMENT_KIND_START ||
            said->element_kind == LIJN_ELEMENT_KIND_END ||
            said->element_kind == LIJN_ELEMENT_KIND_WAIT))
    {
      said->kind_said = TRUE;
      set_name (said, "");
    }
  else
    {
      set_name (said, text);
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
      set_name (said, colon + 1);
      return;
    }
  if (*place == '\0')
    said->place = LIJN_SAID_SAME_LANE;
  else if (!known && lijn_said_is_beside (place))
    said->place = LIJN_SAID_BESIDE;
  else
    parse_place (said, place, knows, data);
  parse_element_name (said, colon + 1);
}

/* One end of an arrow, or an element without one. */
static LijnSaid *
parse_segment (const char *text, gboolean arrow, LijnSaidKnows knows, gpointer data, GError **error)
{
  LijnSaid *said = said_new (LIJN_SAID_ELEMENT);
  const char *hang = lijn_said_find (text, "=>");
  g_autofree char *left = hang != NULL ? g_strndup (text, (gsize) (hang - text)) : g_strdup (text);
  g_autofree char *head = take_fields (left, said->fields);
  const char *colon;

  said->arrow = arrow;
  said->mark = lijn_said_take_mark (head);
  if (hang != NULL)
    parse_hang (said, hang + 2);

  colon = lijn_said_find_colon (head);
  if (colon != NULL)
    {
      parse_element (said, head, colon, knows, data);
      if (*said->name == '\0' && !said->name_quoted && !said->kind_said)
        return fail (said, error, _ ("What is the step called? Write “Lane: Step”."));
    }
  else if (lijn_said_find_element_kind (head, &said->element_kind) &&
           (said->element_kind == LIJN_ELEMENT_KIND_START ||
            said->element_kind == LIJN_ELEMENT_KIND_END))
    {
      said->kind_said = TRUE;
      set_name (said, "");
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
        return fail (said, error, _ ("Where does the arrow lead? Write “-> Step”."));
      else
        said->ref = lijn_said_ref_parse (head);
    }
  else
    return fail (said, error,
                 _ ("This is not a line that can be drawn. Write “Lane: Step” for a step, "
                    "“: Step” for one in the same lane, or “! what hurts” for a friction point."));
  return said;
}

static LijnSaid *
parse_drawing (const char *text, LijnSaidKnows knows, gpointer data, GError **error)
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

static LijnSaid *
parse_friction (const char *text, LijnSaidKind kind, GError **error)
{
  LijnSaid *said = said_new (kind);
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autofree char *words = NULL;

  if (head == NULL && kind == LIJN_SAID_VIEW)
    head = g_strdup (text);
  if (head != NULL && !parse_friction_head (said, head) && said->party != NULL &&
      kind == LIJN_SAID_FRICTION)
    {
      g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *whole = take_fields_of_speech (text, LIJN_TABLE_FRICTION, ignored);

      said->whole = lijn_said_unquote (whole, NULL);
    }
  if (head == NULL)
    words = take_fields_of_speech (text, LIJN_TABLE_FRICTION, said->fields);
  else
    words = take_fields_of_speech (colon != NULL ? colon + 1 : "", LIJN_TABLE_FRICTION,
                                   said->fields);
  set_name (said, words);
  if (*said->name == '\0' && !said->name_quoted && kind == LIJN_SAID_FRICTION)
    return fail (said, error, _ ("What hurts? Write “! Customer 4: in their own words”."));
  if (kind == LIJN_SAID_VIEW && said->party == NULL)
    return fail (said, error, _ ("Whose view is it? Write “!! Supplier 2: in their own words”."));
  return said;
}

/* "parked Customer: TEXT", "parked: TEXT", "parked TEXT". */
static void
parse_remark (LijnSaid *said, const char *text, LijnTable table)
{
  const char *colon = *text == ':' ? NULL : lijn_said_find_colon (text);
  g_autofree char *words = NULL;

  if (*text == ':')
    text++;
  if (colon != NULL)
    {
      g_autofree char *party = g_strndup (text, (gsize) (colon - text));
      g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *whole = take_fields_of_speech (text, table, ignored);

      said->party = lijn_said_unquote (party, NULL);
      said->whole = lijn_said_unquote (whole, NULL);
      text = colon + 1;
    }
  words = take_fields_of_speech (text, table, said->fields);
  set_name (said, words);
}

/* "interface 3: norm 2 days; channel e-mail", "interface: …", "interface Claim form: …". */
static void
parse_interface (LijnSaid *said, const char *text)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = NULL;
  g_autofree char *rest = NULL;

  if (colon == NULL)
    head = take_fields (text, said->fields);
  else
    {
      head = g_strstrip (g_strndup (text, (gsize) (colon - text)));
      rest = take_fields (colon + 1, said->fields);
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
  g_autofree char *list = take_fields (text, said->fields);
  g_autoptr (GPtrArray) parts = lijn_said_split (list, ",");

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (said->refs, lijn_said_ref_parse_person (g_ptr_array_index (parts, i)));
}

/* "PARTY 2 @ interface 3; guess 4". */
static LijnSaid *
parse_rated (LijnSaid *said, const char *text, GError **error)
{
  g_autofree char *head = take_fields (text, said->fields);

  if (!parse_friction_head (said, head) || said->party == NULL || said->severity == 0 ||
      said->ref == NULL)
    return fail (said, error,
                 _ ("Who rated what? Write “rated Customer 2 @ interface 3; guess 4”."));
  return said;
}

/* "PARTY: !4 3, !7 2". */
static LijnSaid *
parse_voted (LijnSaid *said, const char *text, GError **error)
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
    return fail (said, error, _ ("Who voted for what? Write “voted Customer: !4 3, !7 2”."));
  return said;
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
    set_name (said, strchr (to + 1, ' '));

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
  g_autofree char *head = take_fields (text, said->fields);
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
      parse_place (said, head, NULL, NULL);
      said->name = g_strdup (said->lane);
      said->name_quoted = strstr (head, "\"\"") != NULL;
    }
  else
    set_name (said, head);
}

/* "NAME ~mark @ STEP; fields". */
static void
parse_phase (LijnSaid *said, const char *text)
{
  g_autofree char *head = take_fields (text, said->fields);
  char *at = (char *) (guintptr) lijn_said_find (head, "@");

  if (at != NULL)
    {
      said->ref = lijn_said_ref_parse (at + 1);
      *at = '\0';
    }
  said->mark = lijn_said_take_mark (head);
  set_name (said, head);
}

/* "dead-end Party: why". */
static LijnSaid *
parse_aside (LijnSaid *said, const char *text, GError **error)
{
  const char *colon = lijn_said_find_colon (text);
  g_autofree char *head = g_strndup (text, colon != NULL ? (gsize) (colon - text) : 0);
  char *party = strchr (g_strstrip (head), ' ');
  g_autofree char *reason = take_fields (colon != NULL ? colon + 1 : "", said->fields);

  if (party != NULL)
    {
      said->party = lijn_said_unquote (party, NULL);
      *party = '\0';
    }
  said->text = g_strdup (head);
  set_name (said, reason);
  if (*said->text == '\0' || *said->name == '\0')
    return fail (said, error,
                 _ ("What is set aside, and why? Write “set aside dead-end: the "
                    "driver ends it”."));
  return said;
}

static LijnSaid *
parse_word (LijnSaidKind kind, const char *text, GError **error)
{
  LijnSaid *said = said_new (kind);

  switch (kind)
    {
    case LIJN_SAID_PARKED:
    case LIJN_SAID_COMMENT:
      parse_remark (said, text, LIJN_TABLE_REMARK);
      break;
    case LIJN_SAID_INTERFACE:
      parse_interface (said, text);
      return said;
    case LIJN_SAID_PRESENT:
    case LIJN_SAID_ABSENT:
      parse_persons (said, *text == ':' ? text + 1 : text);
      return said;
    case LIJN_SAID_RATED:
      return parse_rated (said, text, error);
    case LIJN_SAID_VOTED:
      return parse_voted (said, text, error);
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
        g_autofree char *words = take_fields_of_speech (*text == ':' ? text + 1 : text, table,
                                                        said->fields);

        set_name (said, words);
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
    return fail (said, error, _ ("Something is missing behind the word this line starts with."));
  return said;
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
    return said_new (LIJN_SAID_BREAK);
  if (g_str_has_prefix (trimmed, "!!"))
    return parse_friction (trimmed + 2, LIJN_SAID_VIEW, error);
  if (*trimmed == '!')
    return parse_friction (trimmed + 1, LIJN_SAID_FRICTION, error);
  if (*trimmed == '@')
    {
      said = said_new (LIJN_SAID_GO);
      said->ref = lijn_said_ref_parse (trimmed + 1);
      return said;
    }
  if (g_str_has_prefix (trimmed, "=>"))
    {
      said = said_new (LIJN_SAID_HANG);
      parse_hang (said, trimmed + 2);
      return said;
    }
  word = lijn_said_find_word (trimmed, &rest);
  if (word != NULL && !is_drawing (trimmed, word->kind, knows, data))
    return parse_word (word->kind, rest, error);
  return parse_drawing (trimmed, knows, data, error);
}
