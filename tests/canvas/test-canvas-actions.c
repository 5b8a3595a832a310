/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-naming.h"
#include "lijn-clip.h"
#include "lijn-rules.h"

/* Every action by its effect on the file and on what is selected. */

static guint
count_elements (World *world)
{
  return lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "map",
                                 LIJN_OBJECT (world->map))
      ->len;
}

static void
test_next_step (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnElement *made = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.add-step");
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_type (world, "  Write \t down ");
  made = world_selected (world);
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (made)), ==, "Write down");
  g_assert_true (lijn_element_get_lane (made) == world->desk);
  g_assert_nonnull (world_flow (world, world->check, made));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (world->canvas)));
  world_free (world);
}

/* Across the line, to where the other party was last; and so an interface. */
static void
test_across (void)
{
  World *world = world_new ();
  LijnElement *made = NULL, *back = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.add-step-across");
  world_type (world, "Note it");
  made = world_selected (world);
  g_assert_true (lijn_element_get_lane (made) == world->intake);
  g_assert_nonnull (lijn_flow_get_interface (world_flow (world, world->check, made)));

  world_act (world, "canvas.add-step-across");
  world_type (world, "Read it");
  back = world_selected (world);
  g_assert_true (lijn_element_get_lane (back) == world->desk);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

static void
test_kinds (void)
{
  const struct
  {
    const char *action;
    LijnElementKind kind;
  } kinds[] = {
    { "canvas.add-decision", LIJN_ELEMENT_KIND_DECISION },
    { "canvas.add-document", LIJN_ELEMENT_KIND_DOCUMENT },
    { "canvas.add-wait", LIJN_ELEMENT_KIND_WAIT },
    { "canvas.add-start", LIJN_ELEMENT_KIND_START },
    { "canvas.add-end", LIJN_ELEMENT_KIND_END },
    { "canvas.add-note", LIJN_ELEMENT_KIND_NOTE },
  };
  World *world = world_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint before = world_revisions (world);

      lijn_view_select (world->view, LIJN_OBJECT (world->check));
      world_act (world, kinds[i].action);
      world_type (world, "Thing");
      g_assert_cmpstr (world->messages->str, ==, "");
      g_assert_cmpint (lijn_element_get_kind (world_selected (world)), ==, kinds[i].kind);
      g_assert_cmpuint (world_revisions (world), ==, before + 1);
      world_act (world, "canvas.undo");
    }
  world_free (world);
}

/* What comes after a decision is asked for with its answer, which the usual ones propose. */
static void
test_branches (void)
{
  World *world = world_new ();
  LijnElement *decision = NULL;
  const char *proposed[] = { "yes", "no", "" };
  const char *labels[] = { "yes", "not yet", "no" };

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_act (world, "canvas.add-decision");
  world_type (world, "Complete?");
  decision = world_selected (world);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      guint before = world_revisions (world);
      LijnFlow *flow = NULL;

      lijn_view_select (world->view, LIJN_OBJECT (decision));
      world_act (world, "canvas.add-step");
      g_assert_cmpstr (
          gtk_editable_get_text (GTK_EDITABLE (lijn_canvas_get_name_text (world->canvas))), ==,
          i == 2 ? "no" : proposed[i]);
      world_type (world, labels[i]);
      g_assert_cmpuint (world_revisions (world), ==, before);
      world_type (world, "Branch");
      flow = world_flow (world, decision, world_selected (world));
      g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (flow)), ==, labels[i]);
      g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (world_selected (world))), ==, "Branch");
      g_assert_cmpuint (world_revisions (world), ==, before + 1);
    }
  world_free (world);
}

/* Escape while the answer is asked for, and while the name is: nothing happened. Going on elsewhere
 * keeps the answer. */
static void
test_branch_given_up (void)
{
  World *world = world_new ();
  LijnElement *decision = NULL;
  guint before;

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_act (world, "canvas.add-decision");
  world_type (world, "Complete?");
  decision = world_selected (world);
  before = world_revisions (world);
  world_act (world, "canvas.add-step");
  lijn_canvas_cancel_naming (world->canvas);
  world_act (world, "canvas.add-step");
  world_type (world, "perhaps");
  lijn_canvas_cancel_naming (world->canvas);
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_true (world_selected (world) == decision);

  world_act (world, "canvas.add-end");
  gtk_editable_set_text (GTK_EDITABLE (lijn_canvas_get_name_text (world->canvas)), "never");
  world_click (world, (LijnPoint){ 900, 600 }, 0);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpuint (
      lijn_project_referrers (world->project, LIJN_TABLE_FLOW, "source", LIJN_OBJECT (decision))
          ->len,
      ==, 1);
  world_free (world);
}

