/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"

/* The pad: a row of buttons beside the one thing that is selected, for what is done with it most. It
 * lies where it covers neither that nor, if that can be, anything else, and never beyond the canvas.
 * While the pointer or the focus is on a button that makes something, a ghost shows what and where.
 *
 * During a drag it is only made invisible: the drag may have begun on it, and would end with it. */

#define LEAST_ZOOM 0.3 /* below this the pad would hide more than it helps */

typedef enum
{
  ON_ELEMENT = 1 << 0,
  ON_INTERFACE = 1 << 1,
  ON_FLOW = 1 << 2,
} Bearer;

static const struct
{
  const char *icon, *action, *name, *tooltip;
  guint bearers;
  gboolean makes; /* an element of `kind`, `where` */
  LijnElementKind kind;
  LijnWhere where;
} tools[] = {
  { "lijn-step-symbolic", "canvas.add-step", N_ ("Next step"), N_ ("Next step (Return)"),
    ON_ELEMENT, TRUE, LIJN_ELEMENT_KIND_STEP, LIJN_HERE },
  { "lijn-hand-over-symbolic", "canvas.add-step-across", N_ ("Next step at the other party"),
    N_ ("Next step at the other party (Tab)"), ON_ELEMENT, TRUE, LIJN_ELEMENT_KIND_STEP,
    LIJN_ACROSS },
  { "lijn-decision-symbolic", "canvas.add-decision", N_ ("Decision after this"),
    N_ ("Decision after this (Alt+D)"), ON_ELEMENT, TRUE, LIJN_ELEMENT_KIND_DECISION, LIJN_HERE },
  { "lijn-connect-symbolic", "canvas.connect", N_ ("Connect"),
    N_ ("Connect: click or drag to where it leads (Alt+L)"), ON_ELEMENT, FALSE, 0, 0 },
  { "lijn-friction-symbolic", "canvas.add-friction", N_ ("Friction point"),
    N_ ("Friction point (Alt+F)"), ON_ELEMENT | ON_INTERFACE | ON_FLOW, FALSE, 0, 0 },
  { "lijn-confirm-symbolic", "canvas.confirm", N_ ("Confirm"), N_ ("Confirm (Alt+C)"),
    ON_ELEMENT | ON_INTERFACE, FALSE, 0, 0 },
  { "view-more-symbolic", "canvas.menu", N_ ("More"), N_ ("More (Shift+F10)"),
    ON_ELEMENT | ON_INTERFACE | ON_FLOW, FALSE, 0, 0 },
};

static guint
bearer_of (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_kind (LIJN_ELEMENT (object)) != LIJN_ELEMENT_KIND_GROUP ? ON_ELEMENT
                                                                                    : 0;
  return LIJN_IS_INTERFACE (object) ? ON_INTERFACE : LIJN_IS_FLOW (object) ? ON_FLOW : 0;
}

static guint
tool_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tool"));
}

/* Shows what @button would make, or no longer does. */
static void
preview (LijnCanvas *self, GtkWidget *button, gboolean shown)
{
  guint i = tool_of (button);

  if (shown && g_str_equal (tools[i].action, "canvas.add-friction"))
    lijn_canvas_preview_friction (self, lijn_view_get_selected (self->view));
  else if (!shown || !tools[i].makes)
    lijn_canvas_drop_ghost (self);
  else
    lijn_canvas_preview_after (self, lijn_canvas_get_last_element (self), tools[i].kind,
                               tools[i].where);
}

static LijnCanvas *
canvas_of (GtkWidget *button)
{
  return LIJN_CANVAS (gtk_widget_get_ancestor (button, LIJN_TYPE_CANVAS));
}

static void
enter_cb (GtkEventControllerMotion *controller, double x, double y, GtkWidget *button)
{
  preview (canvas_of (button), button, TRUE);
}

static void
leave_cb (GtkEventControllerMotion *controller, GtkWidget *button)
{
  preview (canvas_of (button), button, gtk_widget_has_focus (button));
}

static void
focus_cb (GtkWidget *button, GParamSpec *pspec, gpointer data)
{
  preview (canvas_of (button), button, gtk_widget_has_focus (button));
}

