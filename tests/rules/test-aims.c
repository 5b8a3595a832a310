/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims.h"
#include "lijn-progress.h"
#include "lijn-text.h"
#include "lijn-world.h"

#include <math.h>

/* The four aims against figures worked out by hand; the working stands beside each. */

static LijnAimFigure
get (LijnWorld *world, LijnAim aim, guint session)
{
  g_autoptr (LijnAims) aims = lijn_aims_new (world->test.project);

  return lijn_aims_get (aims, aim, session);
}

#define assert_figure(world, aim, session, n, of, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    LijnAimFigure figure_ = get (world, aim, session);                                             \
    g_assert_cmpint (figure_.lack, ==, LIJN_LACK_NOTHING);                                         \
    g_assert_cmpuint (figure_.counted, ==, n);                                                     \
    g_assert_cmpuint (figure_.total, ==, of);                                                      \
    g_assert_cmpfloat_with_epsilon (figure_.value, expected, 1e-9);                                \
  }                                                                                                \
  G_STMT_END

static void
assert_lack (LijnWorld *world, LijnAim aim, guint session, LijnLack lack)
{
  LijnAimFigure figure = get (world, aim, session);
  g_autofree char *text = lijn_aim_figure_to_text (aim, &figure);
  g_autofree char *words = lijn_aim_figure_describe (aim, &figure);

  g_assert_cmpint (figure.lack, ==, lack);
  g_assert_true (isnan (figure.value));
  g_assert_cmpstr (text, ==, "–");
  g_assert_cmpstr (words, !=, "");
}

static LijnSession *
put_session (LijnWorld *world, int number, const char *date)
{
  return lijn_test_put (&world->test, LIJN_TABLE_SESSION,
                        LIJN_CELLS (LIJN_INT ("number", number), LIJN_TEXT ("date", date),
                                    LIJN_TEXT ("status", "ended")));
}

static LijnInterface *
put_interface (LijnWorld *world, int number)
{
  return lijn_test_put (&world->test, LIJN_TABLE_INTERFACE,
                        LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                    LIJN_REF ("giver", LIJN_ID (world->customer)),
                                    LIJN_REF ("receiver", LIJN_ID (world->supplier)),
                                    LIJN_INT ("number", number)));
}

static void
rate (LijnWorld *world, LijnSession *session, LijnInterface *interface, LijnParty *party, int score,
      int guess, gboolean revealed)
{
  lijn_test_put (&world->test, LIJN_TABLE_RATING,
                 LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                             LIJN_REF ("interface", LIJN_ID (interface)),
                             LIJN_REF ("party", LIJN_ID (party)), LIJN_INT ("score", score),
                             LIJN_INT ("guess", guess), LIJN_INT ("revealed", revealed)));
}

static LijnFriction *
put_friction (LijnWorld *world, gpointer element, LijnParty *raised_by, const char *raised_at)
{
  return lijn_test_put (
      &world->test, LIJN_TABLE_FRICTION,
      LIJN_CELLS (
          LIJN_REF ("element", lijn_object_get_id (element)),
          LIJN_REF ("raised_by", raised_by != NULL ? LIJN_ID (raised_by) : NULL),
          LIJN_INT ("raised_at", lijn_time_from_iso (raised_at)),
          LIJN_INT ("number",
                    (int) lijn_project_count (world->test.project, LIJN_TABLE_FRICTION) + 1)));
}

/* Session 1: interface 1 customer says 2 and guesses 4, supplier says 5 and guesses 3:
 *   |4 - 5| = 1, |3 - 2| = 1, gap 1; interface 2: 3/3 and 3/3, gap 0; mean (1 + 0) / 2 = 0.5.
 * Session 2: interface 1 again: 4/1 and 4/2: |1 - 4| = 3, |2 - 4| = 2, gap 2.5; mean 2.5.
 * Now: interface 1 from session 2, interface 2 from session 1: (2.5 + 0) / 2 = 1.25. */
