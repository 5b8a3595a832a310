/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-aims.h"

#include "lijn-paint-card.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* One card an aim: a large figure, a sentence, and a trend line over the sessions with the place of
 * today as an open dot at its end. */

#define FIGURE_SIZE 34.0
#define TREND_HEIGHT 74.0
#define TREND_HEAD 16.0 /* of it, for the figures above the line */
#define TREND_FOOT 16.0 /* for the words below it */
#define DOT 3.2
#define GAP 14.0 /* between cards */

/* Where the best figure is on top. */
static double
get_share (LijnAim aim, const LijnAimFigure *figure)
{
  return aim == LIJN_AIM_UNDERSTANDING ? 1 - figure->value / 4 : figure->value;
}

/* The last session before now that has a figure; G_MAXUINT when none has. */
static guint
find_before (LijnAims *aims, LijnAim aim, LijnAimFigure *figure)
{
  GPtrArray *sessions = lijn_aims_get_sessions (aims);

  for (guint i = sessions->len; i-- > 0;)
    {
      if (lijn_session_get_status (sessions->pdata[i]) == LIJN_SESSION_STATUS_RUNNING)
        continue;
      *figure = lijn_aims_get (aims, aim, i);
      if (figure->lack == LIJN_LACK_NOTHING)
        return i;
    }
  return G_MAXUINT;
}

char *
lijn_aims_describe_change (LijnAims *aims, LijnAim aim)
{
  LijnAimFigure now = lijn_aims_get (aims, aim, LIJN_AIMS_NOW);
  LijnAimFigure before;
  guint session = find_before (aims, aim, &before);
  g_autofree char *figure = NULL;
  int number;
  double better;

  if (now.lack != LIJN_LACK_NOTHING || session == G_MAXUINT)
    return g_strdup ("");

  number = lijn_session_get_number (lijn_aims_get_sessions (aims)->pdata[session]);
  figure = lijn_aim_figure_to_text (aim, &before);
  better = get_share (aim, &now) - get_share (aim, &before);
  if (better > 1e-9)
    /* Translators: %d is the number of a session, %s a figure. */
    return g_strdup_printf (_ ("▲ Better than at session %d (%s)"), number, figure);
  if (better < -1e-9)
    return g_strdup_printf (_ ("▼ Less good than at session %d (%s)"), number, figure);
  return g_strdup_printf (_ ("= As at session %d"), number);
}

typedef struct
{
  LijnPoint at;
  char *label; /* (owned) */
  char *figure; /* (owned) */
  gboolean known, now;
} Dot;

static void
dot_clear (gpointer data)
{
  Dot *dot = data;

  g_free (dot->label);
  g_free (dot->figure);
}

static void
add_dot (GArray *dots, LijnAims *aims, LijnAim aim, guint session, const char *label)
{
  LijnAimFigure figure = lijn_aims_get (aims, aim, session);
  Dot dot = { .label = g_strdup (label),
              .figure = lijn_aim_figure_to_text (aim, &figure),
              .known = figure.lack == LIJN_LACK_NOTHING,
              .now = session == LIJN_AIMS_NOW };

  if (dot.known)
    dot.at.y = get_share (aim, &figure);
  g_array_append_val (dots, dot);
}

/* A dot for each session and one for now, spread over @rect. */
static GArray *
make_dots (LijnAims *aims, LijnAim aim, const LijnRect *rect)
{
  GPtrArray *sessions = lijn_aims_get_sessions (aims);
  GArray *dots = g_array_new (FALSE, TRUE, sizeof (Dot));

  g_array_set_clear_func (dots, dot_clear);
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d",
                                                 lijn_session_get_number (sessions->pdata[i]));

      add_dot (dots, aims, aim, i, number);
    }
  add_dot (dots, aims, aim, LIJN_AIMS_NOW, _ ("now"));

  for (guint i = 0; i < dots->len; i++)
    {
      Dot *dot = &g_array_index (dots, Dot, i);

      dot->at.x = rect->x + DOT + (rect->width - 4 * DOT) * i / MAX (1, dots->len - 1);
      dot->at.y = rect->y + DOT + (rect->height - 2 * DOT) * (1 - dot->at.y);
    }
  return dots;
}

