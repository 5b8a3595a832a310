/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* The widget actions. Each is one verb, or view state; whether it can be done now is told to menus and
 * buttons by its enabled state. While a name is typed, the keys are the entry's: only what goes on to
 * the next element stays enabled. */

#define ZOOM_STEP 1.25

typedef enum
{
  NEEDS_MAP,
  NEEDS_EDIT, /* a map that can be written */
  NEEDS_SELECTION,
  NEEDS_EDIT_SELECTION,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_NAME, /* one thing that can be renamed */
  NEEDS_ELEMENT, /* one from which flows can lead */
  NEEDS_TWO, /* elements */
  NEEDS_THREE,
  NEEDS_ASSUMED,
  NEEDS_FLOW, /* one that is selected alone */
  GOES_ON, /* as NEEDS_EDIT, and while a name is typed */
} Need;

static LijnProject *
project_of (LijnCanvas *self)
{
  return lijn_view_get_project (self->view);
}

static void
report (LijnCanvas *self, gboolean ok, GError *error)
{
  lijn_view_report (self->view, ok, error);
}

/* What comes before the selected element, to go on from when that is gone. */
static LijnElement *
element_before (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  GPtrArray *flows = NULL;

  if (!LIJN_IS_ELEMENT (object) || lijn_view_get_selection (self->view)->len != 1)
    return NULL;
  flows = lijn_project_referrers (project_of (self), LIJN_TABLE_FLOW, "target", object);
  return flows->len > 0 ? lijn_flow_get_source (g_ptr_array_index (flows, 0)) : NULL;
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  GPtrArray *selection = lijn_view_get_selection (self->view);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  LijnElement *before = element_before (self);
  gboolean ok;

  for (guint i = 0; i < selection->len; i++)
    g_ptr_array_add (objects, g_object_ref (g_ptr_array_index (selection, i)));
  if (objects->len == 0)
    return;
  if (g_str_equal (name, "canvas.cut"))
    lijn_canvas_copy (self);
  if (lijn_canvas_ask_to_remove (self))
    return;
  ok = lijn_edit_remove (objects, &error);
  if (ok && before != NULL && !lijn_object_is_gone (LIJN_OBJECT (before)))
    lijn_view_select (self->view, LIJN_OBJECT (before));
  report (self, ok, g_steal_pointer (&error));
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = lijn_view_get_selected (self->view);

  if (object != NULL)
    lijn_canvas_edit_name (self, object);
}

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) objects = NULL;
  LijnRect all;

  if (g_str_equal (name, "canvas.select-none"))
    {
      lijn_view_select (self->view, NULL);
      return;
    }
  all = lijn_layout_get_bounds (self->layout);
  objects = lijn_layout_find_in (self->layout, &all);
  lijn_view_select_many (self->view, objects);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_copy (LIJN_CANVAS (widget));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_paste (LIJN_CANVAS (widget));
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_duplicate (LIJN_CANVAS (widget));
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  if (g_str_equal (name, "canvas.zoom-in"))
    lijn_canvas_zoom_by (self, ZOOM_STEP);
  else if (g_str_equal (name, "canvas.zoom-out"))
    lijn_canvas_zoom_by (self, 1 / ZOOM_STEP);
  else
    lijn_canvas_zoom_by (self, 1 / lijn_view_get_zoom (self->view));
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_zoom_to_fit (LIJN_CANVAS (widget));
}

static void
zoom_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  GPtrArray *selection = lijn_view_get_selection (self->view);
  LijnRect all = { 0 }, rect;
  gboolean any = FALSE;

  for (guint i = 0; i < selection->len; i++)
    {
      if (!lijn_layout_get_object_bounds (self->layout, g_ptr_array_index (selection, i), &rect))
        continue;
      all = any ? lijn_rect_union (&all, &rect) : rect;
      any = TRUE;
    }
  if (any)
    lijn_canvas_fit (self, &all, LIJN_VIEW_ZOOM_MAX / 4);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    LijnElementKind kind;
  } kinds[] = {
    { "canvas.add-step", LIJN_ELEMENT_KIND_STEP },
    { "canvas.add-step-across", LIJN_ELEMENT_KIND_STEP },
    { "canvas.add-decision", LIJN_ELEMENT_KIND_DECISION },
    { "canvas.add-document", LIJN_ELEMENT_KIND_DOCUMENT },
    { "canvas.add-wait", LIJN_ELEMENT_KIND_WAIT },
    { "canvas.add-start", LIJN_ELEMENT_KIND_START },
    { "canvas.add-end", LIJN_ELEMENT_KIND_END },
    { "canvas.add-note", LIJN_ELEMENT_KIND_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].action))
      lijn_canvas_add_after_selected (LIJN_CANVAS (widget), kinds[i].kind,
                                      g_str_has_suffix (name, "-across") ? LIJN_ACROSS : LIJN_HERE);
}

