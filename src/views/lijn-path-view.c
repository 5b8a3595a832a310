/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-path-view.h"

#include "lijn-path-figures.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  ROW_LEAD,
  ROW_WORK,
  ROW_WAIT,
  ROW_CROSSING,
  ROW_QUALITY,
  N_ROWS,
};

struct _LijnPathView
{
  AdwBin parent_instance;

  LijnView *view;
  AdwPreferencesGroup *group;
  GtkWidget *rows[N_ROWS];
  GtkWidget *values[N_ROWS]; /* the labels at the end of the rows */
};

G_DEFINE_FINAL_TYPE (LijnPathView, lijn_path_view, ADW_TYPE_BIN)

/* How many steps and flows are chosen, as far as it matters: a path takes two ends. */
static gboolean
is_path_chosen (GPtrArray *selection)
{
  guint n = 0;

  for (guint i = 0; i < selection->len && n < 2; i++)
    n += LIJN_IS_ELEMENT (selection->pdata[i]) ? 1 : LIJN_IS_FLOW (selection->pdata[i]) ? 2 : 0;

  return n >= 2 && selection->len >= 2;
}

/* (transfer full): "Send claim → Pay out: 4 steps, 2 crossings". */
static char *
describe_path (const LijnPath *path, const LijnPathFigures *figures)
{
  guint n = path->elements->len;
  g_autofree char *from = lijn_words_for_object (path->elements->pdata[0]);
  g_autofree char *to = lijn_words_for_object (path->elements->pdata[n - 1]);
  g_autofree char *flows = g_strdup_printf (ngettext ("%u flow", "%u flows", path->flows->len),
                                            path->flows->len);
  g_autofree char *crossings = g_strdup_printf (
      ngettext ("%u time across the line", "%u times across the line", figures->n_crossings),
      figures->n_crossings);

  /* Translators: from a step to a step; over so many flows, so many of them across the line. */
  return g_strdup_printf (_ ("%s → %s: %s, %s"), from, to, flows, crossings);
}

static void
set_row (LijnPathView *self, int row, const char *value, const char *subtitle)
{
  gtk_label_set_label (GTK_LABEL (self->values[row]), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[row]), subtitle);
}

static void
set_time (LijnPathView *self, int row, double minutes, const char *subtitle)
{
  g_autofree char *text = lijn_words_for_duration (minutes);

  set_row (self, row, text, subtitle);
}

static void
show_times (LijnPathView *self, const LijnPathFigures *figures)
{
  g_autofree char *missing = NULL;
  g_autofree char *norm_time = lijn_words_for_duration (figures->norm_minutes);
  g_autofree char *norm = NULL;

  if (figures->n_without_time > 0)
    missing = g_strdup_printf (ngettext ("Without %u of which no time is known",
                                         "Without %u of which no time is known",
                                         figures->n_without_time),
                               figures->n_without_time);
  if (figures->norm_minutes > 0)
    norm = g_strdup_printf (_ ("The norm is %s"), norm_time);
  set_time (self, ROW_LEAD, figures->lead_minutes, missing != NULL ? missing : "");
  set_time (self, ROW_WORK, figures->work_minutes, "");
  set_time (self, ROW_WAIT, figures->wait_minutes, "");
  set_time (self, ROW_CROSSING, figures->crossing_minutes, norm != NULL ? norm : "");
  gtk_widget_set_visible (self->rows[ROW_CROSSING], figures->n_crossings > 0);
}

static void
show_quality (LijnPathView *self, const LijnPathFigures *figures)
{
  g_autofree char *text = isnan (figures->complete_accurate)
                              ? g_strdup (_ ("Not known"))
                              : g_strdup_printf (_ ("%.0f %%"), figures->complete_accurate);
  g_autofree char *missing = NULL;

  if (figures->n_without_quality > 0)
    missing = g_strdup_printf (ngettext ("Without %u of which it is not known",
                                         "Without %u of which it is not known",
                                         figures->n_without_quality),
                               figures->n_without_quality);
  set_row (self, ROW_QUALITY, text, missing != NULL ? missing : "");
}

static void
show_figures (LijnPathView *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  g_autoptr (LijnPath) path = is_path_chosen (selection) ? lijn_path_through (selection) : NULL;
  g_autofree char *description = NULL;
  LijnPathFigures figures;

  gtk_widget_set_visible (GTK_WIDGET (self), path != NULL);
  if (path == NULL)
    return;

  figures = lijn_path_get_figures (path);
  description = describe_path (path, &figures);
  adw_preferences_group_set_description (self->group, description);
  show_times (self, &figures);
  show_quality (self, &figures);
}

static void
add_row (LijnPathView *self, int row, const char *title)
{
  self->rows[row] = adw_action_row_new ();
  self->values[row] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->values[row], "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[row]), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[row]), self->values[row]);
  adw_preferences_group_add (self->group, self->rows[row]);
}

static void
lijn_path_view_dispose (GObject *object)
{
  g_clear_object (&LIJN_PATH_VIEW (object)->view);
  G_OBJECT_CLASS (lijn_path_view_parent_class)->dispose (object);
}

static void
lijn_path_view_class_init (LijnPathViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_path_view_dispose;
}

static void
lijn_path_view_init (LijnPathView *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Figures over the path"));
  add_row (self, ROW_LEAD, _ ("Lead time"));
  add_row (self, ROW_WORK, _ ("Work"));
  add_row (self, ROW_WAIT, _ ("Waiting"));
  add_row (self, ROW_CROSSING, _ ("Across the line"));
  add_row (self, ROW_QUALITY, _ ("Complete and accurate"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
lijn_path_view_new (LijnView *view)
{
  LijnPathView *self = g_object_new (LIJN_TYPE_PATH_VIEW, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (show_figures), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (show_figures),
                           self, G_CONNECT_SWAPPED);
  show_figures (self);

  return GTK_WIDGET (self);
}
