/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ratings.h"
#include "lijn-verb.h"

#include <glib/gi18n.h>

/* Ratings: given blind, one party after the other, and revealed together. */

LijnRating *
lijn_edit_rate (LijnSession *session, LijnInterface *interface, LijnParty *party,
                LijnPerson *person, int score, int guess, const char *comment, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Rate interface"), error);
  g_autofree char *words = lijn_verb_text (comment);
  const LijnCell *cells = LIJN_CELLS (LIJN_TO ("session", session),
                                      LIJN_TO ("interface", interface), LIJN_TO ("party", party),
                                      LIJN_TO ("person", person), LIJN_INT ("score", score),
                                      LIJN_INT ("guess", guess), LIJN_TEXT ("comment", words));
  LijnRating *rating;

  if (edit == NULL || !lijn_rules_rate (session, interface, party, score, guess, error))
    return NULL;

  rating = lijn_ratings_find_own (session, interface, party);
  if (rating == NULL)
    return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_RATING, cells, error);
  if (!lijn_rules_value (LIJN_OBJECT (rating), "comment", words, party, error) ||
      !lijn_verb_update (edit, rating, cells, error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return rating;
}

gboolean
lijn_edit_reveal_ratings (LijnSession *session, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Reveal ratings"), error);
  g_autoptr (GPtrArray) ratings = NULL;

  if (edit == NULL || !lijn_rules_reveal (session, error))
    return FALSE;

  ratings = lijn_verb_referrers (edit, LIJN_TABLE_RATING, "session", session);
  for (guint i = 0; i < ratings->len; i++)
    if (lijn_ratings_is_paired (ratings->pdata[i]) &&
        !lijn_verb_update (edit, ratings->pdata[i], LIJN_CELLS (LIJN_INT ("revealed", TRUE)),
                           error))
      return FALSE;
  return lijn_edit_commit (g_steal_pointer (&edit), error);
}
