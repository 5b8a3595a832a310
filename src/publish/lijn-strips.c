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
#define REACH 150.0 /* how far before its place a cut is looked for that goes through nothing */
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

/* The place nearest before @x where a cut goes through no element and no tag; @x where there is none
 * near. */
static double
find_cut (LijnStrips *self, double x)
{
  LijnRect near = { x - REACH, self->bounds.y, REACH, self->bounds.height };
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &near);
  double cut = x;
  gboolean moved = TRUE;

  while (moved && cut > x - REACH)
    {
      moved = FALSE;
      for (guint i = 0; i < objects->len; i++)
        {
          LijnObject *object = g_ptr_array_index (objects, i);
          LijnRect rect;

          if (LIJN_IS_FLOW (object) ||
              (LIJN_IS_ELEMENT (object) &&
               lijn_element_get_kind (LIJN_ELEMENT (object)) == LIJN_ELEMENT_KIND_GROUP) ||
              !lijn_layout_get_object_bounds (self->layout, object, &rect) ||
              !goes_through (&rect, cut))
            continue;
          cut = rect.x - CLEAR;
          moved = TRUE;
        }
    }
  return cut > x - REACH ? cut : x;
}

static void
cut_strips (LijnStrips *self)
{
  double right = self->bounds.x + self->bounds.width;
  double from = self->bounds.x;

  self->strips = g_new (Strip, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      double room = self->width - (i > 0 ? HEAD : 0);
      double to = i + 1 < self->n ? find_cut (self, from + room) : right;

      self->strips[i] = (Strip){ from, to };
      from = to;
    }
}

/* Cuts before their places leave more for the last strip: all are made a little smaller then. */
static void
make_room (LijnStrips *self, double width)
{
  const Strip *last = &self->strips[self->n - 1];
  double needs = last->to - last->from + (self->n > 1 ? HEAD : 0);

  if (needs > self->width)
    {
      self->width = needs;
      self->scale = MIN (self->scale, width / needs);
    }
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
  cut_strips (self);
  make_room (self, width);
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
  return self->n / self->on_page;
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
  for (guint i = first; i < first + self->on_page; i++)
    paint_strip (self, cr, i);
  if (page == 0)
    lijn_paint_legend (cr, self->layout, &self->options, inset, bottom + GAP_LEGEND, self->width);
  cairo_restore (cr);
}

guint
lijn_strips_place (LijnStrips *self, const LijnRect *rect, LijnRect *place)
{
  double middle = rect->x + rect->width / 2;
  guint i = 0;

  while (i + 1 < self->n && middle >= self->strips[i].to)
    i++;
  place->x = self->left + (rect->x - self->strips[i].from + (i > 0 ? HEAD : 0)) * self->scale;
  place->y = (strip_top (self, i) + rect->y - self->bounds.y) * self->scale;
  place->width = rect->width * self->scale;
  place->height = rect->height * self->scale;
  return i / self->on_page;
}
