/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-name-entry.h"

#include "lijn-type.h"

#define PADDING 6 /* pixels beside the text */

struct _LijnNameEntry
{
  GtkWidget parent_instance;

  GtkWidget *field;
  GdkRGBA paper, outline;
  gboolean done;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnNameEntry, lijn_name_entry, GTK_TYPE_WIDGET)

/* Once: taking the entry away moves the focus, which would end it again. */
static void
finish (LijnNameEntry *self, LijnNameEnd end)
{
  if (self->done)
    return;
  self->done = TRUE;
  g_signal_emit (self, signals[DONE], 0, (int) end);
}

static void
activate_cb (GtkText *field, LijnNameEntry *self)
{
  finish (self, LIJN_NAME_ENTERED);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LijnNameEntry *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  finish (self, LIJN_NAME_CANCELLED);
  return TRUE;
}

static void
leave_cb (GtkEventControllerFocus *controller, LijnNameEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* When the whole window loses the focus, one comes back to it. */
  if (root != NULL && GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  finish (self, LIJN_NAME_LEFT);
}

GtkWidget *
lijn_name_entry_new (const char *text, const char *label)
{
  LijnNameEntry *self = g_object_new (LIJN_TYPE_NAME_ENTRY, NULL);

  /* What it begins with was not typed, and is not undone. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->field), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->field), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->field), TRUE);
  gtk_editable_select_region (GTK_EDITABLE (self->field), 0, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}

void
lijn_name_entry_set_look (LijnNameEntry *self, double pixels, const LijnColor *paper,
                          const LijnColor *outline)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_family_new (lijn_type_get_family ()));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (pixels * PANGO_SCALE)));
  gtk_text_set_attributes (GTK_TEXT (self->field), attributes);
  self->paper = (GdkRGBA){ (float) paper->red, (float) paper->green, (float) paper->blue, 1 };
  self->outline = (GdkRGBA){ (float) outline->red, (float) outline->green, (float) outline->blue,
                             1 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
lijn_name_entry_get_text (LijnNameEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->field));
}

GtkWidget *
lijn_name_entry_get_field (LijnNameEntry *self)
{
  return self->field;
}

static void
lijn_name_entry_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  LijnNameEntry *self = LIJN_NAME_ENTRY (widget);

  gtk_widget_measure (self->field, orientation, -1, minimum, natural, NULL, NULL);
  *minimum += 2 * PADDING;
  *natural += 2 * PADDING;
}

static void
lijn_name_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LijnNameEntry *self = LIJN_NAME_ENTRY (widget);
  int least;

  gtk_widget_measure (self->field, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->field, &(GtkAllocation){ PADDING, (height - least) / 2, width - 2 * PADDING, least },
      -1);
}

static void
lijn_name_entry_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnNameEntry *self = LIJN_NAME_ENTRY (widget);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &whole, 8);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &self->paper, &whole);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (
      snapshot, &shape, (float[4]){ 2, 2, 2, 2 },
      (GdkRGBA[4]){ self->outline, self->outline, self->outline, self->outline });
  gtk_widget_snapshot_child (widget, self->field, snapshot);
}

static gboolean
lijn_name_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIJN_NAME_ENTRY (widget)->field);
}

static void
lijn_name_entry_dispose (GObject *object)
{
  LijnNameEntry *self = LIJN_NAME_ENTRY (object);

  self->done = TRUE;
  g_clear_pointer (&self->field, gtk_widget_unparent);

  G_OBJECT_CLASS (lijn_name_entry_parent_class)->dispose (object);
}

static void
lijn_name_entry_class_init (LijnNameEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lijn_name_entry_dispose;
  widget_class->measure = lijn_name_entry_measure;
  widget_class->size_allocate = lijn_name_entry_size_allocate;
  widget_class->snapshot = lijn_name_entry_snapshot;
  widget_class->grab_focus = lijn_name_entry_grab_focus;

  signals[DONE] = g_signal_new ("done", LIJN_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lijn_name_entry_init (LijnNameEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = gtk_text_new ();
  gtk_editable_set_alignment (GTK_EDITABLE (self->field), 0.5F);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->field), 4); /* as wide as it is asked to be */
  gtk_widget_set_parent (self->field, GTK_WIDGET (self));
  g_signal_connect (self->field, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
