/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ratings.h"

#include "lijn-audience.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

/* Ratings, always looked at in pairs: one of the giver, one of the receiver. Two diverged copies may
 * have rated the same; then the first in the order of the list stands. */

int
lijn_sessions_compare (LijnSession *one, LijnSession *other)
{
  int order = g_strcmp0 (lijn_session_get_date (one), lijn_session_get_date (other));

  return order != 0 ? order : lijn_session_get_number (one) - lijn_session_get_number (other);
}

static GPtrArray *
ratings_of (gpointer object, const char *column)
{
  return lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_RATING, column,
                                 object);
}

static gboolean
is_by (LijnRating *rating, const char *party)
{
  return g_str_equal (lijn_rating_get_party_id (rating), party);
}

static gboolean
is_rated_by (LijnRating *rating, LijnSession *session, const char *party)
{
  return lijn_rating_get_score (rating) > 0 && lijn_rating_get_session (rating) == session &&
         is_by (rating, party);
}

/* Returns: the rating of the party with id @party, revealed or not. */
static LijnRating *
find_rating (LijnInterface *interface, LijnSession *session, const char *party)
{
  GPtrArray *all = ratings_of (interface, "interface");

  for (guint i = 0; i < all->len; i++)
    if (is_rated_by (all->pdata[i], session, party))
      return all->pdata[i];
  return NULL;
}

static int
guess_of (LijnRating *rating)
{
  int guess = lijn_rating_get_guess (rating);

  return guess > 0 ? guess : lijn_rating_get_score (rating);
}

/* Returns: whether both have been revealed; then gives the pair. */
static gboolean
compare_ratings (LijnRating *giver, LijnRating *receiver, LijnRatingPair *pair)
{
  if (giver == NULL || receiver == NULL || !lijn_rating_get_revealed (giver) ||
      !lijn_rating_get_revealed (receiver))
    return FALSE;

  *pair = (LijnRatingPair){
    .interface = lijn_rating_get_interface (giver),
    .session = lijn_rating_get_session (giver),
    .giver = giver,
    .receiver = receiver,
    .gap = (abs (guess_of (giver) - lijn_rating_get_score (receiver)) +
            abs (guess_of (receiver) - lijn_rating_get_score (giver))) /
           2.0,
    .apart = abs (lijn_rating_get_score (giver) - lijn_rating_get_score (receiver)),
  };
  return TRUE;
}

static gboolean
find_at (LijnInterface *interface, LijnSession *session, LijnRatingPair *pair)
{
  return compare_ratings (
      find_rating (interface, session, lijn_interface_get_giver_id (interface)),
      find_rating (interface, session, lijn_interface_get_receiver_id (interface)), pair);
}

gboolean
lijn_ratings_find (LijnInterface *interface, LijnSession *session, LijnRatingPair *pair)
{
  gboolean found = FALSE;
  GPtrArray *all;

  if (session != NULL)
    return find_at (interface, session, pair);
  if (lijn_object_get_project (LIJN_OBJECT (interface)) == NULL)
    return FALSE;

  all = ratings_of (interface, "interface");
  for (guint i = 0; i < all->len; i++)
    {
      LijnSession *at = lijn_rating_get_session (all->pdata[i]);

      if (at != NULL && (!found || lijn_sessions_compare (at, pair->session) > 0))
        found |= find_at (interface, at, pair);
    }
  return found;
}

double
lijn_ratings_gap (LijnInterface *interface, LijnSession *session)
{
  LijnRatingPair pair;

  return lijn_ratings_find (interface, session, &pair) ? pair.gap : (double) NAN;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const LijnRatingPair *one = *(const LijnRatingPair *const *) a;
  const LijnRatingPair *other = *(const LijnRatingPair *const *) b;

  if (one->gap > other->gap || one->gap < other->gap)
    return one->gap > other->gap ? -1 : 1;
  if (one->apart != other->apart)
    return other->apart - one->apart;
  return lijn_interface_get_number (one->interface) - lijn_interface_get_number (other->interface);
}

/* What the two said at one session of one interface, revealed or not. */
typedef struct
{
  LijnRating *giver, *receiver; /* (nullable) */
} Both;

/* Returns: (transfer container) (element-type Both): one for each interface that somebody rated
 * at @session, in one walk over its ratings. */
static GPtrArray *
list_said (LijnSession *session)
{
  GPtrArray *all = ratings_of (session, "session");
  g_autoptr (GHashTable) by_interface = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      LijnRating *rating = all->pdata[i];
      LijnInterface *interface = lijn_rating_get_interface (rating);
      Both *said = interface != NULL ? g_hash_table_lookup (by_interface, interface) : NULL;

      if (interface == NULL || lijn_rating_get_score (rating) < 1)
        continue;
      if (said == NULL)
        {
          said = g_new0 (Both, 1);
          g_hash_table_insert (by_interface, interface, said);
          g_ptr_array_add (list, said);
        }
      if (said->giver == NULL && is_by (rating, lijn_interface_get_giver_id (interface)))
        said->giver = rating;
      else if (said->receiver == NULL && is_by (rating, lijn_interface_get_receiver_id (interface)))
        said->receiver = rating;
    }
  return list;
}

