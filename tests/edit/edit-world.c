/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <math.h>

void
world_set_up (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  lijn_test_set_up (&world->test, NULL);
  world->project = world->test.project;
  world->supplier = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_SUPPLIER, "Insurer",
                                         &error);
  g_assert_no_error (error);
  world->customer = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_CUSTOMER, "Broker",
                                         &error);
  world->map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Claims", &error);
  world->desk = lijn_edit_add_lane (world->map, world->customer, "Desk", NULL, &error);
  world->intake = lijn_edit_add_lane (world->map, world->supplier, "Intake", NULL, &error);
  world->claims = lijn_edit_add_lane (world->map, world->supplier, "Claims", NULL, &error);
  world->buyer = lijn_edit_add_person (world->customer, "Account manager", "Buys", &error);
  world->seller = lijn_edit_add_person (world->supplier, "Team lead", "Leads", &error);
  g_assert_no_error (error);
  world->send = lijn_edit_add_element (world->map, world->desk, LIJN_ELEMENT_KIND_STEP,
                                       "Send claim", 100, 28, &error);
  world->receive = lijn_edit_append (world->send, world->intake, LIJN_ELEMENT_KIND_STEP,
                                     "Register claim", NULL, &error);
  world->assess = lijn_edit_append (world->receive, world->claims, LIJN_ELEMENT_KIND_STEP,
                                    "Assess claim", NULL, &error);
  world->decide = lijn_edit_append (world->assess, NULL, LIJN_ELEMENT_KIND_DECISION, "Covered?",
                                    NULL, &error);
  g_assert_no_error (error);
  world->hand_over = flow_between (world->send, world->receive);
  world->pass_on = flow_between (world->receive, world->assess);
  world->judge = flow_between (world->assess, world->decide);
  world->interface = lijn_flow_get_interface (world->hand_over);
  g_assert_nonnull (world->interface);
}

void
world_tear_down (World *world, gconstpointer unused)
{
  assert_sound (world->project);
  assert_memory_is_file (world->project);
  lijn_test_tear_down (&world->test, NULL);
}

char *
dump (World *world)
{
  return lijn_test_dump (lijn_project_get_store (world->project));
}

guint
count (World *world, LijnTable table)
{
  return lijn_project_count (world->project, table);
}

GPtrArray *
many (gpointer first, ...)
{
  GPtrArray *objects = g_ptr_array_new ();
  va_list args;

  va_start (args, first);
  for (gpointer object = first; object != NULL; object = va_arg (args, gpointer))
    g_ptr_array_add (objects, object);
  va_end (args);
  return objects;
}

LijnElement *
place (World *world, LijnLane *lane, LijnElementKind kind, const char *name, double x, double y)
{
  g_autoptr (GError) error = NULL;
  LijnElement *element = lijn_edit_add_element (world->map, lane, kind, name, x, y, &error);

  g_assert_no_error (error);
  g_assert_nonnull (element);
  return element;
}

LijnRect
rect_of (LijnElement *element)
{
  LijnRect rect;

  g_assert_true (lijn_layout_get_element_rect (lijn_layout_of (lijn_element_get_map (element)),
                                               element, &rect));
  return rect;
}

LijnFlow *
flow_between (LijnElement *source, LijnElement *target)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (source)),
                                             LIJN_TABLE_FLOW, "source", LIJN_OBJECT (source));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (g_ptr_array_index (flows, i)) == target)
      return g_ptr_array_index (flows, i);

  return NULL;
}

void
assert_undoes_to (LijnProject *project, const char *before)
{
  g_autofree char *after = lijn_test_dump (lijn_project_get_store (project));
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, !=, before);
  DO (lijn_edit_undo (project, NULL, &failure));
  undone = lijn_test_dump (lijn_project_get_store (project));
  g_assert_cmpstr (undone, ==, before);
  assert_sound (project);

  DO (lijn_edit_redo (project, NULL, &failure));
  redone = lijn_test_dump (lijn_project_get_store (project));
  g_assert_cmpstr (redone, ==, after);
}

/* What must hold. */

/* Object number @i of @table, held by the project; NULL after the last. */
static gpointer
nth (LijnProject *project, LijnTable table, guint i)
{
  g_autoptr (LijnObject) object = g_list_model_get_item (lijn_project_list (project, table), i);

  return object;
}

