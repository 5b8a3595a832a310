/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-date-button.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkEditable *editable;
  GtkWidget *popover;
  GtkWidget *calendar;
  void (*chosen) (gpointer data, const char *date);
  gpointer data;
  gboolean filling;
} LijnDateButton;

static void
day_selected_cb (LijnDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->filling)
    return;

  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  date = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->chosen (self->data, date);
}

/* The calendar opens on the date in the text, else on today. */
static void
shown_cb (LijnDateButton *self)
{
  const char *text = gtk_editable_get_text (self->editable);
  g_autofree char *date = lijn_text_is_date (text) ? g_strdup (text) : lijn_text_today ();
  g_autoptr (GDateTime) day = NULL;
  int year = 0, month = 0, number = 0;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &number) != 3)
    return;

  day = g_date_time_new_local (year, month, number, 0, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->filling = FALSE;
}

GtkWidget *
lijn_date_button_new (GtkEditable *editable, GCallback chosen, gpointer data)
{
  LijnDateButton *self = g_new0 (LijnDateButton, 1);
  GtkWidget *button = gtk_menu_button_new ();

  self->editable = editable;
  self->chosen = (void (*) (gpointer, const char *)) (void (*) (void)) chosen;
  self->data = data;
  self->calendar = gtk_calendar_new ();
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a day"), -1);

  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  g_object_set_data_full (G_OBJECT (button), "lijn-date-button", self, g_free);

  return button;
}
