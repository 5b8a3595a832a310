/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-edit.h"
#include "lijn-friction-register.h"
#include "lijn-new-team.h"
#include "lijn-register-memory.h"
#include "lijn-register-private.h"
#include "lijn-world.h"

#include <glib/gstdio.h>
#include <math.h>

/* The register that all registers are: sorted, filtered, searched, edited and copied, and following the
 * project while that changes. */

static double
get_worst (LijnObject *object)
{
  int worst = lijn_friction_get_worst (LIJN_FRICTION (object));

  return worst > 0 ? worst : NAN;
}

static char *
describe_worst (LijnObject *object, const LijnAudience *audience)
{
  return g_strdup_printf ("%d", lijn_friction_get_worst (LIJN_FRICTION (object)));
}

static void
list_status (LijnView *view, GPtrArray *objects, LijnChoices *choices)
{
  lijn_choices_add (choices, "parked", "Parked");
}

static gboolean
needs_reason (LijnView *view, GPtrArray *objects, const char *value)
{
  return TRUE;
}

static gboolean
set_status (LijnView *view, LijnObject *object, const char *value, const char *reason,
            GError **error)
{
  return lijn_edit_set_status (LIJN_FRICTION (object), LIJN_FRICTION_STATUS_PARKED, NULL, NULL,
                               reason, error);
}

static const LijnField fields[] = {
  { "worst", "Severity", describe_worst, get_worst },
};

static const LijnRegisterEditor status_editor = { list_status, needs_reason, set_status };

static const LijnRegisterColumn columns[] = {
  { "number", 60, LIJN_REGISTER_BADGE },
  { "customer_words", 200, LIJN_REGISTER_WIDE, LIJN_REGISTER_EDIT_VALUE },
  { "category", 100, 0, LIJN_REGISTER_EDIT_VALUE },
  { "status", 100, 0, &status_editor },
  { "worst", 60, LIJN_REGISTER_RIGHT },
  { "frequency", 60, LIJN_REGISTER_HIDDEN, LIJN_REGISTER_EDIT_VALUE },
};

static void
list_mine (LijnView *view, LijnObject *object, GArray *values)
{
  const char *mine = lijn_friction_get_raised_by (LIJN_FRICTION (object)) ==
                             lijn_view_get_speaker (view)
                         ? "yes"
                         : "no";

  g_array_append_val (values, mine);
}

static char *
label_mine (LijnView *view, const char *value)
{
  return g_strdup (value);
}

static const LijnRegisterFacet facets[] = {
  { "category" },
  { "raised_by" },
  { "mine", "Mine", list_mine, label_mine },
};

static const LijnRegisterSpec spec = {
  .id = "test",
  .table = LIJN_TABLE_FRICTION,
  .title = "Friction points",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .empty_title = "Nothing yet",
};

typedef struct
{
  LijnWorld world;
  LijnView *view;
  GtkWidget *window;
  LijnRegister *self;
  LijnFriction *two, *three;
  GString *messages;
} Test;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static LijnFriction *
put_friction (Test *test, int number, const char *words, const char *category, int score)
{
  LijnFriction *friction = lijn_test_put (
      &test->world.test, LIJN_TABLE_FRICTION,
      LIJN_CELLS (LIJN_REF ("element", LIJN_ID (test->world.receive)),
                  LIJN_REF ("raised_by", LIJN_ID (test->world.supplier)),
                  LIJN_TEXT ("customer_words", words), LIJN_TEXT ("category", category),
                  LIJN_INT ("number", number)));
  if (score > 0)
    lijn_test_put (&test->world.test, LIJN_TABLE_SEVERITY,
                   LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (friction)),
                               LIJN_REF ("party", LIJN_ID (test->world.customer)),
                               LIJN_INT ("score", score)));

  return friction;
}

static void
message_cb (LijnView *view, const char *text, Test *test)
{
  g_string_append (test->messages, text);
}

/* What an earlier test left behind is no business of this one. */
static void
forget (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waslijn", "registers", NULL);

  g_remove (path);
}

static void
set_up (Test *test, gconstpointer unused)
{
  forget ();
  lijn_world_set_up (&test->world, NULL);
  test->two = put_friction (test, 2, "Every day Émile waits\nfor days", "waiting", 2);
  test->three = put_friction (test, 3, "Asked twice", "rework", 5);
  test->messages = g_string_new (NULL);
  test->view = lijn_view_new (test->world.test.project);
  g_signal_connect (test->view, "message", G_CALLBACK (message_cb), test);
  test->self = LIJN_REGISTER (lijn_register_new (test->view, &spec));
  test->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 800, 500);
  gtk_window_set_child (GTK_WINDOW (test->window), GTK_WIDGET (test->self));
  gtk_window_present (GTK_WINDOW (test->window));
  spin ();
}

