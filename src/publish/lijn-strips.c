/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-strips.h"

#include "lijn-type.h"

#include <math.h>

/* Measures are in map units but for the room's. */

#define MOST_ON_PAGE 8
#define MOST_PAGES 60
#define NEARLY 0.98 /* as large as asked for */
#define GAP_TITLE 20.0
#define GAP_STRIPS 34.0
#define GAP_LEGEND 26.0
#define REACH 320.0 /* how far before its place a cut is looked for that goes through nothing */
#define CLEAR 6.0 /* kept free at a cut */
#define HEAD LIJN_GROUND_LEFT /* of a further strip: the names again */

typedef struct
{
  double from, to; /* x on the map */
} Strip;

struct _LijnStrips
{
  LijnLayout *layout;
  LijnPaintOptions options;
  LijnRect bounds;
  Strip *strips;
  guint n, on_page;
  double scale;
  double left; /* of the strips in the room, in points */
  double width; /* of the widest */
  double title; /* heights */
  double legend;
};

static double
strip_width (const LijnRect *bounds, guint n)
{
  return (bounds->width + (n - 1) * HEAD) / n;
}

/* The scale at which @pages of @on_page strips each fit into their rooms, as far as can be told
 * before cutting. */
static double
fit (LijnStrips *self, guint pages, guint on_page, double width, double height)
{
  double across = MAX (strip_width (&self->bounds, pages * on_page), 1);
  double down = self->title + on_page * self->bounds.height + (on_page - 1) * GAP_STRIPS +
                (self->legend > 0 ? GAP_LEGEND + self->legend : 0);

  return MIN (width / across, height / MAX (down, 1));
}

/* Title and legend take more lines where they are narrow. */
static void
measure (LijnStrips *self, double across)
{
  self->width = across;
  self->title = lijn_paint_title (NULL, self->layout, &self->options, 0, 0, across) + GAP_TITLE;
  self->legend = lijn_paint_legend (NULL, self->layout, &self->options, 0, 0, across);
}

/* The fewest strips on each of @pages that are as large as @wanted, or the largest there are. */
static double
try_pages (LijnStrips *self, guint pages, double width, double height, double wanted,
           guint *on_page)
{
  double largest = 0;

  for (guint k = 1; k <= MOST_ON_PAGE; k++)
    {
      double scale = fit (self, pages, k, width, height);

      if (scale > largest)
        {
          largest = scale;
          *on_page = k;
        }
      if (largest >= wanted)
        break;
    }
  return largest;
}

static void
choose (LijnStrips *self, double width, double height, double least_text, double most_scale)
{
  double wanted = least_text / lijn_type_get_size (LIJN_TYPE_LABEL);
  double possible = 0;
  guint pages = 1, k = 1;

  measure (self, MIN (self->bounds.width, width / MAX (wanted, 0.2)));
  for (guint p = 1; p <= MOST_PAGES && possible < wanted; p++)
    possible = MAX (possible, try_pages (self, p, width, height, wanted, &k));
  wanted = MIN (wanted, possible) * NEARLY;
  while (try_pages (self, pages, width, height, wanted, &k) < wanted && pages < MOST_PAGES)
    pages++;
  self->on_page = k;
  self->n = pages * k;
  measure (self, strip_width (&self->bounds, self->n));
  self->scale = MIN (fit (self, pages, k, width, height), most_scale);
}

static gboolean
goes_through (const LijnRect *rect, double x)
{
  return rect->x - CLEAR < x && x < rect->x + rect->width + CLEAR;
}

static gboolean
may_be_cut (LijnObject *object)
{
  return LIJN_IS_FLOW (object) ||
         (LIJN_IS_ELEMENT (object) &&
          lijn_element_get_kind (LIJN_ELEMENT (object)) == LIJN_ELEMENT_KIND_GROUP);
}

