/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-world.h"

#include <glib/gstdio.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

static void
message_cb (LijnView *view, const char *text, World *self)
{
  g_string_append_printf (self->messages, "%s\n", text);
}

static gpointer
must (gpointer made, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (made);
  return made;
}

static LijnElement *
add (World *self, LijnLane *lane, LijnElementKind kind, const char *name, double x)
{
  GError *error = NULL;

  return must (lijn_edit_add_element (self->map, lane, kind, name, x, 28, &error), error);
}

static LijnFlow *
join (LijnElement *source, LijnElement *target)
{
  GError *error = NULL;

  return must (lijn_edit_connect (source, target, NULL, NULL, &error), error);
}

static LijnLane *
add_lane (World *self, LijnParty *party, const char *name)
{
  GError *error = NULL;

  return must (lijn_edit_add_lane (self->map, party, name, NULL, &error), error);
}

static void
fill (World *self)
{
  GError *error = NULL;

  self->customer = must (
      lijn_edit_add_party (self->project, LIJN_PARTY_ROLE_CUSTOMER, "Customer", &error), error);
  self->supplier = must (
      lijn_edit_add_party (self->project, LIJN_PARTY_ROLE_SUPPLIER, "Supplier", &error), error);
  self->map = must (lijn_edit_add_map (self->project, LIJN_MAP_KIND_AS_IS, "Questions", &error),
                    error);
  self->desk = add_lane (self, self->customer, "Desk");
  self->intake = add_lane (self, self->supplier, "Intake");
  self->back = add_lane (self, self->supplier, "Back office");
  self->start = add (self, self->desk, LIJN_ELEMENT_KIND_START, "", 100);
  self->ask = add (self, self->desk, LIJN_ELEMENT_KIND_STEP, "Ask", 200);
  self->check = add (self, self->desk, LIJN_ELEMENT_KIND_STEP, "Check", 440);
  self->answer = add (self, self->intake, LIJN_ELEMENT_KIND_STEP, "Answer", 320);
  join (self->start, self->ask);
  join (self->ask, self->check);
  self->interface = lijn_flow_get_interface (join (self->ask, self->answer));
  g_assert_nonnull (self->interface);
}

static void
open_window (World *self)
{
  const LijnPoint middle = { 400, 200 };
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->view = lijn_view_new (self->project);
  g_signal_connect (self->view, "message", G_CALLBACK (message_cb), self);
  self->canvas = LIJN_CANVAS (lijn_canvas_new (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->canvas));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), scroll);
  gtk_window_present (GTK_WINDOW (self->window));
  world_settle (self);
  lijn_view_set_zoom (self->view, 1);
  lijn_view_set_place (self->view, &middle);
  lijn_canvas_apply_place (self->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  world_settle (self);
}

