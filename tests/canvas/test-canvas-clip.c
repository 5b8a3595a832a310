/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-world.h"

#include <string.h>

#include "lijn-clip-content.h"

/* What is copied: what of it is pasted where, and what leaves the program in which form. */

#define MUST(call)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GError *failure = NULL;                                                                        \
    gboolean done = (call) ? TRUE : FALSE;                                                         \
                                                                                                   \
    g_assert_no_error (failure);                                                                   \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

static GPtrArray *
all_elements (World *world)
{
  GPtrArray *objects = g_ptr_array_new ();

  g_ptr_array_add (objects, world->ask);
  g_ptr_array_add (objects, world->check);
  g_ptr_array_add (objects, world->answer);
  return objects;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  *(GInputStream **) data = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                       &error);
  g_assert_no_error (error);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* What another program gets that asks the clipboard for @mime_type. */
static GBytes *
write_as (World *world, GdkContentProvider *content, const char *mime_type)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (world->canvas));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  gboolean done = FALSE;

  gdk_clipboard_set_content (clipboard, content);
  gdk_clipboard_read_async (clipboard, (const char *[]){ mime_type, NULL }, G_PRIORITY_DEFAULT,
                            NULL, read_cb, &stream);
  while (stream == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET | G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
      G_PRIORITY_DEFAULT, NULL, spliced_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (data + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_offers_every_form (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) objects = all_elements (world);
  g_autoptr (GdkContentProvider) content = lijn_clip_content_new (world->map, objects, NULL);
  g_autoptr (GBytes) svg = write_as (world, content, "image/svg+xml");
  g_autoptr (GBytes) png = write_as (world, content, "image/png");
  g_autoptr (GBytes) text = write_as (world, content, "text/plain;charset=utf-8");
  g_autoptr (GBytes) own = write_as (world, content, LIJN_CLIP_MIME_TYPE);

  g_assert_true (holds (svg, "<svg"));
  g_assert_true (holds (svg, "</svg>"));
  g_assert_false (holds (svg, "0000000000")); /* no letter stands far outside */
  g_assert_true (holds (png, "PNG"));
  g_assert_true (holds (text, "Customer / Desk: Ask\n"));
  g_assert_true (holds (own, "Answer"));
  world_free (world);
}

/* A lane carries what is in it, also when it is collapsed; cutting it asks first. */
static void
test_lane_is_what_is_in_it (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) lane = g_ptr_array_new ();
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GBytes) own = NULL;

  MUST (lijn_edit_collapse_lane (world->desk, TRUE, &failure));
  g_ptr_array_add (lane, world->desk);
  content = lijn_clip_content_new (world->map, lane, NULL);
  own = write_as (world, content, LIJN_CLIP_MIME_TYPE);
  g_assert_true (holds (own, "Ask"));
  g_assert_true (holds (own, "Check"));

  lijn_view_select (world->view, LIJN_OBJECT (world->desk));
  world_act (world, "canvas.cut");
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (world->desk)));
  world_free (world);
}

/* The pictures show what there was when it was copied, also when it is gone. */
static void
test_pictures_outlive_what_they_show (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) objects = all_elements (world);
  g_autoptr (GdkContentProvider) content = lijn_clip_content_new (world->map, objects, NULL);
  g_autoptr (GBytes) before = write_as (world, content, "image/png");
  g_autoptr (GBytes) after = NULL;

  MUST (lijn_edit_remove (objects, &failure));
  after = write_as (world, content, "image/png");
  g_assert_true (g_bytes_equal (before, after));
  world_free (world);
}

/* In no form does anything private leave, and nothing shows that it is there. */
static void
test_nothing_private_leaves (void)
{
  static const char *const forms[] = { "image/svg+xml", "image/png", "text/plain;charset=utf-8",
                                       LIJN_CLIP_MIME_TYPE };
  World *world = world_new ();
  const char *customer = lijn_object_get_id (LIJN_OBJECT (world->customer));
  g_autoptr (GPtrArray) with = all_elements (world);
  g_autoptr (GPtrArray) without = all_elements (world);
  g_autoptr (GdkContentProvider) all = NULL;
  g_autoptr (GdkContentProvider) shared = NULL;

  MUST (lijn_edit_rename (LIJN_OBJECT (world->check), "Secret", &failure));
  MUST (lijn_edit_set (LIJN_OBJECT (world->check), "private_to", customer, &failure));
  MUST (lijn_edit_add_friction (LIJN_OBJECT (world->check), 0, 0, world->customer, "Hidden words",
                                &failure));
  g_ptr_array_remove (without, world->check);
  all = lijn_clip_content_new (world->map, with, NULL);
  shared = lijn_clip_content_new (world->map, without, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) one = write_as (world, all, forms[i]);
      g_autoptr (GBytes) other = write_as (world, shared, forms[i]);

      g_assert_false (holds (one, "Secret"));
      g_assert_false (holds (one, "Hidden words"));
      g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (other));
    }
  world_free (world);
}