static void
test_remark (void)
{
  World *world = world_new ();
  LijnRemark *remark = NULL;
  guint before = world_revisions (world);

  lijn_view_set_speaker (world->view, world->customer);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  world_act (world, "canvas.add-remark");
  world_type (world, "Who pays?");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_REMARK), ==, 1);
  remark = g_list_model_get_item (lijn_project_list (world->project, LIJN_TABLE_REMARK), 0);
  g_assert_cmpint (lijn_remark_get_kind (remark), ==, LIJN_REMARK_KIND_PARKED);
  g_assert_cmpstr (lijn_remark_get_text (remark), ==, "Who pays?");
  g_assert_true (lijn_remark_get_party (remark) == world->customer);
  g_object_unref (remark);
  g_assert_true (world_selected (world) == world->ask);

  /* Nothing said is nothing parked. */
  world_act (world, "canvas.add-remark");
  world_type (world, "");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

/* The entry for the words of a friction point covers nothing of what they are about. */
static void
test_friction_beside (void)
{
  World *world = world_new ();
  gpointer anchors[] = { world->ask, world->start, world->interface };

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      graphene_rect_t entry, anchor;
      LijnRect rect;

      lijn_view_select (world->view, anchors[i]);
      world_act (world, "canvas.add-friction");
      world_settle (world);
      g_assert_true (gtk_widget_compute_bounds (world->canvas->naming->entry,
                                                GTK_WIDGET (world->canvas), &entry));
      lijn_layout_get_object_bounds (world->canvas->layout, anchors[i], &rect);
      rect = lijn_canvas_rect_from_map (world->canvas, &rect);
      anchor = GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                                   (float) rect.height);
      g_assert_false (graphene_rect_intersection (&entry, &anchor, NULL));
      lijn_canvas_cancel_naming (world->canvas);
    }
  world_free (world);
}

static void
test_friction (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnFriction *friction = NULL;

  lijn_view_set_speaker (world->view, world->supplier);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  world_act (world, "canvas.add-friction");
  world_type (world, "The form is never whole");
  friction = LIJN_FRICTION (lijn_view_get_selected (world->view));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->ask));
  g_assert_true (lijn_friction_get_raised_by (friction) == world->supplier);
  g_assert_cmpstr (lijn_friction_get_supplier_words (friction), ==, "The form is never whole");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  world_act (world, "canvas.rename");
  world_type (world, "It is never whole");
  g_assert_cmpstr (lijn_friction_get_words (friction), ==, "It is never whole");
  world_free (world);
}

/* With nothing selected it is pinned where one looks, not in the corner of the map. */
static void
test_friction_in_sight (void)
{
  World *world = world_new ();
  LijnFriction *friction;
  LijnRect visible;
  LijnPoint tip;
  double size;

  lijn_canvas_zoom_to_fit (world->canvas);
  lijn_view_select (world->view, NULL);
  world_settle (world);
  visible = lijn_canvas_get_visible (world->canvas);
  world_act (world, "canvas.add-friction");
  world_type (world, "Nobody knows where it is");
  friction = LIJN_FRICTION (lijn_view_get_selected (world->view));
  g_assert_true (lijn_layout_get_pin (world->canvas->layout, friction, &tip, &size));
  g_assert_cmpfloat_with_epsilon (tip.x, lijn_rect_center (&visible).x, 20);
  g_assert_cmpfloat_with_epsilon (tip.y, lijn_rect_center (&visible).y, 20);
  world_free (world);
}

static void
test_delete (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  g_assert_false (world_can (world, "canvas.delete"));
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  g_assert_true (world_can (world, "canvas.delete"));
  world_act (world, "canvas.delete");
  g_assert_cmpuint (count_elements (world), ==, 3);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  /* One goes on from what was before it. */
  g_assert_true (world_selected (world) == world->ask);

  world_act (world, "canvas.undo");
  g_assert_cmpuint (count_elements (world), ==, 4);
  world_act (world, "canvas.redo");
  g_assert_cmpuint (count_elements (world), ==, 3);
  world_free (world);
}

static void
test_undo_shows_where (void)
{
  World *world = world_new ();
  const LijnPoint far = { 1200, 500 };
  GError *error = NULL;
  LijnRect visible;
  LijnPoint at;

  lijn_edit_rename (LIJN_OBJECT (world->ask), "Ask again", &error);
  g_assert_no_error (error);
  lijn_view_set_zoom (world->view, 3);
  lijn_view_set_place (world->view, &far);
  lijn_canvas_apply_place (world->canvas);
  world_act (world, "canvas.undo");
  g_assert_true (lijn_view_is_selected (world->view, LIJN_OBJECT (world->ask)));
  at = world_middle (world, world->ask);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_true (lijn_rect_contains (&visible, at.x, at.y));
  world_free (world);
}

