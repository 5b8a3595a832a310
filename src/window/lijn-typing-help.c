/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-typing-help.h"

#include "lijn-capture.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* The text is the one of waslijn-cli: blocks with an empty line between them. What is set in from the
 * margin are lines to type, with what they do in columns, below a heading; the rest are sentences. */

#define WIDTH 800
#define HEIGHT 640
#define MARGIN "  " /* before a line to type */
#define KEY "lijn-typing-help" /* on the window that it belongs to */

static void
forget_cb (GtkWidget *help, GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), KEY, NULL);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_sentences (char **lines)
{
  g_autofree char *text = g_strjoinv (" ", lines);
  GtkWidget *label = make_label (text, "body");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

/* @lines: a heading, then the lines to type. */
static GtkWidget *
make_samples (char **lines)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *samples;

  for (char **line = lines + 1; *line != NULL; line++)
    g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s",
                            g_str_has_prefix (*line, MARGIN) ? *line + strlen (MARGIN) : *line);
  samples = make_label (text->str, "lijn-sample");
  gtk_widget_add_css_class (samples, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), samples);
  gtk_box_append (GTK_BOX (group), make_label (lines[0], "heading"));
  gtk_box_append (GTK_BOX (group), scroller);

  return group;
}

static GtkWidget *
make_text (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const char *help = lijn_capture_help ();
  /* Its first line is the title of a part of a manual page. */
  const char *rest = strchr (help, '\n');
  g_auto (GStrv) blocks = g_strsplit (rest != NULL ? rest + 1 : help, "\n\n", -1);

  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  for (char **block = blocks; *block != NULL; block++)
    {
      g_auto (GStrv) lines = g_strsplit (*block, "\n", -1);
      gboolean samples = lines[0] != NULL && lines[1] != NULL &&
                         g_str_has_prefix (lines[1], MARGIN);

      gtk_box_append (GTK_BOX (box), samples ? make_samples (lines) : make_sentences (lines));
    }

  return box;
}

static GtkWidget *
make_window (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_text ());
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (window), content);

  gtk_window_set_title (GTK_WINDOW (window), _ ("What can be typed"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_focus (GTK_WINDOW (window), scroller);

  return window;
}

void
lijn_typing_help_present (GtkWindow *window)
{
  GtkWidget *help = g_object_get_data (G_OBJECT (window), KEY);

  if (help == NULL)
    {
      help = make_window (window);
      g_object_set_data (G_OBJECT (window), KEY, help);
      g_signal_connect_object (help, "destroy", G_CALLBACK (forget_cb), window, 0);
    }
  gtk_window_present (GTK_WINDOW (help));
}