static void
tear_down (Test *test, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (test->window));
  spin ();
  g_assert_finalize_object (test->view);
  g_string_free (test->messages, TRUE);
  lijn_world_tear_down (&test->world, NULL);
}

/* The numbers of the rows as they are shown: "3 1 2". */
static char *
describe_rows (Test *test)
{
  GListModel *shown = lijn_register_get_shown (test->self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (shown, i);

      g_string_append_printf (text, "%s%d", i > 0 ? " " : "", lijn_friction_get_number (friction));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (Test *test, const char *expected)
{
  g_autofree char *rows = describe_rows (test);

  g_assert_cmpstr (rows, ==, expected);
}

static const char *
get_count (Test *test)
{
  spin ();
  return gtk_label_get_label (test->self->count);
}

static GPtrArray *
list_of (LijnFriction *one, LijnFriction *other)
{
  GPtrArray *objects = g_ptr_array_new ();

  g_ptr_array_add (objects, one);
  if (other != NULL)
    g_ptr_array_add (objects, other);

  return objects;
}

static void
test_sort (Test *test, gconstpointer unused)
{
  assert_rows (test, "1 2 3");
  lijn_register_sort (test->self, "customer_words", FALSE);
  assert_rows (test, "3 2 1");
  lijn_register_sort (test->self, "category", TRUE);
  assert_rows (test, "3 2 1");
  lijn_register_sort (test->self, "worst", FALSE);
  assert_rows (test, "2 3 1");
  lijn_register_sort (test->self, "worst", TRUE);
  assert_rows (test, "3 2 1"); /* what nobody has said is last, both ways */
  lijn_register_sort (test->self, "", FALSE);
  assert_rows (test, "1 2 3");
}

/* A change of another table moves a row, too. */
static void
test_follow (Test *test, gconstpointer unused)
{
  LijnFriction *four;

  lijn_register_sort (test->self, "worst", TRUE);
  lijn_edit_set_severity (test->world.friction, test->world.supplier, 4, NULL);
  assert_rows (test, "3 1 2");
  lijn_edit_undo (test->world.test.project, NULL, NULL);
  assert_rows (test, "3 2 1");

  four = put_friction (test, 4, "Nobody knows", "other", 3);
  assert_rows (test, "3 4 2 1");
  lijn_edit_remove_one (LIJN_OBJECT (four), NULL);
  assert_rows (test, "3 2 1");
}

static void
test_search (Test *test, gconstpointer unused)
{
  lijn_register_search (test->self, "éMILE");
  assert_rows (test, "2");
  g_assert_cmpstr (get_count (test), ==, "1 of 3");
  lijn_register_search (test->self, "we hear");
  assert_rows (test, "1");
  lijn_register_search (test->self, "waiting"); /* in another column */
  assert_rows (test, "2");
  lijn_register_search (test->self, "nowhere");
  assert_rows (test, "");
  spin ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test->self->stack), ==, "nothing");

  /* What is changed is found by its new words. */
  lijn_edit_set (LIJN_OBJECT (test->three), "customer_words", "It went nowhere", NULL);
  assert_rows (test, "3");
  lijn_register_clear_filters (test->self);
  assert_rows (test, "1 2 3");
  g_assert_cmpstr (get_count (test), ==, "3");
}

static void
test_filter (Test *test, gconstpointer unused)
{
  lijn_register_filter (test->self, "category", "waiting", TRUE);
  assert_rows (test, "2");
  lijn_register_filter (test->self, "category", "rework", TRUE);
  assert_rows (test, "2 3");
  lijn_register_filter (test->self, "raised_by", LIJN_ID (test->world.customer), TRUE);
  assert_rows (test, "");
  lijn_register_filter (test->self, "category", "other", TRUE);
  assert_rows (test, "1");
  lijn_register_clear_filters (test->self);

  lijn_register_filter (test->self, "mine", "yes", TRUE);
  assert_rows (test, "");
  lijn_view_set_speaker (test->view, test->world.supplier);
  assert_rows (test, "2 3");
  lijn_edit_set (LIJN_OBJECT (test->two), "raised_by", LIJN_ID (test->world.customer), NULL);
  assert_rows (test, "3");
}