static void
test_understanding (LijnWorld *world, gconstpointer unused)
{
  LijnInterface *second = put_interface (world, 2), *third = put_interface (world, 3);
  LijnSession *kick_off = put_session (world, 1, "2026-03-02");
  LijnSession *next = put_session (world, 2, "2026-04-06");
  g_autoptr (LijnAims) aims = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  assert_lack (world, LIJN_AIM_UNDERSTANDING, LIJN_AIMS_NOW, LIJN_LACK_RATINGS);
  rate (world, kick_off, world->interface, world->customer, 2, 4, TRUE);
  rate (world, kick_off, world->interface, world->supplier, 5, 3, TRUE);
  rate (world, kick_off, second, world->customer, 3, 3, TRUE);
  assert_figure (world, LIJN_AIM_UNDERSTANDING, 0, 0, 1, 1.0);
  rate (world, kick_off, second, world->supplier, 3, 3, TRUE);
  rate (world, next, world->interface, world->customer, 4, 1, TRUE);
  rate (world, next, world->interface, world->supplier, 4, 2, TRUE);
  /* Blind: counts nowhere. */
  rate (world, next, third, world->customer, 1, 5, FALSE);
  rate (world, next, third, world->supplier, 1, 5, FALSE);

  assert_figure (world, LIJN_AIM_UNDERSTANDING, 0, 1, 2, 0.5);
  assert_figure (world, LIJN_AIM_UNDERSTANDING, 1, 0, 1, 2.5);
  assert_figure (world, LIJN_AIM_UNDERSTANDING, LIJN_AIMS_NOW, 1, 2, 1.25);

  aims = lijn_aims_new (world->test.project);
  g_assert_cmpuint (lijn_aims_get_sessions (aims)->len, ==, 2);
  parts = lijn_aims_list_parts (aims, LIJN_AIM_UNDERSTANDING, LIJN_AIMS_NOW);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_true (((LijnAimPart *) parts->pdata[0])->object == LIJN_OBJECT (world->interface));
  g_assert_cmpfloat (((LijnAimPart *) parts->pdata[0])->gap, ==, 2.5);
}

static void
test_no_interface_no_understanding (LijnWorld *world, gconstpointer unused)
{
  lijn_test_delete (&world->test, world->hand_over);
  lijn_test_delete (&world->test, world->interface);
  assert_lack (world, LIJN_AIM_UNDERSTANDING, LIJN_AIMS_NOW, LIJN_LACK_INTERFACES);
  assert_lack (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, LIJN_LACK_INTERFACES);
}

/* The world's friction point is the customer's, on the interface, its cause unknown: 0 of 1.
 * The customer raises one on its own step (counts) and one on the supplier's (does not), the supplier
 * one on its own (counts): 2 of 4. The first one's cause turns out to be the customer's: 3 of 4. One
 * nobody raised does not count. At session 1 only the first three were there: 1 of 3, and of the
 * supplier none. */
static void
test_openness (LijnWorld *world, gconstpointer unused)
{
  LijnFriction *friction;

  put_session (world, 1, "2026-03-02");
  put_session (world, 2, "2026-04-06");
  assert_lack (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, LIJN_LACK_FRICTION);
  put_friction (world, world->send, world->customer, "2026-03-02T10:00:00Z");
  friction = put_friction (world, world->receive, world->customer, "2026-03-02T11:00:00Z");
  assert_lack (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, LIJN_LACK_FRICTION);
  put_friction (world, world->receive, world->supplier, "2026-03-20T10:00:00Z");
  put_friction (world, world->receive, NULL, "2026-03-02T10:00:00Z");

  assert_figure (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, 2, 4, 0.5);
  lijn_test_change (&world->test, world->friction,
                    LIJN_CELLS (LIJN_REF ("cause_party", LIJN_ID (world->customer))));
  assert_figure (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, 3, 4, 0.75);
  assert_lack (world, LIJN_AIM_OPENNESS, 0, LIJN_LACK_FRICTION);
  assert_figure (world, LIJN_AIM_OPENNESS, 1, 3, 4, 0.75);

  /* Where it is pinned comes before where its cause lies. */
  lijn_test_change (&world->test, friction,
                    LIJN_CELLS (LIJN_REF ("cause_party", LIJN_ID (world->customer))));
  assert_figure (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, 3, 4, 0.75);
}

