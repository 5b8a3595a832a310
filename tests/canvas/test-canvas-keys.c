/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "canvas-world.h"

/* The map by keys alone: everything on it can be reached, each key leads where it says, and a
 * flow can be laid elsewhere and connected elsewhere. */

static void
expect_selected (World *world, gpointer object)
{
  LijnObject *selected = lijn_view_get_selected (world->view);

  g_assert_nonnull (selected);
  g_assert_cmpstr (lijn_object_get_id (selected), ==, lijn_object_get_id (object));
}

static LijnFriction *
pin_on (World *world, gpointer anchor, const char *words)
{
  GError *error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (anchor), 0, 0, world->customer,
                                                   words, &error);

  g_assert_no_error (error);
  return friction;
}

static void
walk (World *world, int dx, int dy)
{
  lijn_canvas_walk (world->canvas, dx, dy, FALSE);
}

static void
test_around (void)
{
  World *world = world_new ();
  LijnFlow *hand_over = world_flow (world, world->ask, world->answer);
  LijnFriction *late = pin_on (world, world->interface, "Late");
  LijnFriction *twice = pin_on (world, world->ask, "Asked twice");
  gpointer ring[] = {
    world_flow (world, world->ask, world->check), hand_over, world->interface, late,
    world_flow (world, world->start, world->ask), twice
  };
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  for (guint i = 0; i < G_N_ELEMENTS (ring); i++)
    {
      lijn_canvas_go_around (world->canvas, 1);
      g_hash_table_add (seen, lijn_view_get_selected (world->view));
      if (lijn_view_get_selected (world->view) == LIJN_OBJECT (hand_over))
        {
          /* What a flow bears comes right after it. */
          lijn_canvas_go_around (world->canvas, 1);
          expect_selected (world, world->interface);
          lijn_canvas_go_around (world->canvas, -1);
          expect_selected (world, hand_over);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (ring); i++)
    g_assert_true (g_hash_table_contains (seen, ring[i]));
  lijn_canvas_go_around (world->canvas, 1);
  expect_selected (world, world->ask);
  lijn_canvas_go_around (world->canvas, -1);
  expect_selected (world, twice);

  /* From elsewhere it is another ring. */
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  lijn_canvas_go_around (world->canvas, 1);
  expect_selected (world, ring[0]);
  lijn_canvas_go_around (world->canvas, 1);
  expect_selected (world, world->check);
  g_hash_table_unref (seen);
  world_free (world);
}

static void
test_ends (void)
{
  World *world = world_new ();

  lijn_view_select (world->view, LIJN_OBJECT (world_flow (world, world->ask, world->check)));
  walk (world, 1, 0);
  expect_selected (world, world->check);
  lijn_view_select (world->view, LIJN_OBJECT (world_flow (world, world->ask, world->answer)));
  walk (world, 0, 1);
  expect_selected (world, world->answer);
  lijn_view_select (world->view, LIJN_OBJECT (world_flow (world, world->ask, world->answer)));
  walk (world, 0, -1);
  expect_selected (world, world->ask);
  world_free (world);
}

static void
test_headers (void)
{
  World *world = world_new ();
  GError *error = NULL;
  LijnPhase *phase = lijn_edit_add_phase (world->map, "Asking", 80, &error);

  g_assert_no_error (error);
  lijn_view_select (world->view, LIJN_OBJECT (world->start));
  walk (world, -1, 0);
  expect_selected (world, world->desk);
  walk (world, 0, 1);
  expect_selected (world, world->intake);
  walk (world, 1, 0);
  expect_selected (world, world->answer);
  lijn_canvas_walk_lane (world->canvas, TRUE);
  expect_selected (world, world->intake);
  walk (world, 0, 1);
  expect_selected (world, world->back);
  walk (world, 0, 1);
  expect_selected (world, world->back);
  walk (world, -1, 0);
  expect_selected (world, world->supplier);
  walk (world, 0, -1);
  expect_selected (world, world->customer);
  walk (world, 1, 0);
  expect_selected (world, world->desk);
  lijn_canvas_walk_lane (world->canvas, FALSE);
  expect_selected (world, world->check);
  lijn_canvas_walk_lane (world->canvas, TRUE);
  lijn_canvas_walk_lane (world->canvas, TRUE);
  expect_selected (world, world->customer);

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  walk (world, 0, -1);
  expect_selected (world, phase);
  walk (world, 0, 1);
  expect_selected (world, world->start);
  world_free (world);
}

static void
add_found (World *world, GPtrArray *found)
{
  LijnObject *object = lijn_view_get_selected (world->view);

  if (object != NULL && !g_ptr_array_find (found, object, NULL))
    g_ptr_array_add (found, object);
}

/* Adds all that keys lead to from @from (nullable). */
static void
press_all (World *world, LijnObject *from, GPtrArray *found)
{
  static const int arrows[][2] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };

  for (guint key = 0; key < 6; key++)
    {
      lijn_view_select (world->view, from);
      if (key < 4)
        walk (world, arrows[key][0], arrows[key][1]);
      else
        lijn_canvas_walk_lane (world->canvas, key == 4);
      add_found (world, found);
    }
  lijn_view_select (world->view, from);
  do
    {
      lijn_canvas_go_around (world->canvas, 1);
      add_found (world, found);
    }
  while (lijn_view_get_selected (world->view) != from);
}