/* The selection is the view's. */
static void
test_selection (Test *test, gconstpointer unused)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) both = list_of (test->two, test->three);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (test->self->rows), 1, TRUE);
  g_assert_true (lijn_view_get_selected (test->view) == LIJN_OBJECT (test->two));

  lijn_view_select_many (test->view, both);
  selected = lijn_register_get_selected (test->self);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_cmpstr (get_count (test), ==, "3 · 2 selected");

  /* It stays while the rows move. */
  lijn_register_sort (test->self, "worst", TRUE);
  g_clear_pointer (&selected, g_ptr_array_unref);
  selected = lijn_register_get_selected (test->self);
  g_assert_true (selected->pdata[0] == (gpointer) test->three);
  g_assert_cmpuint (lijn_view_get_selection (test->view)->len, ==, 2);

  lijn_view_select (test->view, LIJN_OBJECT (test->world.team));
  g_clear_pointer (&selected, g_ptr_array_unref);
  selected = lijn_register_get_selected (test->self);
  g_assert_cmpuint (selected->len, ==, 0);
  g_assert_true (lijn_view_get_selected (test->view) == LIJN_OBJECT (test->world.team));
}

/* One value of many rows is one step, done whole or not at all. */
static void
test_set (Test *test, gconstpointer unused)
{
  g_autoptr (GPtrArray) both = list_of (test->two, test->three);

  g_assert_true (lijn_register_set (test->self, both, "category", "attitude", ""));
  g_assert_cmpint (lijn_friction_get_category (test->two), ==, LIJN_FRICTION_CATEGORY_ATTITUDE);
  g_assert_cmpint (lijn_friction_get_category (test->three), ==, LIJN_FRICTION_CATEGORY_ATTITUDE);
  lijn_edit_undo (test->world.test.project, NULL, NULL);
  g_assert_cmpint (lijn_friction_get_category (test->two), ==, LIJN_FRICTION_CATEGORY_WAITING);
  g_assert_cmpint (lijn_friction_get_category (test->three), ==, LIJN_FRICTION_CATEGORY_REWORK);

  g_assert_true (lijn_register_set (test->self, both, "status", "parked", "Later"));
  g_assert_cmpstr (lijn_friction_get_status_reason (test->three), ==, "Later");
  g_assert_cmpstr (test->messages->str, ==, "");

  lijn_edit_undo (test->world.test.project, NULL, NULL);
  lijn_edit_assign (test->world.team, test->three, NULL);
  lijn_edit_set_status (test->three, LIJN_FRICTION_STATUS_SOLVED, NULL, NULL, "", NULL);
  lijn_edit_set_status (test->three, LIJN_FRICTION_STATUS_CONFIRMED, test->world.supplier, NULL, "",
                        NULL);
  g_assert_false (lijn_register_set (test->self, both, "status", "parked", "Later"));
  g_assert_cmpint (lijn_friction_get_status (test->two), ==, LIJN_FRICTION_STATUS_RAISED);
  g_assert_cmpstr (test->messages->str, !=, "");
}

/* Several rows are given to one new team, and each new team has a name of its own. */
static void
test_new_team (Test *test, gconstpointer unused)
{
  GtkWidget *frictions = g_object_ref_sink (lijn_friction_register_new (test->view));
  g_autoptr (GPtrArray) both = list_of (test->two, test->three);
  LijnProject *project = test->world.test.project;
  guint n = g_list_model_get_n_items (lijn_project_list (project, LIJN_TABLE_TEAM));
  GPtrArray *assignments;
  LijnTeam *team, *other;

  g_assert_true (lijn_register_set (LIJN_REGISTER (frictions), both, "teams", "", ""));
  g_assert_cmpuint (g_list_model_get_n_items (lijn_project_list (project, LIJN_TABLE_TEAM)), ==,
                    n + 1);
  assignments = lijn_project_referrers (project, LIJN_TABLE_ASSIGNMENT, "friction",
                                        LIJN_OBJECT (test->two));
  team = lijn_assignment_get_team (assignments->pdata[0]);
  assignments = lijn_project_referrers (project, LIJN_TABLE_ASSIGNMENT, "friction",
                                        LIJN_OBJECT (test->three));
  g_assert_true (lijn_assignment_get_team (assignments->pdata[0]) == team);

  other = lijn_new_team (test->view, LIJN_TEAM_KIND_IMPROVEMENT, NULL);
  g_assert_cmpstr (lijn_team_get_name (other), !=, lijn_team_get_name (team));
  g_assert_cmpstr (test->messages->str, ==, "");
  g_object_unref (frictions);
}

