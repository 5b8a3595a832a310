/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <math.h>

#include "canvas-world.h"
#include "lijn-name-entry.h"

/* The same from outside: events of a real pointer and keyboard, made by the X server's test extension
 * through xdotool. What they do is waited for, not guessed. */

static gboolean
have_xdotool (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path != NULL && GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    return TRUE;
  g_test_skip ("xdotool or an X display is missing");
  return FALSE;
}

static void
xdotool (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  GError *error = NULL;
  int status = 0;
  va_list args;

  g_ptr_array_add (argv, (gpointer) (guintptr) "xdotool");
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) (guintptr) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
key (World *world, const char *name)
{
  xdotool ("key", name, NULL);
  world_settle (world);
}

static gboolean
has_focus (World *world)
{
  return gtk_window_is_active (GTK_WINDOW (world->window)) &&
         gtk_widget_has_focus (GTK_WIDGET (world->canvas));
}

static World *
focus (World *world)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (world->window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));

  xdotool ("windowfocus", "--sync", id, NULL);
  world_wait (world, has_focus);
  return world;
}

static World *
new_focused (void)
{
  return focus (world_new ());
}

/* Two parties with a lane each, and nothing in them. */
static World *
new_empty_focused (void)
{
  World *world = world_new_empty ();
  GError *error = NULL;

  world->map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Damage", &error);
  world->customer = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_CUSTOMER, "Customer",
                                         &error);
  world->supplier = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_SUPPLIER, "Supplier",
                                         &error);
  lijn_edit_add_lane (world->map, world->customer, "Home", NULL, &error);
  lijn_edit_add_lane (world->map, world->supplier, "Claims", NULL, &error);
  g_assert_no_error (error);
  lijn_view_set_map (world->view, world->map);
  return focus (world);
}

/* Puts the pointer on @at of the map. */
static void
point_at (World *world, LijnPoint at)
{
  LijnPoint on_canvas = lijn_canvas_from_map (world->canvas, at.x, at.y);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (world->window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  graphene_point_t in_window;
  double left, top;

  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (world->canvas), world->window,
      &GRAPHENE_POINT_INIT ((float) on_canvas.x, (float) on_canvas.y), &in_window));
  gtk_native_get_surface_transform (GTK_NATIVE (world->window), &left, &top);
  x = g_strdup_printf ("%d", (int) lround ((double) in_window.x + left));
  y = g_strdup_printf ("%d", (int) lround ((double) in_window.y + top));
  xdotool ("mousemove", "--window", id, x, y, NULL);
  world_settle (world);
}

static gboolean
is_ask_selected (World *world)
{
  return lijn_view_get_selected (world->view) == LIJN_OBJECT (world->ask);
}

static gboolean
is_check_selected (World *world)
{
  return lijn_view_get_selected (world->view) == LIJN_OBJECT (world->check);
}

static gboolean
is_dragging (World *world)
{
  return world->canvas->drag != NULL;
}

static gboolean
is_idle (World *world)
{
  return world->canvas->drag == NULL && !world->canvas->held;
}

static gboolean
is_naming (World *world)
{
  return lijn_canvas_get_name_text (world->canvas) != NULL;
}

static gboolean
is_naming_element (World *world)
{
  return is_naming (world) && !lijn_canvas_is_naming_branch (world->canvas);
}

static gboolean
is_not_naming (World *world)
{
  return !is_naming (world);
}

static void
test_click_and_drag (void)
{
  World *world = NULL;
  guint before;
  double x;
  LijnPoint to;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  before = world_revisions (world);
  x = lijn_element_get_x (world->ask);
  to = world_middle (world, world->ask);
  point_at (world, to);
  xdotool ("click", "1", NULL);
  world_wait (world, is_ask_selected);
  g_assert_cmpuint (world_revisions (world), ==, before);

  xdotool ("mousedown", "1", NULL);
  point_at (world, (LijnPoint){ to.x + 30, to.y });
  point_at (world, (LijnPoint){ to.x + 60, to.y });
  world_wait (world, is_dragging);
  g_assert_cmpuint (world_revisions (world), ==, before);
  xdotool ("mouseup", "1", NULL);
  world_wait (world, is_idle);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_x (world->ask), x + 60, 4);

  /* Escape in the middle of a drag: nothing happened. */
  to = world_middle (world, world->ask);
  x = lijn_element_get_x (world->ask);
  point_at (world, to);
  xdotool ("mousedown", "1", NULL);
  point_at (world, (LijnPoint){ to.x - 30, to.y });
  point_at (world, (LijnPoint){ to.x - 60, to.y });
  world_wait (world, is_dragging);
  key (world, "Escape");
  world_wait (world, is_idle);
  point_at (world, (LijnPoint){ to.x - 90, to.y });
  xdotool ("mouseup", "1", NULL);
  world_settle (world);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpfloat (lijn_element_get_x (world->ask), ==, x);
  world_free (world);
}