/* Withdrawn in April: it counts in March, not now. */
static void
test_withdrawn (LijnWorld *world, gconstpointer unused)
{
  LijnFriction *friction;

  put_session (world, 1, "2026-03-31");
  put_friction (world, world->receive, world->supplier, "2026-03-01T10:00:00Z");
  friction = put_friction (world, world->send, world->customer, "2026-03-01T10:00:00Z");
  lijn_test_put (&world->test, LIJN_TABLE_STATUS_CHANGE,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (friction)),
                             LIJN_TEXT ("status", "withdrawn"),
                             LIJN_INT ("at", lijn_time_from_iso ("2026-04-10T10:00:00Z"))));
  lijn_test_change (&world->test, friction, LIJN_CELLS (LIJN_TEXT ("status", "withdrawn")));

  assert_figure (world, LIJN_AIM_OPENNESS, 0, 2, 3, 2.0 / 3);
  assert_figure (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, 1, 2, 0.5);
}

static void
test_private_does_not_count (LijnWorld *world, gconstpointer unused)
{
  LijnFriction *friction = put_friction (world, world->send, world->customer, "");

  put_friction (world, world->receive, world->supplier, "");
  lijn_test_change (&world->test, friction,
                    LIJN_CELLS (LIJN_REF ("private_to", LIJN_ID (world->customer))));
  assert_figure (world, LIJN_AIM_OPENNESS, LIJN_AIMS_NOW, 1, 2, 0.5);
}

static LijnAction *
put_action (LijnWorld *world, LijnTeam *team, LijnFriction *friction, const char *due,
            const char *created)
{
  LijnAction *action = lijn_test_put (
      &world->test, LIJN_TABLE_ACTION,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (team)), LIJN_TEXT ("due", due),
                  LIJN_INT ("created", lijn_time_from_iso (created))));

  lijn_test_put (&world->test, LIJN_TABLE_REMEDY,
                 LIJN_CELLS (LIJN_REF ("action", LIJN_ID (action)),
                             LIJN_REF ("friction", LIJN_ID (friction))));
  return action;
}

static void
assign (LijnWorld *world, LijnTeam *team, LijnFriction *friction)
{
  lijn_test_put (
      &world->test, LIJN_TABLE_ASSIGNMENT,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (team)), LIJN_REF ("friction", LIJN_ID (friction))));
}

/* Priority 1 has a team of both, and gets a dated action: 1 of 1. Priority 2 is in a team that only
 * has the customer: 1 of 2. */