static void
paint_line (const LijnCard *card, GArray *dots)
{
  cairo_t *cr = card->brush.cr;
  gboolean drawing = FALSE;

  for (guint i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);

      if (dot->known && drawing)
        cairo_line_to (cr, dot->at.x, dot->at.y);
      else if (dot->known)
        cairo_move_to (cr, dot->at.x, dot->at.y);
      drawing |= dot->known;
    }
  lijn_brush_set (&card->brush, &card->brush.palette->agreed);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
paint_dot (const LijnCard *card, const Dot *dot)
{
  cairo_t *cr = card->brush.cr;

  cairo_new_path (cr);
  cairo_arc (cr, dot->at.x, dot->at.y, DOT, 0, 2 * G_PI);
  lijn_brush_set (&card->brush,
                  dot->now ? &card->brush.palette->fill : &card->brush.palette->agreed);
  cairo_fill_preserve (cr);
  lijn_brush_set (&card->brush, &card->brush.palette->agreed);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

/* The words below the dots; as many as there is room for, the last one always. */
static void
paint_labels (const LijnCard *card, GArray *dots, double y)
{
  const double room = 26;
  double right = G_MAXDOUBLE;

  for (guint i = dots->len; i-- > 0;)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);
      double align = i + 1 == dots->len ? 1 : i == 0 ? 0 : 0.5;
      double x = i + 1 == dots->len ? card->rect.x + card->rect.width : dot->at.x;

      if (dot->at.x > right - room)
        continue;
      lijn_card_label (card, dot->label, &card->brush.palette->soft, x, y, align);
      right = dot->at.x;
    }
}

/* Over the dots; that of today stands large on the card already. */
static void
paint_figures (const LijnCard *card, GArray *dots)
{
  const double room = 44;
  double right = G_MAXDOUBLE;

  for (guint i = dots->len; i-- > 0;)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);

      if (!dot->known || dot->now || dot->at.x > right - room)
        continue;
      lijn_card_label (card, dot->figure, &card->brush.palette->soft, dot->at.x,
                       dot->at.y - DOT - TREND_HEAD, i == 0 ? 0 : 0.5);
      right = dot->at.x;
    }
}

static void
paint_trend (const LijnCard *card, LijnAims *aims, LijnAim aim, const LijnRect *rect)
{
  const LijnRect plot = { rect->x, rect->y + TREND_HEAD, rect->width,
                          rect->height - TREND_HEAD - TREND_FOOT };
  g_autoptr (GArray) dots = make_dots (aims, aim, &plot);

  lijn_card_rule (card, plot.x, plot.y + plot.height, plot.width);
  if (card->brush.cr == NULL)
    return;

  paint_line (card, dots);
  for (guint i = 0; i < dots->len; i++)
    if (g_array_index (dots, Dot, i).known)
      paint_dot (card, &g_array_index (dots, Dot, i));
  paint_figures (card, dots);
  paint_labels (card, dots, plot.y + plot.height + 3);
}

/* With no session there is no trend, and without a figure in any of them neither. */
static gboolean
has_trend (LijnAims *aims, LijnAim aim)
{
  LijnAimFigure figure;

  return find_before (aims, aim, &figure) != G_MAXUINT;
}

