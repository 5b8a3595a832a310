/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-aims.h"
#include "lijn-paint-card.h"
#include "lijn-progress.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* How the work goes on: actions over time as two staircases, and what is open by age as bars. */

#define PLOT_HEIGHT 104.0
#define FOOT 16.0
#define BAR_HEIGHT 15.0
#define BAR_GAP 8.0

/* Where things of the burn-up stand. */
typedef struct
{
  LijnRect plot;
  gint64 first, last;
  guint most;
} Scale;

static double
get_x (const Scale *scale, gint64 at)
{
  gint64 span = MAX (scale->last - scale->first, 1);

  return scale->plot.x + scale->plot.width * (double) (at - scale->first) / (double) span;
}

static double
get_y (const Scale *scale, guint count)
{
  return scale->plot.y + scale->plot.height * (1 - (double) count / MAX (scale->most, 1));
}

/* A step at each change, and on to the end. */
static void
trace (cairo_t *cr, const Scale *scale, GArray *burns, gboolean done)
{
  for (guint i = 0; i < burns->len; i++)
    {
      const LijnBurn *burn = &g_array_index (burns, LijnBurn, i);
      double x = get_x (scale, burn->at);

      if (i == 0)
        cairo_move_to (cr, x, get_y (scale, 0));
      else
        {
          const LijnBurn *before = burn - 1;

          cairo_line_to (cr, x, get_y (scale, done ? before->done : before->planned));
        }
      cairo_line_to (cr, x, get_y (scale, done ? burn->done : burn->planned));
    }
  cairo_line_to (cr, get_x (scale, scale->last),
                 get_y (scale, done ? g_array_index (burns, LijnBurn, burns->len - 1).done
                                    : g_array_index (burns, LijnBurn, burns->len - 1).planned));
}

static void
paint_stairs (const LijnCard *card, const Scale *scale, GArray *burns)
{
  cairo_t *cr = card->brush.cr;
  const LijnColor *color = &card->brush.palette->agreed;
  const double dashes[] = { 4, 3 };

  trace (cr, scale, burns, TRUE);
  cairo_line_to (cr, get_x (scale, scale->last), get_y (scale, 0));
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.22);
  cairo_fill (cr);

  trace (cr, scale, burns, TRUE);
  lijn_brush_set (&card->brush, color);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);

  trace (cr, scale, burns, FALSE);
  lijn_brush_set (&card->brush, &card->brush.palette->soft);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
label_date (const LijnCard *card, gint64 time, double x, double y, double align)
{
  g_autofree char *iso = lijn_time_to_iso (time);
  g_autofree char *date = g_strndup (iso, 10);

  lijn_card_label (card, date, &card->brush.palette->soft, x, y, align);
}

static void
paint_plot (const LijnCard *card, const LijnRect *place, GArray *burns, gint64 now)
{
  Scale scale = { .plot = { place->x, place->y, place->width, place->height - FOOT },
                  .first = g_array_index (burns, LijnBurn, 0).at };
  double bottom = scale.plot.y + scale.plot.height;

  for (guint i = 0; i < burns->len; i++)
    scale.most = MAX (scale.most, g_array_index (burns, LijnBurn, i).planned);
  scale.last = MAX (now, g_array_index (burns, LijnBurn, burns->len - 1).at);
  if (card->brush.cr != NULL)
    paint_stairs (card, &scale, burns);

  lijn_card_rule (card, scale.plot.x, bottom, scale.plot.width);
  label_date (card, scale.first, scale.plot.x, bottom + 3, 0);
  label_date (card, scale.last, scale.plot.x + scale.plot.width, bottom + 3, 1);
}

double
lijn_paint_burn_up (cairo_t *cr, LijnProject *project, gint64 now, const LijnRect *rect,
                    const LijnPaintOptions *options)
{
  LijnCard card = lijn_card_begin (cr, rect, options);
  const LijnPalette *palette = card.brush.palette;
  g_autoptr (GArray) burns = lijn_progress_burn_up (project, now);
  g_autofree char *says = NULL;
  LijnRect place;

  lijn_card_add (&card, LIJN_TYPE_HEADING, 0, &palette->ink, _ ("Actions"));
  if (burns->len == 0)
    {
      lijn_card_add (&card, LIJN_TYPE_BODY, 0, &palette->soft,
                     _ ("No action has been agreed yet: let a team say who does what, and when."));
      return lijn_card_end (&card);
    }

  says = g_strdup_printf (_ ("%u of %u done; dashed: all, filled: done"),
                          g_array_index (burns, LijnBurn, burns->len - 1).done,
                          g_array_index (burns, LijnBurn, burns->len - 1).planned);
  lijn_card_add (&card, LIJN_TYPE_LABEL, 0, &palette->soft, says);
  lijn_card_space (&card, 10);
  place = lijn_card_take (&card, PLOT_HEIGHT);
  paint_plot (&card, &place, burns, now);
  return lijn_card_end (&card);
}

/* Ages. */

static void
paint_bar (const LijnCard *card, const LijnRect *place, LijnAge age, guint count, guint most)
{
  const double label = place->width * 0.36;
  LijnRect bar = { place->x + label, place->y, 0, place->height };
  g_autofree char *number = g_strdup_printf ("%u", count);

  bar.width = MAX (2, (place->width - label - 28) * count / MAX (most, 1));
  lijn_card_label (card, lijn_word_for_age (age), &card->brush.palette->ink, place->x, place->y + 1,
                   0);
  lijn_card_label (card, number, &card->brush.palette->ink, bar.x + bar.width + 6, place->y + 1, 0);
  if (card->brush.cr == NULL || count == 0)
    return;

  lijn_brush_rounded (&card->brush, &bar, 3, LIJN_CORNER_ALL);
  lijn_brush_set (&card->brush, &card->brush.palette->severity[MIN (age + 1, 5)]);
  cairo_fill_preserve (card->brush.cr);
  lijn_brush_set (&card->brush, &card->brush.palette->severity_edge[MIN (age + 1, 5)]);
  cairo_set_line_width (card->brush.cr, 0.8);
  cairo_stroke (card->brush.cr);
}

double
lijn_paint_ages (cairo_t *cr, LijnProject *project, gint64 now, const LijnRect *rect,
                 const LijnPaintOptions *options)
{
  LijnCard card = lijn_card_begin (cr, rect, options);
  const LijnPalette *palette = card.brush.palette;
  guint counts[LIJN_N_AGES], most = 0, all = 0;
  g_autofree char *says = NULL;

  lijn_progress_count_open (project, now, counts);
  for (guint age = 0; age < LIJN_N_AGES; age++)
    {
      most = MAX (most, counts[age]);
      all += counts[age];
    }

  lijn_card_add (&card, LIJN_TYPE_HEADING, 0, &palette->ink, _ ("Open friction points"));
  says = all == 0 ? g_strdup (_ ("No friction point is open."))
                  : g_strdup_printf (ngettext ("%u open, by how long it has been",
                                               "%u open, by how long they have been", all),
                                     all);
  lijn_card_add (&card, LIJN_TYPE_LABEL, 0, &palette->soft, says);
  if (all == 0)
    return lijn_card_end (&card);

  lijn_card_space (&card, 10);
  for (guint age = 0; age < LIJN_N_AGES; age++)
    {
      LijnRect place = lijn_card_take (&card, BAR_HEIGHT);

      paint_bar (&card, &place, (LijnAge) age, counts[age], most);
      lijn_card_space (&card, age + 1 < LIJN_N_AGES ? BAR_GAP : 0);
    }
  return lijn_card_end (&card);
}
