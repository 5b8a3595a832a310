/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* An interface: a peg on the rope for every hand-over that it carries, and a tag that hangs from
 * it with its number and name. The tag's edge tells the agreement: dashed open, rope-coloured
 * proposed, green with a tick agreed by both. A peg that hangs elsewhere has a small tag with the
 * number only. */

#define PEG_WIDTH 7.0
#define PEG_LENGTH 20.0
#define PEG_GRIP 3.0 /* how far it reaches over what it holds */
#define BADGE_HEIGHT 18.0
#define BADGE_RADIUS 4.0
#define RADIUS 6.0
#define BATCH 64 /* tags painted together */

static const LijnColor *
agreement_color (const LijnPalette *palette, LijnAgreement agreement)
{
  switch (agreement)
    {
    case LIJN_AGREEMENT_AGREED:
      return &palette->agreed;
    case LIJN_AGREEMENT_PROPOSED:
      return &palette->rope;
    case LIJN_AGREEMENT_OPEN:
    default:
      return &palette->soft;
    }
}

/* A peg: two halves of wood, held together where the rope runs through. */
typedef struct
{
  double x, rope, bottom;
} Peg;

/* All bodies, then all slits: few operations. */
static void
draw_pegs (const LijnBrush *brush, GArray *pegs)
{
  const LijnPalette *palette = brush->palette;
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  for (guint i = 0; i < pegs->len; i++)
    {
      const Peg *peg = &g_array_index (pegs, Peg, i);
      LijnRect body = { peg->x - PEG_WIDTH / 2, peg->bottom - PEG_LENGTH, PEG_WIDTH, PEG_LENGTH };

      lijn_brush_add_rounded (brush, &body, 2, LIJN_CORNER_ALL);
    }
  lijn_brush_set (brush, &palette->rope);
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, &palette->paper);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (!lijn_brush_can_see (brush, PEG_WIDTH))
    return;
  for (guint i = 0; i < pegs->len; i++)
    {
      const Peg *peg = &g_array_index (pegs, Peg, i);

      cairo_move_to (cr, peg->x, peg->rope + 2.5);
      cairo_line_to (cr, peg->x, peg->bottom - 1);
      cairo_move_to (cr, peg->x, peg->bottom - PEG_LENGTH + 1);
      cairo_line_to (cr, peg->x, peg->rope - 2.5);
    }
  lijn_brush_set (brush, &palette->twist);
  cairo_stroke (cr);
}

static void
draw_digits (const LijnBrush *brush, const LijnRect *rect, int number, LijnAgreement agreement)
{
  LijnColor readable = lijn_color_readable_on (agreement_color (brush->palette, agreement));
  g_autofree char *text = g_strdup_printf ("%d", number);

  if (!lijn_brush_can_read (brush, 11))
    return;
  lijn_brush_set (brush, &readable);
  lijn_brush_text_mark (brush, text, 11, rect->x + rect->width / 2, rect->y + rect->height / 2);
}

static void
draw_number (const LijnBrush *brush, const LijnRect *rect, int number, LijnAgreement agreement)
{
  cairo_new_path (brush->cr);
  lijn_brush_add_card (brush, rect, BADGE_RADIUS);
  lijn_brush_set (brush, agreement_color (brush->palette, agreement));
  lijn_brush_fill_cards (brush, BADGE_RADIUS);
  draw_digits (brush, rect, number, agreement);
}

static double
number_width (int number)
{
  LijnSetting setting = { .style = LIJN_TYPE_SMALL, .size = 11, .weight = PANGO_WEIGHT_BOLD };
  g_autofree char *text = g_strdup_printf ("%d", number);
  double width, height;

  lijn_text_get_size (lijn_text_get (text, &setting), &width, &height);
  return MAX (LIJN_TAG_BADGE, width + 10);
}

/* A hand-over that passes the line away from its interface's tag. */
static void
draw_small_tag (const LijnBrush *brush, const LijnRect *place, LijnInterface *interface,
                LijnAgreement agreement)
{
  double width = MIN (number_width (lijn_interface_get_number (interface)), place->width);
  LijnRect rect = { place->x + (place->width - width) / 2, place->y, width, BADGE_HEIGHT };

  draw_number (brush, &rect, lijn_interface_get_number (interface), agreement);
}

static const LijnLineBox *
line_at (LijnLayout *layout, double y)
{
  guint n;
  const LijnLineBox *lines = lijn_layout_get_lines (layout, &n);

  for (guint i = 0; i < n; i++)
    if (y >= lines[i].rect.y && y <= lines[i].rect.y + lines[i].rect.height)
      return &lines[i];
  return NULL;
}

