/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"
#include "lijn-layout.h"
#include "lijn-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* BPMN 2.0 comes in as maps: small models made for this, and the reference models where they are. */

typedef struct
{
  LijnTest test;
  LijnImportReport *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  lijn_test_set_up (&fixture->test, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->report, lijn_import_report_free);
  lijn_test_tear_down (&fixture->test, NULL);
}

static void
import (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "exchange", "fixtures",
                                            name, NULL);

  g_clear_pointer (&fixture->report, lijn_import_report_free);
  lijn_bpmn_import (fixture->test.project, path, &fixture->report, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
find (Fixture *fixture, LijnTable table, const char *name)
{
  GListModel *list = lijn_project_list (fixture->test.project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (g_str_equal (lijn_object_get_name (object), name))
        return object; /* the project holds it */
    }
  g_error ("there is no %s “%s”", lijn_table_info (table)->name, name);
}

#define ELEMENT(name) ((LijnElement *) find (fixture, LIJN_TABLE_ELEMENT, name))
#define assert_element(name, KIND, MARKER, lane_name)                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    LijnElement *e = ELEMENT (name);                                                               \
    LijnLane *l = lijn_element_get_lane (e);                                                       \
    g_assert_cmpint (lijn_element_get_kind (e), ==, LIJN_ELEMENT_KIND_##KIND);                     \
    g_assert_cmpint (lijn_element_get_marker (e), ==, LIJN_MARKER_##MARKER);                       \
    g_assert_cmpstr (l != NULL ? lijn_lane_get_name (l) : NULL, ==, lane_name);                    \
  }                                                                                                \
  G_STMT_END

static LijnFlow *
flow_between (Fixture *fixture, const char *source, const char *target)
{
  GPtrArray *flows = lijn_project_referrers (fixture->test.project, LIJN_TABLE_FLOW, "source",
                                             LIJN_OBJECT (ELEMENT (source)));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (flows->pdata[i]) == ELEMENT (target))
      return flows->pdata[i];
  g_error ("nothing leads from “%s” to “%s”", source, target);
}

static gboolean
tells (Fixture *fixture, const char *words)
{
  for (guint i = 0; i < fixture->report->notes->len; i++)
    if (strstr (g_ptr_array_index (fixture->report->notes, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_elements (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "two-pools.bpmn");
  g_assert_cmpstr (lijn_map_get_title (lijn_project_get_first_map (fixture->test.project)), ==,
                   "Order to delivery");
  g_assert_cmpstr (lijn_map_get_description (lijn_project_get_first_map (fixture->test.project)),
                   ==, "How orders go.");
  assert_element ("Need arises", START, NONE, "");
  assert_element ("Send order", STEP, SEND, "");
  assert_element ("Goods arrived", WAIT, MESSAGE, "");
  assert_element ("Order received", START, MESSAGE, "Office");
  assert_element ("In stock?", DECISION, EXCLUSIVE, "Office");
  assert_element ("Buy in", GROUP, CALL, "Office");
  assert_element ("Call maker", STEP, PERSON, "Office");
  assert_element ("Cool down", WAIT, TIMER, "Office");
  assert_element ("Late", WAIT, TIMER, "Store");
  assert_element ("Pack", STEP, SYSTEM, "Store");
  assert_element ("Packing slip [printed]", DOCUMENT, NONE, "Store");
  assert_element ("Books", DOCUMENT, STORE, "Store");
  assert_element ("Watch the stock", NOTE, NONE, NULL);
  assert_element ("Stock work", GROUP, NONE, "Store");
  g_assert_true (lijn_element_get_container (ELEMENT ("Call maker")) == ELEMENT ("Buy in"));
  g_assert_true (lijn_element_get_container (ELEMENT ("Books")) == ELEMENT ("Stock work"));
  g_assert_cmpfloat (lijn_element_get_wait_minutes (ELEMENT ("Cool down")), ==, 90);
  g_assert_true (isnan (lijn_element_get_wait_minutes (ELEMENT ("Late"))));
  g_assert_cmpstr (lijn_element_get_description (ELEMENT ("Call maker")), ==, "By phone.");
  g_assert_cmpstr (lijn_element_get_description (ELEMENT ("Watch the stock")), ==,
                   "Watch\nthe stock");
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_ELEMENT), ==, 17);
}

static void
test_flows (Fixture *fixture, gconstpointer unused)
{
  LijnFlow *order, *slip;
  LijnInterface *interface;

  import (fixture, "two-pools.bpmn");
  order = flow_between (fixture, "Send order", "Order received");
  interface = lijn_flow_get_interface (order);
  g_assert_cmpint (lijn_flow_get_kind (order), ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_cmpstr (lijn_interface_get_name (interface), ==, "Order");
  g_assert_cmpstr (lijn_interface_get_deliverable (interface), ==, "Order form");
  g_assert_cmpint (lijn_interface_get_number (interface), ==, 1);
  g_assert_cmpstr (lijn_party_get_name (lijn_interface_get_giver (interface)), ==, "Buyer");
  g_assert_cmpstr (lijn_party_get_name (lijn_interface_get_receiver (interface)), ==, "Seller");

  interface = lijn_flow_get_interface (flow_between (fixture, "Pack", "Goods arrived"));
  g_assert_cmpint (lijn_interface_get_number (interface), ==, 2);
  g_assert_cmpstr (lijn_interface_get_name (interface), ==, "Goods arrived");

  g_assert_cmpstr (lijn_flow_get_name (flow_between (fixture, "In stock?", "Buy in")), ==, "no");
  slip = flow_between (fixture, "Packing slip [printed]", "Pack");
  g_assert_cmpint (lijn_flow_get_kind (slip), ==, LIJN_FLOW_KIND_ASSOCIATION);
  flow_between (fixture, "Pack", "Books");
  flow_between (fixture, "In stock?", "Watch the stock");
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_FLOW), ==, 15);
}

/* Places as drawn: shifted as one across, by lane down; drawn lines keep their course. */
static void
test_places (Fixture *fixture, gconstpointer unused)
{
  double left, route_x, route_y;
  LijnElement *send, *need, *pack;

  import (fixture, "two-pools.bpmn");
  send = ELEMENT ("Send order");
  need = ELEMENT ("Need arises");
  pack = ELEMENT ("Pack");
  left = lijn_element_get_x (send) - 260;
  g_assert_cmpfloat_with_epsilon (lijn_element_get_x (need), 180 + left, 0.2);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_x (pack), 645 + left, 0.2);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_width (pack), 110, 0.2);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_y (send), 20, 0.2);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_y (pack), 50, 0.2);
  g_assert_cmpfloat_with_epsilon (lijn_lane_get_height (find (fixture, LIJN_TABLE_LANE, "Office")),
                                  200, 0.2);
  g_assert_cmpfloat (lijn_element_get_x (need), >=, LIJN_GROUND_LEFT);

  g_assert_true (lijn_flow_get_bent (flow_between (fixture, "In stock?", "Pack")));
  g_assert_cmpint (sscanf (lijn_flow_get_route (flow_between (fixture, "In stock?", "Pack")),
                           "s%lf,%lf", &route_x, &route_y),
                   ==, 2);
  g_assert_cmpfloat_with_epsilon (route_x, 315 + left, 0.2);
  g_assert_cmpfloat_with_epsilon (route_y, 125, 0.2);
}