static void
test_focus (LijnWorld *world, gconstpointer unused)
{
  LijnFriction *second = put_friction (world, world->send, world->customer, "");
  LijnTeam *one_sided = lijn_test_put (&world->test, LIJN_TABLE_TEAM,
                                       LIJN_CELLS (LIJN_TEXT ("name", "One-sided")));
  LijnAction *action;

  put_session (world, 1, "2026-03-31");
  assert_lack (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, LIJN_LACK_PRIORITIES);
  lijn_test_change (&world->test, world->friction, LIJN_CELLS (LIJN_INT ("priority", 1)));
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 0, 1, 0.0);
  assign (world, world->team, world->friction);
  action = put_action (world, world->team, world->friction, "", "2026-04-01T10:00:00Z");
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 0, 1, 0.0);
  lijn_test_change (&world->test, action, LIJN_CELLS (LIJN_TEXT ("due", "2026-05-01")));
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 1, 1, 1.0);
  assert_figure (world, LIJN_AIM_FOCUS, 0, 0, 1, 0.0); /* the action came after the session */

  lijn_test_put (&world->test, LIJN_TABLE_MEMBER,
                 LIJN_CELLS (LIJN_REF ("team", LIJN_ID (one_sided)),
                             LIJN_REF ("person", LIJN_ID (world->buyer))));
  lijn_test_change (&world->test, second, LIJN_CELLS (LIJN_INT ("priority", 2)));
  assign (world, one_sided, second);
  put_action (world, one_sided, second, "2026-05-01", "");
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 1, 2, 0.5);

  lijn_test_change (&world->test, action, LIJN_CELLS (LIJN_TEXT ("status", "dropped")));
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 0, 2, 0.0);
}

/* Priorities 1, 2, 3, 4, 5, 5, 6: the top five, and the one as important as the fifth. */
static void
test_top_priorities (LijnWorld *world, gconstpointer unused)
{
  const int priorities[] = { 6, 5, 4, 3, 5, 2, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    lijn_test_change (&world->test, put_friction (world, world->send, world->customer, ""),
                      LIJN_CELLS (LIJN_INT ("priority", priorities[i])));
  assert_figure (world, LIJN_AIM_FOCUS, LIJN_AIMS_NOW, 0, 6, 0.0);
}

static void
sign (LijnWorld *world, LijnParty *party, const char *at)
{
  g_autofree char *terms = lijn_interface_get_terms (world->interface);

  lijn_test_put (&world->test, LIJN_TABLE_SIGNOFF,
                 LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface)),
                             LIJN_REF ("party", LIJN_ID (party)), LIJN_TEXT ("terms", terms),
                             LIJN_INT ("at", lijn_time_from_iso (at))));
}

/* Two interfaces; one of them within its norm, then agreed by one, then by both: 0, 0, 1 of 2. It
 * was agreed between the sessions. Late again: 0 of 2. */
static void
test_fit (LijnWorld *world, gconstpointer unused)
{
  put_interface (world, 2);
  put_session (world, 1, "2026-03-31");
  put_session (world, 2, "2026-04-30");
  assert_lack (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, LIJN_LACK_TIMES);
  lijn_test_change (&world->test, world->interface,
                    LIJN_CELLS (LIJN_REAL ("norm_minutes", 60), LIJN_REAL ("actual_minutes", 60)));
  assert_figure (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, 0, 2, 0.0);
  sign (world, world->customer, "2026-03-30T10:00:00Z");
  assert_figure (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, 0, 2, 0.0);
  sign (world, world->supplier, "2026-04-02T10:00:00Z");
  assert_figure (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, 1, 2, 0.5);
  assert_figure (world, LIJN_AIM_FIT, 0, 0, 2, 0.0);
  assert_figure (world, LIJN_AIM_FIT, 1, 1, 2, 0.5);

  /* What they signed is no longer what it says. */
  lijn_test_change (&world->test, world->interface, LIJN_CELLS (LIJN_REAL ("norm_minutes", 90)));
  assert_figure (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, 0, 2, 0.0);
  lijn_test_change (&world->test, world->interface, LIJN_CELLS (LIJN_REAL ("norm_minutes", 30)));
  assert_figure (world, LIJN_AIM_FIT, LIJN_AIMS_NOW, 0, 2, 0.0);
}

