/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* A friction point: a pin whose size and colour grow with its severity, with its number, and a
 * badge with the letter of the party that raised it. What is solved is grey with a tick, which is
 * filled once the party that raised it has confirmed that; what is parked or withdrawn is an empty
 * outline. */

#define HEAD_MIDDLE 0.75 /* of the size, above the tip */
#define BADGE_RADIUS 0.28
#define BADGE_EDGE 0.8 /* of paper around it */
#define BADGE_RIGHT 0.54
#define BADGE_UP 1.19
#define BATCH 64 /* pins painted together */

typedef struct
{
  LijnPoint tip;
  double size;
  int severity, number;
  LijnFrictionStatus status;
  LijnParty *raised_by;
  gboolean private;
  gboolean drawn;
} Pin;

/* Where the straight sides touch the head. */
static void
path_drop (cairo_t *cr, double x, double y, double size)
{
  double radius = size / 2;
  double distance = size * HEAD_MIDDLE;
  double angle = asin (MIN (radius / distance, 1));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y - distance, radius, G_PI - angle, angle);
  cairo_curve_to (cr, x + radius * 0.62, y - distance * 0.38, x + radius * 0.2, y - distance * 0.16,
                  x, y);
  cairo_curve_to (cr, x - radius * 0.2, y - distance * 0.16, x - radius * 0.62, y - distance * 0.38,
                  x - radius * cos (angle), y - distance + radius * sin (angle));
  cairo_close_path (cr);
}

static gboolean
is_settled (LijnFrictionStatus status)
{
  return status == LIJN_FRICTION_STATUS_SOLVED || status == LIJN_FRICTION_STATUS_CONFIRMED;
}

static gboolean
is_set_aside (LijnFrictionStatus status)
{
  return status == LIJN_FRICTION_STATUS_PARKED || status == LIJN_FRICTION_STATUS_WITHDRAWN;
}

static const LijnColor *
fill_of (const LijnBrush *brush, const Pin *pin)
{
  if (is_settled (pin->status))
    return &brush->palette->settled;
  return is_set_aside (pin->status) ? &brush->palette->fill
                                    : &brush->palette->severity[pin->severity];
}

/* In the head of the pin with its tip at @tip. */
static void
draw_text (const LijnBrush *brush, const char *text, double size, const LijnPoint *tip)
{
  /* Of the head's width, for one, two and three characters. */
  static const double shares[] = { 0.55, 0.5, 0.4, 0.32 };
  glong length = CLAMP (g_utf8_strlen (text, -1), 1, (glong) G_N_ELEMENTS (shares));

  lijn_brush_text_mark (brush, text, size * shares[length - 1], tip->x,
                        tip->y - size * HEAD_MIDDLE);
}

static void
draw_tick_badge (const LijnBrush *brush, double x, double y, double radius, gboolean confirmed)
{
  const LijnPalette *palette = brush->palette;
  LijnColor readable = lijn_color_readable_on (&palette->agreed);
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  lijn_brush_set (brush, confirmed ? &palette->agreed : &palette->fill);
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, &palette->agreed);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  lijn_brush_set (brush, confirmed ? &readable : &palette->agreed);
  lijn_brush_tick (brush, x, y, radius * 1.3);
}

static void
draw_letter (const LijnBrush *brush, double x, double y, double radius, const char *letter,
             const LijnColor *ground)
{
  LijnColor readable = lijn_color_readable_on (ground);

  if (letter == NULL || !lijn_brush_can_read (brush, radius))
    return;
  lijn_brush_set (brush, &readable);
  lijn_brush_text_mark (brush, letter, radius * (g_utf8_strlen (letter, -1) > 1 ? 1.15 : 1.45), x,
                        y);
}

void
lijn_brush_badge (const LijnBrush *brush, double x, double y, double radius, const char *letter,
                  const LijnColor *color)
{
  cairo_new_path (brush->cr);
  lijn_brush_add_dot (brush, x, y);
  lijn_brush_set (brush, &brush->palette->paper);
  lijn_brush_fill_dots (brush, radius + BADGE_EDGE);
  lijn_brush_set (brush, color);
  lijn_brush_fill_dots (brush, radius);
  cairo_new_path (brush->cr);
  draw_letter (brush, x, y, radius, letter, color);
}