static gboolean
check_is_renamed (World *world)
{
  return g_str_equal (lijn_object_get_name (LIJN_OBJECT (world->check)), "Verify");
}

/* Typing on what is selected names it, first letter and all. */
static void
test_type_to_rename (void)
{
  World *world = NULL;
  guint before;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  before = world_revisions (world);
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  xdotool ("type", "Verify", NULL);
  world_wait (world, is_naming);
  key (world, "Return");
  world_wait (world, check_is_renamed);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_true (is_check_selected (world));
  world_wait (world, has_focus);

  xdotool ("type", "x", NULL);
  world_wait (world, is_naming);
  key (world, "Escape");
  world_wait (world, is_not_naming);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_wait (world, has_focus);
  world_free (world);
}

static gboolean
is_entry_gone (World *world)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (world->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LIJN_IS_NAME_ENTRY (child))
      return FALSE;
  return TRUE;
}

static void
put_beside (World *world, GtkWidget *widget)
{
  g_autoptr (GtkWidget) scroll = g_object_ref (gtk_window_get_child (GTK_WINDOW (world->window)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_window_set_child (GTK_WINDOW (world->window), NULL);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_window_set_child (GTK_WINDOW (world->window), box);
  gtk_widget_grab_focus (GTK_WIDGET (world->canvas));
  world_settle (world);
}

/* The focus goes from a name to another part of the window: what was typed is kept, and who typed
 * nothing gets nothing. */
static void
test_leave_name (void)
{
  World *world = NULL;
  GtkWidget *elsewhere = gtk_button_new_with_label ("Elsewhere");
  guint n;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  put_beside (world, elsewhere);
  n = lijn_project_count (world->project, LIJN_TABLE_ELEMENT);

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  key (world, "Return");
  world_wait (world, is_naming);
  gtk_widget_grab_focus (elsewhere);
  g_assert_true (gtk_widget_has_focus (elsewhere));
  g_assert_false (is_naming (world));
  world_wait (world, is_entry_gone);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ELEMENT), ==, n);

  gtk_widget_grab_focus (GTK_WIDGET (world->canvas));
  key (world, "Return");
  world_wait (world, is_naming);
  gtk_editable_set_text (GTK_EDITABLE (lijn_canvas_get_name_text (world->canvas)), "Kept");
  gtk_widget_grab_focus (elsewhere);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ELEMENT), ==, n + 1);
  world_wait (world, is_entry_gone);
  g_assert_true (gtk_widget_has_focus (elsewhere));
  world_free (world);
}

static gboolean
has_nine_elements (World *world)
{
  return lijn_project_count (world->project, LIJN_TABLE_ELEMENT) == 9 && is_not_naming (world);
}

/* Keys alone: beside the names two keys a step. */
static void
test_keyboard_flow (void)
{
  World *world = NULL;
  const char *next[] = { "Return", "Tab", "Return", "alt+d", "Return" };
  const char *names[] = { "Write", "Read", "Weigh", "Enough", "File" };
  guint before;
  LijnElement *last = NULL;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  before = world_revisions (world);
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      key (world, next[i]);
      world_wait (world, is_naming);
      if (lijn_canvas_is_naming_branch (world->canvas))
        key (world, "Return");
      world_wait (world, is_naming_element);
      xdotool ("type", names[i], NULL);
      key (world, "Return");
      world_wait (world, is_not_naming);
      world_wait (world, has_focus);
    }
  world_wait (world, has_nine_elements);
  g_assert_cmpuint (world_revisions (world), ==, before + G_N_ELEMENTS (next));
  last = world_selected (world);
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (last)), ==, "File");
  g_assert_true (lijn_element_get_party (last) == world->supplier);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==, 2);

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    key (world, "ctrl+z");
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ELEMENT), ==, 4);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

/* Tab in the entry goes on at the other party at once: one key a step. */
static void
test_tab_in_entry (void)
{
  World *world = NULL;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  key (world, "Tab");
  world_wait (world, is_naming);
  xdotool ("type", "Reply", NULL);
  key (world, "Tab");
  world_wait (world, is_naming);
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (world_selected (world))), ==, "Reply");
  xdotool ("type", "Thank", NULL);
  key (world, "Return");
  world_wait (world, is_not_naming);
  g_assert_true (lijn_element_get_lane (world_selected (world)) == world->desk);
  world_free (world);
}