/* All that stands on the map and may be selected. */
static GPtrArray *
list_all (World *world)
{
  LijnRect all = lijn_layout_get_bounds (world->canvas->layout);
  GPtrArray *objects = lijn_layout_find_in (world->canvas->layout, &all);
  gpointer others[] = { world->desk, world->intake, world->back, world->customer, world->supplier };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (objects, others[i]);
  return objects;
}

/* Wherever things stand, keys lead to every one of them from where nothing is selected. */
static void
test_all_reached (void)
{
  for (guint round = 0; round < 12; round++)
    {
      World *world = world_new ();
      LijnLane *lanes[] = { world->desk, world->intake, world->back };
      LijnElement *elements[12] = { world->ask, world->answer };
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      for (guint i = 2; i < G_N_ELEMENTS (elements); i++)
        {
          elements[i] = lijn_edit_add_element (world->map, lanes[g_test_rand_int_range (0, 3)],
                                               LIJN_ELEMENT_KIND_STEP, "Step",
                                               80 + 180 * g_test_rand_int_range (0, 8), 28, NULL);
          lijn_edit_connect (elements[g_test_rand_int_range (0, (int) i)], elements[i], NULL, NULL,
                             NULL);
          pin_on (world, elements[g_test_rand_int_range (0, (int) i)], "Wait");
        }
      pin_on (world, world_flow (world, world->ask, world->check), "Slow");
      pin_on (world, world->intake, "Busy");
      pin_on (world, world->interface, "Unclear");
      world_settle (world);

      all = list_all (world);
      press_all (world, NULL, found);
      for (guint i = 0; i < found->len; i++)
        press_all (world, g_ptr_array_index (found, i), found);
      for (guint i = 0; i < all->len; i++)
        if (!g_ptr_array_find (found, g_ptr_array_index (all, i), NULL))
          {
            g_autofree char *words = lijn_canvas_describe (g_ptr_array_index (all, i));

            g_test_message ("not reached: %s %s", G_OBJECT_TYPE_NAME (all->pdata[i]), words);
            g_test_fail ();
          }
      world_free (world);
    }
}

static LijnPoint
point_of (World *world, LijnFlow *flow, guint i)
{
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);

  g_assert_cmpuint (i, <, n);
  return points[i];
}

static void
test_bend (void)
{
  World *world = world_new ();
  LijnFlow *flow = world_flow (world, world->ask, world->check);
  guint before = world_revisions (world);
  double y = point_of (world, flow, 0).y;
  g_autofree char *words = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  g_assert_false (world_can (world, "canvas.take-flow"));
  lijn_view_select (world->view, LIJN_OBJECT (flow));
  world_act (world, "canvas.take-flow");
  g_assert_cmpuint (world->canvas->grip, ==, 2);
  words = lijn_canvas_describe_grip (world->canvas);
  g_assert_true (g_str_has_prefix (words, "Stretch 1 of 1"));

  /* Not along itself. */
  walk (world, 1, 0);
  walk (world, 0, -1);
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_true (lijn_canvas_end_free_hand (world->canvas));
  g_assert_cmpuint (world->canvas->grip, ==, 0);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpfloat (point_of (world, flow, 0).y, <, y);
  g_assert_cmpfloat (point_of (world, flow, 0).y, >=, y - 24);

  /* Escape leaves it. */
  world_act (world, "canvas.take-flow");
  walk (world, 0, 1);
  g_assert_true (lijn_canvas_give_up (world->canvas));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpuint (world->canvas->grip, ==, 0);
  world_free (world);
}

