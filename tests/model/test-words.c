/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-words.h"

#include <math.h>
#include <string.h>

#define EVERY(function, type, nicks)                                                               \
  {                                                                                                \
    int n = (int) g_strv_length ((char **) (gsize) nicks);                                         \
                                                                                                   \
    for (int i = 0; i < n; i++)                                                                    \
      {                                                                                            \
        g_assert_cmpstr (function ((type) i), !=, "");                                             \
        for (int j = 0; j < i; j++)                                                                \
          g_assert_cmpstr (function ((type) i), !=, function ((type) j));                          \
      }                                                                                            \
    g_assert_cmpstr (function ((type) n), ==, "");                                                 \
  }

/* Each kind has a word of its own, and there are no more words than kinds. */
static void
test_every_kind_has_its_word (void)
{
  EVERY (lijn_word_for_role, LijnPartyRole, lijn_party_role_nicks)
  EVERY (lijn_word_for_map_kind, LijnMapKind, lijn_map_kind_nicks)
  EVERY (lijn_word_for_element_kind, LijnElementKind, lijn_element_kind_nicks)
  EVERY (lijn_word_for_marker, LijnMarker, lijn_marker_nicks)
  EVERY (lijn_word_for_flow_kind, LijnFlowKind, lijn_flow_kind_nicks)
  EVERY (lijn_word_for_category, LijnFrictionCategory, lijn_friction_category_nicks)
  EVERY (lijn_word_for_frequency, LijnFrequency, lijn_frequency_nicks)
  EVERY (lijn_word_for_friction_status, LijnFrictionStatus, lijn_friction_status_nicks)
  EVERY (lijn_word_for_team_kind, LijnTeamKind, lijn_team_kind_nicks)
  EVERY (lijn_word_for_action_status, LijnActionStatus, lijn_action_status_nicks)
  EVERY (lijn_word_for_session_status, LijnSessionStatus, lijn_session_status_nicks)
}

static void
test_every_column_has_its_label (void)
{
  static const char *const unseen[] = { "rank", "x",     "y",       "route",  "bent", "origin",
                                        "data", "terms", "subject", "ballot", NULL };

  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) t);

      g_assert_cmpstr (lijn_word_for_table ((LijnTable) t), !=, "");
      for (guint i = 0; i < info->n_columns; i++)
        if (!g_strv_contains (unseen, info->columns[i].name))
          g_assert_cmpstr (lijn_word_for_column ((LijnTable) t, info->columns[i].name), !=,
                           info->columns[i].name);
    }
}

static void
test_durations_are_said (void)
{
  static const struct
  {
    double minutes;
    const char *words;
  } cases[] = {
    { 0, "0 min" },    { 45, "45 min" },    { 60, "1 h" },       { 150, "2 h 30 min" },
    { 1440, "1 day" }, { 12960, "9 days" }, { 1500, "1 d 1 h" }, { (double) NAN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lijn_words_for_duration (cases[i].minutes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_durations_are_understood (void)
{
  static const struct
  {
    const char *text;
    double minutes;
  } cases[] = {
    { "45", 45 },       { "45 min", 45 },    { "2h", 120 },       { "2 h 30", 150 },
    { "3 days", 4320 }, { "1 week", 10080 }, { "1,5 hours", 90 }, { " 1 Day ", 1440 },
  };
  static const char *const wrong[] = { "soon", "3 fathoms", "min", "-4", "1..2" };
  double minutes;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (lijn_words_to_duration (cases[i].text, &minutes));
      g_assert_cmpfloat_with_epsilon (minutes, cases[i].minutes, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (lijn_words_to_duration (wrong[i], &minutes));
  g_assert_true (lijn_words_to_duration ("", &minutes) && isnan (minutes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/every-kind-has-its-word", test_every_kind_has_its_word);
  g_test_add_func ("/words/every-column-has-its-label", test_every_column_has_its_label);
  g_test_add_func ("/words/durations-are-said", test_durations_are_said);
  g_test_add_func ("/words/durations-are-understood", test_durations_are_understood);

  return g_test_run ();
}
