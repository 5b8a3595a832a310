/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"

/* Zoom below which the names on a map cannot be read, and one at which they can. */
#define LEAST_READABLE 0.4
#define READABLE 0.8

/* The widget itself: it follows a view and the layout of the view's map, and holds its few children.
 * What it does with pointer and keys, and how it draws, is in the files that lijn-canvas-private.h
 * names. */

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LijnCanvas, lijn_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
layout_changed_cb (LijnLayout *layout, const LijnRect *area, LijnCanvas *self)
{
  lijn_canvas_first_place (self); /* of a map that was empty until now */
  lijn_canvas_layout_changed (self, area);
}

static void
set_layout (LijnCanvas *self, LijnLayout *layout)
{
  if (layout == self->layout)
    return;

  lijn_canvas_give_up (self);
  lijn_canvas_cancel_naming (self);
  lijn_canvas_drop_ghost (self);
  g_clear_object (&self->hovered);
  self->hot = LIJN_HANDLE_NONE;
  g_clear_object (&self->hovered_header);
  g_clear_object (&self->ring_center);
  if (self->layout != NULL)
    g_clear_signal_handler (&self->layout_id, self->layout);
  g_set_object (&self->layout, layout);
  if (layout != NULL)
    self->layout_id = g_signal_connect (layout, "changed", G_CALLBACK (layout_changed_cb), self);
  lijn_canvas_forget_painted (self);
  lijn_canvas_settle_place (self);
  lijn_canvas_first_place (self);
  lijn_canvas_apply_place (self);
}

static void
map_cb (LijnView *view, GParamSpec *pspec, LijnCanvas *self)
{
  set_layout (self, lijn_view_get_layout (view));
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_speech (self);
}

static void
zoom_cb (LijnView *view, GParamSpec *pspec, LijnCanvas *self)
{
  lijn_canvas_apply_place (self);
}

static void
palette_cb (LijnView *view, GParamSpec *pspec, LijnCanvas *self)
{
  lijn_canvas_forget_painted (self);
}

static void
focus_mode_cb (LijnView *view, GParamSpec *pspec, LijnCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tool_cb (LijnView *view, GParamSpec *pspec, LijnCanvas *self)
{
  lijn_canvas_give_up (self);
  lijn_canvas_update_cursor (self);
  lijn_canvas_update_pad (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_cb (LijnView *view, LijnCanvas *self)
{
  lijn_canvas_forget_surroundings (self);
  lijn_canvas_selection_changed (self);
  lijn_canvas_update_actions (self);
  lijn_canvas_update_speech (self);
}

gboolean
lijn_canvas_come_near (LijnCanvas *self, const LijnRect *rect, double least)
{
  if (lijn_view_get_zoom (self->view) >= least)
    return FALSE;
  lijn_view_set_zoom (self->view, READABLE);
  lijn_canvas_center (self, rect);
  return TRUE;
}

static void
show (LijnCanvas *self, LijnObject *object, gboolean in_the_middle)
{
  LijnRect rect;

  if (self->layout == NULL || !lijn_layout_get_object_bounds (self->layout, object, &rect))
    return;
  /* On a map seen from afar nobody would find what is shown; a lane or party is large enough. */
  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) ||
      !lijn_canvas_come_near (self, &rect, LEAST_READABLE))
    {
      if (in_the_middle)
        lijn_canvas_center (self, &rect);
      else
        lijn_canvas_bring_into_sight (self, &rect);
    }
  lijn_canvas_flash (self, &rect, 1);
}

static void
shown_cb (LijnView *view, LijnObject *object, LijnCanvas *self)
{
  show (self, object, TRUE);
}

void
lijn_canvas_show_made (LijnCanvas *self, LijnObject *object)
{
  if (self->view != NULL)
    show (self, object, FALSE);
}

static void
went_cb (LijnView *view, LijnCanvas *self)
{
  lijn_canvas_stop_travel (self);
  lijn_canvas_apply_place (self);
  lijn_canvas_update_actions (self);
}

static void
refreshed_cb (LijnProject *project, LijnChanges *changes, LijnCanvas *self)
{
  /* What is being dragged may have changed under the pointer. */
  lijn_canvas_give_up (self);
  lijn_canvas_drop_ghost (self);
  if (self->hovered != NULL && lijn_object_is_gone (LIJN_OBJECT (self->hovered)))
    g_clear_object (&self->hovered);
  lijn_canvas_forget_surroundings (self);
  lijn_canvas_refreshed (self, changes);
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_speech (self);
}

static void
committed_cb (LijnStore *store, LijnCanvas *self)
{
  lijn_canvas_update_actions (self);
}

static void
follow (LijnCanvas *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  const struct
  {
    const char *signal;
    GCallback callback;
  } wanted[] = {
    { "notify::map", G_CALLBACK (map_cb) },
    { "notify::zoom", G_CALLBACK (zoom_cb) },
    { "notify::palette", G_CALLBACK (palette_cb) },
    { "notify::tool", G_CALLBACK (tool_cb) },
    { "notify::overlay", G_CALLBACK (palette_cb) },
    { "notify::focus-mode", G_CALLBACK (focus_mode_cb) },
    { "selection-changed", G_CALLBACK (selection_cb) },
    { "shown", G_CALLBACK (shown_cb) },
    { "went", G_CALLBACK (went_cb) },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (wanted) == G_N_ELEMENTS (self->view_ids));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    self->view_ids[i] = g_signal_connect (self->view, wanted[i].signal, wanted[i].callback, self);
  self->refreshed_id = g_signal_connect (project, "refreshed", G_CALLBACK (refreshed_cb), self);
  self->committed_id = g_signal_connect (lijn_project_get_store (project), "committed",
                                         G_CALLBACK (committed_cb), self);
}

static void
unfollow (LijnCanvas *self)
{
  LijnProject *project = lijn_view_get_project (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (self->view_ids); i++)
    g_clear_signal_handler (&self->view_ids[i], self->view);
  g_clear_signal_handler (&self->refreshed_id, project);
  g_clear_signal_handler (&self->committed_id, lijn_project_get_store (project));
}

GtkWidget *
lijn_canvas_new (LijnView *view)
{
  return g_object_new (LIJN_TYPE_CANVAS, "view", view, NULL);
}

LijnView *
lijn_canvas_get_view (LijnCanvas *self)
{
  return self->view;
}

void
lijn_canvas_set_view (LijnCanvas *self, LijnView *view)
{
  if (view == self->view)
    return;

  if (self->view != NULL)
    {
      set_layout (self, NULL);
      unfollow (self);
    }
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      follow (self);
      set_layout (self, lijn_view_get_layout (view));
    }
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_pad (self);
  lijn_canvas_update_speech (self);
  lijn_canvas_update_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

void
lijn_canvas_zoom_to_fit (LijnCanvas *self)
{
  LijnRect all;

  if (self->layout == NULL)
    return;
  all = lijn_layout_get_bounds (self->layout);
  lijn_view_mark_place (self->view);
  lijn_canvas_fit (self, &all, LIJN_VIEW_ZOOM_MAX / 4);
}

gboolean
lijn_canvas_can_edit (LijnCanvas *self)
{
  return self->layout != NULL &&
         !lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (self->view)));
}