static void
test_reconnect (void)
{
  World *world = world_new ();
  LijnFlow *flow = world_flow (world, world->ask, world->check);
  guint before = world_revisions (world);

  g_assert_false (lijn_canvas_take_next_grip (world->canvas, 1));
  lijn_view_select (world->view, LIJN_OBJECT (flow));
  world_act (world, "canvas.take-flow");
  g_assert_true (lijn_canvas_take_next_grip (world->canvas, 1));
  g_assert_true (lijn_drag_get_target (world->canvas->drag) == world->check);

  /* Round to the start, and back to the end; nothing is done by that, nor by keeping it as it
   * is. */
  g_assert_true (lijn_canvas_take_next_grip (world->canvas, 1));
  g_assert_true (lijn_drag_get_target (world->canvas->drag) == world->ask);
  g_assert_true (lijn_canvas_take_next_grip (world->canvas, -1));
  g_assert_true (lijn_drag_get_target (world->canvas->drag) == world->check);
  g_assert_true (lijn_canvas_end_free_hand (world->canvas));
  g_assert_cmpuint (world_revisions (world), ==, before);

  lijn_view_select (world->view, LIJN_OBJECT (world_flow (world, world->ask, world->answer)));
  world_act (world, "canvas.take-flow");
  while (lijn_drag_get_target (world->canvas->drag) != world->answer)
    lijn_canvas_take_next_grip (world->canvas, 1);
  walk (world, 0, -1);
  g_assert_nonnull (lijn_drag_get_target (world->canvas->drag));
  g_assert_true (lijn_drag_get_target (world->canvas->drag) != world->answer);
  lijn_canvas_give_up (world->canvas);
  g_assert_cmpuint (world_revisions (world), ==, before);

  lijn_view_select (world->view, LIJN_OBJECT (world_flow (world, world->start, world->ask)));
  flow = world_flow (world, world->start, world->ask);
  world_act (world, "canvas.take-flow");
  lijn_canvas_take_next_grip (world->canvas, 1);
  walk (world, 1, 0);
  g_assert_true (lijn_drag_get_target (world->canvas->drag) == world->check);
  g_assert_true (lijn_canvas_end_free_hand (world->canvas));
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_true (lijn_flow_get_target (flow) == world->check);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

/* What becomes of interfaces is said before an end goes elsewhere, and is what happens. */
static void
test_reconnect_foretells (void)
{
  World *world = world_new ();
  const struct
  {
    LijnFlow *flow;
    LijnElement *to;
    const char *words;
    guint interfaces;
  } ends[] = {
    { world_flow (world, world->ask, world->check), world->answer, "1 interface is made", 2 },
    { world_flow (world, world->ask, world->answer), world->check, "1 interface ends", 0 },
    { world_flow (world, world->start, world->ask), world->check, NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *spoken = NULL;

      lijn_view_select (world->view, LIJN_OBJECT (ends[i].flow));
      world_act (world, "canvas.take-flow");
      while (lijn_drag_get_target (world->canvas->drag) != lijn_flow_get_target (ends[i].flow))
        lijn_canvas_take_next_grip (world->canvas, 1);
      g_assert_null (lijn_drag_get_words (world->canvas->drag));
      lijn_canvas_point_at (world->canvas, LIJN_OBJECT (ends[i].to));
      g_assert_cmpstr (lijn_drag_get_words (world->canvas->drag), ==, ends[i].words);
      spoken = lijn_canvas_describe_grip (world->canvas);
      g_assert_true (ends[i].words == NULL || g_str_has_prefix (spoken, ends[i].words));
      g_assert_true (lijn_canvas_end_free_hand (world->canvas));
      g_assert_cmpstr (world->messages->str, ==, "");
      g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==,
                        ends[i].interfaces);
      world_act (world, "canvas.undo");
    }
  world_free (world);
}

static gboolean
has_item (GMenuModel *menu, const char *action, const char *target)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      const char *links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *name = NULL;
      g_autofree char *to = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &to);
      if (g_strcmp0 (name, action) == 0 && (target == NULL || g_strcmp0 (to, target) == 0))
        return TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[j]);

          if (inner != NULL && has_item (inner, action, target))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
offers (World *world, const char *action, gpointer target)
{
  world_act (world, "canvas.menu");
  return has_item (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (world->canvas->menu)), action,
                   target != NULL ? lijn_object_get_id (target) : NULL);
}

/* The menu of a pin gives it to a team and takes it away, that of a tag signs; neither has what
 * is for elements only. */
static void
test_talk_menu (void)
{
  World *world = world_new ();
  LijnFriction *late = pin_on (world, world->ask, "Late");
  GError *error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                       &error);

  g_assert_no_error (error);
  lijn_view_select (world->view, LIJN_OBJECT (late));
  g_assert_true (offers (world, "canvas.assign", team));
  g_assert_true (offers (world, "page.go", NULL));
  g_assert_false (offers (world, "canvas.duplicate", NULL));
  for (guint n = 2; n-- > 0;)
    {
      gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.assign", "s",
                                  lijn_object_get_id (LIJN_OBJECT (team)));
      g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ASSIGNMENT), ==, n);
    }

  lijn_view_select (world->view, LIJN_OBJECT (world->interface));
  g_assert_true (offers (world, "canvas.sign", world->customer));
  g_assert_true (offers (world, "canvas.sign", world->supplier));
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.sign", "s",
                                  lijn_object_get_id (LIJN_OBJECT (world->customer)));
      g_assert_cmpint (lijn_interface_is_signed_by (world->interface, world->customer), ==, i == 0);
    }
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/keys/around", test_around);
  g_test_add_func ("/keys/ends", test_ends);
  g_test_add_func ("/keys/headers", test_headers);
  g_test_add_func ("/keys/all-reached", test_all_reached);
  g_test_add_func ("/keys/bend", test_bend);
  g_test_add_func ("/keys/reconnect", test_reconnect);
  g_test_add_func ("/keys/reconnect-foretells", test_reconnect_foretells);
  g_test_add_func ("/keys/talk-menu", test_talk_menu);
  return g_test_run ();
}