static World *
new_in_folder (void)
{
  World *self = g_new0 (World, 1);
  GError *error = NULL;

  /* What moves by itself would have to be waited for. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->folder = g_dir_make_tmp ("lijn-canvas-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "map.waslijn", NULL);
  self->messages = g_string_new (NULL);
  self->project = must (lijn_project_create (self->path, &error), error);
  return self;
}

World *
world_new (void)
{
  World *self = new_in_folder ();

  fill (self);
  open_window (self);
  return self;
}

World *
world_new_empty (void)
{
  World *self = new_in_folder ();

  open_window (self);
  return self;
}

World *
world_new_read_only (void)
{
  World *self = new_in_folder ();
  GError *error = NULL;

  fill (self);
  g_clear_object (&self->project);
  self->project = must (lijn_project_open (self->path, LIJN_STORE_READ_ONLY, &error), error);
  self->map = lijn_project_get_first_map (self->project);
  open_window (self);
  return self;
}

void
world_free (World *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  world_settle (NULL);
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  g_object_unref (self->view);
  g_assert_null (self->view);
  g_object_unref (self->project);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_string_free (self->messages, TRUE);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

void
world_settle (World *self)
{
  GdkFrameClock *clock = self != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (self->window))
                                      : NULL;
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean painted = FALSE;
  gulong id = 0;

  if (clock != NULL)
    {
      id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
      gtk_widget_queue_draw (self->window);
      while (!painted && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (painted);
      g_signal_handler_disconnect (clock, id);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
world_wait (World *self, WorldCondition holds)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!holds (self) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_true (holds (self));
}

guint
world_revisions (World *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray)
      revisions = lijn_store_list_revisions (lijn_project_get_store (self->project), 0, &error);

  g_assert_no_error (error);
  return revisions->len;
}

LijnPoint
world_middle (World *self, gpointer object)
{
  LijnRect rect;
  gboolean found = LIJN_IS_ELEMENT (object)
                       ? lijn_layout_get_element_rect (self->canvas->layout, object, &rect)
                   : LIJN_IS_INTERFACE (object)
                       ? lijn_layout_get_tag (self->canvas->layout, object, &rect)
                       : lijn_layout_get_object_bounds (self->canvas->layout, object, &rect);

  g_assert_true (found);
  return lijn_rect_center (&rect);
}

LijnPoint
world_in_lane (World *self, LijnLane *lane, double x)
{
  const LijnLaneBox *box = lijn_layout_find_lane (self->canvas->layout, lane);

  g_assert_nonnull (box);
  return (LijnPoint){ x, box->rect.y + box->rect.height / 2 };
}

static LijnPointer
pointer_at (World *self, LijnPoint at, GdkModifierType state)
{
  LijnPoint on_screen = lijn_canvas_from_map (self->canvas, at.x, at.y);

  return (LijnPointer){ .x = on_screen.x, .y = on_screen.y, .at = at, .state = state };
}

void
world_press (World *self, LijnPoint at, GdkModifierType state, guint presses)
{
  LijnPointer pointer = pointer_at (self, at, state);

  self->canvas->inside = TRUE;
  lijn_canvas_motion (self->canvas, &pointer);
  lijn_canvas_press (self->canvas, &pointer, presses);
}

void
world_move_to (World *self, LijnPoint at)
{
  LijnPointer pointer = pointer_at (self, at, 0);

  lijn_canvas_motion (self->canvas, &pointer);
  world_settle (self);
}

void
world_release (World *self, LijnPoint at)
{
  LijnPointer pointer = pointer_at (self, at, 0);

  lijn_canvas_release (self->canvas, &pointer);
  world_settle (self);
}

void
world_click (World *self, LijnPoint at, GdkModifierType state)
{
  world_press (self, at, state, 1);
  world_release (self, at);
}

void
world_drag (World *self, LijnPoint from, LijnPoint to)
{
  world_press (self, from, 0, 1);
  world_move_to (self, (LijnPoint){ (from.x + to.x) / 2, (from.y + to.y) / 2 });
  world_move_to (self, to);
  world_release (self, to);
}

void
world_act (World *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL));
  world_settle (self);
}

gboolean
world_can (World *self, const char *action)
{
  /* An action that is disabled is not activated; asking for that with a wrong parameter does nothing
   * either way, so ask the muxer's copy of the state through a button. */
  GtkWidget *button = gtk_button_new ();
  gboolean can;

  gtk_widget_insert_before (button, GTK_WIDGET (self->canvas), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  can = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return can;
}

void
world_type (World *self, const char *text)
{
  GtkWidget *field = lijn_canvas_get_name_text (self->canvas);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  world_settle (self);
  g_signal_emit_by_name (field, "activate");
  world_settle (self);
}

LijnFlow *
world_flow (World *self, LijnElement *source, LijnElement *target)
{
  GPtrArray *flows = lijn_project_referrers (self->project, LIJN_TABLE_FLOW, "source",
                                             LIJN_OBJECT (source));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (g_ptr_array_index (flows, i)) == target)
      return g_ptr_array_index (flows, i);
  return NULL;
}

LijnElement *
world_selected (World *self)
{
  g_assert_cmpuint (lijn_view_get_selection (self->view)->len, ==, 1);
  g_assert_true (LIJN_IS_ELEMENT (lijn_view_get_selected (self->view)));
  return LIJN_ELEMENT (lijn_view_get_selected (self->view));
}

GtkWidget *
world_find_widget (GtkWidget *from, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = world_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
