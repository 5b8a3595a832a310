/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-welcome.h"

#include "lijn-application.h"
#include "lijn-exchange.h"
#include "lijn-names.h"
#include "lijn-recent.h"
#include "lijn-window.h"

#include <glib/gi18n.h>

#define SHOWN 6 /* so that what one can begin with is in sight below them */
#define THUMBNAIL_HEIGHT 132

struct _LijnWelcome
{
  AdwBin parent_instance;

  GtkWidget *recent_section;
  GtkWidget *recent_title;
  GtkFlowBox *recent;
  GtkWidget *templates_title;
  GtkFlowBox *templates;
};

G_DEFINE_FINAL_TYPE (LijnWelcome, lijn_welcome, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *style, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  gtk_widget_add_css_class (label, style);

  return label;
}

/* Adds a card of @picture (nullable), @title and @text to @box. */
static GtkWidget *
add_card (GtkFlowBox *box, GtkWidget *picture, GtkWidget *texts, const char *name)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "activatable");
  gtk_widget_add_css_class (card, "lijn-card");
  gtk_widget_add_css_class (texts, "lijn-card-text");
  if (picture != NULL)
    gtk_box_append (GTK_BOX (card), picture);
  gtk_box_append (GTK_BOX (card), texts);

  gtk_flow_box_append (box, card);
  child = gtk_widget_get_parent (card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return child;
}

/* A picture that fills its card, cut off where it is too high. It lies over an empty box that gives
 * the card its size, so that a large picture makes no large card. */
static GtkWidget *
make_thumbnail (const LijnRecent *recent)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (recent->picture, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *ground = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *picture;

  if (recent->missing || texture == NULL)
    {
      picture = gtk_image_new_from_icon_name (recent->missing ? "dialog-question-symbolic"
                                                              : "lijn-map-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (picture), 48);
      gtk_widget_add_css_class (overlay, "missing");
      gtk_widget_add_css_class (picture, "dim-label");
    }
  else
    {
      picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
      gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_COVER);
      gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
    }
  gtk_widget_set_size_request (ground, -1, THUMBNAIL_HEIGHT);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), ground);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), picture);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (overlay, "lijn-thumbnail");

  return overlay;
}

static char *
describe_time (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int days = g_date_time_get_year (now) * 366 + g_date_time_get_day_of_year (now) -
             g_date_time_get_year (then) * 366 - g_date_time_get_day_of_year (then);

  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));

  return g_date_time_format (then, "%x");
}

static void
forget_clicked_cb (LijnWelcome *self, GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  lijn_recent_forget (g_object_get_data (G_OBJECT (child), "path"));
  gtk_flow_box_remove (self->recent, child);
  gtk_widget_set_visible (self->recent_section,
                          gtk_flow_box_get_child_at_index (self->recent, 0) != NULL);
}

static void
add_recent (LijnWelcome *self, const LijnRecent *recent)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *when = recent->missing ? g_strdup (_ ("The file is not there"))
                                          : describe_time (recent->used);
  GtkWidget *child;

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_label (recent->title, "heading", 1));
  gtk_box_append (GTK_BOX (lines), make_label (when, "dim-label", 1));
  gtk_box_append (GTK_BOX (texts), lines);
  if (recent->missing)
    {
      GtkWidget *forget = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (forget, "flat");
      gtk_widget_set_tooltip_text (forget, _ ("Remove from this list"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Remove from this list"), -1);
      g_signal_connect_swapped (forget, "clicked", G_CALLBACK (forget_clicked_cb), self);
      gtk_box_append (GTK_BOX (texts), forget);
    }

  child = add_card (self->recent, make_thumbnail (recent), texts, recent->title);
  gtk_widget_set_tooltip_text (child, recent->path);
  g_object_set_data_full (G_OBJECT (child), "path", g_strdup (recent->path), g_free);
}

static void
add_template (LijnWelcome *self, const LijnTemplate *template)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      g_str_equal (template->name, "blank") ? "list-add-symbolic" : "lijn-map-symbolic");
  GtkWidget *child;

  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "accent");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  gtk_box_append (GTK_BOX (texts), icon);
  gtk_box_append (GTK_BOX (texts), make_label (template->title, "heading", 2));
  gtk_box_append (GTK_BOX (texts), make_label (template->description, "dim-label", 6));

  child = add_card (self->templates, NULL, texts, template->title);
  g_object_set_data_full (G_OBJECT (child), "template", g_strdup (template->name), g_free);
}

static void
recent_activated_cb (GtkFlowBox *box, GtkFlowBoxChild *child, LijnWelcome *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (child), "path"));

  lijn_application_open_file (LIJN_APPLICATION (g_application_get_default ()), file,
                              GTK_WINDOW (window));
}

static void
template_activated_cb (GtkFlowBox *box, GtkFlowBoxChild *child, LijnWelcome *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  lijn_application_new_project (LIJN_APPLICATION (g_application_get_default ()),
                                g_object_get_data (G_OBJECT (child), "template"),
                                GTK_WINDOW (window));
}

static void
lijn_welcome_class_init (LijnWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnWelcome, recent_section);
  gtk_widget_class_bind_template_child (widget_class, LijnWelcome, recent_title);
  gtk_widget_class_bind_template_child (widget_class, LijnWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, LijnWelcome, templates_title);
  gtk_widget_class_bind_template_child (widget_class, LijnWelcome, templates);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_activated_cb);
}

static void
lijn_welcome_init (LijnWelcome *self)
{
  g_autoptr (GPtrArray) recent = lijn_recent_list (SHOWN);
  const LijnTemplate *templates;
  guint n;

  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_names_put_right (GTK_WIDGET (self));

  for (guint i = 0; i < recent->len; i++)
    add_recent (self, g_ptr_array_index (recent, i));
  gtk_widget_set_visible (self->recent_section, recent->len > 0);

  templates = lijn_templates_list (&n);
  for (guint i = 0; i < n; i++)
    add_template (self, &templates[i]);
}

GtkWidget *
lijn_welcome_new (void)
{
  return g_object_new (LIJN_TYPE_WELCOME, NULL);
}
