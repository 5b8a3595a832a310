/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <math.h>
#include <string.h>

/* A map as capture text: its lanes, then its elements along the flows, so that it reads as it would
 * be told. A flow to an element that was not told yet tells it; one to an element that was is an
 * arrow. The flows that wait are a stack, so that a branch is told to its end before the next. */

typedef struct
{
  LijnCaptureWriter *writer;
  GHashTable *told; /* elements */
  GHashTable *names; /* folded names of the map's elements, for labels that look like one */
  GPtrArray *waiting; /* flows */
  gboolean begun;
} Teller;

/* Where an element comes in the telling when the flows do not say it: by what it is and is called,
 * not by where it lies or by its id, so that a text that is captured and written again is the same
 * text. */
static int
compare_elements (gconstpointer a, gconstpointer b)
{
  static const int turns[] = {
    [LIJN_ELEMENT_KIND_GROUP] = 0,    [LIJN_ELEMENT_KIND_START] = 1,
    [LIJN_ELEMENT_KIND_STEP] = 2,     [LIJN_ELEMENT_KIND_WAIT] = 2,
    [LIJN_ELEMENT_KIND_DECISION] = 2, [LIJN_ELEMENT_KIND_DOCUMENT] = 3,
    [LIJN_ELEMENT_KIND_NOTE] = 3,     [LIJN_ELEMENT_KIND_END] = 4,
  };
  LijnElement *one = *(LijnElement *const *) a;
  LijnElement *other = *(LijnElement *const *) b;
  int turn = turns[lijn_element_get_kind (one)] - turns[lijn_element_get_kind (other)];
  int name = strcmp (lijn_element_get_name (one), lijn_element_get_name (other));
  double dx = lijn_element_get_x (one) - lijn_element_get_x (other);

  if (turn != 0 || name != 0)
    return turn != 0 ? turn : name;
  if (dx < 0 || dx > 0)
    return dx < 0 ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

/* What goes well is told first. */
static gboolean
is_yes (const char *label)
{
  return g_ascii_strcasecmp (label, "yes") == 0 || g_ascii_strcasecmp (label, "ja") == 0;
}

/* The other way round, so that what is told first is on top of the stack. */
static int
compare_flows (gconstpointer a, gconstpointer b)
{
  LijnFlow *one = *(LijnFlow *const *) b;
  LijnFlow *other = *(LijnFlow *const *) a;
  const char *first = lijn_flow_get_name (one);
  const char *second = lijn_flow_get_name (other);
  LijnElement *to[] = { lijn_flow_get_target (one), lijn_flow_get_target (other) };

  if (is_yes (first) != is_yes (second))
    return is_yes (first) ? -1 : 1;
  if (strcmp (first, second) != 0)
    return strcmp (first, second);
  return compare_elements (&to[0], &to[1]);
}

static GPtrArray *
list_shown (LijnCaptureWriter *writer, LijnTable table, const char *column, LijnObject *to)
{
  GPtrArray *all = lijn_project_referrers (writer->project, table, column, to);
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (lijn_writer_shows (writer, g_ptr_array_index (all, i)))
      g_ptr_array_add (shown, g_ptr_array_index (all, i));
  return shown;
}

static void
put_lanes (LijnCaptureWriter *writer, LijnMap *map)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);

  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);

      if (!lijn_writer_shows (writer, lane))
        continue;
      g_string_append (writer->out, "lane ");
      lijn_writer_put_ref (writer, lijn_lane_get_party (lane));
      g_string_append (writer->out, " / ");
      lijn_writer_put_text (writer, lijn_lane_get_name (lane));
      lijn_writer_put_mark (writer, lane);
      lijn_writer_put_fields (writer, lane, "name");
      g_string_append_c (writer->out, '\n');
    }
}

