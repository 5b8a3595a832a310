/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-world.h"
#include "lijn-aims-page.h"
#include "lijn-board-card.h"
#include "lijn-board.h"
#include "lijn-checks-page.h"
#include "lijn-drag-friction.h"
#include "lijn-inspector.h"
#include "lijn-outline-node.h"
#include "lijn-outline.h"
#include "lijn-persons-page.h"
#include "lijn-remedies.h"
#include "lijn-review.h"
#include "lijn-session-parts.h"
#include "lijn-teams-page.h"
#include "lijn-walk-bar.h"
#include "lijn-warning-badge.h"

/* The pages for teams, aims, checks and persons, and the walk through what is assumed: each follows the
 * project, and what is pressed on it is one verb. */

static void
set_up (World **world, gconstpointer unused)
{
  *world = world_new ();
}

static void
tear_down (World **world, gconstpointer unused)
{
  world_free (*world);
}

/* Shows @page in a window of its own. */
static GtkWidget *
show (World *world, GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  world_settle (world);
  return window;
}

/* Returns: the first label that shows at or below @widget with @text in it. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  GtkWidget *label = find_label (widget, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* What a low idle does, and a rest after an edit. */
static gboolean
is_reviewed (World *world)
{
  lijn_review_update (lijn_review_of (world->view));
  return TRUE;
}

static void
rest (World *world)
{
  world_wait (world, is_reviewed);
  world_settle (world);
}

static LijnTeam *
add_team (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Faster",
                                       &error);

  g_assert_no_error (error);
  return team;
}

static LijnAction *
add_action (LijnTeam *team, const char *what)
{
  g_autoptr (GError) error = NULL;
  LijnAction *action = lijn_edit_add_action (team, what, NULL, "", &error);

  g_assert_no_error (error);
  return action;
}