/* The rest is for pins that look alike: of one size, severity and status. */
static void
draw_drops (const LijnBrush *brush, const Pin *pins, guint n)
{
  static const double dashes[] = { 2.5, 2 };
  const LijnPalette *palette = brush->palette;
  gboolean pale = is_settled (pins->status) || is_set_aside (pins->status);
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    path_drop (cr, pins[i].tip.x, pins[i].tip.y, pins[i].size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  lijn_brush_set (brush, &palette->paper);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  lijn_brush_set (brush, fill_of (brush, pins));
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, pale ? &palette->soft : &palette->severity_edge[pins->severity]);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, is_set_aside (pins->status) ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

static void
draw_numbers (const LijnBrush *brush, const Pin *pins, guint n)
{
  LijnColor readable = lijn_color_readable_on (fill_of (brush, pins));

  if (!lijn_brush_can_read (brush, pins->size / 2))
    return;
  lijn_brush_set (brush, &readable);
  for (guint i = 0; i < n; i++)
    if (pins[i].number > 0)
      {
        g_autofree char *text = g_strdup_printf ("%d", pins[i].number);

        draw_text (brush, text, pins[i].size, &pins[i].tip);
      }
}

static LijnPoint
badge_place (const Pin *pin)
{
  return (LijnPoint){ pin->tip.x + pin->size * BADGE_RIGHT, pin->tip.y - pin->size * BADGE_UP };
}

/* Of the pins that @party raised; NULL: of all that anybody raised. */
static void
path_badges (const LijnBrush *brush, const Pin *pins, guint n, LijnParty *party)
{
  cairo_new_path (brush->cr);
  for (guint i = 0; i < n; i++)
    {
      LijnPoint place = badge_place (&pins[i]);

      if (pins[i].raised_by != NULL && (party == NULL || pins[i].raised_by == party))
        lijn_brush_add_dot (brush, place.x, place.y);
    }
}

static void
draw_badges_of (const LijnBrush *brush, const Pin *pins, guint n, LijnParty *party)
{
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, party);
  g_autofree char *letter = lijn_party_get_letter (party);
  double radius = pins->size * BADGE_RADIUS;

  path_badges (brush, pins, n, party);
  lijn_brush_set (brush, &colors.hue);
  lijn_brush_fill_dots (brush, radius);
  cairo_new_path (brush->cr);
  for (guint i = 0; i < n; i++)
    {
      LijnPoint place = badge_place (&pins[i]);

      if (pins[i].raised_by == party)
        draw_letter (brush, place.x, place.y, radius, letter, &colors.hue);
    }
}

static gboolean
is_first_of_party (const Pin *pins, guint i)
{
  for (guint j = 0; j < i; j++)
    if (pins[j].raised_by == pins[i].raised_by)
      return FALSE;
  return pins[i].raised_by != NULL;
}

static void
draw_badges (const LijnBrush *brush, const Pin *pins, guint n)
{
  path_badges (brush, pins, n, NULL);
  lijn_brush_set (brush, &brush->palette->paper);
  lijn_brush_fill_dots (brush, pins->size * BADGE_RADIUS + BADGE_EDGE);
  for (guint i = 0; i < n; i++)
    if (is_first_of_party (pins, i))
      draw_badges_of (brush, pins, n, pins[i].raised_by);
}

static void
draw_alike (const LijnBrush *brush, const Pin *pins, guint n)
{
  draw_drops (brush, pins, n);
  draw_numbers (brush, pins, n);
  for (guint i = 0; i < n && is_settled (pins->status); i++)
    draw_tick_badge (brush, pins[i].tip.x - pins[i].size * 0.42,
                     pins[i].tip.y - pins[i].size * 0.42, MAX (pins[i].size * BADGE_RADIUS, 5),
                     pins->status == LIJN_FRICTION_STATUS_CONFIRMED);
  draw_badges (brush, pins, n);
  for (guint i = 0; i < n; i++)
    if (pins[i].private)
      {
        lijn_brush_set (brush, &brush->palette->ink);
        lijn_brush_lock (brush, pins[i].tip.x + pins[i].size * 0.42,
                         pins[i].tip.y - pins[i].size * 0.24, MAX (pins[i].size * 0.5, 9));
      }
}

static gboolean
is_alike (const Pin *one, const Pin *other)
{
  return one->severity == other->severity && one->status == other->status &&
         fabs (one->size - other->size) < 0.01;
}