/* Without lanes the page around the canvas says how to begin. It says what can be done where the focus
 * is. */
void
lijn_canvas_update_hint (LijnCanvas *self)
{
  LijnMap *map = self->view != NULL ? lijn_view_get_map (self->view) : NULL;
  LijnProject *project = map != NULL ? lijn_view_get_project (self->view) : NULL;
  gboolean empty =
      map != NULL &&
      lijn_project_referrers (project, LIJN_TABLE_LANE, "map", LIJN_OBJECT (map))->len > 0 &&
      lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map", LIJN_OBJECT (map))->len == 0;

  gtk_label_set_text (GTK_LABEL (self->hint),
                      gtk_widget_has_focus (GTK_WIDGET (self))
                          ? _ ("Press Return for the first step, or type in the line below")
                          : _ ("Type who does what in the line below, or click in a lane and press "
                               "Return"));
  gtk_widget_set_visible (self->hint, empty && self->naming == NULL && self->drag == NULL);
}

/* Floats over the upper edge, where it hides least of the lanes. */
static GtkWidget *
new_hint (void)
{
  GtkWidget *hint = gtk_label_new (NULL);

  gtk_widget_add_css_class (hint, "lijn-hint");
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_set_can_target (hint, FALSE);

  return hint;
}

static void
lijn_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;

  /* Children lie over the map where there is room; they do not ask for any. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
allocate_hint (LijnCanvas *self, int width, int height)
{
  int least, wide, high;

  if (!gtk_widget_get_visible (self->hint))
    return;
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
  wide = MAX (least, MIN (wide, width));
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
  gtk_widget_size_allocate (
      self->hint,
      &(GtkAllocation){ (width - wide) / 2, CLAMP ((height - high) / 2, 0, 18), wide, high }, -1);
}

static void
lijn_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  self->allocating = TRUE;
  lijn_canvas_keep_corner (self);
  lijn_canvas_first_place (self);
  lijn_canvas_apply_place (self);
  self->allocating = FALSE;
  allocate_hint (self, width, height);
  lijn_canvas_allocate_naming (self);
  lijn_canvas_allocate_pad (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
lijn_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LijnCanvas *self = LIJN_CANVAS (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[0]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[1]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[0]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[1]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lijn_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LijnCanvas *self = LIJN_CANVAS (object);

  switch (id)
    {
    case PROP_VIEW:
      lijn_canvas_set_view (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      lijn_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      lijn_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[0] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[1] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lijn_canvas_dispose (GObject *object)
{
  LijnCanvas *self = LIJN_CANVAS (object);

  lijn_canvas_set_view (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->pad, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  lijn_canvas_place_dispose (self);
  lijn_canvas_forget_surroundings (self);
  lijn_canvas_tidy_dispose (self);
  lijn_canvas_draw_dispose (self);

  G_OBJECT_CLASS (lijn_canvas_parent_class)->dispose (object);
}

static void
lijn_canvas_class_init (LijnCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lijn_canvas_dispose;
  object_class->get_property = lijn_canvas_get_property;
  object_class->set_property = lijn_canvas_set_property;
  widget_class->measure = lijn_canvas_measure;
  widget_class->size_allocate = lijn_canvas_size_allocate;
  widget_class->snapshot = lijn_canvas_snapshot;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, LIJN_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                              G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  lijn_canvas_class_install_actions (widget_class);
  lijn_canvas_class_bind_keys (widget_class);
}

static void
lijn_canvas_init (LijnCanvas *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->hint = new_hint ();
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  lijn_canvas_add_pad (self);
  lijn_canvas_draw_init (self);
  lijn_canvas_tidy_init (self);
  lijn_canvas_place_init (self);
  lijn_canvas_add_gestures (self);
  lijn_canvas_add_drop (self);
  lijn_canvas_add_keys (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_actions (self);
}
