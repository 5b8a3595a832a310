/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"
#include "lijn-words.h"

#include <math.h>

/* An element: its figure, its name in or beside it, its waiting time, and the signs in a step's
 * corners: how it is done (upper left), that it has a map of its own (lower right), that it is
 * private (lower left). */

#define PADDING 8.0 /* between a step's edge and its name */
#define CORNER 12.0 /* of a sign in a step's corner, with the room it needs */
#define NAME_HEIGHT 6.0
#define BATCH 64 /* elements painted together */

/* The name keeps clear of the signs: it may use the whole width as long as it is not so high that
 * it comes beside them. */
static void
draw_step_name (const LijnBrush *brush, LijnElement *element, const LijnRect *rect,
                gboolean has_signs)
{
  LijnSetting setting = {
    .style = LIJN_TYPE_BODY,
    .italic = lijn_element_get_assumed (element),
    .width = MAX (rect->width - 2 * PADDING, 16),
    .height = MAX (rect->height - 2 * NAME_HEIGHT, 12),
    .align = PANGO_ALIGN_CENTER,
    .once = brush->options->scale <= 0,
  };
  const char *name = lijn_element_get_name (element);
  LijnPoint middle = lijn_rect_center (rect);
  PangoLayout *layout = lijn_text_fit (name, &setting);
  double width, height;

  lijn_text_get_size (layout, &width, &height);
  if (has_signs && height > rect->height - 2 * (CORNER + 5) &&
      width > rect->width - 2 * (CORNER + PADDING))
    {
      setting.width = MAX (rect->width - 2 * (CORNER + PADDING), 16);
      layout = lijn_text_fit (name, &setting);
    }
  lijn_brush_set (brush, &brush->palette->ink);
  lijn_brush_text_middle (brush, layout, middle.x, middle.y);
}

static void
draw_note_text (const LijnBrush *brush, LijnElement *element, const LijnRect *rect)
{
  LijnSetting setting = {
    .style = LIJN_TYPE_LABEL,
    .width = MAX (rect->width - 2 * PADDING - 6, 16),
    .height = MAX (rect->height - 2 * NAME_HEIGHT, 12),
  };

  lijn_brush_set (brush, &brush->palette->ink);
  lijn_brush_text (brush, lijn_text_fit (lijn_element_get_name (element), &setting),
                   rect->x + PADDING, rect->y + NAME_HEIGHT);
}

static void
draw_group_name (const LijnBrush *brush, LijnElement *element, const LijnRect *rect)
{
  LijnSetting setting = {
    .style = LIJN_TYPE_LABEL,
    .weight = PANGO_WEIGHT_MEDIUM,
    .width = MAX (rect->width - 24, 16),
    .height = 46, /* three lines, or a little less */
  };

  lijn_brush_set (brush, lijn_element_get_marker (element) == LIJN_MARKER_CALL
                             ? &brush->palette->ink
                             : &brush->palette->soft);
  lijn_brush_text (brush, lijn_text_fit (lijn_element_get_name (element), &setting), rect->x + 12,
                   rect->y + 6);
}

static void
draw_label (const LijnBrush *brush, LijnElement *element)
{
  LijnSetting setting = {
    .style = LIJN_TYPE_LABEL,
    .italic = lijn_element_get_assumed (element),
    .align = PANGO_ALIGN_CENTER,
  };
  LijnRect rect;

  if (!lijn_layout_get_element_label (brush->layout, element, &rect))
    return;
  setting.width = ceil (rect.width) + 0.5;
  setting.height = rect.height + 1;
  lijn_brush_set (brush, &brush->palette->soft);
  lijn_brush_text (brush, lijn_text_get (lijn_element_get_name (element), &setting),
                   rect.x - (setting.width - rect.width) / 2, rect.y);
}

static void
draw_time (const LijnBrush *brush, LijnElement *element)
{
  LijnSetting setting = { .style = LIJN_TYPE_LABEL };
  g_autofree char *time = NULL;
  LijnRect rect;

  if (!lijn_layout_get_element_time (brush->layout, element, &rect))
    return;

  time = lijn_words_for_duration (lijn_element_get_wait_minutes (element));
  lijn_brush_set (brush, &brush->palette->soft);
  lijn_brush_marker (brush, LIJN_MARKER_TIMER, FALSE, rect.x + 7, rect.y + rect.height / 2, 14);
  lijn_brush_text (brush, lijn_text_get (time, &setting), rect.x + LIJN_TIME_ICON, rect.y);
}