/* What undo takes away is gone: its place is shown. */
static void
test_undo_shows_what_went (void)
{
  World *world = world_new ();
  const LijnPoint far = { 1200, 500 };
  LijnRect visible, rect;

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.add-end");
  world_type (world, "");
  g_assert_true (
      lijn_layout_get_element_rect (world->canvas->layout, world_selected (world), &rect));
  lijn_view_set_zoom (world->view, 3);
  lijn_view_set_place (world->view, &far);
  lijn_canvas_apply_place (world->canvas);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_false (lijn_rect_intersects (&visible, &rect));
  world_act (world, "canvas.undo");
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_true (lijn_rect_intersects (&visible, &rect));
  g_assert_cmpuint (world->canvas->flashed->len, >, 0);
  world_free (world);
}

static void
test_select (void)
{
  World *world = world_new ();

  world_act (world, "canvas.select-all");
  /* Four elements, three flows, an interface. */
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, ==, 8);
  world_act (world, "canvas.select-none");
  g_assert_null (lijn_view_get_selected (world->view));
  world_free (world);
}

static void
test_rename_all_kinds (void)
{
  World *world = world_new ();
  LijnFlow *flow = world_flow (world, world->ask, world->check);
  gpointer objects[] = { world->ask, flow, world->interface, world->desk, world->supplier };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      guint before = world_revisions (world);

      lijn_view_select (world->view, objects[i]);
      world_act (world, "canvas.rename");
      world_type (world, "Another name");
      g_assert_cmpstr (world->messages->str, ==, "");
      g_assert_cmpstr (lijn_object_get_name (objects[i]), ==, "Another name");
      g_assert_cmpuint (world_revisions (world), ==, before + 1);

      world_act (world, "canvas.rename");
      gtk_editable_set_text (GTK_EDITABLE (lijn_canvas_get_name_text (world->canvas)), "Not this");
      lijn_canvas_cancel_naming (world->canvas);
      g_assert_cmpuint (world_revisions (world), ==, before + 1);
    }
  world_free (world);
}

/* While a name is typed the keys are the entry's. */
static void
test_enabled (void)
{
  World *world = world_new ();

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  g_assert_true (world_can (world, "canvas.undo"));
  g_assert_false (world_can (world, "canvas.redo"));
  g_assert_false (world_can (world, "canvas.confirm"));
  world_act (world, "canvas.rename");
  g_assert_false (world_can (world, "canvas.undo"));
  g_assert_false (world_can (world, "canvas.delete"));
  g_assert_true (world_can (world, "canvas.add-step"));
  lijn_canvas_cancel_naming (world->canvas);
  world_act (world, "canvas.undo");
  g_assert_true (world_can (world, "canvas.redo"));
  world_free (world);
}

static void
test_duplicate (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  GPtrArray *selection = NULL;
  LijnElement *one = NULL, *other = NULL;
  g_autoptr (GPtrArray) both = g_ptr_array_new ();

  g_ptr_array_add (both, world->ask);
  g_ptr_array_add (both, world->check);
  lijn_view_select_many (world->view, both);
  world_act (world, "canvas.duplicate");
  g_assert_cmpuint (count_elements (world), ==, 6);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  selection = lijn_view_get_selection (world->view);
  g_assert_cmpuint (selection->len, ==, 2);
  one = g_ptr_array_index (selection, 0);
  other = g_ptr_array_index (selection, 1);
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (one)), ==, "Ask");
  g_assert_nonnull (world_flow (world, one, other));
  world_free (world);
}

static gboolean
has_six (World *world)
{
  return count_elements (world) == 6;
}

static void
test_copy_and_paste (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) both = g_ptr_array_new ();

  g_ptr_array_add (both, world->ask);
  g_ptr_array_add (both, world->answer);
  lijn_view_select_many (world->view, both);
  world_act (world, "canvas.copy");
  world_act (world, "canvas.paste");
  world_wait (world, has_six);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