static void
draw_batch (const LijnBrush *brush, Pin *pins, guint n)
{
  Pin alike[BATCH];

  for (guint i = 0; i < n; i++)
    {
      guint n_alike = 0;

      for (guint j = i; j < n && !pins[i].drawn; j++)
        if (!pins[j].drawn && is_alike (&pins[i], &pins[j]))
          alike[n_alike++] = pins[j];
      if (n_alike == 0)
        continue;
      draw_alike (brush, alike, n_alike);
      for (guint j = i; j < n; j++)
        pins[j].drawn |= is_alike (&pins[i], &pins[j]);
    }
}

static void
pin_init (Pin *pin, LijnFriction *friction)
{
  pin->severity = CLAMP (lijn_friction_get_worst (friction), 0, 5);
  pin->number = lijn_friction_get_number (friction);
  pin->status = lijn_friction_get_status (friction);
  pin->raised_by = lijn_friction_get_raised_by (friction);
  pin->private = lijn_friction_get_private_to (friction) != NULL;
  pin->drawn = FALSE;
}

void
lijn_brush_pin (const LijnBrush *brush, double x, double y, double size, int severity, int number,
                LijnFrictionStatus status)
{
  Pin pin = { { x, y }, size, severity, number, status, NULL, FALSE, FALSE };

  draw_alike (brush, &pin, 1);
}

void
lijn_brush_pin_text (const LijnBrush *brush, double x, double y, double size, int severity,
                     LijnFrictionStatus status, const char *text)
{
  Pin pin = { .size = size, .severity = severity, .status = status };
  LijnColor readable = lijn_color_readable_on (fill_of (brush, &pin));

  if (!lijn_brush_can_read (brush, size / 2))
    return;
  lijn_brush_set (brush, &readable);
  draw_text (brush, text, size, &(LijnPoint){ x, y });
}

/* Those of a cluster are drawn together, when it is the turn of its face. */
static void
draw_cluster (const LijnBrush *brush, LijnFriction *face, const LijnPoint *tip, double size)
{
  g_autoptr (GPtrArray) all = lijn_layout_list_cluster (brush->layout, face);

  lijn_brush_cluster (brush, tip->x, tip->y, size, face, (LijnFriction *const *) all->pdata,
                      all->len);
}

void
lijn_brush_frictions (const LijnBrush *brush, LijnFriction *const *frictions, guint n)
{
  Pin pins[BATCH];
  LijnRect rects[BATCH];
  guint in_batch = 0;

  for (guint i = 0; i < n; i++)
    {
      LijnFriction *face = lijn_layout_get_face (brush->layout, frictions[i]);
      LijnRect rect;
      Pin pin;

      if (!lijn_layout_get_pin (brush->layout, frictions[i], &pin.tip, &pin.size))
        continue;
      if (face == frictions[i])
        draw_cluster (brush, face, &pin.tip, pin.size);
      if (face != NULL)
        continue;
      pin_init (&pin, frictions[i]);
      rect = lijn_pin_rect (&pin.tip, pin.size);
      if (in_batch == BATCH || !lijn_brush_is_apart (rects, in_batch, &rect))
        {
          draw_batch (brush, pins, in_batch);
          in_batch = 0;
        }
      pins[in_batch] = pin;
      rects[in_batch++] = rect;
    }
  draw_batch (brush, pins, in_batch);
}

void
lijn_paint_pin (cairo_t *cr, double x, double y, double size, int severity, int number,
                const char *letter, const LijnColor *badge, const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);

  cairo_save (cr);
  lijn_brush_pin (&brush, x, y, size, CLAMP (severity, 0, 5), number, LIJN_FRICTION_STATUS_RAISED);
  if (badge != NULL)
    lijn_brush_badge (&brush, x + size * BADGE_RIGHT, y - size * BADGE_UP, size * BADGE_RADIUS,
                      letter, badge);
  cairo_restore (cr);
}

void
lijn_paint_pin_of (cairo_t *cr, double x, double y, double size, LijnFriction *friction,
                   const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);
  Pin pin = { .tip = { x, y }, .size = size };

  pin_init (&pin, friction);
  cairo_save (cr);
  draw_alike (&brush, &pin, 1);
  cairo_restore (cr);
}
