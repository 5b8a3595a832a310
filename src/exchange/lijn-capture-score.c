/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-ballots.h"

#include <glib/gi18n.h>

/* Ratings and votes, each said for one party; they are revealed and closed by lines of their own. */

#define DOTS_UNLESS_SAID 5

/* Returns: (nullable) (transfer full): what is said for @column among the line's fields. */
static char *
find_field (const LijnSaid *said, LijnTable table, const char *wanted)
{
  for (guint i = 0; i < said->fields->len; i++)
    {
      const char *column, *value;
      LijnSaidSpecial special;

      if (lijn_said_find_key (table, said->fields->pdata[i], &column, &special, &value) &&
          g_strcmp0 (column, wanted) == 0)
        return lijn_said_unquote (value, NULL);
    }
  return NULL;
}

static int
read_number (const char *text, int otherwise)
{
  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

static gboolean
do_rated (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnSession *session = lijn_capture_need_session (self, error);
  LijnParty *party = session != NULL ? lijn_capture_find_party (self, said->party, error) : NULL;
  LijnObject *interface = party != NULL ? lijn_capture_find (self, said->ref, error) : NULL;
  g_autofree char *guess = find_field (said, LIJN_TABLE_RATING, "guess");
  g_autofree char *comment = find_field (said, LIJN_TABLE_RATING, "comment");
  g_autofree char *who = find_field (said, LIJN_TABLE_RATING, "person");
  LijnPerson *person = NULL;

  if (interface == NULL)
    return FALSE;
  if (!LIJN_IS_INTERFACE (interface))
    return lijn_capture_unknown (error, _ ("Only an interface is rated: “@ interface 3”."));
  if (who != NULL)
    {
      g_autoptr (LijnSaidRef) ref = lijn_said_ref_parse_person (who);

      person = lijn_capture_find_person (self, ref, error);
      if (person == NULL)
        return FALSE;
    }
  return lijn_edit_rate (session, LIJN_INTERFACE (interface), party, person, said->severity,
                         read_number (guess, 0), comment, error) != NULL;
}

static gboolean
do_vote (LijnCapture *self, const LijnSaid *said, GError **error)
{
  g_autofree char *dots = find_field (said, LIJN_TABLE_BALLOT, "dots");
  g_autofree char *number = find_field (said, LIJN_TABLE_BALLOT, "session");
  LijnSession *session = lijn_capture_at (self, LIJN_AT_SESSION);
  LijnBallot *ballot = lijn_edit_add_ballot (self->project, said->name,
                                             read_number (dots, DOTS_UNLESS_SAID), error);

  if (ballot == NULL)
    return FALSE;
  lijn_capture_put (self, LIJN_AT_BALLOT, ballot);
  g_set_object (&self->made, LIJN_OBJECT (ballot));
  return lijn_edit_set (
      LIJN_OBJECT (ballot), "session",
      session != NULL && number == NULL ? lijn_object_get_id (LIJN_OBJECT (session)) : "", error);
}

static LijnBallot *
need_ballot (LijnCapture *self, GError **error)
{
  LijnBallot *ballot = lijn_capture_at (self, LIJN_AT_BALLOT);

  if (ballot == NULL)
    ballot = lijn_ballots_find_open (self->project);
  if (ballot == NULL)
    lijn_capture_unknown (error, _ ("In which vote? “vote Title; dots 5” on a line starts one."));
  return ballot;
}

static gboolean
do_voted (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnBallot *ballot = need_ballot (self, error);
  LijnParty *party = ballot != NULL ? lijn_capture_find_party (self, said->party, error) : NULL;

  for (guint i = 0; party != NULL && i < said->refs->len; i++)
    {
      LijnObject *friction = lijn_capture_find (self, said->refs->pdata[i], error);

      if (friction == NULL)
        return FALSE;
      if (!LIJN_IS_FRICTION (friction))
        return lijn_capture_unknown (error, _ ("Votes are for friction points: “!4 3”."));
      if (!lijn_edit_vote (ballot, LIJN_FRICTION (friction), party,
                           read_number (said->fields->pdata[i], 0), error))
        return FALSE;
    }
  return party != NULL;
}

static gboolean
do_close_vote (LijnCapture *self, GError **error)
{
  LijnBallot *ballot = need_ballot (self, error);

  return ballot != NULL && lijn_edit_close_ballot (ballot, error);
}

gboolean
lijn_capture_score (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnSession *session;

  switch ((int) said->kind)
    {
    case LIJN_SAID_RATED:
      return do_rated (self, said, error);
    case LIJN_SAID_REVEALED:
      session = lijn_capture_need_session (self, error);
      return session != NULL && lijn_edit_reveal_ratings (session, error);
    case LIJN_SAID_VOTE:
      return do_vote (self, said, error);
    case LIJN_SAID_VOTED:
      return do_voted (self, said, error);
    case LIJN_SAID_CLOSE_VOTE:
      return do_close_vote (self, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
lijn_capture_is_blind (const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  const char *rest;
  const LijnSaidWord *word = lijn_said_find_word (text, &rest);

  return word != NULL && (word->kind == LIJN_SAID_RATED || word->kind == LIJN_SAID_VOTED);
}