/* What should stay whole between @from and @to. (transfer full): an array of LijnRect */
static GArray *
find_whole (LijnStrips *self, double from, double to)
{
  LijnRect area = { from, self->bounds.y, to - from, self->bounds.height };
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &area);
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  LijnRect rect;

  for (guint i = 0; i < objects->len; i++)
    if (!may_be_cut (g_ptr_array_index (objects, i)) &&
        lijn_layout_get_object_bounds (self->layout, g_ptr_array_index (objects, i), &rect))
      g_array_append_val (rects, rect);
  return rects;
}

static guint
count_cut (GArray *rects, double x)
{
  guint n = 0;

  for (guint i = 0; i < rects->len; i++)
    n += goes_through (&g_array_index (rects, LijnRect, i), x);
  return n;
}

/* The place up to @reach before @x where a cut goes through the fewest things, and the nearest of
 * those. */
static double
find_cut (LijnStrips *self, double x, double reach)
{
  g_autoptr (GArray) rects = find_whole (self, x - reach, x);
  guint fewest = count_cut (rects, x);
  double cut = x;

  for (guint i = 0; i < rects->len; i++)
    {
      double place = g_array_index (rects, LijnRect, i).x - CLEAR;
      guint n;

      if (place > x || place < x - reach)
        continue;
      n = count_cut (rects, place);
      if (n < fewest || (n == fewest && place > cut))
        {
          fewest = n;
          cut = place;
        }
    }
  return cut;
}

/* Where the strip after a cut starts: before what was cut, so that it is whole there. */
static double
find_start (LijnStrips *self, double cut, double reach)
{
  g_autoptr (GArray) rects = find_whole (self, cut - CLEAR, cut + CLEAR);
  double start = cut;

  for (guint i = 0; i < rects->len; i++)
    {
      const LijnRect *rect = &g_array_index (rects, LijnRect, i);

      if (goes_through (rect, cut) && rect->x - CLEAR > cut - reach)
        start = MIN (start, rect->x - CLEAR);
    }
  return start;
}

/* Cuts into strips no wider than self->width. Returns: how much wider the last one is. */
static double
cut_strips (LijnStrips *self)
{
  double right = self->bounds.x + self->bounds.width;
  double from = self->bounds.x;
  double room = self->width;

  for (guint i = 0; i < self->n; i++)
    {
      double to = right;
      double reach;

      room = self->width - (i > 0 ? HEAD : 0);
      reach = MIN (REACH, room / 4);
      if (i + 1 < self->n && from + room < right)
        to = find_cut (self, from + room, reach);
      self->strips[i] = (Strip){ from, to };
      from = to < right ? find_start (self, to, reach) : right;
    }
  return right - self->strips[self->n - 1].from - room;
}

/* Cuts before their places leave more for the last strip: then all are made a little wider. */
static void
cut_evenly (LijnStrips *self, double width)
{
  double over;

  self->strips = g_new (Strip, self->n);
  while ((over = cut_strips (self)) > 0.01)
    self->width += over / self->n + 1;
  self->scale = MIN (self->scale, width / self->width);
  while (self->n > 1 && self->strips[self->n - 1].to - self->strips[self->n - 1].from < 1)
    self->n--;
}

LijnStrips *
lijn_strips_new (LijnLayout *layout, const LijnPaintOptions *options, double width, double height,
                 double least_text, double most_scale)
{
  LijnStrips *self = g_rc_box_new0 (LijnStrips);

  self->layout = g_object_ref (layout);
  self->options = *options;
  self->options.heading = FALSE;
  self->options.ground = FALSE;
  self->bounds = lijn_layout_get_bounds (layout);
  choose (self, width, height, least_text, most_scale);
  cut_evenly (self, width);
  self->left = (width - self->width * self->scale) / 2;
  return self;
}

static void
clear (gpointer data)
{
  LijnStrips *self = data;

  g_object_unref (self->layout);
  g_free (self->strips);
}

