/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-badge.h"
#include "lijn-chart.h"
#include "lijn-edit.h"
#include "lijn-rating-window.h"
#include "lijn-ratings.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The ratings of a session: who has rated how many, the way to the full-screen page, and what was
 * revealed, with the gap over all sessions. What is not revealed is only counted. */

#define CHART_HEIGHT 180
#define HIGHEST_GAP 4

/* What was revealed. */

static void
find_rated (LijnView *view, LijnObject *session, GPtrArray *found)
{
  g_autoptr (GPtrArray) pairs = lijn_ratings_list (LIJN_SESSION (session));

  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (found, ((const LijnRatingPair *) pairs->pdata[i])->interface);
}

/* "Broker 2, thought 4": its score, and what it thought that the other's was. */
static char *
describe_rating (LijnRating *rating)
{
  const char *party = lijn_party_get_name (lijn_rating_get_party (rating));
  int score = lijn_rating_get_score (rating), guess = lijn_rating_get_guess (rating);
  g_autofree char *comment = lijn_text_one_line (lijn_rating_get_comment (rating));
  g_autofree char *scores = guess > 0
                                /* Translators: a party, its score, and what it thought the other
                                   party's would be. */
                                ? g_strdup_printf (_ ("%s: %d, expected %d"), party, score, guess)
                                /* Translators: a party and its score. */
                                : g_strdup_printf (_ ("%s: %d"), party, score);

  return *comment != '\0' ? g_strdup_printf ("%s · “%s”", scores, comment)
                          : g_steal_pointer (&scores);
}

static GtkWidget *
make_rated (LijnView *view, LijnObject *session, LijnObject *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = lijn_words_for_object (item);
  g_autofree char *giver = NULL, *receiver = NULL, *both = NULL, *gap = NULL;
  LijnRatingPair pair;
  GtkWidget *label;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), lijn_badge_new (item));
  if (!lijn_ratings_find (LIJN_INTERFACE (item), LIJN_SESSION (session), &pair))
    return row;

  giver = describe_rating (pair.giver);
  receiver = describe_rating (pair.receiver);
  both = g_strdup_printf ("%s\n%s", giver, receiver);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gap = g_strdup_printf (_ ("Gap %.1f"), pair.gap);
  label = gtk_label_new (gap);
  gtk_widget_add_css_class (label, "title-4");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

GtkWidget *
lijn_session_rated_list_new (LijnView *view, LijnSession *session)
{
  return lijn_live_list_new (view, LIJN_OBJECT (session), find_rated, make_rated);
}

/* The trend. */

typedef struct
{
  GPtrArray *labels; /* of the sessions with a gap, in order */
  GArray *gaps; /* double */
} LijnTrend;

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  return lijn_sessions_compare (*(LijnSession *const *) a, *(LijnSession *const *) b);
}

static LijnTrend *
find_trend (LijnProject *project)
{
  GListModel *all = lijn_project_list (project, LIJN_TABLE_SESSION);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  LijnTrend *trend = g_new0 (LijnTrend, 1);

  trend->labels = g_ptr_array_new_with_free_func (g_free);
  trend->gaps = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnSession) session = g_list_model_get_item (all, i);

      g_ptr_array_add (sessions, session);
    }
  g_ptr_array_sort (sessions, compare_sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      double gap = lijn_ratings_mean_gap (sessions->pdata[i], NULL);
      const char *date = lijn_session_get_date (sessions->pdata[i]);

      if (isnan (gap))
        continue;
      g_array_append_val (trend->gaps, gap);
      g_ptr_array_add (trend->labels, *date != '\0'
                                          ? g_strdup (date)
                                          : g_strdup (lijn_session_get_title (sessions->pdata[i])));
    }
  return trend;
}

static void
lijn_trend_free (LijnTrend *trend)
{
  g_ptr_array_unref (trend->labels);
  g_array_unref (trend->gaps);
  g_free (trend);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnTrend, lijn_trend_free)

static void
paint_trend (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options, gpointer project)
{
  g_autoptr (LijnTrend) trend = find_trend (project);
  const LijnChartLine line = {
    .values = (const double *) (gpointer) trend->gaps->data,
    .color = lijn_palette_get (options->palette)->severity[4],
  };

  lijn_paint_lines (cr, rect, (const char *const *) trend->labels->pdata, trend->labels->len, &line,
                    1, 0, HIGHEST_GAP, 1, options);
}

