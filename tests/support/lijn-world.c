/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-world.h"

static LijnParty *
put_party (LijnWorld *world, const char *name, const char *role, double rank)
{
  return lijn_test_put (
      &world->test, LIJN_TABLE_PARTY,
      LIJN_CELLS (LIJN_TEXT ("name", name), LIJN_TEXT ("role", role), LIJN_REAL ("rank", rank)));
}

static LijnLane *
put_lane (LijnWorld *world, LijnParty *party, const char *name)
{
  return lijn_test_put (&world->test, LIJN_TABLE_LANE,
                        LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                    LIJN_REF ("party", LIJN_ID (party)), LIJN_TEXT ("name", name),
                                    LIJN_REAL ("height", 112), LIJN_REAL ("rank", 1)));
}

static LijnPerson *
put_person (LijnWorld *world, LijnParty *party, const char *name)
{
  return lijn_test_put (&world->test, LIJN_TABLE_PERSON,
                        LIJN_CELLS (LIJN_REF ("party", LIJN_ID (party)), LIJN_TEXT ("name", name)));
}

static void
put_member (LijnWorld *world, LijnPerson *person)
{
  lijn_test_put (
      &world->test, LIJN_TABLE_MEMBER,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)), LIJN_REF ("person", LIJN_ID (person))));
}

LijnElement *
lijn_world_put_element (LijnWorld *world, LijnLane *lane, const char *kind, const char *name)
{
  return lijn_test_put (&world->test, LIJN_TABLE_ELEMENT,
                        LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                    LIJN_REF ("lane", lane != NULL ? LIJN_ID (lane) : NULL),
                                    LIJN_TEXT ("kind", kind), LIJN_TEXT ("name", name),
                                    LIJN_REAL ("x", 100), LIJN_REAL ("y", 28),
                                    LIJN_REAL ("width", 132), LIJN_REAL ("height", 56)));
}

LijnFlow *
lijn_world_put_flow (LijnWorld *world, LijnElement *source, LijnElement *target, const char *kind)
{
  return lijn_test_put (
      &world->test, LIJN_TABLE_FLOW,
      LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)), LIJN_REF ("source", LIJN_ID (source)),
                  LIJN_REF ("target", LIJN_ID (target)), LIJN_TEXT ("kind", kind)));
}

void
lijn_world_set_up (LijnWorld *world, gconstpointer unused)
{
  LijnTest *test = &world->test;

  lijn_test_set_up (test, NULL);
  world->map = lijn_test_put (test, LIJN_TABLE_MAP, LIJN_CELLS (LIJN_TEXT ("title", "Claims")));
  world->customer = put_party (world, "Broker", "customer", 1);
  world->supplier = put_party (world, "Insurer", "supplier", 2);
  world->customer_lane = put_lane (world, world->customer, "Desk");
  world->supplier_lane = put_lane (world, world->supplier, "Intake");
  world->send = lijn_world_put_element (world, world->customer_lane, "step", "Send claim");
  world->receive = lijn_world_put_element (world, world->supplier_lane, "step", "Register claim");
  world->interface = lijn_test_put (test, LIJN_TABLE_INTERFACE,
                                    LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                                LIJN_REF ("giver", LIJN_ID (world->customer)),
                                                LIJN_REF ("receiver", LIJN_ID (world->supplier)),
                                                LIJN_TEXT ("name", "Claim form"),
                                                LIJN_INT ("number", 1)));
  world->hand_over = lijn_world_put_flow (world, world->send, world->receive, "hand-over");
  lijn_test_change (test, world->hand_over,
                    LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface))));
  world->friction = lijn_test_put (test, LIJN_TABLE_FRICTION,
                                   LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface)),
                                               LIJN_REF ("raised_by", LIJN_ID (world->customer)),
                                               LIJN_TEXT ("customer_words", "We never hear back"),
                                               LIJN_INT ("number", 1)));
  world->buyer = put_person (world, world->customer, "Account manager");
  world->seller = put_person (world, world->supplier, "Team lead intake");
  world->team = lijn_test_put (test, LIJN_TABLE_TEAM, LIJN_CELLS (LIJN_TEXT ("name", "Intake")));
  put_member (world, world->buyer);
  put_member (world, world->seller);
}

void
lijn_world_tear_down (LijnWorld *world, gconstpointer unused)
{
  lijn_test_tear_down (&world->test, NULL);
}
