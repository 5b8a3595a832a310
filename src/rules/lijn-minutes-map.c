/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-minutes-private.h"

#include "lijn-ballots.h"
#include "lijn-ratings.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Interfaces that were agreed and rated, votes, and what was drawn. */

static void
add_signoffs (const LijnMinutesSource *source, LijnChangeKind kind, GPtrArray *lines)
{
  g_autoptr (GPtrArray) signoffs = lijn_minutes_list_done (source, LIJN_TABLE_SIGNOFF, kind);

  for (guint i = 0; i < signoffs->len; i++)
    {
      LijnInterface *interface = lijn_signoff_get_interface (signoffs->pdata[i]);
      LijnPerson *person = lijn_signoff_get_person (signoffs->pdata[i]);
      const char *party = lijn_party_get_name (lijn_signoff_get_party (signoffs->pdata[i]));
      g_autofree char *name = lijn_words_for_object (LIJN_OBJECT (interface));
      /* Translators: a person, and the party that they signed for. */
      g_autofree char *signer = person != NULL
                                    ? g_strdup_printf (_ ("%s (%s)"), lijn_person_get_name (person),
                                                       party)
                                    : g_strdup (party);

      lijn_minutes_add (lines, interface,
                        /* Translators: an interface, and who signed it. */
                        g_strdup_printf (_ ("%s: signed by %s"), name, signer));
    }
}

void
lijn_minutes_find_agreed (const LijnMinutesSource *source, GPtrArray *lines)
{
  add_signoffs (source, LIJN_CHANGE_INSERT, lines);
  add_signoffs (source, LIJN_CHANGE_UPDATE, lines);
}

void
lijn_minutes_find_rated (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) pairs = lijn_ratings_list (source->session);

  for (guint i = 0; i < pairs->len; i++)
    {
      const LijnRatingPair *pair = pairs->pdata[i];
      LijnParty *giver = lijn_interface_get_giver (pair->interface);
      LijnParty *receiver = lijn_interface_get_receiver (pair->interface);
      g_autofree char *name = lijn_words_for_object (LIJN_OBJECT (pair->interface));

      if (lijn_audience_may_see (source->audience, LIJN_OBJECT (pair->interface)))
        lijn_minutes_add (
            lines, pair->interface,
            /* Translators: an interface, two parties with their scores, and the perception gap. */
            g_strdup_printf (_ ("%s: %s %d, %s %d; gap %.1f"), name, lijn_party_get_name (giver),
                             lijn_rating_get_score (pair->giver), lijn_party_get_name (receiver),
                             lijn_rating_get_score (pair->receiver), pair->gap));
    }
}

static void
add_result (const LijnMinutesSource *source, const LijnBallotResult *result, GPtrArray *lines)
{
  g_autofree char *words = lijn_text_one_line (lijn_friction_get_words (result->friction));

  if (lijn_audience_may_see (source->audience, LIJN_OBJECT (result->friction)))
    lijn_minutes_add (
        lines, result->friction,
        /* Translators: the number and words of a friction point, and its dots. */
        g_strdup_printf (ngettext ("%d. %s: %d dot", "%d. %s: %d dots", (gulong) result->dots),
                         lijn_friction_get_number (result->friction), words, result->dots));
}

void
lijn_minutes_find_voted (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray) ballots = lijn_minutes_list (source, LIJN_TABLE_BALLOT);

  for (guint i = 0; i < ballots->len; i++)
    {
      LijnBallot *ballot = ballots->pdata[i];
      g_autoptr (GPtrArray) results = lijn_ballot_list_results (ballot);

      if (results->len > 0 && *lijn_ballot_get_title (ballot) != '\0')
        lijn_minutes_add (lines, NULL, g_strdup (lijn_ballot_get_title (ballot)));
      for (guint j = 0; j < results->len; j++)
        add_result (source, results->pdata[j], lines);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double one = lijn_element_get_x (*(LijnElement *const *) a);
  double other = lijn_element_get_x (*(LijnElement *const *) b);

  return (one > other) - (one < other);
}

/* Returns: the names of those of @elements that are in @lane, from left to right; NULL for none. */
static char *
list_names (GPtrArray *elements, LijnLane *lane)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *name = NULL;

      if (lijn_element_get_lane (elements->pdata[i]) != lane)
        continue;
      name = lijn_words_for_object (elements->pdata[i]);
      g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", name);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/* "Claims desk (Broker): Send claim form, Receive receipt". */
static void
add_lane (GPtrArray *elements, LijnLane *lane, GPtrArray *lines)
{
  g_autofree char *names = list_names (elements, lane);
  g_autofree char *where = NULL;

  if (names == NULL)
    return;
  where = lijn_words_for_object (LIJN_OBJECT (lane));
  lijn_minutes_add (lines, lane,
                    /* Translators: a lane, its party, and what was drawn there. */
                    g_strdup_printf (_ ("%s (%s): %s"), where,
                                     lijn_party_get_name (lijn_lane_get_party (lane)), names));
}