/* Plain lines become steps, one after the other, as one edit. */
static void
test_paste_text (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  GPtrArray *made = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (world->canvas)),
                          "Look up\r\n\n  Supplier / Intake: Send  \n");
  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.paste");
  world_wait (world, has_six);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  made = lijn_view_get_selection (world->view);
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (made, 0)), ==, "Look up");
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (made, 1)), ==, "Send");
  g_assert_true (lijn_element_get_lane (g_ptr_array_index (made, 1)) == world->intake);
  g_assert_nonnull (world_flow (world, world->check, LIJN_ELEMENT (g_ptr_array_index (made, 0))));
  g_assert_nonnull (world_flow (world, g_ptr_array_index (made, 0), g_ptr_array_index (made, 1)));
  world_free (world);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
never (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What is private to a party is not given to other programs. */
static void
test_copy_shared_only (void)
{
  World *world = world_new ();
  GError *error = NULL;
  g_autofree char *text = NULL;
  guint tick;

  lijn_edit_set (LIJN_OBJECT (world->check), "private_to",
                 lijn_object_get_id (LIJN_OBJECT (world->customer)), &error);
  g_assert_no_error (error);
  world_act (world, "canvas.select-all");
  world_act (world, "canvas.copy");
  tick = g_timeout_add (20, never, NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (world->canvas)), NULL,
                                 text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_nonnull (strstr (text, "Customer / Desk: Ask\n"));
  g_assert_null (strstr (text, "Check"));
  world_free (world);
}

/* A copy of what is private is as private, and does not get into another project. */
static void
test_copies_stay_private (void)
{
  World *world = world_new (), *other = world_new ();
  const char *customer = lijn_object_get_id (LIJN_OBJECT (world->customer));
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (LijnClip) clip = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  GError *error = NULL;

  lijn_edit_set (LIJN_OBJECT (world->check), "private_to", customer, &error);
  g_assert_no_error (error);
  lijn_edit_set (LIJN_OBJECT (world_flow (world, world->ask, world->check)), "private_to", customer,
                 &error);
  g_assert_no_error (error);
  g_ptr_array_add (both, world->ask);
  g_ptr_array_add (both, world->check);
  clip = lijn_clip_new (both);

  made = lijn_clip_paste (clip, world->map, world->desk, 24, 24, "Paste", &error);
  g_assert_no_error (error);
  g_assert_null (lijn_element_get_private_to (made->pdata[0]));
  g_assert_true (lijn_element_get_private_to (made->pdata[1]) == world->customer);
  g_assert_true (lijn_flow_get_private_to (world_flow (world, made->pdata[0], made->pdata[1])) ==
                 world->customer);

  g_assert_cmpuint (lijn_clip_count_held_back (clip, world->map), ==, 0);
  g_assert_cmpuint (lijn_clip_count_held_back (clip, other->map), ==, 1);
  elsewhere = lijn_clip_paste (clip, other->map, other->desk, 24, 24, "Paste", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (elsewhere->len, ==, 1);
  g_assert_cmpstr (lijn_object_get_name (elsewhere->pdata[0]), ==, "Ask");

  g_ptr_array_remove (both, world->ask);
  g_clear_pointer (&clip, lijn_clip_unref);
  clip = lijn_clip_new (both);
  refused = lijn_clip_paste (clip, other->map, other->desk, 24, 24, "Paste", &error);
  g_assert_null (refused);
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY);
  g_clear_error (&error);
  g_assert_cmpuint (count_elements (other), ==, 5);
  world_free (other);
  world_free (world);
}

static void
test_zoom (void)
{
  World *world = world_new ();
  LijnRect all, visible;

  world_act (world, "canvas.zoom-in");
  g_assert_cmpfloat (lijn_view_get_zoom (world->view), ==, 1.25);
  world_act (world, "canvas.zoom-out");
  world_act (world, "canvas.zoom-out");
  g_assert_cmpfloat_with_epsilon (lijn_view_get_zoom (world->view), 0.8, 1e-9);
  world_act (world, "canvas.zoom-100");
  g_assert_cmpfloat_with_epsilon (lijn_view_get_zoom (world->view), 1, 1e-9);
  world_act (world, "canvas.zoom-fit");
  all = lijn_layout_get_bounds (world->canvas->layout);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_cmpfloat (visible.x, <=, all.x);
  g_assert_cmpfloat (visible.x + visible.width, >=, all.x + all.width);
  g_assert_cmpfloat (visible.y, <=, all.y);
  g_assert_cmpfloat (visible.y + visible.height, >=, all.y + all.height);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  world_act (world, "canvas.zoom-selection");
  g_assert_cmpfloat (lijn_view_get_zoom (world->view), >, 1.5);
  world_free (world);
}

static void
test_lanes (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) lanes = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->intake));
  world_act (world, "canvas.add-lane");
  world_type (world, "Front desk");
  lanes = lijn_map_list_lanes (world->map);
  g_assert_cmpuint (lanes->len, ==, 4);
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (lanes, 2)), ==, "Front desk");

  world_act (world, "canvas.move-up");
  g_clear_pointer (&lanes, g_ptr_array_unref);
  lanes = lijn_map_list_lanes (world->map);
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (lanes, 1)), ==, "Front desk");
  world_act (world, "canvas.move-down");
  world_act (world, "canvas.move-down");
  g_clear_pointer (&lanes, g_ptr_array_unref);
  lanes = lijn_map_list_lanes (world->map);
  g_assert_cmpstr (lijn_object_get_name (g_ptr_array_index (lanes, 3)), ==, "Front desk");
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