LijnStrips *
lijn_strips_ref (LijnStrips *self)
{
  return g_rc_box_acquire (self);
}

void
lijn_strips_unref (LijnStrips *self)
{
  g_rc_box_release_full (self, clear);
}

guint
lijn_strips_count (LijnStrips *self)
{
  return self->n;
}

guint
lijn_strips_count_pages (LijnStrips *self)
{
  return (self->n + self->on_page - 1) / self->on_page;
}

double
lijn_strips_get_text_size (LijnStrips *self)
{
  return self->scale * lijn_type_get_size (LIJN_TYPE_LABEL);
}

/* Of the top of strip @i below its page's room's. */
static double
strip_top (LijnStrips *self, guint i)
{
  return self->title + (i % self->on_page) * (self->bounds.height + GAP_STRIPS);
}

static void
clip_to (cairo_t *cr, const LijnRect *rect)
{
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
}

static void
paint_head (LijnStrips *self, cairo_t *cr)
{
  LijnRect head = { 0, self->bounds.y, HEAD, self->bounds.height };

  cairo_save (cr);
  clip_to (cr, &head);
  lijn_paint_ground (cr, self->layout, &self->options, &head);
  cairo_restore (cr);
}

/* That the map goes on. */
static void
paint_edge (LijnStrips *self, cairo_t *cr, double x)
{
  static const double dashes[] = { 2, 4 };
  const LijnColor *soft = &lijn_palette_get (self->options.palette)->soft;

  cairo_set_source_rgb (cr, soft->red, soft->green, soft->blue);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, self->bounds.y);
  cairo_line_to (cr, x, self->bounds.y + self->bounds.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_strip (LijnStrips *self, cairo_t *cr, guint i)
{
  const Strip *strip = &self->strips[i];
  LijnRect area = { strip->from, self->bounds.y, strip->to - strip->from, self->bounds.height };

  cairo_save (cr);
  cairo_translate (cr, 0, strip_top (self, i) - self->bounds.y);
  if (i > 0)
    {
      paint_head (self, cr);
      cairo_translate (cr, HEAD, 0);
    }
  cairo_translate (cr, -strip->from, 0);
  cairo_save (cr);
  if (self->n > 1)
    clip_to (cr, &area);
  lijn_paint_map (cr, self->layout, &self->options, self->n > 1 ? &area : NULL);
  cairo_restore (cr);
  if (i > 0)
    paint_edge (self, cr, strip->from);
  if (i + 1 < self->n)
    paint_edge (self, cr, strip->to);
  cairo_restore (cr);
}

/* The legend stands on the first page only. */
void
lijn_strips_paint (LijnStrips *self, guint page, cairo_t *cr)
{
  double inset = MAX (-self->bounds.x, 0); /* what sticks out to the left of the bands */
  guint first = page * self->on_page;
  double bottom = strip_top (self, self->on_page - 1) + self->bounds.height;

  cairo_save (cr);
  cairo_translate (cr, self->left, 0);
  cairo_scale (cr, self->scale, self->scale);
  lijn_paint_title (cr, self->layout, &self->options, inset, 0, self->width);
  for (guint i = first; i < MIN (first + self->on_page, self->n); i++)
    paint_strip (self, cr, i);
  if (page == 0)
    lijn_paint_legend (cr, self->layout, &self->options, inset, bottom + GAP_LEGEND, self->width);
  cairo_restore (cr);
}

guint
lijn_strips_place (LijnStrips *self, const LijnRect *rect, LijnRect *place)
{
  guint i = 0;

  while (i + 1 < self->n && rect->x + rect->width > self->strips[i].to)
    i++;
  place->x = self->left + (rect->x - self->strips[i].from + (i > 0 ? HEAD : 0)) * self->scale;
  place->y = (strip_top (self, i) + rect->y - self->bounds.y) * self->scale;
  place->width = rect->width * self->scale;
  place->height = rect->height * self->scale;
  return i / self->on_page;
}
