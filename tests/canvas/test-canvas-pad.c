/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-ghost.h"

/* The pad beside what is selected, what it shows beforehand, and connecting with a free hand. */

static GtkWidget *
button_for (World *world, const char *action)
{
  for (GtkWidget *button = gtk_widget_get_first_child (world->canvas->pad); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action))
      return button;
  return NULL;
}

static gboolean
is_shown (World *world)
{
  return gtk_widget_get_visible (world->canvas->pad) &&
         gtk_widget_get_opacity (world->canvas->pad) > 0;
}

static gboolean
offers (World *world, const char *action)
{
  return is_shown (world) && gtk_widget_get_visible (button_for (world, action));
}

static void
test_offers (void)
{
  World *world = world_new ();

  g_assert_false (is_shown (world));
  world_click (world, world_middle (world, world->ask), 0);
  g_assert_true (offers (world, "canvas.add-step"));
  g_assert_true (offers (world, "canvas.connect"));
  g_assert_false (offers (world, "canvas.confirm"));

  lijn_view_select (world->view, LIJN_OBJECT (world->interface));
  g_assert_true (offers (world, "canvas.add-friction"));
  g_assert_false (offers (world, "canvas.add-step"));

  /* What the customer draws of the supplier is assumed. */
  lijn_view_set_speaker (world->view, world->customer);
  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_act (world, "canvas.add-step");
  world_type (world, "Send it");
  g_assert_true (offers (world, "canvas.confirm"));
  lijn_view_set_speaker (world->view, world->supplier);
  world_act (world, "canvas.confirm");
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_false (offers (world, "canvas.confirm"));

  lijn_view_select (world->view, LIJN_OBJECT (world->desk));
  g_assert_false (is_shown (world));
  world_act (world, "canvas.select-all");
  g_assert_false (is_shown (world));
  world_free (world);
}

/* Not while something else is going on there. */
static void
test_goes_away (void)
{
  World *world = world_new ();
  LijnPoint at = world_middle (world, world->ask);

  world_press (world, at, 0, 1);
  g_assert_false (is_shown (world));
  world_move_to (world, (LijnPoint){ at.x + 40, at.y });
  g_assert_false (is_shown (world));
  world_release (world, (LijnPoint){ at.x + 40, at.y });
  g_assert_true (is_shown (world));
  world_act (world, "canvas.rename");
  g_assert_false (is_shown (world));
  lijn_canvas_cancel_naming (world->canvas);
  g_assert_true (is_shown (world));
  lijn_view_set_tool (world->view, LIJN_TOOL_PAN);
  g_assert_false (is_shown (world));
  world_free (world);
}

/* Wherever the map is and however large: on the canvas and clear of what is selected, or nowhere. */
static void
test_place (void)
{
  World *world = world_new ();
  gpointer objects[] = { world->start, world->ask, world->check, world->answer, world->interface };
  guint seen = 0;

  for (guint i = 0; i < 150; i++)
    {
      LijnPoint place = { g_test_rand_double_range (0, 700), g_test_rand_double_range (0, 500) };
      LijnObject *object = objects[g_test_rand_int_range (0, G_N_ELEMENTS (objects))];
      LijnRect rect;
      graphene_rect_t pad;
      gboolean inside;

      lijn_view_select (world->view, object);
      lijn_view_set_zoom (world->view, g_test_rand_double_range (0.3, 5));
      lijn_view_set_place (world->view, &place);
      lijn_canvas_apply_place (world->canvas);
      world_settle (world);
      if (!gtk_widget_compute_bounds (world->canvas->pad, GTK_WIDGET (world->canvas), &pad))
        continue;
      inside = pad.origin.x >= 0 && pad.origin.y >= 0 &&
               (int) (pad.origin.x + pad.size.width) <=
                   gtk_widget_get_width (GTK_WIDGET (world->canvas)) &&
               (int) (pad.origin.y + pad.size.height) <=
                   gtk_widget_get_height (GTK_WIDGET (world->canvas));
      g_assert_true (inside || pad.origin.x + pad.size.width <= 0);
      if (!inside)
        continue;
      g_assert_true (lijn_layout_get_object_bounds (world->canvas->layout, object, &rect));
      rect = lijn_canvas_rect_from_map (world->canvas, &rect);
      g_assert_false (
          graphene_rect_intersection (&pad,
                                      &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y,
                                                           (float) rect.width, (float) rect.height),
                                      NULL));
      seen++;
    }
  g_assert_cmpuint (seen, >, 20);
  world_free (world);
}

/* What a button would make is shown where it would be made. */
static void
test_ghost (void)
{
  World *world = world_new ();
  const struct
  {
    const char *action;
    LijnLane *lane;
  } tools[] = { { "canvas.add-step", world->desk },
                { "canvas.add-step-across", world->intake },
                { "canvas.add-decision", world->desk } };
  guint before = world_revisions (world);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      LijnRect ghost, rect;

      lijn_view_select (world->view, LIJN_OBJECT (world->check));
      world_settle (world);
      gtk_widget_grab_focus (button_for (world, tools[i].action));
      g_assert_nonnull (world->canvas->ghost);
      g_assert_true (lijn_ghost_get_element (world->canvas->ghost)->lane == tools[i].lane);
      ghost = lijn_ghost_get_rect (world->canvas->ghost);
      gtk_widget_grab_focus (GTK_WIDGET (world->canvas));
      g_assert_null (world->canvas->ghost);
      g_assert_cmpuint (world_revisions (world), ==, before);

      world_act (world, tools[i].action);
      world_type (world, "New");
      g_assert_true (
          lijn_layout_get_element_rect (world->canvas->layout, world_selected (world), &rect));
      g_assert_cmpfloat (rect.x, ==, ghost.x);
      g_assert_cmpfloat (rect.y, ==, ghost.y);
      world_act (world, "canvas.undo");
      before = world_revisions (world);
    }
  world_free (world);
}

