/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-chart.h"
#include "lijn-names.h"
#include "lijn-pareto.h"

#include <glib/gi18n.h>

/* Where most of the friction is, as a chart: by category or by interface, counted in friction points
 * or in the dots of the session's vote. */

#define CHART_HEIGHT 300

enum
{
  COUNT_FRICTION,
  COUNT_DOTS,
};

typedef struct
{
  LijnView *view;
  LijnSession *session;
  GtkWidget *box;
  GtkDropDown *by;
  GtkDropDown *count;
  GtkWidget *chart;
} LijnPareto;

static void
lijn_pareto_free (gpointer data)
{
  LijnPareto *self = data;

  g_object_unref (self->view);
  g_object_unref (self->session);
  g_free (self);
}

/* Returns: (nullable): the closed vote, when its dots are to be counted. */
static LijnBallot *
find_ballot (LijnPareto *self)
{
  LijnBallot *ballot = lijn_session_find_ballot (self->session);

  return ballot != NULL && lijn_ballot_get_closed (ballot) &&
                 gtk_drop_down_get_selected (self->count) == COUNT_DOTS
             ? ballot
             : NULL;
}

/* The program's own screen shows what is private too; the session may be on a projector. */
static GPtrArray *
list_bars (LijnPareto *self)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  return lijn_pareto_list (lijn_view_get_project (self->view),
                           (LijnParetoBy) gtk_drop_down_get_selected (self->by), find_ballot (self),
                           &audience);
}

static void
paint (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options, gpointer data)
{
  LijnPareto *self = data;
  g_autoptr (GPtrArray) bars = list_bars (self);
  g_autofree LijnChartBar *chart = g_new0 (LijnChartBar, bars->len + 1);

  for (guint i = 0; i < bars->len; i++)
    {
      const LijnParetoBar *bar = bars->pdata[i];

      chart[i] = (LijnChartBar){ bar->label, bar->value };
    }
  lijn_paint_pareto (cr, rect, chart, bars->len,
                     find_ballot (self) != NULL ? _ ("Dots") : _ ("Friction points"), options);
}

static void
update (LijnPareto *self)
{
  g_autoptr (GPtrArray) bars = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  LijnBallot *ballot;

  if (lijn_object_is_gone (LIJN_OBJECT (self->session)))
    return;
  ballot = lijn_session_find_ballot (self->session);
  bars = list_bars (self);
  for (guint i = 0; i < bars->len; i++)
    {
      const LijnParetoBar *bar = bars->pdata[i];

      g_string_append_printf (words, words->len > 0 ? "; %s: %.0f" : "%s: %.0f", bar->label,
                              bar->value);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->count),
                          ballot != NULL && lijn_ballot_get_closed (ballot));
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->box, ADW_TYPE_PREFERENCES_GROUP),
                          bars->len > 0);
  lijn_chart_update (LIJN_CHART (self->chart), words->str);
}

static void
update_cb (GtkWidget *box)
{
  update (g_object_get_data (G_OBJECT (box), "lijn-pareto"));
}

static GtkDropDown *
make_choice (LijnPareto *self, const char *name, const char *const *choices)
{
  GtkWidget *list = gtk_drop_down_new_from_strings (choices);

  gtk_widget_set_tooltip_text (list, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  lijn_names_put_right (list);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (update), self);
  return GTK_DROP_DOWN (list);
}

void
lijn_session_add_pareto (GtkBox *page, LijnView *view, LijnSession *session)
{
  const char *const by[] = { _ ("By category"), _ ("By interface"), NULL };
  const char *const count[] = { _ ("Friction points"), _ ("Dots"), NULL };
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, _ ("Where most of it is"));
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  LijnPareto *self = g_new0 (LijnPareto, 1);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set_data_full (G_OBJECT (self->box), "lijn-pareto", self, lijn_pareto_free);
  self->chart = lijn_chart_new (view, CHART_HEIGHT, paint, self, NULL);
  self->by = make_choice (self, _ ("What the bars stand for"), by);
  self->count = make_choice (self, _ ("What is counted"), count);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->by));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), choices);
  gtk_box_append (GTK_BOX (self->box), self->chart);
  adw_preferences_group_add (group, self->box);
  lijn_session_follow (view, self->box, G_CALLBACK (update_cb));
}