static void
test_tidy_and_routes (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  world_act (world, "canvas.tidy");
  world_act (world, "canvas.route-again");
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_cmpuint (world_revisions (world), <=, before + 2);
  world_free (world);
}

static void
test_confirm (void)
{
  World *world = world_new ();
  GError *error = NULL;

  lijn_edit_set (LIJN_OBJECT (world->answer), "assumed", "1", &error);
  g_assert_no_error (error);
  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  g_assert_true (world_can (world, "canvas.confirm"));
  world_act (world, "canvas.confirm");
  g_assert_false (lijn_element_get_assumed (world->answer));
  world_free (world);
}

static void
test_walk (void)
{
  World *world = world_new ();

  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  g_assert_true (world_selected (world) == world->start);
  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  g_assert_true (world_selected (world) == world->ask);
  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  g_assert_true (world_selected (world) == world->check);
  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  g_assert_true (world_selected (world) == world->check);
  lijn_canvas_walk (world->canvas, -1, 0, FALSE);
  g_assert_true (world_selected (world) == world->ask);
  lijn_canvas_walk (world->canvas, 0, 1, FALSE);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->interface));
  lijn_canvas_walk (world->canvas, 0, 1, FALSE);
  g_assert_true (world_selected (world) == world->answer);
  lijn_canvas_walk (world->canvas, 0, -1, TRUE);
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, ==, 2);
  world_free (world);
}

/* In lanes with nothing in them: words on how to begin. Without a map nothing can be done with one. */
static void
test_empty (void)
{
  World *world = world_new_empty ();

  g_assert_false (world_can (world, "canvas.select-all"));
  g_assert_false (world_can (world, "canvas.zoom-fit"));
  lijn_canvas_zoom_to_fit (world->canvas);
  world_free (world);

  world = world_new ();
  g_assert_false (gtk_widget_get_visible (world->canvas->hint));
  world_act (world, "canvas.select-all");
  world_act (world, "canvas.delete");
  g_assert_true (gtk_widget_get_visible (world->canvas->hint));
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/actions/next-step", test_next_step);
  g_test_add_func ("/actions/across", test_across);
  g_test_add_func ("/actions/kinds", test_kinds);
  g_test_add_func ("/actions/branches", test_branches);
  g_test_add_func ("/actions/friction", test_friction);
  g_test_add_func ("/actions/friction-in-sight", test_friction_in_sight);
  g_test_add_func ("/actions/delete", test_delete);
  g_test_add_func ("/actions/branch-given-up", test_branch_given_up);
  g_test_add_func ("/actions/remark", test_remark);
  g_test_add_func ("/actions/undo-shows-where", test_undo_shows_where);
  g_test_add_func ("/actions/undo-shows-what-went", test_undo_shows_what_went);
  g_test_add_func ("/actions/select", test_select);
  g_test_add_func ("/actions/rename-all-kinds", test_rename_all_kinds);
  g_test_add_func ("/actions/enabled", test_enabled);
  g_test_add_func ("/actions/duplicate", test_duplicate);
  g_test_add_func ("/actions/copy-and-paste", test_copy_and_paste);
  g_test_add_func ("/actions/paste-text", test_paste_text);
  g_test_add_func ("/actions/copy-shared-only", test_copy_shared_only);
  g_test_add_func ("/actions/copies-stay-private", test_copies_stay_private);
  g_test_add_func ("/actions/zoom", test_zoom);
  g_test_add_func ("/actions/lanes", test_lanes);
  g_test_add_func ("/actions/tidy-and-routes", test_tidy_and_routes);
  g_test_add_func ("/actions/confirm", test_confirm);
  g_test_add_func ("/actions/walk", test_walk);
  g_test_add_func ("/actions/empty", test_empty);
  g_test_add_func ("/actions/friction-beside", test_friction_beside);
  return g_test_run ();
}