/* Whether the lane's name tells it from all others of its map. */
static gboolean
is_only_one (LijnLane *lane)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (lijn_lane_get_map (lane));
  g_autofree char *name = lijn_text_fold (lijn_lane_get_name (lane));
  guint n = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      g_autofree char *other = lijn_text_fold (lijn_lane_get_name (g_ptr_array_index (lanes, i)));

      n += strcmp (name, other) == 0;
    }
  return n == 1;
}

/* "Lane: ", "Party / Lane: " or "~l1: ". */
static void
put_place (LijnCaptureWriter *writer, LijnElement *element)
{
  LijnLane *lane = lijn_element_get_lane (element);

  if (lane == NULL)
    g_string_append (writer->out, "beside");
  else if (writer->only == NULL &&
           (lijn_writer_mark_of (writer, lane) != NULL || is_only_one (lane)))
    lijn_writer_put_ref (writer, lane);
  else
    {
      lijn_writer_put_ref (writer, lijn_lane_get_party (lane));
      g_string_append (writer->out, " / ");
      lijn_writer_put_text (writer, lijn_lane_get_name (lane));
    }
  g_string_append (writer->out, ": ");
}

/* A decision says that it is one by its question mark. */
static gboolean
asks (const char *name)
{
  gsize n = strlen (name);
  g_autofree char *words = n > 1 ? g_strndup (name, n - 1) : NULL;
  g_autofree char *quoted = words != NULL ? lijn_said_quote (words) : NULL;

  return words != NULL && name[n - 1] == '?' && words[n - 2] != ' ' && strcmp (quoted, words) == 0;
}

/* "wait: 3 days" says how long in its name. */
static gboolean
says_its_time (LijnElement *element)
{
  double minutes;

  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_WAIT &&
         *lijn_element_get_name (element) != '\0' &&
         strpbrk (lijn_element_get_name (element), "\"\\;:~()") == NULL &&
         lijn_words_to_duration (lijn_element_get_name (element), &minutes) &&
         fabs (minutes - lijn_element_get_wait_minutes (element)) <= 0;
}

static void
put_name (LijnCaptureWriter *writer, LijnElement *element)
{
  LijnElementKind kind = lijn_element_get_kind (element);
  const char *name = lijn_element_get_name (element);
  g_autofree char *quoted = NULL;
  double minutes;

  if (kind == LIJN_ELEMENT_KIND_DECISION && asks (name))
    {
      g_string_append (writer->out, name);
      return;
    }
  if (kind != LIJN_ELEMENT_KIND_STEP || *name == '\0')
    g_string_append (writer->out, lijn_said_word_for_element_kind (kind));
  if (*name == '\0' && kind != LIJN_ELEMENT_KIND_STEP && kind != LIJN_ELEMENT_KIND_DECISION &&
      kind != LIJN_ELEMENT_KIND_DOCUMENT && kind != LIJN_ELEMENT_KIND_NOTE &&
      kind != LIJN_ELEMENT_KIND_GROUP)
    return;
  if (kind != LIJN_ELEMENT_KIND_STEP || *name == '\0')
    g_string_append (writer->out, ": ");
  if (says_its_time (element))
    quoted = g_strdup (name);
  else if (kind == LIJN_ELEMENT_KIND_WAIT && lijn_words_to_duration (name, &minutes))
    quoted = lijn_said_quote_always (name);
  else
    quoted = lijn_said_quote (name);
  g_string_append (writer->out, quoted);
}

static void
put_hang (LijnCaptureWriter *writer, LijnFlow *flow)
{
  LijnInterface *interface = flow != NULL ? lijn_flow_get_interface (flow) : NULL;

  if (interface == NULL || !lijn_writer_shows (writer, interface))
    return;
  g_string_append (writer->out, " =>");
  if (lijn_interface_get_number (interface) > 0 && writer->only == NULL)
    g_string_append_printf (writer->out, " %d", lijn_interface_get_number (interface));
  g_string_append_c (writer->out, ' ');
  lijn_writer_put_text (writer, lijn_interface_get_name (interface));
}

