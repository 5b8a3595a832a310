/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <stdlib.h>
#include <string.h>

/* The random edit machine: any verb on anything, again and again. After every step the rules hold,
 * references are whole and memory is what the file says; a refused verb changes nothing. At the end
 * everything is undone to the empty project, redone to the last state, each step on the way being
 * what it was. The seed is printed; LIJN_SEED and LIJN_STEPS repeat or lengthen a run. */

typedef struct
{
  World *world;
  GRand *random;
  GPtrArray *states; /* dumps, one for each revision */
  guint n_refused;
} Machine;

static gboolean
chance (Machine *self, int of)
{
  return g_rand_int_range (self->random, 0, of) == 0;
}

static int
below (Machine *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static double
around (Machine *self, double reach)
{
  return g_rand_double_range (self->random, -reach, reach);
}

/* Any object of @table; NULL when there is none. */
static gpointer
any (Machine *self, LijnTable table)
{
  guint n = count (self->world, table);
  g_autoptr (LijnObject)
      object = n > 0 ? g_list_model_get_item (lijn_project_list (self->world->project, table),
                                              (guint) below (self, (int) n))
                     : NULL;

  return object;
}

static gpointer
any_or_none (Machine *self, LijnTable table)
{
  return chance (self, 3) ? NULL : any (self, table);
}

static const char *
any_words (Machine *self)
{
  static const char *const words[] = {
    "Send",       "Check claim", "",
    " Pay\nout ", "Ça va?",      "A name that is much longer than fits in its shape"
  };

  return words[below (self, (int) G_N_ELEMENTS (words))];
}

/* Verbs: each tries one thing, and says whether it was done. */

typedef gboolean (*Verb) (Machine *self, GError **error);

static gboolean
verb_add_party (Machine *self, GError **error)
{
  if (count (self->world, LIJN_TABLE_PARTY) > 3)
    return TRUE;
  return lijn_edit_add_party (self->world->project, (LijnPartyRole) below (self, 3),
                              any_words (self), error) != NULL;
}

static gboolean
verb_add_map (Machine *self, GError **error)
{
  if (count (self->world, LIJN_TABLE_MAP) > 1)
    return TRUE;
  return lijn_edit_add_map (self->world->project, LIJN_MAP_KIND_AS_IS, "Map", error) != NULL;
}

static gboolean
verb_add_lane (Machine *self, GError **error)
{
  LijnMap *map = any (self, LIJN_TABLE_MAP);
  LijnParty *party = any (self, LIJN_TABLE_PARTY);

  if (map == NULL || party == NULL || count (self->world, LIJN_TABLE_LANE) > 8)
    return TRUE;
  return lijn_edit_add_lane (map, party, any_words (self), any_or_none (self, LIJN_TABLE_LANE),
                             error) != NULL;
}

static gboolean
verb_add_element (Machine *self, GError **error)
{
  LijnMap *map = any (self, LIJN_TABLE_MAP);

  if (map == NULL)
    return TRUE;
  return lijn_edit_add_element (map, any_or_none (self, LIJN_TABLE_LANE),
                                (LijnElementKind) below (self, 8), any_words (self),
                                600 + around (self, 900), around (self, 400), error) != NULL;
}

static gboolean
verb_append (Machine *self, GError **error)
{
  return lijn_edit_append (any_or_none (self, LIJN_TABLE_ELEMENT),
                           any_or_none (self, LIJN_TABLE_LANE), (LijnElementKind) below (self, 7),
                           any_words (self), any_words (self), error) != NULL;
}

static GPtrArray *
some (Machine *self, LijnTable table)
{
  GPtrArray *objects = g_ptr_array_new ();

  for (int n = below (self, 4); n >= 0; n--)
    if (count (self->world, table) > 0)
      g_ptr_array_add (objects, any (self, table));

  return objects;
}

static gboolean
verb_move (Machine *self, GError **error)
{
  g_autoptr (GPtrArray) elements = some (self, LIJN_TABLE_ELEMENT);

  return lijn_edit_move (elements, around (self, 300), around (self, 300), error);
}

static gboolean
verb_resize (Machine *self, GError **error)
{
  LijnElement *element = any (self, LIJN_TABLE_ELEMENT);

  return element == NULL ||
         lijn_edit_resize (element, 400 + around (self, 300), around (self, 90),
                           200 + around (self, 210), 90 + around (self, 100), error);
}

static gboolean
verb_connect (Machine *self, GError **error)
{
  LijnElement *source = any (self, LIJN_TABLE_ELEMENT);
  LijnElement *target = any (self, LIJN_TABLE_ELEMENT);

  if (source == NULL)
    return TRUE;
  return lijn_edit_connect (source, target, any_words (self),
                            chance (self, 4) ? any (self, LIJN_TABLE_INTERFACE) : NULL,
                            error) != NULL;
}

static gboolean
verb_reconnect (Machine *self, GError **error)
{
  LijnFlow *flow = any (self, LIJN_TABLE_FLOW);

  return flow == NULL || lijn_edit_reconnect (flow, any (self, LIJN_TABLE_ELEMENT),
                                              any (self, LIJN_TABLE_ELEMENT), error);
}

static gboolean
verb_bend (Machine *self, GError **error)
{
  LijnFlow *flow = any (self, LIJN_TABLE_FLOW);
  g_autoptr (GPtrArray) flows = NULL;

  if (flow == NULL)
    return TRUE;
  flows = many (flow, NULL);
  if (chance (self, 3))
    return lijn_edit_route_again (flows, error);
  return lijn_edit_set (LIJN_OBJECT (flow), "bent", "1", error);
}

static gboolean
verb_hang (Machine *self, GError **error)
{
  LijnFlow *flow = any (self, LIJN_TABLE_FLOW);

  return flow == NULL || lijn_edit_hang (flow, any_or_none (self, LIJN_TABLE_INTERFACE), error);
}

static gboolean
verb_renumber (Machine *self, GError **error)
{
  LijnMap *map = any (self, LIJN_TABLE_MAP);

  return map == NULL || lijn_edit_renumber_interfaces (map, error);
}

static gboolean
verb_sign (Machine *self, GError **error)
{
  LijnInterface *interface = any (self, LIJN_TABLE_INTERFACE);

  return interface == NULL || lijn_edit_sign (interface, any (self, LIJN_TABLE_PARTY),
                                              any_or_none (self, LIJN_TABLE_PERSON), error);
}

static gboolean
verb_confirm (Machine *self, GError **error)
{
  LijnElement *element = any (self, LIJN_TABLE_ELEMENT);

  return element == NULL || !lijn_element_get_assumed (element) ||
         lijn_edit_confirm (LIJN_OBJECT (element), NULL, error);
}

static gboolean
verb_tidy (Machine *self, GError **error)
{
  LijnMap *map = any (self, LIJN_TABLE_MAP);

  return map == NULL || !chance (self, 4) || lijn_edit_tidy (map, NULL, error);
}

static gboolean
verb_move_lane (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  return lane == NULL || lijn_edit_move_lane (lane, any_or_none (self, LIJN_TABLE_LANE), error);
}

static gboolean
verb_resize_lane (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  return lane == NULL || lijn_edit_resize_lane (lane, 150 + around (self, 200), error);
}

static gboolean
verb_move_party (Machine *self, GError **error)
{
  LijnParty *party = any (self, LIJN_TABLE_PARTY);

  return party == NULL || lijn_edit_move_party (party, any_or_none (self, LIJN_TABLE_PARTY), error);
}

static gboolean
verb_give_lane (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  return lane == NULL || !chance (self, 3) ||
         lijn_edit_set (LIJN_OBJECT (lane), "party",
                        lijn_object_get_id (any (self, LIJN_TABLE_PARTY)), error);
}

static gboolean
verb_split_lane (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  if (lane == NULL || count (self->world, LIJN_TABLE_LANE) > 8)
    return TRUE;
  return lijn_edit_split_lane (lane, 100 + around (self, 150), any_words (self), error) != NULL;
}

static gboolean
verb_join_lanes (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  return lane == NULL || count (self->world, LIJN_TABLE_LANE) < 4 ||
         lijn_edit_join_lanes (lane, any (self, LIJN_TABLE_LANE), error);
}

static gboolean
verb_collapse_lane (Machine *self, GError **error)
{
  LijnLane *lane = any (self, LIJN_TABLE_LANE);

  return lane == NULL || lijn_edit_collapse_lane (lane, chance (self, 2), error);
}

static gboolean
verb_phase (Machine *self, GError **error)
{
  LijnPhase *phase = any (self, LIJN_TABLE_PHASE);
  LijnMap *map = any (self, LIJN_TABLE_MAP);

  if (map == NULL)
    return TRUE;
  if (phase == NULL || chance (self, 4))
    return count (self->world, LIJN_TABLE_PHASE) > 6 ||
           lijn_edit_add_phase (map, any_words (self), 400 + around (self, 600), error) != NULL;
  if (chance (self, 2))
    return lijn_edit_move_phase (phase, 400 + around (self, 900), error);
  return lijn_edit_resize_phase (phase, lijn_phase_get_x (phase) + around (self, 200),
                                 lijn_phase_get_width (phase) + around (self, 300), error);
}

static gboolean
verb_turn_into (Machine *self, GError **error)
{
  LijnElement *element = any (self, LIJN_TABLE_ELEMENT);

  return element == NULL || lijn_edit_set (LIJN_OBJECT (element), "kind",
                                           lijn_element_kind_nicks[below (self, 8)], error);
}

static gboolean
verb_put (Machine *self, GError **error)
{
  LijnElement *element = any (self, LIJN_TABLE_ELEMENT);
  LijnLane *lane = any_or_none (self, LIJN_TABLE_LANE);

  return element == NULL ||
         lijn_edit_set (LIJN_OBJECT (element), "lane",
                        lane != NULL ? lijn_object_get_id (LIJN_OBJECT (lane)) : "", error);
}

static gboolean
verb_rename (Machine *self, GError **error)
{
  LijnObject *object = any (self, (LijnTable) below (self, LIJN_N_TABLES));

  return object == NULL || lijn_edit_rename (object, any_words (self), error);
}

static gpointer
any_anchor (Machine *self)
{
  static const LijnTable tables[] = { LIJN_TABLE_MAP, LIJN_TABLE_LANE, LIJN_TABLE_ELEMENT,
                                      LIJN_TABLE_FLOW, LIJN_TABLE_INTERFACE };

  return any (self, tables[below (self, (int) G_N_ELEMENTS (tables))]);
}

static gboolean
verb_add_friction (Machine *self, GError **error)
{
  LijnObject *anchor = any_anchor (self);

  return anchor == NULL || lijn_edit_add_friction (anchor, around (self, 500), around (self, 500),
                                                   any_or_none (self, LIJN_TABLE_PARTY),
                                                   any_words (self), error) != NULL;
}

static gboolean
verb_move_friction (Machine *self, GError **error)
{
  LijnFriction *friction = any (self, LIJN_TABLE_FRICTION);
  LijnObject *anchor = any_anchor (self);

  return friction == NULL || anchor == NULL ||
         lijn_edit_move_friction (friction, anchor, around (self, 500), around (self, 500), error);
}

static gboolean
verb_judge_friction (Machine *self, GError **error)
{
  LijnFriction *friction = any (self, LIJN_TABLE_FRICTION);
  LijnParty *party = any (self, LIJN_TABLE_PARTY);

  if (friction == NULL || party == NULL)
    return TRUE;
  if (chance (self, 2))
    return lijn_edit_set_severity (friction, party, below (self, 7), error);
  return lijn_edit_set_status (friction, (LijnFrictionStatus) below (self, 7), party,
                               any_or_none (self, LIJN_TABLE_PERSON), any_words (self), error);
}

static gboolean
verb_people (Machine *self, GError **error)
{
  LijnProject *project = self->world->project;
  LijnParty *party = any (self, LIJN_TABLE_PARTY);
  LijnTeam *team = any (self, LIJN_TABLE_TEAM);
  LijnPerson *person = any (self, LIJN_TABLE_PERSON);

  if (party != NULL && chance (self, 3))
    return lijn_edit_add_person (party, any_words (self), NULL, error) != NULL;
  if (team == NULL || chance (self, 4))
    return lijn_edit_add_team (project, LIJN_TEAM_KIND_IMPROVEMENT, any_words (self), error) !=
           NULL;
  if (person == NULL || chance (self, 2))
    return lijn_edit_add_action (team, any_words (self), person, "2026-05-01", error) != NULL;
  return lijn_edit_add_member (team, person, NULL, error) != NULL;
}

static gboolean
verb_assign (Machine *self, GError **error)
{
  LijnTeam *team = any (self, LIJN_TABLE_TEAM);
  LijnFriction *friction = any (self, LIJN_TABLE_FRICTION);

  if (team == NULL || friction == NULL)
    return TRUE;
  return chance (self, 3) ? lijn_edit_unassign (team, friction, error)
                          : lijn_edit_assign (team, friction, error) != NULL;
}

static gboolean
verb_session (Machine *self, GError **error)
{
  LijnSession *session = any (self, LIJN_TABLE_SESSION);

  if (session == NULL || chance (self, 4))
    return lijn_edit_add_session (self->world->project, any_words (self), "", "", error) != NULL;
  if (chance (self, 3))
    return lijn_edit_add_decision (session, any_words (self), error) != NULL;
  if (chance (self, 3))
    return lijn_edit_add_agenda_item (session, any_words (self), below (self, 90), error) != NULL;
  if (chance (self, 4) && any (self, LIJN_TABLE_AGENDA_ITEM) != NULL)
    return lijn_edit_move_agenda_item (any (self, LIJN_TABLE_AGENDA_ITEM),
                                       any_or_none (self, LIJN_TABLE_AGENDA_ITEM), error);
  return chance (self, 2) ? lijn_edit_start_session (session, error)
                          : lijn_edit_end_session (session, error);
}

static gboolean
verb_rate (Machine *self, GError **error)
{
  LijnSession *session = any (self, LIJN_TABLE_SESSION);
  LijnInterface *interface = any (self, LIJN_TABLE_INTERFACE);
  LijnParty *party = any (self, LIJN_TABLE_PARTY);

  if (session == NULL || interface == NULL || party == NULL)
    return TRUE;
  if (chance (self, 4))
    return lijn_edit_reveal_ratings (session, error);
  return lijn_edit_rate (session, interface, party, any_or_none (self, LIJN_TABLE_PERSON),
                         below (self, 7), below (self, 6), any_words (self), error) != NULL;
}

static gboolean
verb_vote (Machine *self, GError **error)
{
  LijnBallot *ballot = any (self, LIJN_TABLE_BALLOT);
  LijnFriction *friction = any (self, LIJN_TABLE_FRICTION);
  LijnParty *party = any (self, LIJN_TABLE_PARTY);

  if (ballot == NULL || chance (self, 8))
    return lijn_edit_add_ballot (self->world->project, any_words (self), below (self, 6), error) !=
           NULL;
  if (friction == NULL || party == NULL)
    return TRUE;
  return chance (self, 6) ? lijn_edit_close_ballot (ballot, error)
                          : lijn_edit_vote (ballot, friction, party, below (self, 4), error);
}

static gboolean
verb_park (Machine *self, GError **error)
{
  LijnRemark *remark = any (self, LIJN_TABLE_REMARK);
  LijnTeam *team = any (self, LIJN_TABLE_TEAM);
  LijnMap *map = any (self, LIJN_TABLE_MAP);

  if (remark == NULL || chance (self, 3))
    return lijn_edit_add_remark (self->world->project, LIJN_REMARK_KIND_PARKED,
                                 any_or_none (self, LIJN_TABLE_PARTY), any_words (self),
                                 error) != NULL;
  if (team != NULL && chance (self, 2))
    return lijn_edit_assign_remark (remark, team, error) != NULL;
  return map == NULL ||
         lijn_edit_raise_remark (remark, LIJN_OBJECT (map), around (self, 300), 50, error) != NULL;
}

static gboolean
verb_remove (Machine *self, GError **error)
{
  g_autoptr (GPtrArray) elements = some (self, LIJN_TABLE_ELEMENT);

  return lijn_edit_remove (elements, error);
}

/* Any things together; rarely something large. */
static gboolean
verb_remove_any (Machine *self, GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();

  for (int n = below (self, 3); n >= 0; n--)
    {
      LijnTable table = (LijnTable) below (self, LIJN_N_TABLES);
      gboolean large = table == LIJN_TABLE_PARTY || table == LIJN_TABLE_MAP ||
                       table == LIJN_TABLE_LANE;
      LijnObject *object = large && !chance (self, 4) ? NULL : any (self, table);

      if (object != NULL && table != LIJN_TABLE_ABOUT)
        g_ptr_array_add (things, object);
    }
  return lijn_edit_remove (things, error);
}

static gboolean
verb_arrange (Machine *self, GError **error)
{
  g_autoptr (GPtrArray) elements = some (self, LIJN_TABLE_ELEMENT);

  if (elements->len == 0)
    return TRUE;
  return chance (self, 2) ? lijn_edit_align (elements, (LijnAlign) below (self, 6), error)
                          : lijn_edit_distribute (elements, chance (self, 2), error);
}

static gboolean
verb_make_room (Machine *self, GError **error)
{
  LijnMap *map = any (self, LIJN_TABLE_MAP);
  LijnLane *lane = any_or_none (self, LIJN_TABLE_LANE);

  if (map == NULL || (lane != NULL && lijn_lane_get_map (lane) != map))
    return TRUE;
  return lijn_edit_make_room (map, lane, lane != NULL && chance (self, 2), 300 + around (self, 300),
                              around (self, 120), error);
}

static gboolean
verb_insert (Machine *self, GError **error)
{
  LijnElement *element = any (self, LIJN_TABLE_ELEMENT);
  LijnFlow *flow = any (self, LIJN_TABLE_FLOW);

  return element == NULL || flow == NULL ||
         lijn_edit_insert (element, flow, around (self, 80), around (self, 80), error);
}

/* Somebody else speaks. */
static gboolean
verb_speak (Machine *self, GError **error)
{
  LijnParty *party = any_or_none (self, LIJN_TABLE_PARTY);

  lijn_store_set_speaker (lijn_project_get_store (self->world->project),
                          party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : NULL, NULL,
                          NULL);
  return TRUE;
}

static const struct
{
  const char *name;
  Verb verb;
  int weight;
} verbs[] = {
  { "add party", verb_add_party, 2 },
  { "add map", verb_add_map, 1 },
  { "add lane", verb_add_lane, 3 },
  { "add element", verb_add_element, 6 },
  { "append", verb_append, 16 },
  { "move", verb_move, 10 },
  { "resize", verb_resize, 3 },
  { "arrange", verb_arrange, 4 },
  { "make room", verb_make_room, 3 },
  { "insert", verb_insert, 6 },
  { "connect", verb_connect, 8 },
  { "reconnect", verb_reconnect, 4 },
  { "bend", verb_bend, 4 },
  { "hang", verb_hang, 3 },
  { "renumber", verb_renumber, 1 },
  { "sign", verb_sign, 2 },
  { "confirm", verb_confirm, 2 },
  { "tidy", verb_tidy, 1 },
  { "move lane", verb_move_lane, 2 },
  { "resize lane", verb_resize_lane, 2 },
  { "move party", verb_move_party, 1 },
  { "give lane", verb_give_lane, 1 },
  { "split lane", verb_split_lane, 1 },
  { "join lanes", verb_join_lanes, 1 },
  { "collapse lane", verb_collapse_lane, 2 },
  { "phase", verb_phase, 2 },
  { "turn into", verb_turn_into, 3 },
  { "put", verb_put, 3 },
  { "rename", verb_rename, 3 },
  { "add friction", verb_add_friction, 4 },
  { "move friction", verb_move_friction, 2 },
  { "judge friction", verb_judge_friction, 4 },
  { "people", verb_people, 4 },
  { "assign", verb_assign, 3 },
  { "session", verb_session, 3 },
  { "rate", verb_rate, 3 },
  { "vote", verb_vote, 3 },
  { "park", verb_park, 2 },
  { "remove", verb_remove, 3 },
  { "remove any", verb_remove_any, 2 },
  { "speak", verb_speak, 1 },
};

static guint
choose (Machine *self)
{
  int total = 0, left;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    total += verbs[i].weight;
  left = below (self, total);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      left -= verbs[i].weight;
      if (left < 0)
        return i;
    }
  g_assert_not_reached ();
}

