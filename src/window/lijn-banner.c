/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-banner.h"

#include <glib/gi18n.h>

struct _LijnBanner
{
  AdwBin parent_instance;

  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button;
};

enum
{
  PROP_TITLE = 1,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_ERROR,
  PROP_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LijnBanner, lijn_banner, ADW_TYPE_BIN)

void
lijn_banner_set_title (LijnBanner *self, const char *title)
{
  gtk_label_set_label (GTK_LABEL (self->label), title);
}

void
lijn_banner_set_revealed (LijnBanner *self, gboolean revealed)
{
  /* Invisible while it is not revealed, so that its buttons are not reached by keyboard. */
  if (revealed)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
}

static void
child_revealed_cb (LijnBanner *self)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
close_clicked_cb (LijnBanner *self)
{
  lijn_banner_set_revealed (self, FALSE);
}

static void
lijn_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LijnBanner *self = LIJN_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      lijn_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->button), g_value_get_string (value));
      gtk_widget_set_visible (self->button, g_value_get_string (value) != NULL);
      break;
    case PROP_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    case PROP_ERROR:
      if (g_value_get_boolean (value))
        gtk_widget_add_css_class (self->box, "error");
      break;
    case PROP_REVEALED:
      lijn_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lijn_banner_class_init (LijnBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = lijn_banner_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  properties[PROP_ERROR] = g_param_spec_boolean ("error", NULL, NULL, FALSE, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lijn_banner_init (LijnBanner *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "lijn-banner");

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0F);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->label);

  self->button = gtk_button_new ();
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->button);

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Put this message away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Put this message away"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed",
                            G_CALLBACK (child_revealed_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