/* Two on 1 March, one on 5 March, of which one is done on 7 March and one dropped on 9 March. */
static void
test_burn_up (LijnWorld *world, gconstpointer unused)
{
  static const LijnBurn expected[] = { { 1, 2, 0 }, { 5, 3, 0 }, { 7, 3, 1 }, { 9, 2, 1 } };
  LijnProject *project = world->test.project;
  gint64 march = lijn_time_from_iso ("2026-02-28T00:00:00Z");
  LijnAction *done = put_action (world, world->team, world->friction, "", "2026-03-01T00:00:00Z");
  LijnAction *dropped;
  g_autoptr (GArray) burns = NULL;
  g_autoptr (GArray) before = NULL;

  put_action (world, world->team, world->friction, "", ""); /* without a time: from the first on */
  dropped = put_action (world, world->team, world->friction, "", "2026-03-05T00:00:00Z");
  lijn_test_change (
      &world->test, done,
      LIJN_CELLS (LIJN_TEXT ("status", "done"), LIJN_INT ("closed", march + 7 * G_TIME_SPAN_DAY)));
  lijn_test_change (&world->test, dropped,
                    LIJN_CELLS (LIJN_TEXT ("status", "dropped"),
                                LIJN_INT ("closed", march + 9 * G_TIME_SPAN_DAY)));

  burns = lijn_progress_burn_up (project, march + 30 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (burns->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < burns->len; i++)
    {
      const LijnBurn *burn = &g_array_index (burns, LijnBurn, i);

      g_assert_cmpint (burn->at, ==, march + expected[i].at * G_TIME_SPAN_DAY);
      g_assert_cmpuint (burn->planned, ==, expected[i].planned);
      g_assert_cmpuint (burn->done, ==, expected[i].done);
    }
  before = lijn_progress_burn_up (project, march + 6 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (before->len, ==, 2);
}

static void
test_ages (LijnWorld *world, gconstpointer unused)
{
  LijnProject *project = world->test.project;
  gint64 now = lijn_time_from_iso ("2026-06-30T12:00:00Z");
  guint counts[LIJN_N_AGES];
  g_autoptr (GPtrArray) old = NULL;
  LijnFriction *parked;

  put_friction (world, world->send, world->customer, "2026-06-16T12:00:01Z"); /* under 14 days */
  put_friction (world, world->send, world->customer, "2026-06-16T12:00:00Z"); /* 14 days */
  put_friction (world, world->send, world->customer, "2026-05-31T12:00:00Z"); /* 30 days */
  put_friction (world, world->send, world->customer, "2026-03-31T12:00:00Z"); /* 91 days */
  put_friction (world, world->send, world->customer, "2025-12-30T12:00:00Z"); /* 182 days */
  parked = put_friction (world, world->send, world->customer, "2020-01-01T12:00:00Z");
  lijn_test_change (&world->test, parked, LIJN_CELLS (LIJN_TEXT ("status", "parked")));

  lijn_progress_count_open (project, now, counts);
  g_assert_cmpuint (counts[LIJN_AGE_TWO_WEEKS], ==, 1);
  g_assert_cmpuint (counts[LIJN_AGE_MONTH], ==, 1);
  g_assert_cmpuint (counts[LIJN_AGE_QUARTER], ==, 1);
  g_assert_cmpuint (counts[LIJN_AGE_HALF_YEAR], ==, 1);
  g_assert_cmpuint (counts[LIJN_AGE_OLDER], ==, 2); /* with the world's, raised nobody knows when */
  old = lijn_progress_list_open (project, LIJN_AGE_OLDER, now);
  g_assert_true (old->pdata[0] == (gpointer) world->friction);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, LijnWorld, NULL, lijn_world_set_up, test, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/aims/understanding", test_understanding);
  ADD ("/aims/no-interface", test_no_interface_no_understanding);
  ADD ("/aims/openness", test_openness);
  ADD ("/aims/withdrawn", test_withdrawn);
  ADD ("/aims/private", test_private_does_not_count);
  ADD ("/aims/focus", test_focus);
  ADD ("/aims/top-priorities", test_top_priorities);
  ADD ("/aims/fit", test_fit);
  ADD ("/progress/burn-up", test_burn_up);
  ADD ("/progress/ages", test_ages);
  return g_test_run ();
}