#define EACH(project, table, Type, name)                                                           \
  Type *name = nth (project, table, 0);                                                            \
  for (guint name##_i = 1; name != NULL; name = nth (project, table, name##_i++))

static void
check_elements (LijnProject *project)
{
  EACH (project, LIJN_TABLE_ELEMENT, LijnElement, element)
  {
    LijnLane *lane = lijn_element_get_lane (element);
    double bottom = lijn_element_get_y (element) + lijn_element_get_height (element);

    g_assert_true (lijn_rules_contain (lijn_element_get_kind (element), lane, NULL));
    g_assert_true (isfinite (lijn_element_get_x (element)));
    g_assert_cmpfloat (lijn_element_get_width (element), >, 0);
    g_assert_true (!lijn_element_get_assumed (element) ||
                   lijn_element_get_confirmed_at (element) == 0);
    if (lane == NULL)
      continue;
    g_assert_true (lijn_lane_get_map (lane) == lijn_element_get_map (element));
    g_assert_cmpfloat (lijn_element_get_y (element), >, 0);
    g_assert_cmpfloat (bottom, <, lijn_lane_get_height (lane));
  }
}

static void
check_line (LijnFlow *flow)
{
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  LijnRect source, target;
  const LijnPoint *points;
  guint n;

  if (lijn_layout_passes_collapsed (layout, flow))
    return; /* its line waits for the lane to be opened */
  g_assert_cmpstr (lijn_flow_get_route (flow), !=, "");
  points = lijn_layout_get_flow_points (layout, flow, &n);
  g_assert_nonnull (points);
  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i + 1 < n; i++)
    g_assert_true (fabs (points[i].x - points[i + 1].x) < 0.01 ||
                   fabs (points[i].y - points[i + 1].y) < 0.01);

  g_assert_true (lijn_layout_get_element_rect (layout, lijn_flow_get_source (flow), &source));
  g_assert_true (lijn_layout_get_element_rect (layout, lijn_flow_get_target (flow), &target));
  source = lijn_rect_grow (&source, 1);
  target = lijn_rect_grow (&target, 1);
  g_assert_true (lijn_rect_contains (&source, points[0].x, points[0].y));
  g_assert_true (lijn_rect_contains (&target, points[n - 1].x, points[n - 1].y));
}

static void
check_flows (LijnProject *project)
{
  EACH (project, LIJN_TABLE_FLOW, LijnFlow, flow)
  {
    g_autoptr (GError) error = NULL;
    LijnElement *source = lijn_flow_get_source (flow);
    LijnElement *target = lijn_flow_get_target (flow);
    LijnInterface *interface = lijn_flow_get_interface (flow);
    LijnFlowKind kind;

    lijn_rules_connect (source, target, &kind, &error);
    g_assert_no_error (error);
    g_assert_cmpint (lijn_flow_get_kind (flow), ==, kind);
    g_assert_true ((kind == LIJN_FLOW_KIND_HAND_OVER) == (interface != NULL));
    check_line (flow);
    if (interface == NULL)
      continue;
    g_assert_true (lijn_interface_get_giver (interface) == lijn_element_get_party (source));
    g_assert_true (lijn_interface_get_receiver (interface) == lijn_element_get_party (target));
    g_assert_true (lijn_interface_get_map (interface) == lijn_flow_get_map (flow));
  }
}

static void
check_interfaces (LijnProject *project)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  EACH (project, LIJN_TABLE_INTERFACE, LijnInterface, interface)
  {
    GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "interface",
                                               LIJN_OBJECT (interface));

    g_assert_cmpuint (flows->len, >, 0);
    g_assert_cmpint (lijn_interface_get_number (interface), >, 0);
    g_assert_true (
        g_hash_table_add (numbers, g_strdup_printf ("%s %d", lijn_interface_get_map_id (interface),
                                                    lijn_interface_get_number (interface))));
  }
}

static void
check_status_is_kept (LijnProject *project, LijnFriction *friction)
{
  GPtrArray *changes = lijn_project_referrers (project, LIJN_TABLE_STATUS_CHANGE, "friction",
                                               LIJN_OBJECT (friction));
  gboolean found = FALSE;

  for (guint i = 0; i < changes->len; i++)
    found |= lijn_status_change_get_status (g_ptr_array_index (changes, i)) ==
             lijn_friction_get_status (friction);
  g_assert_true (found);
}