static void
test_checks (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *page = lijn_checks_page_new (world->view);
  GtkWidget *window = show (world, page);
  LijnReview *review = lijn_review_of (world->view);
  const LijnFinding finding = { LIJN_CHECK_DEAD_END, LIJN_OBJECT (world->check), NULL };
  g_autoptr (GError) error = NULL;
  guint open;

  rest (world);
  open = lijn_review_count_open (review);
  g_assert_cmpuint (open, >, 0);
  g_assert_nonnull (find_label (page, "Dead ends"));
  g_assert_nonnull (find_label (page, "Nothing follows “Check”"));

  g_assert_nonnull (lijn_edit_set_aside (world->project, &finding, "It is the end", &error));
  rest (world);
  g_assert_cmpuint (lijn_review_count_open (review), ==, open - 1);
  g_assert_null (find_label (page, "Nothing follows “Check”"));
  g_signal_emit_by_name (find_button (page, "Set Aside (1)"), "clicked");
  world_settle (world);
  g_assert_nonnull (find_label (page, "It is the end"));
  g_signal_emit_by_name (find_button (page, "Take back"), "clicked");
  rest (world);
  g_assert_cmpuint (lijn_review_count_open (review), ==, open);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The remedy is one step, and the finding is gone after it. */
static void
test_remedy (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  const LijnFinding finding = { LIJN_CHECK_DEAD_END, LIJN_OBJECT (world->check), NULL };
  GtkWidget *remedy = g_object_ref_sink (lijn_remedies_make (world->view, &finding));
  guint revisions = world_revisions (world);
  GPtrArray *flows;

  g_signal_emit_by_name (remedy, "clicked");
  flows = lijn_project_referrers (world->project, LIJN_TABLE_FLOW, "source",
                                  LIJN_OBJECT (world->check));
  g_assert_cmpuint (flows->len, ==, 1);
  g_assert_cmpuint (world_revisions (world), ==, revisions + 1);
  g_object_unref (remedy);
}

static void
test_warning_badge (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  LijnTeam *team = add_team (world);
  GtkWidget *badge = g_object_ref_sink (lijn_warning_badge_new (world->view, team));
  g_autoptr (GError) error = NULL;
  LijnPerson *one, *other;

  rest (world);
  g_assert_true (gtk_widget_get_visible (badge));
  one = lijn_edit_add_person (world->customer, "Eva", "", &error);
  other = lijn_edit_add_person (world->supplier, "Tom", "", &error);
  g_assert_nonnull (lijn_edit_add_member (team, one, "", &error));
  g_assert_nonnull (lijn_edit_add_member (team, other, "", &error));
  rest (world);
  g_assert_false (gtk_widget_get_visible (badge));
  g_object_unref (badge);
}

/* Returns: the card of @action at or below @widget. */
static LijnBoardCard *
find_card (GtkWidget *widget, LijnAction *action)
{
  if (LIJN_IS_BOARD_CARD (widget))
    return lijn_board_card_get_action (LIJN_BOARD_CARD (widget)) == action
               ? LIJN_BOARD_CARD (widget)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LijnBoardCard *found = find_card (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !handled)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
test_board (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  LijnTeam *team = add_team (world);
  LijnAction *first = add_action (team, "Measure"), *second = add_action (team, "Call");
  GtkWidget *board = lijn_board_new (world->view, team);
  GtkWidget *window = show (world, board);

  g_assert_nonnull (find_label (board, "· 2"));
  gtk_widget_grab_focus (GTK_WIDGET (find_card (board, first)));
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (first));
  g_assert_true (press (board, GDK_KEY_Right, GDK_CONTROL_MASK));
  world_settle (world);
  g_assert_cmpint (lijn_action_get_status (first), ==, LIJN_ACTION_STATUS_DOING);

  /* The focus has gone along, so that the next key moves it on; without Ctrl it goes to the other. */
  g_assert_true (press (board, GDK_KEY_Right, GDK_CONTROL_MASK));
  world_settle (world);
  g_assert_cmpint (lijn_action_get_status (first), ==, LIJN_ACTION_STATUS_DONE);
  g_assert_true (press (board, GDK_KEY_Left, 0));
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (second));
  g_assert_true (press (board, GDK_KEY_Left, GDK_CONTROL_MASK)); /* already at the end */
  g_assert_cmpint (lijn_action_get_status (second), ==, LIJN_ACTION_STATUS_OPEN);

  gtk_widget_activate_action (GTK_WIDGET (find_card (board, second)), "card.status", "s",
                              "dropped");
  world_settle (world);
  g_assert_cmpint (lijn_action_get_status (second), ==, LIJN_ACTION_STATUS_DROPPED);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_teams (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *page = lijn_teams_page_new (world->view);
  GtkWidget *window = show (world, page);
  g_autoptr (GError) error = NULL;
  LijnFriction *friction;
  LijnTeam *team;

  g_assert_nonnull (find_label (page, "No team yet"));
  friction = lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer, "Slow",
                                     &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (find_button (page, "Add a team"), "clicked");
  world_settle (world);
  g_assert_null (find_label (page, "No team yet"));
  g_assert_nonnull (find_label (page, "Nobody works on"));
  team = LIJN_TEAM (lijn_view_get_selected (world->view));
  g_assert_nonnull (lijn_edit_assign (team, friction, &error));
  world_settle (world);
  g_assert_null (find_label (page, "Nobody works on"));
  g_assert_true (lijn_edit_remove_one (LIJN_OBJECT (team), &error));
  world_settle (world);
  g_assert_nonnull (find_label (page, "No team yet"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Drops @friction on @widget. Returns: whether it was taken. */
static gboolean
drop (GtkWidget *widget, LijnFriction *friction)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GPtrArray) frictions = g_ptr_array_new ();
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_ptr_array_add (frictions, friction);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, gtk_drop_target_get_gtypes (GTK_DROP_TARGET (controller), NULL)[0]);
      g_value_set_boxed (&value, frictions);
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  return taken;
}

/* A friction point is given to a team of its own project, and not to one in another window. */
static void
test_drop_on_team (World **fixture, gconstpointer unused)
{
  World *world = *fixture, *other = world_new ();
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  g_autoptr (GError) error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                       &error);
  LijnFriction *own = lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer,
                                              "Slow", &error);
  LijnFriction *foreign = lijn_edit_add_friction (LIJN_OBJECT (other->ask), 0, 0, other->customer,
                                                  "Slow", &error);

  g_assert_no_error (error);
  lijn_drag_friction_onto (box, world->view, team);
  g_assert_false (drop (box, foreign));
  g_assert_cmpint (lijn_friction_get_status (foreign), ==, LIJN_FRICTION_STATUS_RAISED);
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_true (drop (box, own));
  g_assert_cmpint (lijn_friction_get_status (own), ==, LIJN_FRICTION_STATUS_IN_TEAM);
  g_object_unref (box);
  world_free (other);
}