static gboolean
is_aside (LijnElementKind kind)
{
  return kind == LIJN_ELEMENT_KIND_NOTE || kind == LIJN_ELEMENT_KIND_DOCUMENT ||
         kind == LIJN_ELEMENT_KIND_GROUP;
}

/* Brings reading to where @flow comes from, and writes its arrow where it needs one. */
static void
put_arrow (Teller *self, LijnFlow *flow, gboolean always)
{
  LijnCaptureWriter *writer = self->writer;
  LijnElement *source = lijn_flow_get_source (flow);
  const char *label = lijn_flow_get_name (flow);
  g_autofree char *folded = lijn_text_fold (label);
  gboolean there = *label == '\0'           ? writer->after == source
                   : writer->origin != NULL ? writer->origin == source
                                            : writer->after == source;

  if (!there)
    {
      g_string_append (writer->out, "@ ");
      lijn_writer_put_ref (writer, source);
      g_string_append_c (writer->out, '\n');
      writer->after = source;
      writer->origin = source;
    }
  if (*label != '\0')
    {
      g_autofree char *quoted = g_hash_table_contains (self->names, folded)
                                    ? lijn_said_quote_always (label)
                                    : lijn_said_quote (label);

      g_string_append_printf (writer->out, "%s -> ", quoted);
      if (writer->origin == NULL)
        writer->origin = source;
    }
  else if (always)
    g_string_append (writer->out, "-> ");
}

static void
wait_for_flows (Teller *self, LijnElement *element)
{
  g_autoptr (GPtrArray)
      flows = list_shown (self->writer, LIJN_TABLE_FLOW, "source", LIJN_OBJECT (element));

  g_ptr_array_sort (flows, compare_flows);
  for (guint i = 0; i < flows->len; i++)
    g_ptr_array_add (self->waiting, g_ptr_array_index (flows, i));
}

/* Tells @element, reached by @flow or by nothing. */
static void
tell_element (Teller *self, LijnElement *element, LijnFlow *flow)
{
  LijnCaptureWriter *writer = self->writer;
  LijnElementKind kind = lijn_element_get_kind (element);

  if (flow != NULL)
    put_arrow (self, flow, kind == LIJN_ELEMENT_KIND_START || kind == LIJN_ELEMENT_KIND_GROUP);
  else if (self->begun)
    {
      g_string_append (writer->out, "---\n");
      writer->after = NULL;
      writer->origin = NULL;
    }
  self->begun = TRUE;
  put_place (writer, element);
  put_name (writer, element);
  lijn_writer_put_mark (writer, element);
  lijn_writer_put_fields (writer, element, says_its_time (element) ? "name wait_minutes" : "name");
  put_hang (writer, flow);
  g_string_append_c (writer->out, '\n');

  g_hash_table_add (self->told, element);
  if (!is_aside (kind))
    writer->after = kind == LIJN_ELEMENT_KIND_END ? NULL : element;
  if (kind == LIJN_ELEMENT_KIND_DECISION)
    writer->origin = element;
  wait_for_flows (self, element);
}

/* An arrow to what was told before. */
static void
tell_flow (Teller *self, LijnFlow *flow)
{
  put_arrow (self, flow, TRUE);
  lijn_writer_put_ref (self->writer, lijn_flow_get_target (flow));
  lijn_writer_put_fields (self->writer, flow, "name source target interface");
  put_hang (self->writer, flow);
  g_string_append_c (self->writer->out, '\n');
}