/* The detail map itself may be one that the audience does not see. */
static gboolean
opens_detail (const LijnBrush *brush, LijnElement *element)
{
  LijnMap *detail = lijn_element_get_detail (element);

  return detail != NULL &&
         lijn_audience_may_see (lijn_layout_get_audience (brush->layout), LIJN_OBJECT (detail));
}

static void
draw_signs (const LijnBrush *brush, const LijnRect *rect, gboolean detail, gboolean private)
{
  if (detail)
    lijn_brush_detail_sign (brush, rect->x + rect->width - 18, rect->y + rect->height - 18);
  if (private)
    lijn_brush_lock (brush, rect->x + 12, rect->y + rect->height - 12, 12);
}

/* An element with its place, while several are painted together. */
typedef struct
{
  LijnElement *element;
  LijnParty *party;
  LijnElementKind kind;
  LijnMarker marker;
  LijnRect rect;
  gboolean plain; /* a step as most are: no sign on it, sure */
  gboolean detail, private;
  gboolean drawn;
} Figure;

static gboolean
figure_init (Figure *figure, const LijnBrush *brush, LijnElement *element)
{
  if (!lijn_layout_get_element_rect (brush->layout, element, &figure->rect))
    return FALSE;
  figure->element = element;
  figure->party = lijn_element_get_party (element);
  figure->kind = lijn_element_get_kind (element);
  figure->marker = lijn_element_get_marker (element);
  figure->detail = opens_detail (brush, element);
  figure->private = lijn_element_get_private_to (element) != NULL;
  figure->plain = figure->kind == LIJN_ELEMENT_KIND_STEP && figure->marker == LIJN_MARKER_NONE &&
                  !lijn_element_get_assumed (element) && !figure->detail && !figure->private &&
                  lijn_brush_is_whole (brush, &figure->rect);
  figure->drawn = FALSE;
  return TRUE;
}

static void
draw_figure (const LijnBrush *brush, Figure *figure)
{
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, figure->party);

  lijn_brush_shape (brush, figure->kind, figure->marker, &figure->rect, &colors,
                    lijn_element_get_assumed (figure->element));
  if (lijn_brush_can_see (brush, CORNER))
    draw_signs (brush, &figure->rect, figure->detail, figure->private);
  figure->drawn = TRUE;
}

/* Plain steps of a party at once, everything else by itself. */
static void
draw_figures (const LijnBrush *brush, Figure *figures, guint n)
{
  LijnRect rects[BATCH];

  for (guint i = 0; i < n; i++)
    {
      LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, figures[i].party);
      guint alike = 0;

      if (figures[i].drawn)
        continue;
      if (!figures[i].plain)
        {
          draw_figure (brush, &figures[i]);
          continue;
        }
      for (guint j = i; j < n; j++)
        if (figures[j].plain && figures[j].party == figures[i].party)
          {
            rects[alike++] = figures[j].rect;
            figures[j].drawn = TRUE;
          }
      lijn_brush_steps (brush, rects, alike, &colors);
    }
}

static void
draw_names (const LijnBrush *brush, const Figure *figure)
{
  if (figure->kind == LIJN_ELEMENT_KIND_NOTE)
    draw_note_text (brush, figure->element, &figure->rect);
  else if (figure->kind == LIJN_ELEMENT_KIND_GROUP)
    draw_group_name (brush, figure->element, &figure->rect);
  else if (figure->kind == LIJN_ELEMENT_KIND_STEP)
    draw_step_name (brush, figure->element, &figure->rect,
                    figure->marker != LIJN_MARKER_NONE || figure->detail || figure->private);
  else
    draw_label (brush, figure->element);
  draw_time (brush, figure->element);
}

static void
draw_batch (const LijnBrush *brush, Figure *figures, guint n)
{
  draw_figures (brush, figures, n);
  if (!lijn_brush_can_read (brush, 11.5))
    return;
  for (guint i = 0; i < n; i++)
    draw_names (brush, &figures[i]);
}

/* All figures before all of their names: few operations instead of many. */
void
lijn_brush_elements (const LijnBrush *brush, LijnElement *const *elements, guint n)
{
  Figure figures[BATCH];
  LijnRect rects[BATCH];
  guint in_batch = 0;

  for (guint i = 0; i < n; i++)
    {
      Figure figure;

      if (!figure_init (&figure, brush, elements[i]))
        continue;
      if (in_batch == BATCH || !lijn_brush_is_apart (rects, in_batch, &figure.rect))
        {
          draw_batch (brush, figures, in_batch);
          in_batch = 0;
        }
      figures[in_batch] = figure;
      rects[in_batch++] = figure.rect;
    }
  draw_batch (brush, figures, in_batch);
}