static void
check_frictions (LijnProject *project)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  EACH (project, LIJN_TABLE_FRICTION, LijnFriction, friction)
  {
    g_assert_cmpint (lijn_friction_get_number (friction), >, 0);
    g_assert_true (
        g_hash_table_add (numbers, GINT_TO_POINTER (lijn_friction_get_number (friction))));
    g_assert_true (lijn_friction_get_place (friction) == lijn_friction_get_map (friction));
    check_status_is_kept (project, friction);
  }
}

static void
check_ranks (LijnProject *project)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  EACH (project, LIJN_TABLE_PARTY, LijnParty, party)
  g_assert_true (g_hash_table_add (ranks, g_strdup_printf ("%a", lijn_party_get_rank (party))));

  EACH (project, LIJN_TABLE_LANE, LijnLane, lane)
  g_assert_true (g_hash_table_add (ranks, g_strdup_printf ("%s %s %a", lijn_lane_get_map_id (lane),
                                                           lijn_lane_get_party_id (lane),
                                                           lijn_lane_get_rank (lane))));
}

/* Phases of a map do not overlap. */
static void
check_phases (LijnProject *project)
{
  EACH (project, LIJN_TABLE_PHASE, LijnPhase, phase)
  {
    double x = lijn_phase_get_x (phase), right = x + lijn_phase_get_width (phase);

    g_assert_cmpfloat (x, >=, LIJN_GROUND_LEFT);
    g_assert_cmpfloat (right - x, >=, 64);
    EACH (project, LIJN_TABLE_PHASE, LijnPhase, other)
    g_assert_true (other == phase || lijn_phase_get_map (other) != lijn_phase_get_map (phase) ||
                   lijn_phase_get_x (other) >= right ||
                   lijn_phase_get_x (other) + lijn_phase_get_width (other) <= x);
  }
}

static void
check_sessions (LijnProject *project)
{
  guint n_running = 0;

  EACH (project, LIJN_TABLE_SESSION, LijnSession, session)
  n_running += lijn_session_get_status (session) == LIJN_SESSION_STATUS_RUNNING;

  g_assert_cmpuint (n_running, <=, 1);
}

static void
check_references (LijnProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnCursor) cursor = lijn_store_select (
      lijn_project_get_store (project), "SELECT * FROM pragma_foreign_key_check", &error);

  g_assert_no_error (error);
  g_assert_false (lijn_cursor_next (cursor, &error));
  g_assert_no_error (error);
}

void
assert_sound (LijnProject *project)
{
  check_elements (project);
  check_flows (project);
  check_interfaces (project);
  check_frictions (project);
  check_ranks (project);
  check_phases (project);
  check_sessions (project);
  check_references (project);
}

/* Every value of @object that is kept in memory. */
static char *
describe (LijnObject *object)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));
  GString *text = g_string_new (lijn_object_get_id (object));

  for (guint i = 0; i < info->n_columns; i++)
    {
      LijnColumnKind kind = info->columns[i].kind;

      if (kind == LIJN_COLUMN_BLOB)
        continue;
      if (kind == LIJN_COLUMN_TEXT || kind == LIJN_COLUMN_DATE || kind == LIJN_COLUMN_ENUM ||
          lijn_column_is_reference (kind))
        g_string_append_printf (text, "|%s", lijn_object_get_text (object, (int) i));
      else
        g_string_append_printf (text, "|%a", lijn_object_get_number (object, (int) i));
    }
  return g_string_free (text, FALSE);
}

void
assert_memory_is_file (LijnProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) fresh = lijn_project_open (
      lijn_store_get_path (lijn_project_get_store (project)), LIJN_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      GListModel *here = lijn_project_list (project, (LijnTable) t);
      GListModel *there = lijn_project_list (fresh, (LijnTable) t);

      g_assert_cmpuint (g_list_model_get_n_items (here), ==, g_list_model_get_n_items (there));
      for (guint i = 0; i < g_list_model_get_n_items (here); i++)
        {
          g_autoptr (LijnObject) one = g_list_model_get_item (here, i);
          g_autoptr (LijnObject) other = g_list_model_get_item (there, i);
          g_autofree char *text = describe (one);
          g_autofree char *truth = describe (other);

          g_assert_cmpstr (text, ==, truth);
        }
    }
}