/* A friction point's pin too: where it then is shown while it is worded. */
static void
test_ghost_of_pin (void)
{
  World *world = world_new ();
  LijnObject *anchors[] = { LIJN_OBJECT (world->check), LIJN_OBJECT (world->interface),
                            LIJN_OBJECT (world_flow (world, world->ask, world->check)) };

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      LijnPoint shown, placed;
      LijnRect rect;

      lijn_view_select (world->view, anchors[i]);
      world_settle (world);
      g_assert_false (world->canvas->pin_shown);
      gtk_widget_grab_focus (button_for (world, "canvas.add-friction"));
      g_assert_true (world->canvas->pin_shown);
      shown = world->canvas->pin_place;
      placed = lijn_canvas_place_new_pin (world->canvas, anchors[i], &world->canvas->pressed.at);
      g_assert_cmpfloat (shown.x, ==, placed.x);
      g_assert_cmpfloat (shown.y, ==, placed.y);
      g_assert_true (lijn_layout_get_object_bounds (world->canvas->layout, anchors[i], &rect));
      rect = lijn_rect_grow (&rect, 2);
      g_assert_true (lijn_rect_contains (&rect, shown.x, shown.y));
      world_act (world, "canvas.add-friction");
      g_assert_false (world->canvas->pin_shown);
      lijn_canvas_cancel_naming (world->canvas);
    }
  world_free (world);
}

/* Beside a flow, wherever that runs: neither on it nor on anything but other lines. */
static void
test_beside_flow (void)
{
  World *world = world_new ();
  LijnFlow *flows[] = { world_flow (world, world->start, world->ask),
                        world_flow (world, world->ask, world->check),
                        world_flow (world, world->ask, world->answer) };

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_autoptr (GPtrArray) covered = NULL;
      graphene_rect_t pad;
      LijnPoint corner;

      lijn_view_select (world->view, LIJN_OBJECT (flows[i]));
      world_settle (world);
      g_assert_true (is_shown (world));
      g_assert_true (
          gtk_widget_compute_bounds (world->canvas->pad, GTK_WIDGET (world->canvas), &pad));
      g_assert_cmpfloat ((double) pad.origin.x, >=, 0);
      corner = lijn_canvas_to_map (world->canvas, (double) pad.origin.x, (double) pad.origin.y);
      covered = lijn_layout_find_in (
          world->canvas->layout,
          &(LijnRect){ corner.x, corner.y, (double) pad.size.width, (double) pad.size.height });
      for (guint j = 0; j < covered->len; j++)
        g_assert_true (LIJN_IS_FLOW (covered->pdata[j]) && covered->pdata[j] != flows[i]);
    }
  world_free (world);
}

/* The arrows at an element say the same before they are clicked. */
static void
test_ghost_of_arrow (void)
{
  World *world = world_new ();
  LijnPoint at = world_middle (world, world->answer);
  LijnRect rect;

  g_assert_true (lijn_layout_get_element_rect (world->canvas->layout, world->answer, &rect));
  world->canvas->inside = TRUE;
  world_move_to (world, at);
  g_assert_null (world->canvas->ghost);
  world_move_to (world, (LijnPoint){ at.x, rect.y - 15 });
  g_assert_nonnull (world->canvas->ghost);
  g_assert_true (lijn_ghost_get_element (world->canvas->ghost)->lane == world->desk);
  world_move_to (world, (LijnPoint){ 700, 500 });
  g_assert_null (world->canvas->ghost);
  world_free (world);
}

/* With a free hand: the pointer, or the arrow keys, show to what; a click or Return connects. */
static void
test_connect (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_act (world, "canvas.connect");
  world_move_to (world, world_middle (world, world->check));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_click (world, world_middle (world, world->check), 0);
  g_assert_nonnull (world_flow (world, world->answer, world->check));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_act (world, "canvas.undo");
  before = world_revisions (world);

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_act (world, "canvas.connect");
  lijn_canvas_point_at (world->canvas, LIJN_OBJECT (world->check));
  g_assert_true (lijn_canvas_end_free_hand (world->canvas));
  g_assert_nonnull (world_flow (world, world->answer, world->check));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  /* Given up. */
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.connect");
  world_move_to (world, world_middle (world, world->answer));
  g_assert_true (lijn_canvas_give_up (world->canvas));
  world_click (world, world_middle (world, world->ask), 0);
  g_assert_null (world_flow (world, world->check, world->answer));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pad/offers", test_offers);
  g_test_add_func ("/pad/goes-away", test_goes_away);
  g_test_add_func ("/pad/place", test_place);
  g_test_add_func ("/pad/ghost", test_ghost);
  g_test_add_func ("/pad/ghost-of-pin", test_ghost_of_pin);
  g_test_add_func ("/pad/beside-flow", test_beside_flow);
  g_test_add_func ("/pad/ghost-of-arrow", test_ghost_of_arrow);
  g_test_add_func ("/pad/connect", test_connect);
  return g_test_run ();
}