static const char *
revision (Machine *self)
{
  return lijn_store_get_revision (lijn_project_get_store (self->world->project));
}

static const char *
last_state (Machine *self)
{
  return g_ptr_array_index (self->states, self->states->len - 1);
}

static void
step (Machine *self, guint number)
{
  g_autofree char *was = g_strdup (revision (self));
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;
  guint i = choose (self);
  gboolean done;

  g_test_message ("step %u: %s", number, verbs[i].name);
  done = verbs[i].verb (self, &error);
  state = dump (self->world);
  if (!done)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == LIJN_RULES_ERROR);
      g_assert_cmpstr (state, ==, last_state (self));
      self->n_refused++;
    }
  g_assert_true ((strcmp (was, revision (self)) == 0) == (strcmp (state, last_state (self)) == 0));
  assert_sound (self->world->project);
  assert_memory_is_file (self->world->project);
  if (strcmp (was, revision (self)) != 0)
    g_ptr_array_add (self->states, g_steal_pointer (&state));
}

static void
undo_all (Machine *self)
{
  for (guint i = self->states->len - 1; i > 0; i--)
    {
      g_autofree char *state = NULL;

      DO (lijn_edit_undo (self->world->project, NULL, &failure));
      state = dump (self->world);
      g_assert_cmpstr (state, ==, g_ptr_array_index (self->states, i - 1));
    }
}

