/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-minutes-view.h"

#include "lijn-chart.h"
#include "lijn-minutes.h"
#include "lijn-names.h"

#include <glib/gi18n.h>

#define PICTURE_HEIGHT 260

struct _LijnMinutesView
{
  AdwBin parent_instance;

  LijnView *view;
  LijnSession *session;
  LijnLayout *layout; /* of the map, as it is shared; NULL without a map */
  guint updating; /* idle source */

  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (LijnMinutesView, lijn_minutes_view, ADW_TYPE_BIN)

static const LijnAudience audience = LIJN_AUDIENCE_SHARED;

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
line_clicked_cb (GtkWidget *button, LijnMinutesView *self)
{
  lijn_view_show (self->view, g_object_get_data (G_OBJECT (button), "lijn-object"));
}

/* What the map can show, or a register. */
static gboolean
can_be_shown (LijnObject *object)
{
  return LIJN_IS_FRICTION (object) || LIJN_IS_INTERFACE (object) || LIJN_IS_LANE (object);
}

static void
add_line (LijnMinutesView *self, GtkWidget *box, const LijnMinutesLine *line)
{
  g_autofree char *text = g_strconcat ("• ", line->text, NULL);
  GtkWidget *button, *label;

  if (!can_be_shown (line->object))
    {
      add_label (box, text, NULL);
      return;
    }
  button = gtk_button_new ();
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "lijn-minutes-line");
  gtk_widget_set_tooltip_text (button, _ ("Show on the map"));
  g_object_set_data_full (G_OBJECT (button), "lijn-object", g_object_ref (line->object),
                          g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (line_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_part (LijnMinutesView *self, const LijnMinutesPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (box, part->title, "heading");
  for (guint i = 0; i < part->lines->len; i++)
    add_line (self, box, part->lines->pdata[i]);
  gtk_box_append (GTK_BOX (self->body), box);
}

static void
paint_picture (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options, gpointer data)
{
  LijnMinutesView *self = data;
  LijnPaintOptions with_pins = *options;
  LijnRect extents;
  double scale;

  with_pins.pins = TRUE;
  with_pins.ground = FALSE;
  extents = lijn_paint_extents (self->layout, &with_pins);
  scale = MIN (1,
               MIN (rect->width / MAX (extents.width, 1), rect->height / MAX (extents.height, 1)));
  with_pins.scale = options->scale * scale;
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -extents.x, -extents.y);
  lijn_paint_map (cr, self->layout, &with_pins, NULL);
}

static void
add_picture (LijnMinutesView *self)
{
  LijnMap *map = lijn_view_get_map (self->view);
  GtkWidget *chart;

  g_clear_object (&self->layout);
  if (map == NULL || !lijn_audience_may_see (&audience, LIJN_OBJECT (map)))
    return;
  self->layout = lijn_layout_new (map, &audience);
  chart = lijn_chart_new (self->view, PICTURE_HEIGHT, paint_picture, self, NULL);
  lijn_chart_update (LIJN_CHART (chart), lijn_map_get_title (map));
  gtk_box_append (GTK_BOX (self->body), chart);
}

static void
update (LijnMinutesView *self)
{
  g_autoptr (LijnMinutes) minutes = NULL;
  GtkWidget *child;

  if (lijn_object_is_gone (LIJN_OBJECT (self->session)))
    return;
  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);

  minutes = lijn_minutes_new (self->session, &audience);
  add_label (self->body, minutes->title, "title-2");
  if (*minutes->facts != '\0')
    add_label (self->body, minutes->facts, "dim-label");
  if (*minutes->notes != '\0')
    add_label (self->body, minutes->notes, NULL);
  for (guint i = 0; i < minutes->parts->len; i++)
    add_part (self, minutes->parts->pdata[i]);
  if (minutes->parts->len == 0)
    add_label (self->body,
               _ ("Nothing yet. What is drawn, raised, decided and assigned while the session runs "
                  "comes to stand here."),
               "dim-label");
  add_picture (self);
}

static gboolean
update_cb (gpointer data)
{
  LijnMinutesView *self = data;

  self->updating = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Reading the history takes a moment: only for who looks, and once for many changes. */
static void
update_soon (LijnMinutesView *self)
{
  if (self->updating == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->updating = g_idle_add (update_cb, self);
}

static void
copy_cb (LijnMinutesView *self)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (self->session, &audience);
  g_autofree char *text = lijn_minutes_to_text (minutes);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  lijn_view_say (self->view, _ ("The minutes have been copied as text"));
}

static void
lijn_minutes_view_dispose (GObject *object)
{
  LijnMinutesView *self = LIJN_MINUTES_VIEW (object);

  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (lijn_minutes_view_parent_class)->dispose (object);
}

static void
lijn_minutes_view_class_init (LijnMinutesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_minutes_view_dispose;
}

static void
lijn_minutes_view_init (LijnMinutesView *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "card");
  gtk_widget_add_css_class (self->body, "lijn-minutes");
}

static void
add_action (LijnMinutesView *self, GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    lijn_object_get_id (LIJN_OBJECT (self->session)));
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
lijn_minutes_view_new (LijnView *view, LijnSession *session)
{
  LijnMinutesView *self = g_object_new (LIJN_TYPE_MINUTES_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy as text"));

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (buttons), copy);
  add_action (self, buttons, _ ("Sen_d…"), "session.mail");
  add_action (self, buttons, _ ("PD_F…"), "session.export");
  add_action (self, buttons, _ ("_Print…"), "session.print");
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->body);
  adw_bin_set_child (ADW_BIN (self), box);
  lijn_names_put_right (box);

  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (update_soon),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::map", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
