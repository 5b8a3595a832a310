/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-world.h"

static void
test_kind_follows_from_the_parties (LijnWorld *world, gconstpointer unused)
{
  LijnElement *next = lijn_world_put_element (world, world->customer_lane, "step", "Next");
  LijnElement *note = lijn_world_put_element (world, NULL, "note", "Mind");
  LijnElement *document = lijn_world_put_element (world, world->customer_lane, "document", "Form");
  LijnFlowKind kind;

  g_assert_true (lijn_rules_connect (world->send, next, &kind, NULL));
  g_assert_cmpint (kind, ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_true (lijn_rules_connect (world->send, world->receive, &kind, NULL));
  g_assert_cmpint (kind, ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_true (lijn_rules_connect (note, world->receive, &kind, NULL));
  g_assert_cmpint (kind, ==, LIJN_FLOW_KIND_ASSOCIATION);
  g_assert_true (lijn_rules_connect (document, next, &kind, NULL));
  g_assert_cmpint (kind, ==, LIJN_FLOW_KIND_ASSOCIATION);
  g_assert_true (lijn_rules_connect (document, world->receive, &kind, NULL));
  g_assert_cmpint (kind, ==, LIJN_FLOW_KIND_HAND_OVER);
}

static void
refused (LijnElement *source, LijnElement *target)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lijn_rules_connect (source, target, NULL, &error));
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT);
}

static void
test_what_may_not_connect (LijnWorld *world, gconstpointer unused)
{
  LijnElement *end = lijn_world_put_element (world, world->customer_lane, "end", "");
  LijnElement *start = lijn_world_put_element (world, world->customer_lane, "start", "");

  refused (world->send, world->send);
  refused (end, world->send);
  refused (world->send, start);
  g_assert_true (
      lijn_rules_connect (end, world->receive, NULL, NULL)); /* an end may tell the other party */
}

static void
test_what_may_lie_beside_the_lanes (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lijn_rules_contain (LIJN_ELEMENT_KIND_NOTE, NULL, NULL));
  g_assert_true (lijn_rules_contain (LIJN_ELEMENT_KIND_STEP, world->customer_lane, NULL));
  g_assert_false (lijn_rules_contain (LIJN_ELEMENT_KIND_STEP, NULL, &error));
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/connect/kind-follows-from-the-parties", test_kind_follows_from_the_parties);
  ADD ("/connect/what-may-not", test_what_may_not_connect);
  ADD ("/contain/beside-the-lanes", test_what_may_lie_beside_the_lanes);

  return g_test_run ();
}