static void
update_trend (LijnChart *chart)
{
  LijnProject *project = g_object_get_data (G_OBJECT (chart), "lijn-project");
  g_autoptr (LijnTrend) trend = find_trend (project);
  g_autoptr (GString) words = g_string_new (_ ("Mean perception gap"));

  for (guint i = 0; i < trend->labels->len; i++)
    g_string_append_printf (words, "; %s: %.1f", (const char *) trend->labels->pdata[i],
                            g_array_index (trend->gaps, double, i));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (chart)), trend->labels->len > 1);
  lijn_chart_update (chart, words->str);
}

static void
add_trend (GtkBox *page, LijnView *view)
{
  LijnProject *project = lijn_view_get_project (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Mean gap over the sessions"));
  GtkWidget *chart = lijn_chart_new (view, CHART_HEIGHT, paint_trend, g_object_ref (project),
                                     g_object_unref);

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0F);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (page, box);
  g_object_set_data_full (G_OBJECT (chart), "lijn-project", g_object_ref (project), g_object_unref);
  lijn_session_follow (view, chart, G_CALLBACK (update_trend));
}

/* Rating. */

typedef struct
{
  LijnView *view;
  LijnSession *session;
  GtkLabel *status;
  GtkWidget *reveal;
} LijnRatings;

static void
lijn_ratings_free (gpointer data)
{
  LijnRatings *self = data;

  g_object_unref (self->view);
  g_object_unref (self->session);
  g_free (self);
}

static void
rate_cb (GtkWidget *button, LijnRatings *self)
{
  lijn_rating_window_present (GTK_WINDOW (gtk_widget_get_root (button)), self->view, self->session,
                              g_object_get_data (G_OBJECT (button), "lijn-party"));
}

static void
reveal_cb (LijnRatings *self)
{
  GError *error = NULL;
  gboolean ok = lijn_edit_reveal_ratings (self->session, &error);

  lijn_view_report (self->view, ok, error);
}

static void
update_status (GtkWidget *box)
{
  LijnRatings *self = g_object_get_data (G_OBJECT (box), "lijn-ratings");
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  g_autoptr (GString) text = g_string_new (NULL);

  if (lijn_object_is_gone (LIJN_OBJECT (self->session)))
    return;
  for (guint i = 0; i < parties->len; i++)
    {
      g_autoptr (GPtrArray) all = lijn_ratings_list_interfaces (lijn_view_get_project (self->view),
                                                                parties->pdata[i]);
      guint given = lijn_ratings_count_given (self->session, parties->pdata[i]);

      if (all->len > 0)
        g_string_append_printf (text,
                                /* Translators: a party, how many interfaces it rated, and of how
                                   many. */
                                text->len > 0 ? _ (" · %s: %u of %u") : _ ("%s: %u of %u"),
                                lijn_party_get_name (parties->pdata[i]), MIN (given, all->len),
                                all->len);
    }
  gtk_label_set_label (self->status, text->len > 0
                                         ? text->str
                                         : _ ("There is no interface yet that could be rated."));
  gtk_widget_set_visible (self->reveal, lijn_ratings_count_ready (self->session) > 0);
}

static GtkWidget *
make_buttons (LijnRatings *self)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (self->view));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *rate = gtk_button_new_with_mnemonic (_ ("R_ate the interfaces…"));

  self->reveal = gtk_button_new_with_mnemonic (_ ("Re_veal what both have rated"));
  gtk_widget_add_css_class (self->reveal, "suggested-action");
  g_signal_connect (rate, "clicked", G_CALLBACK (rate_cb), self);
  g_signal_connect_swapped (self->reveal, "clicked", G_CALLBACK (reveal_cb), self);
  gtk_box_append (GTK_BOX (box), rate);
  gtk_box_append (GTK_BOX (box), self->reveal);
  gtk_widget_set_sensitive (box, !lijn_store_is_read_only (store));
  return box;
}

void
lijn_session_add_ratings (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, _ ("How well the interfaces work"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  LijnRatings *self = g_new0 (LijnRatings, 1);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  self->status = GTK_LABEL (gtk_label_new (""));
  g_object_set_data_full (G_OBJECT (box), "lijn-ratings", self, lijn_ratings_free);
  gtk_label_set_xalign (self->status, 0.0F);
  gtk_label_set_wrap (self->status, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), lijn_session_rated_list_new (view, session));
  adw_preferences_group_set_description (
      group, _ ("Each party rates by itself what it gives and receives, and guesses what the other "
                "answers. Nothing shows until both are in."));
  adw_preferences_group_add (group, box);
  lijn_session_follow (view, box, G_CALLBACK (update_status));
  add_trend (page, view);
}
