/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-test.h"

G_BEGIN_DECLS

/* A small project with one of most things: two parties with a lane each, two steps with a hand-over
 * on an interface, a friction point on it that the customer raised, a person on either side, a team
 * with both. */
typedef struct
{
  LijnTest test;
  LijnMap *map;
  LijnParty *customer, *supplier;
  LijnLane *customer_lane, *supplier_lane;
  LijnElement *send, *receive;
  LijnInterface *interface;
  LijnFlow *hand_over;
  LijnFriction *friction;
  LijnPerson *buyer, *seller;
  LijnTeam *team;
} LijnWorld;

#define LIJN_ID(object) lijn_object_get_id (LIJN_OBJECT (object))

void lijn_world_set_up (LijnWorld *world, gconstpointer unused);
void lijn_world_tear_down (LijnWorld *world, gconstpointer unused);

/* Puts an element of @kind (a nick) in @lane (nullable). */
LijnElement *lijn_world_put_element (LijnWorld *world, LijnLane *lane, const char *kind,
                                     const char *name);
LijnFlow *lijn_world_put_flow (LijnWorld *world, LijnElement *source, LijnElement *target,
                               const char *kind);

G_END_DECLS