static void
test_roles (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;
  gboolean misses = FALSE;

  import (fixture, "two-pools.bpmn");
  g_assert_cmpint (lijn_party_get_role (find (fixture, LIJN_TABLE_PARTY, "Seller")), ==,
                   LIJN_PARTY_ROLE_SUPPLIER);
  g_assert_cmpint (lijn_party_get_role (find (fixture, LIJN_TABLE_PARTY, "Buyer")), ==,
                   LIJN_PARTY_ROLE_PARTNER);
  findings = lijn_rules_check (fixture->test.project, "2026-01-01");
  for (guint i = 0; i < findings->len; i++)
    misses |= ((LijnFinding *) findings->pdata[i])->kind == LIJN_CHECK_NO_CUSTOMER;
  g_assert_true (misses);
}

static void
test_told (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "two-pools.bpmn");
  g_assert_true (tells (fixture, "2 settings of other programs"));
  g_assert_true (tells (fixture, "1 default path"));
  g_assert_true (tells (fixture, "does not interrupt"));
  g_assert_true (tells (fixture, "1 mark for repetition"));
  g_assert_true (tells (fixture, "1 assignment of people"));
  g_assert_true (tells (fixture, "drawn aslant"));
  g_assert_true (tells (fixture, "1 shape of the diagram"));
  g_assert_cmpuint (fixture->report->n_maps, ==, 1);
  g_assert_cmpuint (fixture->report->n_elements, ==, 17);
  g_assert_cmpuint (fixture->report->n_flows, ==, 15);
}

static void
test_one_undo (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnStore *store = lijn_project_get_store (fixture->test.project);
  g_autofree char *before = lijn_test_dump (store), *after = NULL;

  import (fixture, "two-pools.bpmn");
  lijn_edit_undo (fixture->test.project, NULL, &error);
  g_assert_no_error (error);
  after = lijn_test_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* Twice: the same parties, two maps. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "two-pools.bpmn");
  import (fixture, "two-pools.bpmn");
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_PARTY), ==, 2);
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_MAP), ==, 2);
}