/* Dragging off the button that connects draws the flow. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, GtkWidget *button)
{
  LijnCanvas *self = canvas_of (button);
  LijnPointer pointer = { 0 };
  graphene_point_t at;
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->free_hand && gtk_drag_check_threshold (button, 0, 0, (int) dx, (int) dy))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      lijn_canvas_begin_connect (self);
    }
  if (!self->free_hand ||
      !gtk_widget_compute_point (button, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (x + dx), (float) (y + dy)), &at))
    return;
  pointer.x = (double) at.x;
  pointer.y = (double) at.y;
  pointer.at = lijn_canvas_to_map (self, pointer.x, pointer.y);
  lijn_canvas_motion (self, &pointer);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, GtkWidget *button)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture));

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) ==
      GTK_EVENT_SEQUENCE_CLAIMED)
    lijn_canvas_end_free_hand (canvas_of (button));
}

static void
add_drag (GtkWidget *button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), button);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), button);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (drag));
}

static GtkWidget *
new_button (guint i)
{
  GtkWidget *button = gtk_button_new_from_icon_name (tools[i].icon);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_object_set_data (G_OBJECT (button), "tool", GUINT_TO_POINTER (i));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tools[i].action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ (tools[i].tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (tools[i].name), -1);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), button);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), button);
  gtk_widget_add_controller (button, motion);
  g_signal_connect (button, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  if (g_str_equal (tools[i].action, "canvas.connect"))
    add_drag (button);
  return button;
}

/* Arrows go along the pad, Escape and Tab back to the map. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LijnCanvas *self)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      gtk_widget_child_focus (self->pad, GTK_DIR_LEFT);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      gtk_widget_child_focus (self->pad, GTK_DIR_RIGHT);
      return TRUE;
    case GDK_KEY_Escape:
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return TRUE;
    default:
      return FALSE;
    }
}

void
lijn_canvas_add_pad (LijnCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pad = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->pad, "lijn-pad");
  gtk_widget_set_visible (self->pad, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pad), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What comes next"), -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->pad, keys);
  gtk_widget_set_parent (self->pad, GTK_WIDGET (self));
}

/* Made for the first thing that is selected: a map is in sight sooner without. */
static void
add_buttons (LijnCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_box_append (GTK_BOX (self->pad), new_button (i));
}

/* Which kinds of thing have a pad, and when. Returns: Bearer, or 0 for no pad. */
static guint
find_bearer (LijnCanvas *self)
{
  if (self->layout == NULL || self->naming != NULL || self->held || !lijn_canvas_can_edit (self) ||
      lijn_view_get_tool (self->view) != LIJN_TOOL_SELECT ||
      lijn_view_get_selection (self->view)->len != 1)
    return 0;
  return bearer_of (lijn_view_get_selected (self->view));
}

static gboolean
has_focus (LijnCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->pad);
}

void
lijn_canvas_update_pad (LijnCanvas *self)
{
  guint bearer = self->drag == NULL ? find_bearer (self) : 0;

  gtk_widget_set_opacity (self->pad, self->drag == NULL ? 1 : 0);
  gtk_widget_set_can_target (self->pad, self->drag == NULL);
  if (self->drag != NULL)
    return;
  if (bearer == 0 && has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->touch)
    gtk_widget_add_css_class (self->pad, "touch");
  else
    gtk_widget_remove_css_class (self->pad, "touch");

  if (bearer != 0 && gtk_widget_get_first_child (self->pad) == NULL)
    add_buttons (self);
  for (GtkWidget *button = gtk_widget_get_first_child (self->pad); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button,
                            (tools[tool_of (button)].bearers & bearer) != 0 &&
                                (!g_str_equal (tools[tool_of (button)].action, "canvas.confirm") ||
                                 gtk_widget_get_sensitive (button)));
  gtk_widget_set_visible (self->pad, bearer != 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
lijn_canvas_focus_pad_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  if (gtk_widget_get_visible (self->pad))
    gtk_widget_child_focus (self->pad, GTK_DIR_TAB_FORWARD);
}

/* Off the canvas when what is selected is not to be seen, or leaves no room for the pad. */
void
lijn_canvas_allocate_pad (LijnCanvas *self)
{
  LijnObject *object = self->view != NULL ? lijn_view_get_selected (self->view) : NULL;
  LijnRect visible = { 0 }, around, place = { 0 };
  int width, height;

  if (!gtk_widget_get_visible (self->pad) || object == NULL)
    return;
  gtk_widget_measure (self->pad, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->pad, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  place.width = width;
  place.height = height;
  visible = lijn_canvas_get_visible (self);
  if (lijn_view_get_zoom (self->view) < LEAST_ZOOM ||
      !lijn_layout_get_object_bounds (self->layout, object, &around) ||
      !lijn_rect_intersects (&around, &visible))
    place = (LijnRect){ -2.0 * width, -2.0 * height, width, height };
  else
    {
      around = lijn_canvas_rect_from_map (self, &around);
      if (!lijn_canvas_find_pad_place (self, object, &around, &place))
        place = (LijnRect){ -2.0 * width, -2.0 * height, width, height };
    }
  gtk_widget_size_allocate (self->pad,
                            &(GtkAllocation){ (int) place.x, (int) place.y, width, height }, -1);
}
