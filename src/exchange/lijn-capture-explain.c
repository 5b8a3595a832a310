/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a line would do, said while it is typed: nothing is changed to find out. */

static char *
explain_place (LijnCapture *self, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = NULL;
  LijnLane *lane = lijn_capture_look_for_place (self, said, &party, &problem);
  const char *kind = lijn_word_for_element_kind (said->element_kind);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (said->place == LIJN_SAID_BESIDE)
    return g_strdup_printf (_ ("%s beside the lanes"), kind);
  if (lane != NULL)
    return g_strdup_printf (_ ("%s in %s (%s)"), kind, lijn_lane_get_name (lane),
                            lijn_party_get_name (lijn_lane_get_party (lane)));
  if (party != NULL)
    return g_strdup_printf (_ ("%s in the new lane %s (%s)"), kind, said->lane,
                            lijn_party_get_name (party));
  return g_strdup_printf (_ ("%s in the new lane %s (new party %s)"), kind, said->lane,
                          said->party != NULL ? said->party : said->lane);
}

static LijnElement *
find_source (LijnCapture *self, const LijnSaid *said)
{
  LijnElement *origin = lijn_capture_at (self, LIJN_AT_ORIGIN);

  return said->label != NULL && origin != NULL ? origin : lijn_capture_at (self, LIJN_AT_AFTER);
}

static char *
explain_element (LijnCapture *self, const LijnSaid *said, GError **error)
{
  g_autofree char *place = explain_place (self, said, error);
  LijnElement *source = find_source (self, said);
  g_autofree char *name = NULL;

  if (place == NULL || source == NULL || said->element_kind == LIJN_ELEMENT_KIND_START)
    return g_steal_pointer (&place);
  name = lijn_words_for_object (LIJN_OBJECT (source));
  if (said->label != NULL)
    return g_strdup_printf (_ ("%s, after %s when “%s”"), place, name, said->label);
  return g_strdup_printf (_ ("%s, after %s"), place, name);
}

static char *
explain_ref (LijnCapture *self, const LijnSaid *said, const char *format, GError **error)
{
  LijnObject *object = lijn_capture_find (self, said->ref, error);
  g_autofree char *name = object != NULL ? lijn_words_for_object (object) : NULL;
  g_autoptr (GString) text = NULL;

  if (name == NULL)
    return NULL;
  text = g_string_new (format);
  g_string_replace (text, "%s", name, 1);
  return g_strdup (text->str);
}

static char *
explain_friction (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *on = said->ref != NULL ? lijn_capture_find (self, said->ref, error)
                                     : lijn_capture_at (self, LIJN_AT_LAST);
  LijnParty *party = said->party != NULL ? lijn_capture_look_for_party (self, said->party, NULL)
                                         : lijn_capture_get_speaker (self);
  g_autofree char *place = on != NULL ? lijn_words_for_object (on) : g_strdup (_ ("the map"));

  if (on == NULL && said->ref != NULL)
    return NULL;
  if (party == NULL)
    return g_strdup_printf (_ ("Friction point on %s"), place);
  if (said->severity == 0)
    return g_strdup_printf (_ ("Friction point on %s, raised by %s"), place,
                            lijn_party_get_name (party));
  return g_strdup_printf (_ ("Friction point on %s, raised by %s, severity %d"), place,
                          lijn_party_get_name (party), said->severity);
}

/* One word for what has nothing to be looked up. */
static const char *
explain_plainly (LijnSaidKind kind)
{
  switch ((int) kind)
    {
    case LIJN_SAID_BREAK:
      return _ ("What comes next follows nothing");
    case LIJN_SAID_HANG:
      return _ ("Name of the last hand-over's interface");
    case LIJN_SAID_VIEW:
      return _ ("How another party sees the last friction point");
    case LIJN_SAID_PROJECT:
      return _ ("Title of the project");
    case LIJN_SAID_PARTY:
      return _ ("Party");
    case LIJN_SAID_PERSON:
      return _ ("Person");
    case LIJN_SAID_MAP:
      return _ ("Map to go on with");
    case LIJN_SAID_LANE:
      return _ ("Lane");
    case LIJN_SAID_PHASE:
      return _ ("Phase, after all that is there");
    case LIJN_SAID_ASIDE:
      return _ ("Sets a finding about the last thing aside");
    case LIJN_SAID_INTERFACE:
      return _ ("What is known of an interface");
    case LIJN_SAID_SESSION:
      return _ ("Joint session");
    case LIJN_SAID_AGENDA:
      return _ ("Item on the agenda");
    case LIJN_SAID_PRESENT:
      return _ ("Who is at the session");
    case LIJN_SAID_ABSENT:
      return _ ("Who is not at the session");
    case LIJN_SAID_DECIDED:
      return _ ("Decision of the session");
    case LIJN_SAID_RATED:
      return _ ("How a party rates an interface");
    case LIJN_SAID_REVEALED:
      return _ ("Reveals what both parties have rated");
    case LIJN_SAID_VOTE:
      return _ ("Dot vote of the session");
    case LIJN_SAID_VOTED:
      return _ ("Where a party puts its dots");
    case LIJN_SAID_CLOSE_VOTE:
      return _ ("Closes the dot vote");
    case LIJN_SAID_TEAM:
      return _ ("Improvement team");
    case LIJN_SAID_STEERING:
      return _ ("Steering group");
    case LIJN_SAID_MEMBER:
      return _ ("Member of the team");
    case LIJN_SAID_LINK:
      return _ ("Friction points for the team");
    case LIJN_SAID_ACTION:
      return _ ("Action of the team");
    case LIJN_SAID_PARKED:
      return _ ("For the parking lot");
    case LIJN_SAID_COMMENT:
      return _ ("Comment on the last thing");
    case LIJN_SAID_SPEAKER:
    default:
      return _ ("On whose behalf the next lines are");
    }
}

static char *
explain_said (LijnCapture *self, const LijnSaid *said, GError **error)
{
  switch ((int) said->kind)
    {
    case LIJN_SAID_ELEMENT:
      return explain_element (self, said, error);
    case LIJN_SAID_TARGET:
      return explain_ref (self, said, _ ("Arrow to %s"), error);
    case LIJN_SAID_GO:
      return explain_ref (self, said, _ ("Go on from %s"), error);
    case LIJN_SAID_PHASE:
      return said->ref != NULL ? explain_ref (self, said, _ ("Phase that begins at %s"), error)
                               : g_strdup (explain_plainly (said->kind));
    case LIJN_SAID_FRICTION:
      return explain_friction (self, said, error);
    default:
      return g_strdup (explain_plainly (said->kind));
    }
}

char *
lijn_capture_explain (LijnCapture *self, const char *line, gboolean *wrong)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnSaid) said = lijn_said_parse (line, lijn_capture_knows_place, self, &error);
  char *text = said != NULL ? explain_said (self, said, &error) : NULL;

  if (wrong != NULL)
    *wrong = error != NULL;
  if (text == NULL)
    text = g_strdup (error != NULL ? error->message : "");
  return text;
}