static void
test_vertical (Fixture *fixture, gconstpointer unused)
{
  LijnElement *start, *one, *two;

  import (fixture, "vertical.bpmn");
  start = ELEMENT ("Go");
  one = ELEMENT ("One");
  two = ELEMENT ("Two");
  g_assert_cmpfloat (lijn_element_get_x (start), <, lijn_element_get_x (one));
  g_assert_cmpfloat_with_epsilon (lijn_element_get_x (one), lijn_element_get_x (two), 0.2);
  g_assert_cmpfloat (lijn_element_get_width (one), >, lijn_element_get_height (one));
  g_assert_cmpstr (lijn_party_get_name (lijn_element_get_party (one)), ==, "Left");
  g_assert_true (lijn_flow_get_bent (flow_between (fixture, "One", "Two")));
  g_assert_true (tells (fixture, "top to bottom"));
}

/* Nothing is drawn: lanes by the model, places by laying out, details for what is inside. */
static void
test_undrawn (Fixture *fixture, gconstpointer unused)
{
  LijnMap *map;
  LijnElement *them;

  import (fixture, "undrawn.bpmn");
  map = lijn_project_get_first_map (fixture->test.project);
  assert_element ("Ask them", STEP, NONE, "Front / Desk");
  assert_element ("Hear them", STEP, RECEIVE, "Front / Phone");
  assert_element ("Think", STEP, CALL, "Front / Desk");
  assert_element ("Them", STEP, NONE, "");
  them = ELEMENT ("Them");
  g_assert_cmpstr (lijn_party_get_name (lijn_element_get_party (them)), ==, "Them");
  flow_between (fixture, "Ask them", "Them");
  flow_between (fixture, "Them", "Hear them");
  g_assert_cmpfloat (lijn_element_get_x (ELEMENT ("Ask them")), <,
                     lijn_element_get_x (ELEMENT ("Think")));
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_MAP), ==, 3);
  g_assert_true (lijn_element_get_map (ELEMENT ("Think")) == map);
  g_assert_true (lijn_element_get_detail (ELEMENT ("Think")) ==
                 lijn_element_get_map (ELEMENT ("Think hard")));
  g_assert_true (lijn_element_get_detail (ELEMENT ("Settle")) ==
                 lijn_element_get_map (ELEMENT ("Pay")));
  g_assert_cmpstr (lijn_party_get_name (lijn_element_get_party (ELEMENT ("Pay"))), ==, "Us");
  g_assert_true (tells (fixture, "1 step was added"));
}

static void
test_odd (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "odd.bpmn");
  assert_element ("One", STEP, NONE, "");
  g_assert_true (tells (fixture, "same id"));
  g_assert_true (tells (fixture, "2 connectors were left out: their ends"));
  g_assert_true (tells (fixture, "to itself"));
  g_assert_true (tells (fixture, "lead on from an end, or to a start"));
  g_assert_true (tells (fixture, "choreography"));
  g_assert_true (tells (fixture, "description of 1 connector"));
}

/* What is not a model, or an empty one. */
static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = {
    "",
    "hello",
    "<a/>",
    "<definitions/>",
    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>",
    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'/></x>",
    "<!DOCTYPE a><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
  };
  g_autofree char *path = g_build_filename (fixture->test.folder, "model.bpmn", NULL);
  g_autofree char *before = lijn_test_dump (lijn_project_get_store (fixture->test.project));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_false (lijn_bpmn_import (fixture->test.project, path, NULL, NULL, &error));
      g_assert_cmpint (error->domain, ==, LIJN_EXCHANGE_ERROR);
      g_assert_nonnull (strstr (error->message, "model.bpmn"));
      after = lijn_test_dump (lijn_project_get_store (fixture->test.project));
      g_assert_cmpstr (before, ==, after);
    }
}

/* Bytes changed at random in a sound model: taken, or refused and nothing changed. */
static void
test_mutations (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *source = g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "exchange", "fixtures",
                                              "two-pools.bpmn", NULL);
  g_autofree char *path = g_build_filename (fixture->test.folder, "model.bpmn", NULL);
  g_autofree char *text = NULL;
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint taken = 0;

  g_test_message ("seed %u", seed);
  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GString) bytes = g_string_new (text);
      g_autoptr (GError) error = NULL;
      guint n_maps = lijn_project_count (fixture->test.project, LIJN_TABLE_MAP);

      for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
        {
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) bytes->len);

          /* Digits and letters mostly, so that much stays well-formed and means something else. */
          if (g_ascii_isalnum (bytes->str[at]))
            bytes->str[at] = "0123456789abepst"[g_rand_int_range (random, 0, 16)];
          else if (g_rand_int_range (random, 0, 8) == 0)
            bytes->str[at] = "<>\"/&"[g_rand_int_range (random, 0, 5)];
        }
      g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
      if (lijn_bpmn_import (fixture->test.project, path, NULL, NULL, &error))
        taken++;
      else
        g_assert_nonnull (error);
      g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_MAP) > n_maps, ==,
                        error == NULL);
      if (error == NULL)
        lijn_edit_undo (fixture->test.project, NULL, &error);
      g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_MAP), ==, n_maps);
    }
  g_test_message ("%u of 200 were taken", taken);
  g_assert_cmpuint (taken, >, 20);
}