GPtrArray *
lijn_ratings_list (LijnSession *session)
{
  g_autoptr (GPtrArray) all = list_said (session);
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      const Both *said = all->pdata[i];
      LijnRatingPair pair;

      if (compare_ratings (said->giver, said->receiver, &pair))
        g_ptr_array_add (pairs, g_memdup2 (&pair, sizeof pair));
    }
  g_ptr_array_sort (pairs, compare_pairs);
  return pairs;
}

double
lijn_ratings_mean_gap (LijnSession *session, guint *n)
{
  g_autoptr (GPtrArray) pairs = lijn_ratings_list (session);
  double sum = 0;

  for (guint i = 0; i < pairs->len; i++)
    sum += ((const LijnRatingPair *) pairs->pdata[i])->gap;
  if (n != NULL)
    *n = pairs->len;
  return pairs->len > 0 ? sum / pairs->len : (double) NAN;
}

static int
compare_interfaces (gconstpointer a, gconstpointer b)
{
  LijnInterface *one = *(LijnInterface *const *) a, *other = *(LijnInterface *const *) b;
  LijnMap *map = lijn_interface_get_map (one), *other_map = lijn_interface_get_map (other);
  double rank = lijn_map_get_rank (map), other_rank = lijn_map_get_rank (other_map);

  if (map != other_map && (rank > other_rank || rank < other_rank))
    return rank < other_rank ? -1 : 1;
  if (map != other_map)
    return g_strcmp0 (lijn_interface_get_map_id (one), lijn_interface_get_map_id (other));
  return lijn_interface_get_number (one) - lijn_interface_get_number (other);
}

static void
add_interfaces (GPtrArray *found, LijnParty *party, const char *column)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (party));
  GPtrArray *all = lijn_project_referrers (project, LIJN_TABLE_INTERFACE, column,
                                           LIJN_OBJECT (party));
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  for (guint i = 0; i < all->len; i++)
    if (lijn_audience_may_see (&audience, all->pdata[i]))
      g_ptr_array_add (found, all->pdata[i]);
}

GPtrArray *
lijn_ratings_list_interfaces (LijnProject *project, LijnParty *party)
{
  GPtrArray *found = g_ptr_array_new ();

  add_interfaces (found, party, "giver");
  add_interfaces (found, party, "receiver");
  g_ptr_array_sort (found, compare_interfaces);
  return found;
}

LijnRating *
lijn_ratings_find_own (LijnSession *session, LijnInterface *interface, LijnParty *party)
{
  return find_rating (interface, session, lijn_object_get_id (LIJN_OBJECT (party)));
}

GPtrArray *
lijn_ratings_list_open (LijnSession *session, LijnParty *party)
{
  GPtrArray *open = lijn_ratings_list_interfaces (lijn_object_get_project (LIJN_OBJECT (session)),
                                                  party);

  for (guint i = open->len; i > 0; i--)
    {
      LijnRating *rating = lijn_ratings_find_own (session, open->pdata[i - 1], party);

      if (rating != NULL && lijn_rating_get_revealed (rating))
        g_ptr_array_remove_index (open, i - 1);
    }
  return open;
}

guint
lijn_ratings_count_given (LijnSession *session, LijnParty *party)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (party));
  g_autoptr (GPtrArray) all = list_said (session);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Both *said = all->pdata[i];

      n += (said->giver != NULL && is_by (said->giver, id)) ||
           (said->receiver != NULL && is_by (said->receiver, id));
    }
  return n;
}

gboolean
lijn_ratings_is_paired (LijnRating *rating)
{
  LijnInterface *interface = lijn_rating_get_interface (rating);
  LijnSession *session = lijn_rating_get_session (rating);

  return interface != NULL && session != NULL &&
         find_rating (interface, session, lijn_interface_get_giver_id (interface)) != NULL &&
         find_rating (interface, session, lijn_interface_get_receiver_id (interface)) != NULL;
}

guint
lijn_ratings_count_ready (LijnSession *session)
{
  g_autoptr (GPtrArray) all = list_said (session);
  LijnRatingPair pair;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Both *said = all->pdata[i];

      n += said->giver != NULL && said->receiver != NULL &&
           !compare_ratings (said->giver, said->receiver, &pair);
    }
  return n;
}

gboolean
lijn_rules_rate (LijnSession *session, LijnInterface *interface, LijnParty *party, int score,
                 int guess, GError **error)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (party));
  LijnRating *given = find_rating (interface, session, id);

  if (score < 0 || score > 5 || guess < 0 || guess > 5)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("A score is a number from 1 to 5."));
      return FALSE;
    }
  if (!g_str_equal (lijn_interface_get_giver_id (interface), id) &&
      !g_str_equal (lijn_interface_get_receiver_id (interface), id))
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY,
                   _ ("An interface is rated by who gives and who receives; “%s” does neither."),
                   lijn_party_get_name (party));
      return FALSE;
    }
  if (given != NULL && lijn_rating_get_revealed (given))
    {
      g_set_error_literal (
          error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS,
          _ ("These scores have been revealed. Rate it again at another session."));
      return FALSE;
    }
  return TRUE;
}

gboolean
lijn_rules_reveal (LijnSession *session, GError **error)
{
  if (lijn_ratings_count_ready (session) > 0)
    return TRUE;
  g_set_error_literal (
      error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS,
      _ ("Nothing can be revealed yet: no interface has been rated by both parties."));
  return FALSE;
}