/* It says what is missing, in words, and can be drawn at any width. */
static void
test_aims (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *page = lijn_aims_page_new (world->view);
  GtkWidget *window = show (world, page);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (
      lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer, "Slow", &error));
  world_settle (world);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 500);
  world_settle (world);
  g_assert_true (gtk_widget_get_mapped (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a vote came to, and who gave it: once it is closed. */
static void
test_votes (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer,
                                                   "Slow", &error);
  LijnSession *session = lijn_edit_add_session (world->project, "Second", "", "2027-01-31", &error);
  LijnBallot *ballot;
  GtkWidget *window;

  g_assert_true (lijn_edit_start_session (session, &error));
  ballot = lijn_edit_add_ballot (world->project, "What first?", 5, &error);
  g_assert_true (lijn_edit_vote (ballot, friction, world->customer, 4, &error));
  g_assert_true (lijn_edit_vote (ballot, friction, world->supplier, 1, &error));
  g_assert_no_error (error);
  window = show (world, lijn_session_result_list_new (world->view, ballot));
  g_assert_null (find_label (window, "4"));

  g_assert_true (lijn_edit_close_ballot (ballot, &error));
  world_settle (world);
  g_assert_nonnull (find_label (window, "5 dots"));
  g_assert_nonnull (find_label (window, "Customer: 4 · Supplier: 1"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_persons (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *page = lijn_persons_page_new (world->view);
  GtkWidget *window = show (world, page);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (find_label (page, "Nobody yet"));
  g_assert_nonnull (lijn_edit_add_person (world->customer, "Eva", "Buys", &error));
  world_settle (world);
  g_assert_cmpuint (g_list_model_get_n_items (lijn_register_get_shown (LIJN_REGISTER (page))), ==,
                    1);
  g_assert_null (find_label (page, "Nobody yet"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assume (World *world, LijnElement *element)
{
  g_autoptr (GError) error = NULL;

  lijn_edit_set (LIJN_OBJECT (element), "assumed", "1", &error);
  g_assert_no_error (error);
}

static void
test_walk (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *bar = g_object_new (LIJN_TYPE_WALK_BAR, NULL);
  GtkWidget *window = show (world, bar);

  lijn_walk_bar_set_view (LIJN_WALK_BAR (bar), world->view);
  lijn_walk_bar_start (LIJN_WALK_BAR (bar));
  g_assert_nonnull (strstr (world->messages->str, "Nothing waits"));

  assume (world, world->ask);
  assume (world, world->check);
  assume (world, world->answer);
  lijn_walk_bar_start (LIJN_WALK_BAR (bar));
  g_assert_true (world_selected (world) == world->ask);
  g_assert_true (press (bar, GDK_KEY_c, 0));
  g_assert_false (lijn_element_get_assumed (world->ask));
  g_assert_true (world_selected (world) != world->ask);
  g_assert_true (press (bar, GDK_KEY_s, 0));
  g_assert_true (press (bar, GDK_KEY_c, 0));
  g_assert_nonnull (strstr (world->messages->str, "the last assumption"));
  g_assert_cmpint (lijn_element_get_assumed (world->check) +
                       lijn_element_get_assumed (world->answer),
                   ==, 1); /* the one that was skipped */

  /* A party walks past what it may confirm only. */
  assume (world, world->check);
  assume (world, world->answer);
  lijn_view_set_speaker (world->view, world->supplier);
  lijn_walk_bar_start (LIJN_WALK_BAR (bar));
  g_assert_true (world_selected (world) == world->answer);
  lijn_view_set_speaker (world->view, NULL);
  lijn_walk_bar_set_view (LIJN_WALK_BAR (bar), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* It is shown for a frame before it has anything to show, and may be given the focus then. */
static void
test_empty_inspector (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *inspector = g_object_new (LIJN_TYPE_INSPECTOR, NULL);
  GtkWidget *window = show (world, inspector);

  g_assert_false (gtk_widget_grab_focus (inspector));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside several steps stand the figures of the way that they lie on, when they do. */
static void
test_path (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *inspector = g_object_new (LIJN_TYPE_INSPECTOR, NULL);
  GtkWidget *window = NULL;

  lijn_inspector_set_view (LIJN_INSPECTOR (inspector), world->view);
  window = show (world, inspector);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  world_settle (world);
  g_assert_null (find_label (inspector, "Lead time"));
  lijn_view_toggle (world->view, LIJN_OBJECT (world->answer));
  world_settle (world);
  g_assert_nonnull (find_label (inspector, "Lead time"));
  lijn_view_toggle (world->view, LIJN_OBJECT (world->check));
  world_settle (world);
  g_assert_null (find_label (inspector, "Lead time"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child
                                                                  : find_of_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whose row the outline has selected. (transfer none) (nullable) */
static LijnObject *
get_selected_in (GtkWidget *outline)
{
  GtkListView *list = GTK_LIST_VIEW (find_of_type (outline, GTK_TYPE_LIST_VIEW));
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  g_autoptr (LijnOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? lijn_outline_node_get_object (node) : NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A step that goes to another lane takes its row along, and nobody is taken elsewhere for that. */
static void
test_outline_follows (World **fixture, gconstpointer unused)
{
  World *world = *fixture;
  GtkWidget *outline = g_object_new (LIJN_TYPE_OUTLINE, NULL);
  GtkWidget *window = NULL;
  LijnElement *elements[] = { world->check, world->answer, world->ask };
  g_autoptr (GError) error = NULL;
  guint n_shown = 0;

  lijn_outline_set_view (LIJN_OUTLINE (outline), world->view);
  window = show (world, outline);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      lijn_view_select (world->view, LIJN_OBJECT (elements[i]));
      world_settle (world);
      g_assert_true (get_selected_in (outline) == LIJN_OBJECT (elements[i]));
    }
  g_signal_connect_swapped (world->view, "shown", G_CALLBACK (count_cb), &n_shown);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) moved = g_ptr_array_new ();
      LijnPoint to = world_in_lane (world, i == 0 ? world->intake : world->desk, 0);
      LijnPoint from = world_middle (world, world->ask);

      g_ptr_array_add (moved, world->ask);
      lijn_edit_move (moved, 0, to.y - from.y, &error);
      g_assert_no_error (error);
      world_settle (world);
      g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->ask));
      g_assert_true (get_selected_in (outline) == LIJN_OBJECT (world->ask));
    }
  g_assert_cmpuint (n_shown, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, test) g_test_add (path, World *, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ADD ("/pages/checks", test_checks);
  ADD ("/pages/remedy", test_remedy);
  ADD ("/pages/warning-badge", test_warning_badge);
  ADD ("/pages/board", test_board);
  ADD ("/pages/teams", test_teams);
  ADD ("/pages/drop-on-team", test_drop_on_team);
  ADD ("/pages/aims", test_aims);
  ADD ("/pages/votes", test_votes);
  ADD ("/pages/persons", test_persons);
  ADD ("/pages/walk", test_walk);
  ADD ("/pages/empty-inspector", test_empty_inspector);
  ADD ("/pages/path", test_path);
  ADD ("/pages/outline-follows", test_outline_follows);
  return g_test_run ();
}