static LijnElement *
named (GPtrArray *made, const char *name)
{
  for (guint i = 0; i < made->len; i++)
    if (g_str_equal (lijn_object_get_name (g_ptr_array_index (made, i)), name))
      return g_ptr_array_index (made, i);
  return NULL;
}

/* In another program: lanes by role and name, the interface with what is known of it. */
static void
test_into_another_project (void)
{
  World *world = world_new (), *other = world_new ();
  g_autoptr (GPtrArray) objects = all_elements (world);
  g_autoptr (LijnClip) clip = NULL;
  g_autoptr (LijnClip) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) made = NULL;
  guint before = world_revisions (other);
  LijnInterface *interface = NULL;
  GError *error = NULL;

  MUST (lijn_edit_set (LIJN_OBJECT (world->interface), "deliverable", "The form", &failure));
  MUST (lijn_edit_set (LIJN_OBJECT (world->interface), "norm_minutes", "90", &failure));
  MUST (lijn_edit_set (LIJN_OBJECT (world->check), "work_minutes", "20", &failure));
  MUST (lijn_edit_set (LIJN_OBJECT (world->check), "marker", lijn_marker_nicks[LIJN_MARKER_TIMER],
                       &failure));
  MUST (lijn_edit_rename (LIJN_OBJECT (world_flow (world, world->ask, world->check)), "then",
                          &failure));
  clip = lijn_clip_new (objects);
  bytes = lijn_clip_to_bytes (clip);
  read = lijn_clip_from_bytes (bytes, &error);
  g_assert_no_error (error);

  made = lijn_clip_paste (read, other->map, other->back, 24, 24, "Paste", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpuint (world_revisions (other), ==, before + 1);
  g_assert_true (lijn_element_get_lane (named (made, "Ask")) == other->desk);
  g_assert_true (lijn_element_get_lane (named (made, "Answer")) == other->intake);
  g_assert_cmpfloat (lijn_element_get_work_minutes (named (made, "Check")), ==, 20);
  g_assert_cmpint (lijn_element_get_marker (named (made, "Check")), ==, LIJN_MARKER_TIMER);
  g_assert_cmpstr (
      lijn_flow_get_name (world_flow (other, named (made, "Ask"), named (made, "Check"))), ==,
      "then");
  interface = lijn_flow_get_interface (
      world_flow (other, named (made, "Ask"), named (made, "Answer")));
  g_assert_nonnull (interface);
  g_assert_true (interface != other->interface);
  g_assert_cmpstr (lijn_interface_get_deliverable (interface), ==, "The form");
  g_assert_cmpfloat (lijn_interface_get_norm_minutes (interface), ==, 90);
  world_free (other);
  world_free (world);
}

/* Where no lane fits, all of it goes to the one given, and nothing lies on something else. */
static void
test_into_one_lane (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) objects = all_elements (world);
  g_autoptr (LijnClip) clip = lijn_clip_new (objects);
  g_autoptr (GPtrArray) made = NULL;
  GError *error = NULL;
  LijnMap *map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Later", &error);
  LijnLane *lane = lijn_edit_add_lane (map, world->supplier, "Office", NULL, &error);

  g_assert_no_error (error);
  made = lijn_clip_paste (clip, map, lane, 0, 0, "Paste", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < made->len; i++)
    {
      g_assert_true (lijn_element_get_lane (g_ptr_array_index (made, i)) == lane);
      for (guint j = 0; j < i; j++)
        {
          LijnRect one, other;

          lijn_layout_get_element_rect (lijn_layout_of (map), g_ptr_array_index (made, i), &one);
          lijn_layout_get_element_rect (lijn_layout_of (map), g_ptr_array_index (made, j), &other);
          g_assert_false (lijn_rect_intersects (&one, &other));
        }
    }
  world_free (world);
}