static void
redo_all (Machine *self)
{
  for (guint i = 1; i < self->states->len; i++)
    {
      g_autofree char *state = NULL;

      DO (lijn_edit_redo (self->world->project, NULL, &failure));
      state = dump (self->world);
      g_assert_cmpstr (state, ==, g_ptr_array_index (self->states, i));
    }
}

static guint
from_environment (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint) strtoul (value, NULL, 10) : otherwise;
}

static void
test_machine (World *world, gconstpointer unused)
{
  guint seed = from_environment ("LIJN_SEED", g_test_rand_int ());
  guint n_steps = from_environment ("LIJN_STEPS", 250);
  Machine machine = { world, g_rand_new_with_seed (seed), g_ptr_array_new_with_free_func (g_free),
                      0 };

  g_test_message ("seed %u", seed);
  g_ptr_array_add (machine.states, dump (world));
  for (guint i = 0; i < n_steps; i++)
    step (&machine, i);
  lijn_store_set_speaker (lijn_project_get_store (world->project), NULL, NULL, NULL);
  g_test_message ("%u steps done, %u refused; %u elements, %u flows at the end",
                  machine.states->len - 1, machine.n_refused, count (world, LIJN_TABLE_ELEMENT),
                  count (world, LIJN_TABLE_FLOW));

  undo_all (&machine);
  assert_sound (world->project);
  assert_memory_is_file (world->project);
  redo_all (&machine);
  assert_sound (world->project);
  assert_memory_is_file (world->project);
  DO (lijn_store_verify (world->test.path, &failure));

  g_ptr_array_unref (machine.states);
  g_rand_free (machine.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/random", test_machine);
  return g_test_run ();
}