/* What is private stays out of what is copied. */
static void
test_copy (Test *test, gconstpointer unused)
{
  g_autoptr (GPtrArray) both = list_of (test->two, test->three);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  lijn_edit_set (LIJN_OBJECT (test->three), "private_to", LIJN_ID (test->world.supplier), NULL);
  lijn_edit_set (LIJN_OBJECT (test->two), "customer_words", "a <b> & c\td", NULL);
  text = lijn_register_to_text (test->self, both);
  g_assert_true (g_str_has_suffix (text, "\n2\ta <b> & c d\tWaiting\tRaised\t2\n"));
  g_assert_null (strstr (text, "Asked twice"));
  html = lijn_register_to_html (test->self, both);
  g_assert_nonnull (strstr (html, "<td>a &lt;b&gt; &amp; c"));
  g_assert_null (strstr (html, "Asked twice"));
}

/* The rows and columns that are shown, in their order, without what is private. */
static void
test_export (Test *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->world.test.folder, "out.csv", NULL);
  g_autofree char *csv = NULL;

  lijn_edit_set (LIJN_OBJECT (test->three), "private_to", LIJN_ID (test->world.supplier), NULL);
  lijn_register_sort (test->self, "number", TRUE);
  lijn_register_show_column (test->self, 2, FALSE);
  g_assert_true (lijn_register_write_csv (test->self, path, NULL));
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_cmpstr (csv, ==,
                   "Number,In the customer's words,Status,Severity\r\n"
                   "2,\"Every day Émile waits\nfor days\",Raised,2\r\n"
                   "1,We never hear back,Raised,0\r\n");
  g_remove (path);
}

/* What another register called the same finds again. */
static void
test_memory (Test *test, gconstpointer unused)
{
  g_autoptr (LijnRegister) again = NULL;

  lijn_register_sort (test->self, "worst", TRUE);
  lijn_register_show_column (test->self, 2, FALSE);
  lijn_register_show_column (test->self, 5, TRUE);

  again = g_object_ref_sink (LIJN_REGISTER (lijn_register_new (test->view, &spec)));
  g_assert_cmpuint (again->sorted, ==, 4);
  g_assert_true (again->descending);
  g_assert_false (gtk_column_view_column_get_visible (again->places[2].column));
  g_assert_true (gtk_column_view_column_get_visible (again->places[5].column));
  g_assert_true (gtk_column_view_column_get_visible (again->places[1].column));
}

/* A popover asks for each kind of value, and goes away again. */
static void
test_ask (Test *test, gconstpointer unused)
{
  g_autoptr (GPtrArray) both = list_of (test->two, test->three);
  const GdkRectangle at = { 100, 100, 1, 1 };

  for (guint i = 0; i < spec.n_columns; i++)
    {
      GtkWidget *popover;

      lijn_register_ask (test->self, both, i, &at);
      spin ();
      popover = gtk_widget_get_last_child (GTK_WIDGET (test->self));
      g_assert_true (GTK_IS_POPOVER (popover) == (columns[i].edit != NULL));
      if (!GTK_IS_POPOVER (popover))
        continue;
      gtk_popover_popdown (GTK_POPOVER (popover));
      spin ();
      g_assert_false (GTK_IS_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (test->self))));
    }
}

static void
test_empty (Test *test, gconstpointer unused)
{
  g_autoptr (GPtrArray) all = list_of (test->two, test->three);

  g_ptr_array_add (all, test->world.friction);
  lijn_edit_remove (all, NULL);
  spin ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test->self->stack), ==, "empty");
  lijn_edit_undo (test->world.test.project, NULL, NULL);
  spin ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test->self->stack), ==, "rows");
  assert_rows (test, "1 2 3");
}

/* A list of more rows than are in sight, as the table is given it. */

#define MANY 1000

typedef struct
{
  GtkStringList *strings;
  GtkSelectionModel *whole;
  GtkWidget *window;
  LijnFirstRows *self;
  guint known; /* how many it says it has, going by its signals */
} Many;

static void
items_changed_cb (Many *many, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, many->known);
  many->known += added - removed;
}

