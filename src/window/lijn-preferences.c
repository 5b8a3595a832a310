/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-preferences.h"

#include "lijn-settings.h"

struct _LijnPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *appearance;
  AdwComboRow *speaker;
};

G_DEFINE_FINAL_TYPE (LijnPreferences, lijn_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The choices of a row stand in the order of the key's values. */
static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer key)
{
  g_settings_set_enum (lijn_settings_get (), key, (int) adw_combo_row_get_selected (row));
}

static void
bind (AdwComboRow *row, const char *key)
{
  adw_combo_row_set_selected (row, (guint) g_settings_get_enum (lijn_settings_get (), key));
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (selected_cb), g_strdup (key),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
}

static void
lijn_preferences_class_init (LijnPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, LijnPreferences, speaker);
}

static void
lijn_preferences_init (LijnPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind (self->appearance, "appearance");
  bind (self->speaker, "speaker");
}

GtkWidget *
lijn_preferences_new (void)
{
  return g_object_new (LIJN_TYPE_PREFERENCES, NULL);
}