/* What may lie on another thing: groups, and in BPMN the waits on the edge of a step, and notes. */
static gboolean
may_lie_on (LijnElement *element)
{
  LijnElementKind kind = lijn_element_get_kind (element);

  return kind == LIJN_ELEMENT_KIND_GROUP || kind == LIJN_ELEMENT_KIND_WAIT ||
         kind == LIJN_ELEMENT_KIND_NOTE;
}

/* However long the names are that shapes have grown for, none lies on another. */
static void
assert_apart (Fixture *fixture)
{
  GListModel *list = lijn_project_list (fixture->test.project, LIJN_TABLE_ELEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    for (guint j = 0; j < i; j++)
      {
        g_autoptr (LijnElement) one = g_list_model_get_item (list, i);
        g_autoptr (LijnElement) other = g_list_model_get_item (list, j);
        LijnLayout *layout = lijn_layout_of (lijn_element_get_map (one));
        LijnRect a, b;

        if (lijn_element_get_map (one) != lijn_element_get_map (other) || may_lie_on (one) ||
            may_lie_on (other) || !lijn_layout_get_element_rect (layout, one, &a) ||
            !lijn_layout_get_element_rect (layout, other, &b))
          continue;
        a = lijn_rect_grow (&a, -0.5);
        if (lijn_rect_intersects (&a, &b))
          g_error ("“%s” lies on “%s”", lijn_element_get_name (one), lijn_element_get_name (other));
      }
}

static void
test_tight (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "tight.bpmn");
  assert_apart (fixture);
}

/* The reference models, beside the checkout where they are. */

static char *
shared (const char *folder)
{
  char *path = g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "..", "..", "shared", "fixtures",
                                 folder, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the reference models are not here");
      g_clear_pointer (&path, g_free);
    }
  return path;
}

static void
import_all (Fixture *fixture, const char *folder)
{
  g_autofree char *path = shared (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".bpmn"))
        continue;
      g_test_message ("%s", name);
      lijn_exchange_import (fixture->test.project, file, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_apart (fixture);
      tear_down (fixture, NULL);
      set_up (fixture, NULL);
    }
}

static void
test_reference (Fixture *fixture, gconstpointer unused)
{
  import_all (fixture, "bpmn");
}

static void
test_reference_hard (Fixture *fixture, gconstpointer unused)
{
  import_all (fixture, "bpmn-hard");
}

static void
assert_model (Fixture *fixture, const char *name, guint elements, guint flows, guint interfaces,
              const char *first_party, const char *second_party)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  g_autofree char *folder = shared ("bpmn");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  LijnMap *map;

  if (path == NULL)
    return;
  lijn_exchange_import (fixture->test.project, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  map = lijn_project_get_first_map (fixture->test.project);
  g_assert_cmpuint (
      lijn_project_referrers (fixture->test.project, LIJN_TABLE_ELEMENT, "map", LIJN_OBJECT (map))
          ->len,
      ==, elements);
  g_assert_cmpuint (
      lijn_project_referrers (fixture->test.project, LIJN_TABLE_FLOW, "map", LIJN_OBJECT (map))
          ->len,
      ==, flows);
  g_assert_cmpuint (lijn_project_count (fixture->test.project, LIJN_TABLE_INTERFACE), ==,
                    interfaces);
  parties = lijn_map_list_parties (map);
  g_assert_cmpuint (parties->len, ==, 2);
  g_assert_cmpstr (lijn_party_get_name (parties->pdata[0]), ==, first_party);
  g_assert_cmpstr (lijn_party_get_name (parties->pdata[1]), ==, second_party);
}

static void
test_reference_c_1_0 (Fixture *fixture, gconstpointer unused)
{
  assert_model (fixture, "C.1.0.bpmn", 21, 25, 5, "Team-Assistant",
                "Process Engine - Invoice Receipt");
}

static void
test_reference_b_1_0 (Fixture *fixture, gconstpointer unused)
{
  assert_model (fixture, "B.1.0.bpmn", 30, 29, 2, "Participant", "Pool");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name)                                                                                 \
  g_test_add ("/exchange/bpmn/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (elements);
  TEST (flows);
  TEST (places);
  TEST (roles);
  TEST (told);
  TEST (one_undo);
  TEST (again);
  TEST (vertical);
  TEST (tight);
  TEST (undrawn);
  TEST (odd);
  TEST (refused);
  TEST (mutations);
  TEST (reference);
  TEST (reference_hard);
  TEST (reference_c_1_0);
  TEST (reference_b_1_0);
  return g_test_run ();
}