static void
add_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  lijn_canvas_add_at (self, NULL, (LijnElementKind) g_variant_get_int32 (parameter),
                      &self->pressed.at);
}

static void
add_friction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnRect visible = lijn_canvas_get_visible (self);
  LijnPoint at = self->pressed.at;

  lijn_canvas_finish_naming (self);
  /* Nothing was pressed yet, or long ago and what is there has gone out of sight. */
  if ((at.x == 0 && at.y == 0) || !lijn_rect_contains (&visible, at.x, at.y))
    at = lijn_rect_center (&visible);
  lijn_canvas_add_friction (self, lijn_view_get_selected (self->view), &at);
}

static void
connect_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_begin_connect (LIJN_CANVAS (widget));
}

static void
make_room_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lijn_canvas_begin_room (LIJN_CANVAS (widget));
}

static void
renumber_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GError) error = NULL;
  gboolean ok = lijn_edit_renumber_interfaces (lijn_view_get_map (self->view), &error);

  report (self, ok, g_steal_pointer (&error));
}

static void
add_remark_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (lijn_canvas_can_edit (LIJN_CANVAS (widget)))
    lijn_canvas_word_new_remark (LIJN_CANVAS (widget));
}

static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GError) error = NULL;
  gboolean ok = lijn_edit_confirm (lijn_view_get_selected (self->view), NULL, &error);

  report (self, ok, g_steal_pointer (&error));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = lijn_view_get_selected (self->view);
  LijnRect rect;

  if (object != NULL && lijn_layout_get_object_bounds (self->layout, object, &rect))
    {
      lijn_canvas_bring_into_sight (self, &rect);
      rect = lijn_canvas_rect_from_map (self, &rect);
      lijn_canvas_pop_up_menu (self, rect.x + rect.width / 2, rect.y + rect.height / 2);
    }
  else
    lijn_canvas_pop_up_menu (self, gtk_widget_get_width (widget) / 2.0,
                             gtk_widget_get_height (widget) / 2.0);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  Need need;
} actions[] = {
  { "canvas.undo", NULL, lijn_canvas_undo_cb, NEEDS_UNDO },
  { "canvas.redo", NULL, lijn_canvas_undo_cb, NEEDS_REDO },
  { "canvas.delete", NULL, delete_cb, NEEDS_EDIT_SELECTION },
  { "canvas.rename", NULL, rename_cb, NEEDS_NAME },
  { "canvas.select-all", NULL, select_cb, NEEDS_MAP },
  { "canvas.select-none", NULL, select_cb, NEEDS_SELECTION },
  { "canvas.copy", NULL, copy_cb, NEEDS_SELECTION },
  { "canvas.cut", NULL, delete_cb, NEEDS_EDIT_SELECTION },
  { "canvas.paste", NULL, paste_cb, NEEDS_EDIT },
  { "canvas.duplicate", NULL, duplicate_cb, NEEDS_EDIT_SELECTION },
  { "canvas.zoom-in", NULL, zoom_cb, NEEDS_MAP },
  { "canvas.zoom-out", NULL, zoom_cb, NEEDS_MAP },
  { "canvas.zoom-100", NULL, zoom_cb, NEEDS_MAP },
  { "canvas.zoom-fit", NULL, zoom_fit_cb, NEEDS_MAP },
  { "canvas.zoom-selection", NULL, zoom_selection_cb, NEEDS_SELECTION },
  { "canvas.add-step", NULL, add_cb, GOES_ON },
  { "canvas.add-step-across", NULL, add_cb, GOES_ON },
  { "canvas.add-decision", NULL, add_cb, GOES_ON },
  { "canvas.add-document", NULL, add_cb, GOES_ON },
  { "canvas.add-wait", NULL, add_cb, GOES_ON },
  { "canvas.add-start", NULL, add_cb, GOES_ON },
  { "canvas.add-end", NULL, add_cb, GOES_ON },
  { "canvas.add-note", NULL, add_cb, GOES_ON },
  { "canvas.add-here", "i", add_here_cb, NEEDS_EDIT },
  { "canvas.add-friction", NULL, add_friction_cb, GOES_ON },
  { "canvas.add-remark", NULL, add_remark_cb, GOES_ON },
  { "canvas.connect", NULL, connect_cb, NEEDS_ELEMENT },
  { "canvas.take-flow", NULL, lijn_canvas_take_flow_cb, NEEDS_FLOW },
  { "canvas.make-room", NULL, make_room_cb, NEEDS_EDIT },
  { "canvas.renumber", NULL, renumber_cb, NEEDS_EDIT },
  { "canvas.align-left", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.align-center", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.align-right", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.align-top", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.align-middle", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.align-bottom", NULL, lijn_canvas_align_cb, NEEDS_TWO },
  { "canvas.distribute-across", NULL, lijn_canvas_distribute_cb, NEEDS_THREE },
  { "canvas.distribute-down", NULL, lijn_canvas_distribute_cb, NEEDS_THREE },
  { "canvas.pad", NULL, lijn_canvas_focus_pad_cb, NEEDS_SELECTION },
  { "canvas.confirm", NULL, confirm_cb, NEEDS_ASSUMED },
  { "canvas.tidy", NULL, lijn_canvas_tidy_cb, NEEDS_EDIT },
  { "canvas.route-again", NULL, lijn_canvas_route_again_cb, NEEDS_EDIT },
  { "canvas.menu", NULL, menu_cb, NEEDS_MAP },
};

static gboolean
is_assumed (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_assumed (LIJN_ELEMENT (object));
  if (LIJN_IS_INTERFACE (object))
    return lijn_interface_get_assumed (LIJN_INTERFACE (object));
  return FALSE;
}

static gboolean
is_met (LijnCanvas *self, Need need)
{
  gboolean edit = lijn_canvas_can_edit (self);
  LijnObject *object = NULL;
  LijnStore *store = NULL;

  if (self->view == NULL)
    return FALSE;
  if (self->naming != NULL)
    return need == GOES_ON;

  object = lijn_view_get_selected (self->view);
  store = lijn_project_get_store (project_of (self));
  switch (need)
    {
    case NEEDS_MAP:
      return self->layout != NULL;
    case NEEDS_EDIT:
    case GOES_ON:
      return edit;
    case NEEDS_SELECTION:
      return self->layout != NULL && object != NULL;
    case NEEDS_EDIT_SELECTION:
      return edit && object != NULL;
    case NEEDS_UNDO:
      return !lijn_store_is_read_only (store) && lijn_store_get_undo_label (store) != NULL;
    case NEEDS_REDO:
      return !lijn_store_is_read_only (store) && lijn_store_get_redo_label (store) != NULL;
    case NEEDS_NAME:
      return edit && object != NULL && lijn_canvas_can_rename (object);
    case NEEDS_ELEMENT:
      return edit && lijn_canvas_get_last_element (self) != NULL;
    case NEEDS_TWO:
      return edit && lijn_canvas_count_elements (self) >= 2;
    case NEEDS_THREE:
      return edit && lijn_canvas_count_elements (self) >= 3;
    case NEEDS_ASSUMED:
      return edit && object != NULL && is_assumed (object);
    case NEEDS_FLOW:
      return edit && LIJN_IS_FLOW (object) && lijn_view_get_selection (self->view)->len == 1;
    default:
      return FALSE;
    }
}

void
lijn_canvas_class_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  lijn_canvas_class_install_cluster (klass);
  lijn_canvas_class_install_talk (klass);
  lijn_canvas_class_install_lanes (klass);
  lijn_canvas_class_install_moving (klass);
}

void
lijn_canvas_update_actions (LijnCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   is_met (self, actions[i].need));
  lijn_canvas_update_lanes (self);
  lijn_canvas_update_moving (self);
  lijn_canvas_update_pad (self); /* what it offers depends on what can be done */
}