static void
many_set_up (Many *many, gconstpointer unused)
{
  GtkWidget *widget = gtk_label_new (NULL);

  many->strings = gtk_string_list_new (NULL);
  for (int i = 0; i < MANY; i++)
    gtk_string_list_take (many->strings, g_strdup_printf ("%d", i));
  many->whole = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (many->strings))));
  many->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (many->window), widget);
  many->self = lijn_first_rows_new (many->whole, widget);
  many->known = g_list_model_get_n_items (G_LIST_MODEL (many->self));
  g_signal_connect_swapped (many->self, "items-changed", G_CALLBACK (items_changed_cb), many);
  g_assert_cmpuint (many->known, <, MANY);
}

static void
many_tear_down (Many *many, gconstpointer unused)
{
  g_assert_cmpuint (many->known, ==, g_list_model_get_n_items (G_LIST_MODEL (many->self)));
  gtk_window_destroy (GTK_WINDOW (many->window));
  g_assert_finalize_object (many->self);
  g_assert_finalize_object (many->whole);
  g_object_unref (many->strings);
}

/* Lets frames go by until it has them all: never many at a time, once the window is full. */
static void
grow (Many *many)
{
  guint before = 0;

  while (!lijn_first_rows_is_full (many->self))
    {
      g_assert_true (before == 0 || many->known - before <= 16);
      g_main_context_iteration (NULL, TRUE);
      if (gtk_widget_get_mapped (many->window))
        before = many->known;
    }
  g_assert_cmpuint (many->known, ==, MANY);
}

/* It has them all after some frames, and again after it has begun anew. */
static void
test_grow (Many *many, gconstpointer unused)
{
  gtk_window_set_default_size (GTK_WINDOW (many->window), 200, 600);
  gtk_window_present (GTK_WINDOW (many->window));
  g_assert_cmpuint (many->known, >=, 20);
  grow (many);

  lijn_first_rows_restart (many->self);
  g_assert_cmpuint (many->known, >=, 20);
  g_assert_cmpuint (many->known, <, 64);
  grow (many);
}

static void
test_reach (Many *many, gconstpointer unused)
{
  lijn_first_rows_reach (many->self, 3);
  g_assert_cmpuint (many->known, <, 100);
  lijn_first_rows_reach (many->self, 100);
  g_assert_cmpuint (many->known, ==, 101);
  lijn_first_rows_reach (many->self, 900);
  g_assert_cmpuint (many->known, ==, MANY);
}

/* All that is selected is all there is, also what the table has not seen yet. */
static void
test_select_before_grown (Many *many, gconstpointer unused)
{
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (many->self));
  selected = gtk_selection_model_get_selection (many->whole);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, MANY);
  g_assert_cmpuint (many->known, <, MANY);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (many->self), 3));
  lijn_first_rows_fill (many->self);
  g_assert_cmpuint (many->known, ==, MANY);
}

static void
test_change_before_grown (Many *many, gconstpointer unused)
{
  const char *const more[] = { "a", "b", NULL };
  g_autoptr (GtkStringObject) item = NULL;
  guint shown = many->known;

  gtk_string_list_splice (many->strings, 5, 3, more);
  g_assert_cmpuint (many->known, ==, shown);
  item = g_list_model_get_item (G_LIST_MODEL (many->self), 6);
  g_assert_cmpstr (gtk_string_object_get_string (item), ==, "b");
  gtk_string_list_splice (many->strings, 500, 100, NULL);
  g_assert_cmpuint (many->known, ==, shown);
  gtk_string_list_splice (many->strings, 10,
                          g_list_model_get_n_items (G_LIST_MODEL (many->strings)) - 10, NULL);
  g_assert_cmpuint (many->known, ==, 10);
  gtk_string_list_append (many->strings, "c");
  g_assert_cmpuint (many->known, ==, 11);
}

#define ADD_MANY(name, function)                                                                   \
  g_test_add (name, Many, NULL, many_set_up, function, many_tear_down)
#define ADD(name, function) g_test_add (name, Test, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/register/sort", test_sort);
  ADD ("/register/follow", test_follow);
  ADD ("/register/search", test_search);
  ADD ("/register/filter", test_filter);
  ADD ("/register/selection", test_selection);
  ADD ("/register/set", test_set);
  ADD ("/register/new-team", test_new_team);
  ADD ("/register/copy", test_copy);
  ADD ("/register/export", test_export);
  ADD ("/register/memory", test_memory);
  ADD ("/register/ask", test_ask);
  ADD ("/register/empty", test_empty);
  ADD_MANY ("/register/grow", test_grow);
  ADD_MANY ("/register/reach", test_reach);
  ADD_MANY ("/register/select-before-grown", test_select_before_grown);
  ADD_MANY ("/register/change-before-grown", test_change_before_grown);
  return g_test_run ();
}