/* Whether the peg at @point holds the tag itself, rather than a line to it. */
static gboolean
holds (const LijnPoint *point, const LijnRect *tag)
{
  return point->x >= tag->x && point->x <= tag->x + tag->width &&
         fabs (tag->y - point->y) < LIJN_LINE_HEIGHT;
}

static void
hang (const LijnBrush *brush, LijnFlow *flow, GArray *pegs)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);
  LijnPoint point;
  LijnRect tag;

  if (interface == NULL || !lijn_layout_get_tag (brush->layout, interface, &tag))
    return;
  for (guint i = 0; lijn_layout_get_crossing (brush->layout, flow, i, &point); i++)
    {
      const LijnLineBox *line = line_at (brush->layout, point.y);
      double rope = line != NULL ? lijn_rope_get_y (line, point.x) : point.y;
      LijnRect held = tag;
      Peg peg = { .x = point.x, .rope = rope };

      if (lijn_layout_get_small_tag (brush->layout, flow, i, &held))
        draw_small_tag (brush, &held, interface, lijn_interface_get_agreement (interface));
      peg.bottom = MIN (held.y, rope + LIJN_TAG_DROP) + PEG_GRIP;
      g_array_append_val (pegs, peg);
    }
}

void
lijn_brush_pegs (const LijnBrush *brush, LijnFlow *const *flows, guint n)
{
  g_autoptr (GArray) pegs = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (lijn_flow_get_kind (flows[i]) != LIJN_FLOW_KIND_HAND_OVER)
        continue;
      if (pegs == NULL)
        pegs = g_array_new (FALSE, FALSE, sizeof (Peg));
      hang (brush, flows[i], pegs);
    }
  if (pegs != NULL && pegs->len > 0)
    draw_pegs (brush, pegs);
}

/* A tag with what is asked about it again and again, while several are painted together. */
typedef struct
{
  LijnInterface *interface;
  LijnRect rect, badge;
  LijnAgreement agreement;
  gboolean assumed;
} Tag;

static gboolean
tag_init (Tag *tag, const LijnBrush *brush, LijnInterface *interface)
{
  double width = number_width (lijn_interface_get_number (interface));

  if (!lijn_layout_get_tag (brush->layout, interface, &tag->rect))
    return FALSE;
  tag->interface = interface;
  tag->badge = (LijnRect){ tag->rect.x + 4, tag->rect.y + (tag->rect.height - BADGE_HEIGHT) / 2,
                           width, BADGE_HEIGHT };
  tag->agreement = lijn_interface_get_agreement (interface);
  tag->assumed = lijn_interface_get_assumed (interface);
  return TRUE;
}

/* The jaws of the pegs that hold the tag reach over its edge. */
static void
path_jaws (const LijnBrush *brush, const Tag *tag)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (tag->interface));
  GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "interface",
                                             LIJN_OBJECT (tag->interface));
  LijnPoint point;

  for (guint i = 0; i < flows->len; i++)
    for (guint line = 0;
         lijn_layout_get_crossing (brush->layout, g_ptr_array_index (flows, i), line, &point);
         line++)
      {
        LijnRect jaws = { point.x - PEG_WIDTH / 2, tag->rect.y - 1, PEG_WIDTH, PEG_GRIP + 1 };

        if (holds (&point, &tag->rect) && tag->rect.y - point.y <= 2 * LIJN_TAG_DROP)
          lijn_brush_add_rounded (brush, &jaws, 2, LIJN_CORNER_BOTTOM);
      }
}

static void
path_edge (const LijnBrush *brush, const LijnRect *rect)
{
  lijn_brush_add_rounded (brush, rect, MIN (RADIUS, rect->height / 3), LIJN_CORNER_ALL);
}

static void
draw_edges (const LijnBrush *brush, LijnAgreement agreement, gboolean assumed)
{
  static const double dashes[] = { 4, 3 };
  cairo_t *cr = brush->cr;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  lijn_brush_set (brush, &brush->palette->fill);
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, agreement_color (brush->palette, agreement));
  cairo_set_line_width (cr, 1.4);
  if (assumed || agreement == LIJN_AGREEMENT_OPEN)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

void
lijn_brush_tag_edge (const LijnBrush *brush, const LijnRect *rect, LijnAgreement agreement,
                     gboolean assumed)
{
  cairo_new_path (brush->cr);
  path_edge (brush, rect);
  draw_edges (brush, agreement, assumed);
}