/* One key of somebody who draws: counted, but for those of names. */
static guint
press (World *world, const char *name)
{
  key (world, name);
  world_settle (world);
  return 1;
}

/* A map of two parties without a pointer: beside the names, at most two keys an item. */
static void
test_whole_map (void)
{
  static const struct
  {
    const char *key, *name;
  } items[] = {
    { "Return", "Notice damage" },
    { "Return", "Take pictures" },
    { "Return", "Fill in form" },
    { "alt+f", "The form asks for what you know already" },
    { "Tab", "Register claim" },
    { "Return", "Check cover" },
    { "alt+f", "Half of the forms are not whole" },
    { "Tab", "Send what is missing" },
    { "Tab", "Add to the file" },
    { "Return", "Assess damage" },
    { "Return", "Decide" },
    { "Return", "Write letter" },
    { "Tab", "Read letter" },
    { "alt+f", "Nobody can read that letter" },
    { "Return", "File letter" },
  };
  World *world = NULL;
  guint keys = 0, things;

  if (!have_xdotool ())
    return;
  world = new_empty_focused ();
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      keys += press (world, items[i].key);
      world_wait (world, is_naming);
      xdotool ("type", "--delay", "1", items[i].name, NULL);
      keys += press (world, "Return");
      world_wait (world, is_not_naming);
      world_wait (world, has_focus);
    }
  things = lijn_project_count (world->project, LIJN_TABLE_ELEMENT) +
           lijn_project_count (world->project, LIJN_TABLE_INTERFACE) +
           lijn_project_count (world->project, LIJN_TABLE_FRICTION);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ELEMENT), ==, 12);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==, 4);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_FRICTION), ==, 3);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_FLOW), ==, 11);
  g_assert_cmpuint (keys, <=, 2 * things);
  g_test_message ("%u keys beside the names for %u things", keys, things);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

/* A decision asks for the answer first, then for what it leads to. */
static void
test_answers (void)
{
  World *world = NULL;
  LijnElement *decision = NULL;
  LijnFlow *flow = NULL;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  key (world, "alt+d");
  world_wait (world, is_naming);
  xdotool ("type", "Enough?", NULL);
  key (world, "Return");
  world_wait (world, is_not_naming);
  decision = world_selected (world);
  world_wait (world, has_focus);

  key (world, "Return");
  world_wait (world, is_naming);
  g_assert_true (lijn_canvas_is_naming_branch (world->canvas));
  xdotool ("type", "enough", NULL);
  key (world, "Tab");
  world_wait (world, is_naming_element);
  xdotool ("type", "Thank", NULL);
  key (world, "Return");
  world_wait (world, is_not_naming);
  flow = world_flow (world, decision, world_selected (world));
  g_assert_cmpstr (lijn_flow_get_name (flow), ==, "enough");
  world_free (world);
}

static gboolean
is_on_pad (World *world)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (world->canvas)));

  return focus != NULL && gtk_widget_is_ancestor (focus, world->canvas->pad);
}

static gboolean
is_connecting (World *world)
{
  return world->canvas->free_hand;
}

static gboolean
is_connected (World *world)
{
  return world_flow (world, world->check, world->answer) != NULL;
}

/* The pad and connecting by keys alone. */
static void
test_pad (void)
{
  World *world = NULL;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_settle (world);
  key (world, "ctrl+Return");
  world_wait (world, is_on_pad);
  g_assert_nonnull (world->canvas->ghost);
  key (world, "Escape");
  world_wait (world, has_focus);
  g_assert_true (is_check_selected (world));
  key (world, "ctrl+Return");
  world_wait (world, is_on_pad);
  key (world, "Return");
  world_wait (world, is_naming);
  key (world, "Escape");
  world_wait (world, has_focus);

  key (world, "alt+l");
  world_wait (world, is_connecting);
  key (world, "Down");
  key (world, "Return");
  world_wait (world, is_connected);
  world_free (world);
}

static gboolean
is_nudged (World *world)
{
  return lijn_element_get_x (world->ask) == 204;
}

static void
test_walk_and_nudge (void)
{
  World *world = NULL;
  guint before;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  before = world_revisions (world);
  lijn_view_select (world->view, LIJN_OBJECT (world->start));
  key (world, "Right");
  world_wait (world, is_ask_selected);
  key (world, "Right");
  world_wait (world, is_check_selected);
  key (world, "Left");
  world_wait (world, is_ask_selected);
  g_assert_cmpuint (world_revisions (world), ==, before);
  key (world, "ctrl+Right");
  world_wait (world, is_nudged);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  /* Escape lets go; then Tab is the window's. */
  key (world, "Escape");
  g_assert_null (lijn_view_get_selected (world->view));
  key (world, "Tab");
  g_assert_true (is_not_naming (world));
  world_free (world);
}

