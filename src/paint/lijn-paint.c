/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

/* The painter's front: the whole map, one object on it, its halo. What a thing looks like is in
 * the file of its noun. */

#define LEAST_READABLE 3.6 /* pixels: smaller text is a grey smear and only costs time */
#define LEAST_VISIBLE 3.0
#define HALO 5.0
#define LEAST_RING 20.0 /* a halo's ring is told from its figure while so many points can be seen */
#define TOGETHER 256

LijnBrush
lijn_brush (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options)
{
  return (LijnBrush){ cr, layout, options, lijn_palette_get (options->palette) };
}

void
lijn_brush_set (const LijnBrush *brush, const LijnColor *color)
{
  cairo_set_source_rgb (brush->cr, color->red, color->green, color->blue);
}

gboolean
lijn_brush_can_see (const LijnBrush *brush, double size)
{
  return brush->options->scale <= 0 || size * brush->options->scale >= LEAST_VISIBLE;
}

gboolean
lijn_brush_can_read (const LijnBrush *brush, double size)
{
  return brush->options->scale <= 0 || size * brush->options->scale >= LEAST_READABLE;
}

void
lijn_brush_add_rounded (const LijnBrush *brush, const LijnRect *rect, double radius,
                        LijnCorners corners)
{
  double r = MAX (MIN (radius, MIN (rect->width, rect->height) / 2), 0);
  double top_left = corners & LIJN_CORNER_TOP_LEFT ? r : 0;
  double top_right = corners & LIJN_CORNER_TOP_RIGHT ? r : 0;
  double bottom_right = corners & LIJN_CORNER_BOTTOM_RIGHT ? r : 0;
  double bottom_left = corners & LIJN_CORNER_BOTTOM_LEFT ? r : 0;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;
  cairo_t *cr = brush->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - top_right, rect->y + top_right, top_right, -G_PI / 2, 0);
  cairo_arc (cr, right - bottom_right, bottom - bottom_right, bottom_right, 0, G_PI / 2);
  cairo_arc (cr, rect->x + bottom_left, bottom - bottom_left, bottom_left, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + top_left, rect->y + top_left, top_left, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
lijn_brush_rounded (const LijnBrush *brush, const LijnRect *rect, double radius,
                    LijnCorners corners)
{
  cairo_new_path (brush->cr);
  lijn_brush_add_rounded (brush, rect, radius, corners);
}

void
lijn_brush_add_card (const LijnBrush *brush, const LijnRect *rect, double radius)
{
  cairo_rectangle (brush->cr, rect->x + radius, rect->y + radius, rect->width - 2 * radius,
                   rect->height - 2 * radius);
}

void
lijn_brush_fill_cards (const LijnBrush *brush, double radius)
{
  cairo_t *cr = brush->cr;

  cairo_set_line_width (cr, 2 * radius);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

void
lijn_brush_add_dot (const LijnBrush *brush, double x, double y)
{
  cairo_move_to (brush->cr, x, y);
  cairo_line_to (brush->cr, x, y);
}

void
lijn_brush_fill_dots (const LijnBrush *brush, double radius)
{
  cairo_t *cr = brush->cr;

  cairo_set_line_width (cr, 2 * radius);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke_preserve (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

gboolean
lijn_brush_is_whole (const LijnBrush *brush, const LijnRect *rect)
{
  const double pen = 2;
  double left, top, right, bottom;

  cairo_clip_extents (brush->cr, &left, &top, &right, &bottom);
  return rect->x - pen >= left && rect->y - pen >= top && rect->x + rect->width + pen <= right &&
         rect->y + rect->height + pen <= bottom;
}

gboolean
lijn_brush_is_apart (const LijnRect *rects, guint n, const LijnRect *rect)
{
  LijnRect near = lijn_rect_grow (rect, 4);

  for (guint i = 0; i < n; i++)
    if (lijn_rect_intersects (&rects[i], &near))
      return FALSE;
  return TRUE;
}

/* @objects are of one kind. */
static void
draw_objects (const LijnBrush *brush, LijnObject *const *objects, guint n)
{
  for (guint i = 0; i < n; i++)
    lijn_brush_plate (brush, objects[i]);
  if (LIJN_IS_ELEMENT (objects[0]))
    lijn_brush_elements (brush, (LijnElement *const *) objects, n);
  else if (LIJN_IS_FLOW (objects[0]))
    lijn_brush_flows (brush, (LijnFlow *const *) objects, n);
  else if (LIJN_IS_INTERFACE (objects[0]))
    lijn_brush_interfaces (brush, (LijnInterface *const *) objects, n);
  else if (LIJN_IS_FRICTION (objects[0]) && brush->options->pins)
    lijn_brush_frictions (brush, (LijnFriction *const *) objects, n);
  for (guint i = 0; i < n; i++)
    lijn_brush_figure (brush, objects[i]);
}

/* (nullable): what @object belongs to. */
static LijnParty *
find_party (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_party (LIJN_ELEMENT (object));
  if (LIJN_IS_FLOW (object))
    return lijn_element_get_party (lijn_flow_get_source (LIJN_FLOW (object)));
  if (LIJN_IS_INTERFACE (object))
    return lijn_interface_get_giver (LIJN_INTERFACE (object));
  if (LIJN_IS_FRICTION (object))
    return lijn_friction_get_raised_by (LIJN_FRICTION (object));
  if (LIJN_IS_LANE (object))
    return lijn_lane_get_party (LIJN_LANE (object));
  return LIJN_IS_PARTY (object) ? LIJN_PARTY (object) : NULL;
}

static void
set_halo (const LijnBrush *brush, LijnParty *party)
{
  LijnColor hue = lijn_palette_for_party (brush->options->palette, party).hue;

  cairo_set_source_rgba (brush->cr, hue.red, hue.green, hue.blue, 0.38);
}

/* The path of what @object looks like, grown by the halo; FALSE when it has none. */
static gboolean
path_halo (const LijnBrush *brush, LijnObject *object)
{
  double radius = 13;
  LijnRect rect;

  if (LIJN_IS_FLOW (object))
    {
      guint n = 0;
      const LijnPoint *points = lijn_layout_get_flow_points (brush->layout, LIJN_FLOW (object), &n);

      if (points == NULL)
        return FALSE;
      cairo_new_path (brush->cr);
      lijn_brush_flow_path (brush, LIJN_FLOW (object), points, n);
      return TRUE;
    }
  if (LIJN_IS_ELEMENT (object))
    {
      LijnElementKind kind = lijn_element_get_kind (LIJN_ELEMENT (object));

      if (!lijn_layout_get_element_rect (brush->layout, LIJN_ELEMENT (object), &rect))
        return FALSE;
      if (kind == LIJN_ELEMENT_KIND_START || kind == LIJN_ELEMENT_KIND_END ||
          kind == LIJN_ELEMENT_KIND_WAIT)
        radius = rect.height;
    }
  else if (LIJN_IS_INTERFACE (object))
    {
      if (!lijn_layout_get_tag (brush->layout, LIJN_INTERFACE (object), &rect))
        return FALSE;
    }
  else if (!lijn_layout_get_object_bounds (brush->layout, object, &rect))
    return FALSE;

  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) || LIJN_IS_PHASE (object))
    rect = lijn_rect_grow (&rect, -2);
  else
    rect = lijn_rect_grow (&rect, HALO);
  lijn_brush_rounded (brush, &rect, radius, LIJN_CORNER_ALL);
  return TRUE;
}

/* How many objects of the kind of number @from, from there on, are painted together: on paper, where
 * the number of operations is what takes time. On a screen the pixels do. */
static guint
count_together (const LijnBrush *brush, GPtrArray *objects, guint from)
{
  GType type = G_OBJECT_TYPE (g_ptr_array_index (objects, from));
  guint n = 1;

  if (brush->options->scale > 0)
    return 1;
  while (from + n < objects->len && n < TOGETHER &&
         G_OBJECT_TYPE (g_ptr_array_index (objects, from + n)) == type)
    n++;
  return n;
}

void
lijn_paint_map (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                const LijnRect *clip)
{
  LijnBrush brush = lijn_brush (cr, layout, options);
  g_autoptr (GPtrArray) objects = NULL;
  LijnRect area = clip != NULL ? *clip : lijn_layout_get_bounds (layout);

  cairo_save (cr);
  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  lijn_paint_ground (cr, layout, options, clip);
  objects = lijn_layout_find_in (layout, &area);
  for (guint i = 0, n; i < objects->len; i += n)
    {
      n = count_together (&brush, objects, i);
      draw_objects (&brush, (LijnObject *const *) &objects->pdata[i], n);
    }
  if (options->heading)
    lijn_brush_heading (&brush);
  cairo_restore (cr);
}

void
lijn_paint_object (cairo_t *cr, LijnLayout *layout, LijnObject *object,
                   const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  cairo_save (cr);
  draw_objects (&brush, &object, 1);
  cairo_restore (cr);
}

void
lijn_paint_halo (cairo_t *cr, LijnLayout *layout, LijnObject *object,
                 const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  cairo_save (cr);
  if (path_halo (&brush, object))
    {
      set_halo (&brush, find_party (object));
      cairo_set_line_width (cr, LIJN_IS_FLOW (object) ? 8 : 4);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* Of so small a figure the ring cannot be seen: it is covered, together with others of its party. */
static gboolean
takes_cover (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) || LIJN_IS_INTERFACE (object) || LIJN_IS_FRICTION (object);
}

/* Returns: the number of objects that were left to others. */
static guint
cover_for_party (const LijnBrush *brush, LijnObject *const *objects, guint n, LijnParty *party)
{
  guint others = 0;
  LijnRect rect;

  cairo_new_path (brush->cr);
  for (guint i = 0; i < n; i++)
    {
      if (!takes_cover (objects[i]))
        continue;
      if (find_party (objects[i]) != party)
        others++;
      else if (lijn_layout_get_object_bounds (brush->layout, objects[i], &rect))
        {
          rect = lijn_rect_grow (&rect, HALO);
          cairo_rectangle (brush->cr, rect.x, rect.y, rect.width, rect.height);
        }
    }
  set_halo (brush, party);
  cairo_fill (brush->cr);
  return others;
}

void
lijn_paint_halos (cairo_t *cr, LijnLayout *layout, LijnObject *const *objects, guint n,
                  const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, layout, options);
  gboolean covers = !lijn_brush_can_see (&brush, LEAST_RING);
  const LijnPartyBox *parties;
  guint n_parties;

  for (guint i = 0; i < n; i++)
    if (!covers || LIJN_IS_LANE (objects[i]) || LIJN_IS_PARTY (objects[i]))
      lijn_paint_halo (cr, layout, objects[i], options);
  if (!covers)
    return;
  cairo_save (cr);
  parties = lijn_layout_get_parties (layout, &n_parties);
  for (guint i = 0; i < n_parties; i++)
    if (cover_for_party (&brush, objects, n, parties[i].party) == 0)
      break;
  cover_for_party (&brush, objects, n, NULL);
  cairo_restore (cr);
}

LijnRect
lijn_paint_extents (LijnLayout *layout, const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (NULL, layout, options);

  return options->heading ? lijn_brush_heading_extents (&brush) : lijn_layout_get_bounds (layout);
}
