/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-overview-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The widget: the frame over the map, and how the mouse and the arrow keys move it. */

#define PAN_SHARE 0.1 /* of what is visible, for an arrow key */

G_DEFINE_FINAL_TYPE (LijnOverview, lijn_overview, GTK_TYPE_WIDGET)

static int
get_height (LijnOverview *self)
{
  return self->scale > 0 ? (int) CLAMP (ceil (self->area.height * self->scale),
                                        LIJN_OVERVIEW_LEAST_HEIGHT, LIJN_OVERVIEW_MOST_HEIGHT)
                         : LIJN_OVERVIEW_LEAST_HEIGHT;
}

/* Pixels from the left and top to where the map begins: it is centred. */
static LijnPoint
get_offset (LijnOverview *self)
{
  return (LijnPoint){
    (gtk_widget_get_width (GTK_WIDGET (self)) - self->area.width * self->scale) / 2,
    (gtk_widget_get_height (GTK_WIDGET (self)) - self->area.height * self->scale) / 2
  };
}

static void
shown_cb (LijnOverview *self)
{
  LijnLayout *layout = self->view != NULL ? lijn_view_get_layout (self->view) : NULL;
  gboolean shown = layout != NULL && lijn_view_get_overview (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    lijn_overview_set_layout (self, NULL);
  else if (layout != self->layout)
    lijn_overview_set_layout (self, layout);
}

/* What the canvas shows, in pixels here. */
static graphene_rect_t
get_frame (LijnOverview *self)
{
  LijnRect seen = lijn_canvas_get_visible (self->canvas);
  LijnPoint offset = get_offset (self);

  return GRAPHENE_RECT_INIT ((float) (offset.x + (seen.x - self->area.x) * self->scale),
                             (float) (offset.y + (seen.y - self->area.y) * self->scale),
                             (float) (seen.width * self->scale),
                             (float) (seen.height * self->scale));
}

static void
append_frame (LijnOverview *self, GtkSnapshot *snapshot)
{
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (self->view));
  graphene_rect_t frame = get_frame (self), whole, seen;
  GskRoundedRect outline;
  GdkRGBA line, inside;

  whole = GRAPHENE_RECT_INIT (1, 1, (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2,
                              (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2);
  if (!graphene_rect_intersection (&frame, &whole, &seen))
    return;
  lijn_color_to_rgba (&palette->ink, 0.75, &line);
  lijn_color_to_rgba (&palette->ink, 0.07, &inside);
  gtk_snapshot_append_color (snapshot, &inside, &seen);
  gsk_rounded_rect_init_from_rect (&outline, &seen, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.5, 1.5, 1.5, 1.5 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
lijn_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnOverview *self = LIJN_OVERVIEW (widget);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  GskRoundedRect round;
  GdkRGBA paper;

  if (self->layout == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&round, &whole, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  lijn_color_to_rgba (&lijn_palette_get (lijn_view_get_palette (self->view))->paper, 1, &paper);
  gtk_snapshot_append_color (snapshot, &paper, &whole);
  lijn_overview_append_strips (self, snapshot, get_offset (self));
  append_frame (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static LijnPoint
to_map (LijnOverview *self, double x, double y)
{
  LijnPoint offset = get_offset (self);

  return (LijnPoint){ self->area.x + (x - offset.x) / self->scale,
                      self->area.y + (y - offset.y) / self->scale };
}

/* Puts the middle of what the canvas shows at @middle. */
static void
go_to (LijnOverview *self, LijnPoint middle)
{
  LijnRect seen = lijn_canvas_get_visible (self->canvas);
  LijnPoint from = lijn_rect_center (&seen);
  double zoom = lijn_view_get_zoom (self->view);

  lijn_canvas_pan (self->canvas, (middle.x - from.x) * zoom, (middle.y - from.y) * zoom);
}

/* A press outside of the frame brings its middle there. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LijnOverview *self)
{
  LijnPoint at;
  LijnRect seen;

  if (self->layout == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  at = to_map (self, x, y);
  seen = lijn_canvas_get_visible (self->canvas);
  lijn_view_mark_place (self->view);
  if (!lijn_rect_contains (&seen, at.x, at.y))
    go_to (self, at);
  seen = lijn_canvas_get_visible (self->canvas);
  self->held.x = at.x - lijn_rect_center (&seen).x;
  self->held.y = at.y - lijn_rect_center (&seen).y;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, LijnOverview *self)
{
  double x = 0, y = 0;
  LijnPoint at;

  if (self->layout == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  at = to_map (self, x + dx, y + dy);
  go_to (self, (LijnPoint){ at.x - self->held.x, at.y - self->held.y });
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnOverview *self = LIJN_OVERVIEW (widget);
  int dx, dy;

  if (self->layout == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  lijn_canvas_pan (self->canvas, dx * PAN_SHARE * gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                   dy * PAN_SHARE * gtk_widget_get_height (GTK_WIDGET (self->canvas)));
  return TRUE;
}

static void
unfollow (LijnOverview *self)
{
  lijn_overview_set_layout (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->view_ids); i++)
    if (self->view != NULL)
      g_clear_signal_handler (&self->view_ids[i], self->view);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment_ids); i++)
    if (self->adjustments[i / 2] != NULL)
      g_clear_signal_handler (&self->adjustment_ids[i], self->adjustments[i / 2]);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_object (&self->view);
  g_clear_object (&self->canvas);
}

void
lijn_overview_set_canvas (LijnOverview *self, LijnCanvas *canvas)
{
  unfollow (self);
  if (canvas == NULL)
    return;

  self->canvas = g_object_ref (canvas);
  self->view = g_object_ref (lijn_canvas_get_view (canvas));
  self->view_ids[0] = g_signal_connect_swapped (self->view, "notify::map", G_CALLBACK (shown_cb),
                                                self);
  self->view_ids[1] = g_signal_connect_swapped (self->view, "notify::overview",
                                                G_CALLBACK (shown_cb), self);
  self->view_ids[2] = g_signal_connect_swapped (self->view, "notify::palette",
                                                G_CALLBACK (lijn_overview_repaint), self);
  self->view_ids[3] = g_signal_connect_swapped (self->view, "notify::overlay",
                                                G_CALLBACK (lijn_overview_repaint), self);
  self->adjustments[0] = g_object_ref (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (canvas)));
  self->adjustments[1] = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas)));
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment_ids); i++)
    self->adjustment_ids[i] = g_signal_connect_swapped (self->adjustments[i / 2],
                                                        i % 2 == 0 ? "changed" : "value-changed",
                                                        G_CALLBACK (gtk_widget_queue_draw), self);
  shown_cb (self);
}

guint
lijn_overview_count_painted (LijnOverview *self)
{
  return self->painted;
}

gboolean
lijn_overview_is_fresh (LijnOverview *self)
{
  return self->wait_id == 0 && self->paint_id == 0;
}

static void
lijn_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? LIJN_OVERVIEW_WIDTH
                            : get_height (LIJN_OVERVIEW (widget));
}

static void
lijn_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lijn_overview_parent_class)->map (widget);
  lijn_overview_begin_painting (LIJN_OVERVIEW (widget));
}

static void
lijn_overview_dispose (GObject *object)
{
  unfollow (LIJN_OVERVIEW (object));

  G_OBJECT_CLASS (lijn_overview_parent_class)->dispose (object);
}

static void
bind_arrows (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, arrow_cb, "(ii)", -1, 0);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, arrow_cb, "(ii)", 1, 0);
  gtk_widget_class_add_binding (klass, GDK_KEY_Up, 0, arrow_cb, "(ii)", 0, -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Down, 0, arrow_cb, "(ii)", 0, 1);
}

static void
lijn_overview_class_init (LijnOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_overview_dispose;
  widget_class->measure = lijn_overview_measure;
  widget_class->snapshot = lijn_overview_snapshot;
  widget_class->map = lijn_overview_map;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bind_arrows (widget_class);
}

static void
lijn_overview_init (LijnOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-floating");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Overview (Ctrl+Shift+M)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the map; arrow keys move what is in view"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
