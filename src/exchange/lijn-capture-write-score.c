/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include "lijn-ballots.h"
#include "lijn-ratings.h"

#include <string.h>

/* Ratings that have been revealed and votes that are closed, as capture text. What is blind is not
 * written for anybody. */

static void
put_rating (LijnCaptureWriter *self, LijnInterface *interface, LijnRating *rating)
{
  g_string_append (self->out, "rated ");
  lijn_writer_put_ref (self, lijn_rating_get_party (rating));
  g_string_append_printf (self->out, " %d @ interface %d", lijn_rating_get_score (rating),
                          lijn_interface_get_number (interface));
  if (lijn_rating_get_guess (rating) > 0)
    g_string_append_printf (self->out, "; guess %d", lijn_rating_get_guess (rating));
  if (*lijn_rating_get_comment (rating) != '\0')
    {
      g_autofree char *comment = lijn_said_quote_always (lijn_rating_get_comment (rating));

      g_string_append_printf (self->out, "; comment %s", comment);
    }
  if (lijn_rating_get_person (rating) != NULL)
    {
      g_string_append (self->out, "; person ");
      lijn_writer_put_ref (self, lijn_rating_get_person (rating));
    }
  g_string_append_c (self->out, '\n');
}

static int
compare_interfaces (gconstpointer a, gconstpointer b)
{
  LijnInterface *one = (*(const LijnRatingPair *const *) a)->interface;
  LijnInterface *other = (*(const LijnRatingPair *const *) b)->interface;
  int order = g_strcmp0 (lijn_map_get_title (lijn_interface_get_map (one)),
                         lijn_map_get_title (lijn_interface_get_map (other)));

  return order != 0 ? order : lijn_interface_get_number (one) - lijn_interface_get_number (other);
}

static void
put_ratings (LijnCaptureWriter *self, LijnSession *session)
{
  g_autoptr (GPtrArray) pairs = lijn_ratings_list (session);
  guint n = 0;

  g_ptr_array_sort (pairs, compare_interfaces);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LijnRatingPair *pair = pairs->pdata[i];

      if (!lijn_writer_shows (self, pair->interface))
        continue;
      lijn_writer_go_to_map (self, lijn_interface_get_map (pair->interface));
      if (n++ == 0)
        {
          g_string_append (self->out, "\nsession ");
          lijn_writer_put_ref (self, session);
          g_string_append_c (self->out, '\n');
        }
      put_rating (self, pair->interface, pair->giver);
      put_rating (self, pair->interface, pair->receiver);
    }
  if (n > 0)
    g_string_append (self->out, "revealed\n");
}

/* Returns: whether there was any. */
static gboolean
put_votes (LijnCaptureWriter *self, LijnBallot *ballot, LijnParty *party)
{
  g_autoptr (GPtrArray) results = lijn_ballot_list_results (ballot);
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    {
      LijnFriction *friction = ((const LijnBallotResult *) results->pdata[i])->friction;
      int dots = lijn_ballot_get_dots_of (ballot, friction, party);

      if (dots == 0 || !lijn_writer_shows (self, friction))
        continue;
      if (n++ == 0)
        {
          g_string_append (self->out, "voted ");
          lijn_writer_put_ref (self, party);
          g_string_append (self->out, ": ");
        }
      g_string_append_printf (self->out, n > 1 ? ", !%d %d" : "!%d %d",
                              lijn_friction_get_number (friction), dots);
    }
  if (n > 0)
    g_string_append_c (self->out, '\n');
  return n > 0;
}

static void
put_ballot (LijnCaptureWriter *self, LijnBallot *ballot)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);
  LijnSession *session = lijn_ballot_get_session (ballot);
  gboolean any = FALSE;

  if (session != NULL)
    {
      g_string_append (self->out, "\nsession ");
      lijn_writer_put_ref (self, session);
    }
  g_string_append (self->out, "\nvote ");
  lijn_writer_put_text (self, lijn_ballot_get_title (ballot));
  g_string_append_printf (self->out, "; dots %d", lijn_ballot_get_dots (ballot));
  if (session == NULL)
    g_string_append (self->out, "; session \"\"");
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < parties->len; i++)
    any |= put_votes (self, ballot, parties->pdata[i]);
  if (any)
    g_string_append (self->out, "close vote\n");
}

void
lijn_writer_put_scores (LijnCaptureWriter *self)
{
  GListModel *sessions = lijn_project_list (self->project, LIJN_TABLE_SESSION);
  GListModel *ballots = lijn_project_list (self->project, LIJN_TABLE_BALLOT);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (LijnSession) session = g_list_model_get_item (sessions, i);

      put_ratings (self, session);
    }
  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr (LijnBallot) ballot = g_list_model_get_item (ballots, i);

      if (lijn_ballot_get_closed (ballot))
        put_ballot (self, ballot);
    }
}