static void
tell_waiting (Teller *self)
{
  while (self->waiting->len > 0)
    {
      LijnFlow *flow = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);
      LijnElement *target = lijn_flow_get_target (flow);

      if (!lijn_writer_shows (self->writer, target))
        continue;
      if (!g_hash_table_contains (self->told, target) &&
          *lijn_flow_get_private_to_id (flow) != '\0')
        tell_element (self, target, NULL);
      if (g_hash_table_contains (self->told, target))
        tell_flow (self, flow);
      else
        tell_element (self, target, flow);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double dx = lijn_element_get_x (*(LijnElement *const *) a) -
              lijn_element_get_x (*(LijnElement *const *) b);

  if (dx < 0 || dx > 0)
    return dx < 0 ? -1 : 1;
  return compare_elements (a, b);
}

static void
tell_elements (Teller *self, GPtrArray *elements)
{
  /* First where something begins, then what only a circle leads to, from the left. */
  for (int round = 0; round < 2; round++, g_ptr_array_sort (elements, compare_places))
    for (guint i = 0; i < elements->len; i++)
      {
        LijnElement *element = g_ptr_array_index (elements, i);
        g_autoptr (GPtrArray) in = NULL;

        if (g_hash_table_contains (self->told, element))
          continue;
        in = list_shown (self->writer, LIJN_TABLE_FLOW, "target", LIJN_OBJECT (element));
        if (round == 0 && in->len > 0)
          continue;
        tell_element (self, element, NULL);
        tell_waiting (self);
      }
}

void
lijn_writer_put_map (LijnCaptureWriter *writer, LijnMap *map)
{
  Teller self = { .writer = writer };
  g_autoptr (GPtrArray)
      elements = list_shown (writer, LIJN_TABLE_ELEMENT, "map", LIJN_OBJECT (map));

  lijn_writer_go_to_map (writer, map);
  if (writer->only == NULL)
    {
      put_lanes (writer, map);
      g_string_append_c (writer->out, '\n');
    }

  self.told = g_hash_table_new (NULL, NULL);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.waiting = g_ptr_array_new ();
  g_ptr_array_sort (elements, compare_elements);
  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (self.names,
                      lijn_text_fold (lijn_element_get_name (g_ptr_array_index (elements, i))));
  tell_elements (&self, elements);
  g_hash_table_unref (self.told);
  g_hash_table_unref (self.names);
  g_ptr_array_unref (self.waiting);
}

static void
put_signatures (LijnCaptureWriter *writer, LijnInterface *interface)
{
  GPtrArray *all = lijn_project_referrers (writer->project, LIJN_TABLE_SIGNOFF, "interface",
                                           LIJN_OBJECT (interface));
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (all, NULL, NULL);

  lijn_writer_sort_by (writer, sorted, "party");
  for (guint i = 0; i < sorted->len; i++)
    {
      LijnSignoff *signoff = g_ptr_array_index (sorted, i);
      LijnPerson *person = lijn_signoff_get_person (signoff);
      LijnParty *party = lijn_signoff_get_party (signoff);

      if (!lijn_writer_shows (writer, signoff) || !lijn_interface_is_signed_by (interface, party))
        continue;
      g_string_append (writer->out, "; agreed by ");
      lijn_writer_put_ref (writer, person != NULL ? (gpointer) person : (gpointer) party);
    }
}

void
lijn_writer_put_interfaces (LijnCaptureWriter *writer, LijnMap *map)
{
  g_autoptr (GPtrArray) all = list_shown (writer, LIJN_TABLE_INTERFACE, "map", LIJN_OBJECT (map));

  g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < all->len; i++)
    {
      LijnInterface *interface = g_ptr_array_index (all, i);
      gsize start = writer->out->len;
      gsize empty;

      g_string_append_printf (writer->out, "interface %d", lijn_interface_get_number (interface));
      empty = writer->out->len;
      lijn_writer_put_fields (writer, interface, "name number");
      put_signatures (writer, interface);
      if (writer->out->len == empty)
        g_string_truncate (writer->out, start);
      else
        {
          /* The first field follows the number behind a colon. */
          writer->out->str[empty] = ':';
          g_string_append_c (writer->out, '\n');
        }
    }
}