static void
add_elements (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray)
      added = lijn_minutes_list_done (source, LIJN_TABLE_ELEMENT, LIJN_CHANGE_INSERT);
  GListModel *maps = lijn_project_list (source->project, LIJN_TABLE_MAP);
  g_autofree char *beside = NULL;

  g_ptr_array_sort (added, compare_places);
  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);
      g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);

      for (guint j = 0; j < lanes->len; j++)
        add_lane (added, lanes->pdata[j], lines);
    }
  beside = list_names (added, NULL);
  if (beside != NULL)
    lijn_minutes_add (lines, NULL, g_strdup_printf (_ ("Beside the lanes: %s"), beside));
}

static gboolean
has_column (guint64 columns, const char *name)
{
  return (columns &
          (G_GUINT64_CONSTANT (1) << lijn_table_find_column (LIJN_TABLE_ELEMENT, name))) != 0;
}

/* Where it stands in its lane is no news: tidying a map moves much that nobody spoke of. */
static gboolean
is_changed (guint64 columns)
{
  static const char *const places[] = { "x", "y", "width", "height" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    columns &= ~(G_GUINT64_CONSTANT (1) << lijn_table_find_column (LIJN_TABLE_ELEMENT, places[i]));
  return columns != 0;
}

/* Returns: (transfer full) (nullable): the foremost of what was done to @element. */
static char *
describe_change (LijnElement *element, guint64 columns)
{
  g_autofree char *name = lijn_words_for_object (LIJN_OBJECT (element));
  LijnLane *lane = lijn_element_get_lane (element);

  if (has_column (columns, "name"))
    /* Translators: %s is a step that was given this name. */
    return g_strdup_printf (_ ("Renamed: %s"), name);
  if (has_column (columns, "lane") && lane != NULL)
    /* Translators: a step, and the lane it was moved to. */
    return g_strdup_printf (_ ("Moved: %s, to %s"), name, lijn_lane_get_name (lane));
  if (has_column (columns, "assumed") && !lijn_element_get_assumed (element))
    /* Translators: %s is a step that a party had drawn of the other, which has confirmed it. */
    return g_strdup_printf (_ ("Confirmed: %s"), name);
  return is_changed (columns) ? g_strdup_printf (_ ("Changed: %s"), name) : NULL;
}

static void
add_changed_elements (const LijnMinutesSource *source, GPtrArray *lines)
{
  g_autoptr (GPtrArray)
      changed = lijn_minutes_list_done (source, LIJN_TABLE_ELEMENT, LIJN_CHANGE_UPDATE);

  g_ptr_array_sort (changed, compare_places);
  for (guint i = 0; i < changed->len; i++)
    {
      char *line = describe_change (
          changed->pdata[i], lijn_session_work_get_columns (source->work, changed->pdata[i]));

      if (line != NULL)
        lijn_minutes_add (lines, changed->pdata[i], line);
    }
}

static void
add_interfaces (const LijnMinutesSource *source, LijnChangeKind kind, GPtrArray *lines)
{
  g_autoptr (GPtrArray) interfaces = lijn_minutes_list_done (source, LIJN_TABLE_INTERFACE, kind);

  for (guint i = 0; i < interfaces->len; i++)
    {
      g_autofree char *name = lijn_words_for_object (interfaces->pdata[i]);

      lijn_minutes_add (lines, interfaces->pdata[i],
                        kind == LIJN_CHANGE_INSERT
                            /* Translators: %s is an interface: “Interface 3: Claim form”. */
                            ? g_strdup_printf (_ ("New: %s"), name)
                            /* Translators: %s is an interface: “Interface 3: Claim form”. */
                            : g_strdup_printf (_ ("Changed: %s"), name));
    }
}

static void
add_removed (const LijnMinutesSource *source, GPtrArray *lines)
{
  guint elements = lijn_session_work_count_removed (source->work, LIJN_TABLE_ELEMENT,
                                                    source->audience);
  guint interfaces = lijn_session_work_count_removed (source->work, LIJN_TABLE_INTERFACE,
                                                      source->audience);

  if (elements > 0)
    lijn_minutes_add (
        lines, NULL,
        g_strdup_printf (ngettext ("%u element was removed", "%u elements were removed", elements),
                         elements));
  if (interfaces > 0)
    lijn_minutes_add (lines, NULL,
                      g_strdup_printf (ngettext ("%u interface was removed",
                                                 "%u interfaces were removed", interfaces),
                                       interfaces));
}

void
lijn_minutes_find_drawn (const LijnMinutesSource *source, GPtrArray *lines)
{
  add_elements (source, lines);
  add_changed_elements (source, lines);
  add_interfaces (source, LIJN_CHANGE_INSERT, lines);
  add_interfaces (source, LIJN_CHANGE_UPDATE, lines);
  add_removed (source, lines);
}
