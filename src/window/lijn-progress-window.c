/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-progress-window.h"

#include "lijn-names.h"

#define PATIENCE (300 * G_TIME_SPAN_MILLISECOND)
#define BREATH (12 * G_TIME_SPAN_MILLISECOND)

struct _LijnProgressWindow
{
  AdwWindow parent_instance;

  GtkLabel *label;
  GtkProgressBar *bar;
  GCancellable *cancellable;
  gint64 started;
  gint64 breathed;
};

G_DEFINE_FINAL_TYPE (LijnProgressWindow, lijn_progress_window, ADW_TYPE_WINDOW)

static void
cancel_clicked_cb (LijnProgressWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

GCancellable *
lijn_progress_window_get_cancellable (LijnProgressWindow *self)
{
  return self->cancellable;
}

void
lijn_progress_window_step (double part, gpointer window)
{
  LijnProgressWindow *self = LIJN_PROGRESS_WINDOW (window);
  gint64 now = g_get_monotonic_time ();

  if (now - self->started < PATIENCE || now - self->breathed < BREATH)
    return;

  gtk_progress_bar_set_fraction (self->bar, CLAMP (part, 0.0, 1.0));
  gtk_window_present (GTK_WINDOW (self));
  while (g_main_context_pending (NULL) && g_get_monotonic_time () - now < BREATH)
    g_main_context_iteration (NULL, FALSE);
  self->breathed = g_get_monotonic_time ();
}

void
lijn_progress_window_end (LijnProgressWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
lijn_progress_window_finalize (GObject *object)
{
  LijnProgressWindow *self = LIJN_PROGRESS_WINDOW (object);

  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (lijn_progress_window_parent_class)->finalize (object);
}

static void
lijn_progress_window_class_init (LijnProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lijn_progress_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waslijn/Waslijn/progress-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnProgressWindow, label);
  gtk_widget_class_bind_template_child (widget_class, LijnProgressWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
lijn_progress_window_init (LijnProgressWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->started = g_get_monotonic_time ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_names_put_right (GTK_WIDGET (self));
}

LijnProgressWindow *
lijn_progress_window_new (GtkWindow *parent, const char *label)
{
  LijnProgressWindow *self = g_object_new (LIJN_TYPE_PROGRESS_WINDOW, "transient-for", parent,
                                           NULL);

  gtk_label_set_label (self->label, label);

  return g_object_ref (self);
}