static gboolean
is_flow_selected (World *world)
{
  return LIJN_IS_FLOW (lijn_view_get_selected (world->view));
}

static gboolean
is_desk_selected (World *world)
{
  return lijn_view_get_selected (world->view) == LIJN_OBJECT (world->desk);
}

static gboolean
has_grip (World *world)
{
  return world->canvas->grip != 0;
}

static gboolean
has_end (World *world)
{
  return world->canvas->drag != NULL && lijn_drag_points (world->canvas->drag);
}

static gboolean
has_no_grip (World *world)
{
  return !has_grip (world);
}

/* What lies between the steps, and a flow laid elsewhere. */
static void
test_flow_by_keys (void)
{
  World *world = NULL;
  guint before;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  key (world, "F3");
  world_wait (world, is_flow_selected);
  before = world_revisions (world);
  key (world, "alt+b");
  world_wait (world, has_grip);
  key (world, "Tab");
  world_wait (world, has_end);
  key (world, "shift+Tab");
  g_assert_false (has_end (world));
  key (world, "Up");
  key (world, "ctrl+Up");
  key (world, "Return");
  world_wait (world, has_no_grip);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  key (world, "shift+F3");
  world_wait (world, is_check_selected);
  key (world, "Home");
  world_wait (world, is_desk_selected);
  key (world, "End");
  world_wait (world, is_check_selected);
  world_free (world);
}

static gboolean
is_zoomed (World *world)
{
  return lijn_view_get_zoom (world->view) > 1.3;
}

static gboolean
is_menu_open (World *world)
{
  return world->canvas->menu != NULL && gtk_widget_get_mapped (world->canvas->menu);
}

static gboolean
is_menu_closed (World *world)
{
  return !is_menu_open (world);
}

static void
test_wheel_and_menu (void)
{
  World *world = NULL;
  LijnPoint at, before, after;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  at = world_middle (world, world->answer);
  point_at (world, at);
  before = lijn_canvas_from_map (world->canvas, at.x, at.y);
  xdotool ("keydown", "ctrl", "click", "4", "click", "4", "click", "4", "keyup", "ctrl", NULL);
  world_wait (world, is_zoomed);
  world_settle (world);
  after = lijn_canvas_from_map (world->canvas, at.x, at.y);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 3);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 3);

  xdotool ("click", "3", NULL);
  world_wait (world, is_menu_open);
  g_assert_true (world_selected (world) == world->answer);
  key (world, "Escape");
  world_wait (world, is_menu_closed);
  key (world, "shift+F10");
  world_wait (world, is_menu_open);
  key (world, "Escape");
  world_wait (world, is_menu_closed);
  world_free (world);
}

static gboolean
is_ask_hovered (World *world)
{
  return world->canvas->hovered == world->ask;
}

static gboolean
is_nothing_hovered (World *world)
{
  return world->canvas->hovered == NULL;
}

/* What hovering shows goes when a key is pressed, and comes back when the pointer moves. */
static void
test_keys_hide_hover (void)
{
  World *world = NULL;
  LijnPoint at;

  if (!have_xdotool ())
    return;
  world = new_focused ();
  at = world_middle (world, world->ask);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  point_at (world, at);
  world_wait (world, is_ask_hovered);
  key (world, "Control_L");
  g_assert_true (is_ask_hovered (world));
  key (world, "Right");
  world_wait (world, is_nothing_hovered);
  world_settle (world);
  g_assert_true (is_nothing_hovered (world));
  at.x += 6;
  point_at (world, at);
  world_wait (world, is_ask_hovered);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/events/click-and-drag", test_click_and_drag);
  g_test_add_func ("/events/type-to-rename", test_type_to_rename);
  g_test_add_func ("/events/leave-name", test_leave_name);
  g_test_add_func ("/events/keyboard-flow", test_keyboard_flow);
  g_test_add_func ("/events/tab-in-entry", test_tab_in_entry);
  g_test_add_func ("/events/whole-map", test_whole_map);
  g_test_add_func ("/events/answers", test_answers);
  g_test_add_func ("/events/pad", test_pad);
  g_test_add_func ("/events/walk-and-nudge", test_walk_and_nudge);
  g_test_add_func ("/events/flow-by-keys", test_flow_by_keys);
  g_test_add_func ("/events/wheel-and-menu", test_wheel_and_menu);
  g_test_add_func ("/events/keys-hide-hover", test_keys_hide_hover);
  return g_test_run ();
}