double
lijn_paint_aim (cairo_t *cr, LijnAims *aims, LijnAim aim, const LijnRect *rect,
                const LijnPaintOptions *options)
{
  LijnCard card = lijn_card_begin (cr, rect, options);
  const LijnPalette *palette = card.brush.palette;
  LijnAimFigure figure = lijn_aims_get (aims, aim, LIJN_AIMS_NOW);
  g_autofree char *text = lijn_aim_figure_to_text (aim, &figure);
  g_autofree char *says = lijn_aim_figure_describe (aim, &figure);
  g_autofree char *change = lijn_aims_describe_change (aims, aim);
  gboolean known = figure.lack == LIJN_LACK_NOTHING;

  lijn_card_add (&card, LIJN_TYPE_HEADING, 0, &palette->ink, lijn_aim_get_name (aim));
  lijn_card_add (&card, LIJN_TYPE_LABEL, 0, &palette->soft, lijn_aim_get_meaning (aim));
  lijn_card_space (&card, 4);
  lijn_card_add (&card, LIJN_TYPE_TITLE, FIGURE_SIZE, known ? &palette->ink : &palette->soft, text);
  lijn_card_add (&card, LIJN_TYPE_BODY, 0, &palette->ink, says);
  lijn_card_space (&card, 4);
  lijn_card_add (&card, LIJN_TYPE_LABEL, 0, &palette->soft, change);
  if (has_trend (aims, aim))
    {
      LijnRect place;

      lijn_card_space (&card, 10);
      place = lijn_card_take (&card, TREND_HEIGHT);
      if (cr != NULL)
        place.y = rect->y + rect->height - LIJN_CARD_PADDING - TREND_HEIGHT;
      paint_trend (&card, aims, aim, &place);
    }
  return lijn_card_end (&card);
}

/* The page. */

static double
paint_title (cairo_t *cr, LijnProject *project, gint64 now, double x, double y, double width,
             const LijnPaintOptions *options)
{
  LijnCard card = { .brush = lijn_brush (cr, NULL, options), .rect = { x, y, width, 0 }, .y = y };
  g_autofree char *time = lijn_time_to_iso (now);
  g_autofree char *date = g_strndup (time, 10);
  g_autofree char *under = NULL;

  /* Translators: the title of a project and a date. */
  under = g_strdup_printf (_ ("%s · %s"), lijn_project_get_title (project), date);
  lijn_card_add (&card, LIJN_TYPE_TITLE, 0, &card.brush.palette->ink, _ ("The four aims"));
  lijn_card_add (&card, LIJN_TYPE_LABEL, 0, &card.brush.palette->soft, under);
  return card.y - y + GAP;
}

/* The four side by side two by two; cards of a row are equally high. */
static double
paint_cards (cairo_t *cr, LijnAims *aims, double x, double y, double width,
             const LijnPaintOptions *options)
{
  const double part = (width - GAP) / 2;
  double height = 0;

  for (guint row = 0; row < LIJN_N_AIMS / 2; row++)
    {
      LijnRect rect = { x, y + height, part, 0 };

      for (guint i = 0; i < 2; i++)
        rect.height = MAX (rect.height,
                           lijn_paint_aim (NULL, aims, (LijnAim) (2 * row + i), &rect, options));
      for (guint i = 0; cr != NULL && i < 2; i++)
        {
          rect.x = x + i * (part + GAP);
          lijn_paint_aim (cr, aims, (LijnAim) (2 * row + i), &rect, options);
        }
      height += rect.height + GAP;
    }
  return height;
}

double
lijn_paint_aims_page (cairo_t *cr, LijnProject *project, gint64 now, double x, double y,
                      double width, const LijnPaintOptions *options)
{
  g_autoptr (LijnAims) aims = lijn_aims_new (project);
  double height = paint_title (cr, project, now, x, y, width, options);
  LijnRect rect = { x, 0, (width - GAP) / 2, 0 };

  height += paint_cards (cr, aims, x, y + height, width, options);
  rect.y = y + height;
  rect.height = MAX (lijn_paint_burn_up (NULL, project, now, &rect, options),
                     lijn_paint_ages (NULL, project, now, &rect, options));
  if (cr != NULL)
    {
      lijn_paint_burn_up (cr, project, now, &rect, options);
      rect.x += rect.width + GAP;
      lijn_paint_ages (cr, project, now, &rect, options);
    }
  return height + rect.height;
}