/* A single step goes to the lane and place pointed at. */
static void
test_at_a_place (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (LijnClip) clip = NULL;
  g_autoptr (GPtrArray) made = NULL;
  LijnPoint at = world_in_lane (world, world->back, 420);
  GError *error = NULL;
  LijnRect rect;

  g_ptr_array_add (one, world->ask);
  clip = lijn_clip_new (one);
  made = lijn_clip_paste_at (clip, world->map, world->back, &at, "Paste", &error);
  g_assert_no_error (error);
  g_assert_true (lijn_element_get_lane (g_ptr_array_index (made, 0)) == world->back);
  lijn_layout_get_element_rect (world->canvas->layout, g_ptr_array_index (made, 0), &rect);
  g_assert_true (lijn_rect_contains (&rect, at.x, at.y));
  world_free (world);
}

/* Bytes from elsewhere are read or refused, whatever they are. */
static void
test_hostile_bytes (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) objects = all_elements (world);
  g_autoptr (LijnClip) clip = lijn_clip_new (objects);
  g_autoptr (GBytes) good = lijn_clip_to_bytes (clip);
  guint32 seed = g_test_rand_int_range (0, G_MAXINT);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 400; round++)
    {
      gsize size = g_bytes_get_size (good);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (good, NULL), size);
      g_autoptr (GBytes) bad = NULL;
      g_autoptr (LijnClip) read = NULL;
      g_autoptr (GPtrArray) made = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 1 + round % 5; i++)
        data[g_rand_int_range (random, 0, (int) size)] = (guint8) g_rand_int_range (random, 0, 256);
      size = round % 7 == 0 ? (gsize) g_rand_int_range (random, 0, (int) size) : size;
      bad = g_bytes_new (data, size);
      read = lijn_clip_from_bytes (bad, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read == NULL || round % 8 != 0)
        continue;
      made = lijn_clip_paste (read, world->map, world->desk, 0, 0, "Paste", &error);
      g_assert_true ((made == NULL) == (error != NULL));
    }
  world_free (world);
}

/* Plain lines are steps, whatever words they begin with; capture text is capture text. */
static void
test_lines (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  g_autoptr (GPtrArray) made = NULL;
  GError *error = NULL;

  made = lijn_clip_paste_text ("- Team meeting\n2. Look up\n\nSupplier / Intake: Send\n"
                               "! Customer 4: Too late\n",
                               world->map, world->check, world->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpuint (made->len, ==, 4);
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (made, 0)), ==, "Team meeting");
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (made, 1)), ==, "Look up");
  g_assert_true (lijn_element_get_lane (g_ptr_array_index (made, 2)) == world->intake);
  g_assert_true (LIJN_IS_FRICTION (g_ptr_array_index (made, 3)));
  g_assert_nonnull (world_flow (world, world->check, g_ptr_array_index (made, 0)));
  g_assert_nonnull (world_flow (world, g_ptr_array_index (made, 1), g_ptr_array_index (made, 2)));

  /* A line that is wrong leaves everything as it was. */
  g_clear_pointer (&made, g_ptr_array_unref);
  made = lijn_clip_paste_text ("One more\nNobody -> Nothing\n", world->map, world->check,
                               world->desk, &error);
  g_assert_null (made);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

/* What is pasted or duplicated covers nothing that was there, however often. */
static void
test_keeps_clear (void)
{
  World *world = world_new ();
  GPtrArray *elements = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  lijn_view_toggle (world->view, LIJN_OBJECT (world->answer));
  for (guint i = 0; i < 4; i++)
    {
      world_act (world, "canvas.duplicate");
      world_settle (world);
    }
  elements = lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "map",
                                     LIJN_OBJECT (world->map));
  g_assert_cmpuint (elements->len, ==, 12);
  for (guint i = 0; i < elements->len; i++)
    for (guint j = 0; j < i; j++)
      {
        LijnRect one, other;

        g_assert_true (
            lijn_layout_get_element_rect (world->canvas->layout, elements->pdata[i], &one));
        g_assert_true (
            lijn_layout_get_element_rect (world->canvas->layout, elements->pdata[j], &other));
        g_assert_false (lijn_rect_intersects (&one, &other));
      }
  world_free (world);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/clip/every-form", test_offers_every_form);
  g_test_add_func ("/clip/lane", test_lane_is_what_is_in_it);
  g_test_add_func ("/clip/pictures-outlive", test_pictures_outlive_what_they_show);
  g_test_add_func ("/clip/nothing-private", test_nothing_private_leaves);
  g_test_add_func ("/clip/another-project", test_into_another_project);
  g_test_add_func ("/clip/one-lane", test_into_one_lane);
  g_test_add_func ("/clip/at-a-place", test_at_a_place);
  g_test_add_func ("/clip/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/clip/lines", test_lines);
  g_test_add_func ("/clip/keeps-clear", test_keeps_clear);
  return g_test_run ();
}
