/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-pareto.h"

#include "lijn-ballots.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* How many bars can still be read beside each other. */
#define MOST_BARS 10

static void
bar_free (gpointer data)
{
  LijnParetoBar *bar = data;

  g_free (bar->label);
  g_free (bar);
}

static LijnInterface *
interface_of (LijnFriction *friction)
{
  LijnFlow *flow = lijn_friction_get_flow (friction);

  if (lijn_friction_get_interface (friction) != NULL)
    return lijn_friction_get_interface (friction);
  return flow != NULL ? lijn_flow_get_interface (flow) : NULL;
}

/* Returns: (transfer full) (nullable): the bar that @friction belongs to; NULL: the last. */
static char *
label_for (LijnFriction *friction, LijnParetoBy by, const LijnAudience *audience)
{
  LijnInterface *interface;

  if (by == LIJN_PARETO_CATEGORY)
    return g_strdup (lijn_word_for_category (lijn_friction_get_category (friction)));
  interface = interface_of (friction);
  if (interface == NULL || !lijn_audience_may_see (audience, LIJN_OBJECT (interface)))
    return NULL;
  return lijn_words_for_object (LIJN_OBJECT (interface));
}

static void
add (GPtrArray *bars, GHashTable *by_label, const char *label, double value)
{
  LijnParetoBar *bar = g_hash_table_lookup (by_label, label);

  if (bar == NULL)
    {
      bar = g_new0 (LijnParetoBar, 1);
      bar->label = g_strdup (label);
      g_hash_table_insert (by_label, bar->label, bar);
      g_ptr_array_add (bars, bar);
    }
  bar->value += value;
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const LijnParetoBar *one = *(const LijnParetoBar *const *) a;
  const LijnParetoBar *other = *(const LijnParetoBar *const *) b;

  if (one->value > other->value || one->value < other->value)
    return one->value > other->value ? -1 : 1;
  return g_utf8_collate (one->label, other->label);
}

/* Adds what counts, each with its weight, to @weights. */
static void
weigh (LijnProject *project, LijnBallot *ballot, const LijnAudience *audience, GHashTable *weights)
{
  GListModel *all = lijn_project_list (project, LIJN_TABLE_FRICTION);
  g_autoptr (GPtrArray) results = ballot != NULL ? lijn_ballot_list_results (ballot) : NULL;

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const LijnBallotResult *result = results->pdata[i];

      if (lijn_audience_may_see (audience, LIJN_OBJECT (result->friction)))
        g_hash_table_insert (weights, result->friction, GINT_TO_POINTER (result->dots));
    }
  for (guint i = 0; results == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (all, i);

      if (lijn_friction_is_to_be_solved (friction) &&
          lijn_audience_may_see (audience, LIJN_OBJECT (friction)))
        g_hash_table_insert (weights, friction, GINT_TO_POINTER (1));
    }
}

/* Puts the bars beyond the most, and @rest, into one at the end. */
static void
close_off (GPtrArray *bars, double rest)
{
  LijnParetoBar *last;

  for (; bars->len > MOST_BARS; g_ptr_array_set_size (bars, (int) bars->len - 1))
    rest += ((const LijnParetoBar *) bars->pdata[bars->len - 1])->value;
  if (rest <= 0)
    return;
  last = g_new0 (LijnParetoBar, 1);
  last->label = g_strdup (_ ("All others"));
  last->value = rest;
  g_ptr_array_add (bars, last);
}

GPtrArray *
lijn_pareto_list (LijnProject *project, LijnParetoBy by, LijnBallot *ballot,
                  const LijnAudience *audience)
{
  g_autoptr (GHashTable) weights = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_label = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *bars = g_ptr_array_new_with_free_func (bar_free);
  GHashTableIter iter;
  gpointer friction, weight;
  double rest = 0;

  weigh (project, ballot, audience, weights);
  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, &friction, &weight))
    {
      g_autofree char *label = label_for (friction, by, audience);

      if (label != NULL)
        add (bars, by_label, label, GPOINTER_TO_INT (weight));
      else
        rest += GPOINTER_TO_INT (weight);
    }
  g_ptr_array_sort (bars, compare_bars);
  close_off (bars, rest);
  return bars;
}