/* Edges and badges of all that are agreed alike, and as sure. */
static void
draw_alike (const LijnBrush *brush, const Tag *tags, guint n, LijnAgreement agreement,
            gboolean assumed)
{
  cairo_t *cr = brush->cr;
  guint alike = 0;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    if (tags[i].agreement == agreement && tags[i].assumed == assumed)
      {
        path_edge (brush, &tags[i].rect);
        alike++;
      }
  if (alike == 0)
    return;
  draw_edges (brush, agreement, assumed);
  for (guint i = 0; i < n; i++)
    if (tags[i].agreement == agreement && tags[i].assumed == assumed)
      lijn_brush_add_card (brush, &tags[i].badge, BADGE_RADIUS);
  lijn_brush_set (brush, agreement_color (brush->palette, agreement));
  lijn_brush_fill_cards (brush, BADGE_RADIUS);
  for (guint i = 0; i < n; i++)
    if (tags[i].agreement == agreement && tags[i].assumed == assumed)
      draw_digits (brush, &tags[i].badge, lijn_interface_get_number (tags[i].interface), agreement);
}

static void
draw_name (const LijnBrush *brush, const Tag *tag)
{
  const char *name = lijn_interface_get_name (tag->interface);
  double left = tag->badge.x + tag->badge.width + LIJN_TAG_NAME;
  double right = tag->rect.x + tag->rect.width;
  double aside = tag->agreement == LIJN_AGREEMENT_AGREED ? -1 : LIJN_TAG_TICK / 4;
  LijnSetting setting = {
    .style = LIJN_TYPE_LABEL,
    .italic = tag->assumed,
    .width = MAX (right - LIJN_TAG_TICK - left, 1) + 1,
    .height = 1,
  };

  if (*name == '\0' || !lijn_brush_can_read (brush, 11.5))
    return;
  lijn_brush_set (brush, &brush->palette->ink);
  lijn_brush_text_middle (brush, lijn_text_get (name, &setting), left + setting.width / 2 + aside,
                          tag->rect.y + tag->rect.height / 2);
}

/* Of all tags what is alike, before what is next. */
static void
draw_tags (const LijnBrush *brush, const Tag *tags, guint n)
{
  cairo_t *cr = brush->cr;

  for (LijnAgreement agreement = LIJN_AGREEMENT_OPEN; agreement <= LIJN_AGREEMENT_AGREED;
       agreement++)
    {
      draw_alike (brush, tags, n, agreement, FALSE);
      draw_alike (brush, tags, n, agreement, TRUE);
    }
  for (guint i = 0; i < n; i++)
    if (tags[i].agreement == LIJN_AGREEMENT_AGREED)
      {
        const LijnRect *rect = &tags[i].rect;

        lijn_brush_set (brush, &brush->palette->agreed);
        lijn_brush_tick (brush, rect->x + rect->width - LIJN_TAG_TICK / 2 - 0.5,
                         rect->y + rect->height / 2, 10);
      }
  for (guint i = 0; i < n; i++)
    draw_name (brush, &tags[i]);
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    path_jaws (brush, &tags[i]);
  lijn_brush_set (brush, &brush->palette->rope);
  cairo_fill (cr);
}

void
lijn_brush_interfaces (const LijnBrush *brush, LijnInterface *const *interfaces, guint n)
{
  Tag tags[BATCH];
  LijnRect rects[BATCH];
  guint in_batch = 0;

  for (guint i = 0; i < n; i++)
    {
      Tag tag;

      if (!tag_init (&tag, brush, interfaces[i]))
        continue;
      if (in_batch == BATCH || !lijn_brush_is_apart (rects, in_batch, &tag.rect) ||
          !lijn_brush_is_whole (brush, &tag.rect))
        {
          draw_tags (brush, tags, in_batch);
          in_batch = 0;
        }
      tags[in_batch] = tag;
      rects[in_batch++] = tag.rect;
    }
  if (in_batch > 0)
    draw_tags (brush, tags, in_batch);
}

void
lijn_paint_number_of (cairo_t *cr, double x, double y, LijnInterface *interface,
                      const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);
  int number = lijn_interface_get_number (interface);
  LijnRect rect = { x, y, number_width (number), BADGE_HEIGHT };

  cairo_save (cr);
  draw_number (&brush, &rect, number, lijn_interface_get_agreement (interface));
  cairo_restore (cr);
}
