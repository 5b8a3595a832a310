/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The title above the map, and below it the legend: only of what occurs on this map, in as many
 * rows as the map's width asks for. */

#define GAP_TITLE 20.0 /* between the subtitle and the map */
#define GAP_SUBTITLE 3.0
#define GAP_LEGEND 26.0 /* between the map and the legend */
#define LEAST_WIDTH 420.0 /* of the legend, on a narrow map */
#define ROW 32.0
#define GAP_ITEM 24.0
#define GAP_MARK 8.0

typedef enum
{
  SIGN_TITLE,
  SIGN_PIN,
  SIGN_CLUSTER,
  SIGN_BADGE,
  SIGN_SETTLED,
  SIGN_ASSUMED,
  SIGN_TAG,
  SIGN_DETAIL,
  SIGN_PRIVATE,
  SIGN_STEP,
} SignKind;

/* An entry of the legend: a mark and what it means. */
typedef struct
{
  SignKind kind;
  int value; /* a severity, agreement, status or step of the overlay's scale */
  LijnParty *party;
  const char *text;
  double x, y; /* of its left and middle */
} Sign;

/* What is to be seen on the map. */
typedef struct
{
  gboolean severities[6];
  gboolean agreements[3];
  gboolean solved, confirmed, clusters, assumed, detail, private;
  GHashTable *raisers;
} Seen;

static void
see_element (Seen *seen, const LijnBrush *brush, LijnElement *element)
{
  LijnMap *detail = lijn_element_get_detail (element);

  seen->assumed |= lijn_element_get_assumed (element);
  seen->private |= lijn_element_get_private_to (element) != NULL;
  seen->detail |= detail != NULL && lijn_audience_may_see (lijn_layout_get_audience (brush->layout),
                                                           LIJN_OBJECT (detail));
}

static void
see_interface (Seen *seen, LijnInterface *interface)
{
  seen->agreements[lijn_interface_get_agreement (interface)] = TRUE;
  seen->assumed |= lijn_interface_get_assumed (interface);
}

static void
see_friction (Seen *seen, LijnFriction *friction)
{
  LijnFrictionStatus status = lijn_friction_get_status (friction);
  LijnParty *party = lijn_friction_get_raised_by (friction);

  if (status == LIJN_FRICTION_STATUS_SOLVED)
    seen->solved = TRUE;
  else if (status == LIJN_FRICTION_STATUS_CONFIRMED)
    seen->confirmed = TRUE;
  else
    seen->severities[CLAMP (lijn_friction_get_worst (friction), 0, 5)] = TRUE;
  if (party != NULL)
    g_hash_table_add (seen->raisers, party);
  seen->private |= lijn_friction_get_private_to (friction) != NULL;
}

/* Of each kind, all that lie on the map and are laid out: no order is needed here. */
static void
look_around (Seen *seen, const LijnBrush *brush)
{
  LijnLayout *layout = brush->layout;
  LijnObject *map = LIJN_OBJECT (lijn_layout_get_map (layout));
  LijnProject *project = lijn_object_get_project (map);
  GPtrArray *elements = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map", map);
  GPtrArray *interfaces = lijn_project_referrers (project, LIJN_TABLE_INTERFACE, "map", map);
  GListModel *frictions = lijn_project_list (project, LIJN_TABLE_FRICTION);
  guint n = brush->options->pins ? g_list_model_get_n_items (frictions) : 0;
  LijnPoint tip;
  LijnRect rect;
  double size;

  for (guint i = 0; i < elements->len; i++)
    if (lijn_layout_get_element_rect (layout, g_ptr_array_index (elements, i), &rect))
      see_element (seen, brush, g_ptr_array_index (elements, i));
  for (guint i = 0; i < interfaces->len; i++)
    if (lijn_layout_get_tag (layout, g_ptr_array_index (interfaces, i), &rect))
      see_interface (seen, g_ptr_array_index (interfaces, i));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);

      if (lijn_layout_get_pin (layout, friction, &tip, &size))
        see_friction (seen, friction);
      seen->clusters |= lijn_layout_get_face (layout, friction) != NULL;
    }
}

static void
add_sign (GArray *signs, SignKind kind, int value, const char *text)
{
  Sign sign = { .kind = kind, .value = value, .text = text };

  g_array_append_val (signs, sign);
}

static const char *
agreement_text (LijnAgreement agreement)
{
  switch (agreement)
    {
    case LIJN_AGREEMENT_AGREED:
      return _ ("agreed by both");
    case LIJN_AGREEMENT_PROPOSED:
      return _ ("proposed");
    case LIJN_AGREEMENT_OPEN:
    default:
      return _ ("open");
    }
}

static const char *
severity_text (int severity)
{
  return severity == 0 ? _ ("severity not said") : lijn_word_for_severity (severity);
}

static void
add_friction_signs (GArray *signs, const LijnBrush *brush, const Seen *seen)
{
  guint n;
  const LijnPartyBox *parties = lijn_layout_get_parties (brush->layout, &n);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (seen->severities); i++)
    any |= seen->severities[i];
  if (any || seen->solved || seen->confirmed)
    add_sign (signs, SIGN_TITLE, 0, _ ("Friction"));
  for (int i = 1; i <= 5; i++)
    if (seen->severities[i])
      add_sign (signs, SIGN_PIN, i, severity_text (i));
  if (seen->severities[0])
    add_sign (signs, SIGN_PIN, 0, severity_text (0));
  if (seen->solved)
    add_sign (signs, SIGN_SETTLED, LIJN_FRICTION_STATUS_SOLVED, _ ("solved"));
  if (seen->confirmed)
    add_sign (signs, SIGN_SETTLED, LIJN_FRICTION_STATUS_CONFIRMED, _ ("confirmed solved"));
  if (seen->clusters)
    add_sign (signs, SIGN_CLUSTER, 0, _ ("how many on one thing, as the worst"));
  if (g_hash_table_size (seen->raisers) > 0)
    add_sign (signs, SIGN_TITLE, 0, _ ("Raised by"));
  for (guint i = 0; i < n; i++)
    if (g_hash_table_remove (seen->raisers, parties[i].party))
      {
        Sign sign = { .kind = SIGN_BADGE, .party = parties[i].party };

        sign.text = lijn_party_get_name (sign.party);
        g_array_append_val (signs, sign);
      }
}

static void
add_interface_signs (GArray *signs, const Seen *seen)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (seen->agreements); i++)
    any |= seen->agreements[i];
  if (any)
    add_sign (signs, SIGN_TITLE, 0, _ ("Interfaces"));
  for (guint i = 0; i < G_N_ELEMENTS (seen->agreements); i++)
    if (seen->agreements[i])
      add_sign (signs, SIGN_TAG, (int) i, agreement_text ((LijnAgreement) i));
}

/* The overlay's scale is shown whole: a step that does not occur tells something too. */
static void
add_scale_signs (GArray *signs, const LijnBrush *brush)
{
  LijnOverlay overlay = brush->options->overlay;
  int n = (int) lijn_overlay_count_steps (overlay);

  if (n > 0)
    add_sign (signs, SIGN_TITLE, 0, lijn_overlay_get_title (overlay));
  for (int i = 0; i < n; i++)
    add_sign (signs, SIGN_STEP, i, lijn_overlay_get_step (overlay, i));
}

static void
set_for (const Sign *sign, LijnSetting *setting)
{
  *setting = (LijnSetting){ .style = LIJN_TYPE_LABEL, .width = 400, .height = 1 };
  if (sign->kind == SIGN_TITLE)
    setting->weight = PANGO_WEIGHT_SEMIBOLD;
}

static double
mark_width (const Sign *sign)
{
  switch (sign->kind)
    {
    case SIGN_PIN:
    case SIGN_SETTLED:
      return lijn_pin_size (sign->value) + GAP_MARK;
    case SIGN_CLUSTER:
      return lijn_pin_size (sign->value) + 2 * LIJN_CLUSTER_SPREAD + GAP_MARK;
    case SIGN_ASSUMED:
      return 34 + GAP_MARK;
    case SIGN_TAG:
    case SIGN_STEP:
      return 24 + GAP_MARK;
    case SIGN_BADGE:
    case SIGN_DETAIL:
    case SIGN_PRIVATE:
      return 14 + GAP_MARK;
    case SIGN_TITLE:
    default:
      return 0;
    }
}

/* Sets the signs in rows from (@left, @top) on. A title starts no row's end: it stays with what
 * follows it. Returns: the height of all rows. */
static double
set_in_rows (GArray *signs, double left, double top, double width)
{
  double x = left;
  double y = top + ROW / 2;

  for (guint i = 0; i < signs->len; i++)
    {
      Sign *sign = &g_array_index (signs, Sign, i);
      LijnSetting setting;
      double text_width, text_height, needs;

      set_for (sign, &setting);
      lijn_text_get_size (lijn_text_get (sign->text, &setting), &text_width, &text_height);
      needs = mark_width (sign) + text_width;
      if (x > left && x + needs + (sign->kind == SIGN_TITLE ? 120 : 0) > left + width)
        {
          x = left;
          y += ROW;
        }
      sign->x = x;
      sign->y = y;
      x += needs + (sign->kind == SIGN_TITLE ? GAP_ITEM / 2 : GAP_ITEM);
    }
  return signs->len > 0 ? y + ROW / 2 - top : 0;
}

/* The legend's signs in their places from (@left, @top) on. (transfer full) */
static GArray *
make_legend (const LijnBrush *brush, double left, double top, double width, double *height)
{
  Seen seen = { .raisers = g_hash_table_new (NULL, NULL) };
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (Sign));

  look_around (&seen, brush);
  add_friction_signs (signs, brush, &seen);
  add_interface_signs (signs, &seen);
  if (seen.assumed)
    add_sign (signs, SIGN_ASSUMED, 0, _ ("assumed, not yet confirmed"));
  if (seen.detail)
    add_sign (signs, SIGN_DETAIL, 0, _ ("has a map of its own"));
  if (seen.private)
    add_sign (signs, SIGN_PRIVATE, 0, _ ("private to one party"));
  add_scale_signs (signs, brush);
  g_hash_table_unref (seen.raisers);
  *height = set_in_rows (signs, left, top, width);
  return signs;
}

static void
draw_mark (const LijnBrush *brush, const Sign *sign)
{
  const LijnPalette *palette = brush->palette;
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, sign->party);
  double size = lijn_pin_size (sign->value);
  LijnRect box;

  switch (sign->kind)
    {
    case SIGN_PIN:
      lijn_brush_pin (brush, sign->x + size / 2, sign->y + size * 0.62, size, sign->value, 0,
                      LIJN_FRICTION_STATUS_RAISED);
      break;
    case SIGN_SETTLED:
      size = lijn_pin_size (1);
      lijn_brush_pin (brush, sign->x + size / 2 + 3, sign->y + size * 0.62, size, 0, 0,
                      (LijnFrictionStatus) sign->value);
      break;
    case SIGN_CLUSTER:
      lijn_brush_stack (brush, sign->x + size / 2 + LIJN_CLUSTER_SPREAD, sign->y + size * 0.62,
                        size, sign->value);
      break;
    case SIGN_BADGE:
      {
        g_autofree char *letter = lijn_party_get_letter (sign->party);

        lijn_brush_badge (brush, sign->x + 7, sign->y, 7, letter, &colors.hue);
      }
      break;
    case SIGN_ASSUMED:
      box = (LijnRect){ sign->x, sign->y - 10, 34, 20 };
      colors = lijn_palette_for_role (brush->options->palette, LIJN_PARTY_ROLE_CUSTOMER, 0);
      lijn_brush_shape (brush, LIJN_ELEMENT_KIND_STEP, LIJN_MARKER_NONE, &box, &colors, TRUE);
      break;
    case SIGN_TAG:
      box = (LijnRect){ sign->x, sign->y - 8.5, 24, 17 };
      lijn_brush_tag_edge (brush, &box, (LijnAgreement) sign->value, FALSE);
      if (sign->value == LIJN_AGREEMENT_AGREED)
        lijn_brush_tick (brush, sign->x + 12, sign->y, 10);
      break;
    case SIGN_DETAIL:
      box = (LijnRect){ sign->x + 1, sign->y - 6, 12, 12 };
      lijn_brush_set (brush, &palette->soft);
      lijn_brush_detail_sign (brush, box.x, box.y);
      break;
    case SIGN_PRIVATE:
      lijn_brush_set (brush, &palette->soft);
      lijn_brush_lock (brush, sign->x + 7, sign->y, 13);
      break;
    case SIGN_STEP:
      box = (LijnRect){ sign->x, sign->y - 8.5, 24, 17 };
      lijn_brush_swatch (brush, &box, sign->value);
      break;
    case SIGN_TITLE:
    default:
      break;
    }
}

static void
draw_sign (const LijnBrush *brush, const Sign *sign)
{
  LijnSetting setting;
  PangoLayout *layout;
  double width, height;

  draw_mark (brush, sign);
  if (!lijn_brush_can_read (brush, 11.5))
    return;
  set_for (sign, &setting);
  layout = lijn_text_get (sign->text, &setting);
  lijn_text_get_size (layout, &width, &height);
  lijn_brush_set (brush, sign->kind == SIGN_TITLE ? &brush->palette->ink : &brush->palette->soft);
  lijn_brush_text (brush, layout, sign->x + mark_width (sign), sign->y - height / 2);
}

/* (transfer full) */
static char *
make_subtitle (LijnMap *map)
{
  const char *kind = lijn_word_for_map_kind (lijn_map_get_kind (map));
  const char *from = lijn_map_get_opens (map);
  const char *to = lijn_map_get_outcome (map);

  /* Translators: over a map: "As it is · from damage reported to claim settled". */
  if (*from != '\0' && *to != '\0')
    return g_strdup_printf (_ ("%s · from %s to %s"), kind, from, to);
  if (*from != '\0')
    return g_strdup_printf (_ ("%s · from %s"), kind, from);
  if (*to != '\0')
    return g_strdup_printf (_ ("%s · to %s"), kind, to);
  return g_strdup (kind);
}

/* Draws @text where there is something to draw on. Returns: its height. */
static double
set_line (const LijnBrush *brush, const char *text, const LijnSetting *setting,
          const LijnColor *color, double x, double y)
{
  PangoLayout *layout = lijn_text_get (text, setting);
  double width, height;

  lijn_text_get_size (layout, &width, &height);
  if (brush->cr != NULL)
    {
      lijn_brush_set (brush, color);
      lijn_brush_text (brush, layout, x, y);
    }
  return height;
}

static double
set_title (const LijnBrush *brush, double x, double y, double width)
{
  LijnMap *map = lijn_layout_get_map (brush->layout);
  LijnSetting title = { .style = LIJN_TYPE_TITLE, .width = width, .height = 60 };
  LijnSetting subtitle = { .style = LIJN_TYPE_LABEL, .size = 12, .width = width, .height = 34 };
  g_autofree char *text = make_subtitle (map);
  double height = set_line (brush, lijn_map_get_title (map), &title, &brush->palette->ink, x, y);

  height += GAP_SUBTITLE;
  return height + set_line (brush, text, &subtitle, &brush->palette->soft, x, y + height);
}

static double
set_legend (const LijnBrush *brush, double x, double y, double width)
{
  double height;
  g_autoptr (GArray) signs = make_legend (brush, x, y, width, &height);

  for (guint i = 0; i < signs->len && brush->cr != NULL; i++)
    draw_sign (brush, &g_array_index (signs, Sign, i));
  return height;
}

/* Title and legend are as wide as the map, but for a small map. */
static double
heading_width (const LijnRect *bounds)
{
  return MAX (bounds->width, LEAST_WIDTH);
}

void
lijn_brush_heading (const LijnBrush *brush)
{
  LijnBrush measure = { NULL, brush->layout, brush->options, brush->palette };
  LijnRect bounds = lijn_layout_get_bounds (brush->layout);
  double width = heading_width (&bounds);
  double left = MAX (bounds.x, 0);

  set_title (brush, left, bounds.y - GAP_TITLE - set_title (&measure, 0, 0, width), width);
  set_legend (brush, left, bounds.y + bounds.height + GAP_LEGEND, width);
}

LijnRect
lijn_brush_heading_extents (const LijnBrush *brush)
{
  LijnBrush measure = { NULL, brush->layout, brush->options, brush->palette };
  LijnRect bounds = lijn_layout_get_bounds (brush->layout);
  double width = heading_width (&bounds);
  double top = bounds.y - GAP_TITLE - set_title (&measure, 0, 0, width);
  double legend = set_legend (&measure, 0, 0, width);
  double bottom = bounds.y + bounds.height + (legend > 0 ? GAP_LEGEND + legend : 0);

  return (LijnRect){ bounds.x, top, width, bottom - top };
}

double
lijn_paint_title (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options, double x,
                  double y, double width)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  return set_title (&brush, x, y, width);
}

double
lijn_paint_legend (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options, double x,
                   double y, double width)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  return set_legend (&brush, x, y, width);
}

double
lijn_paint_scale (cairo_t *cr, const LijnPaintOptions *options, double x, double y, double width)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  double height;

  add_scale_signs (signs, &brush);
  if (signs->len == 0)
    return 0;
  /* The title has a row of its own. */
  if (cr != NULL)
    {
      Sign title = g_array_index (signs, Sign, 0);

      title.x = x;
      title.y = y + ROW / 2;
      draw_sign (&brush, &title);
    }
  g_array_remove_index (signs, 0);
  height = set_in_rows (signs, x, y + ROW * 0.75, width);
  for (guint i = 0; i < signs->len && cr != NULL; i++)
    draw_sign (&brush, &g_array_index (signs, Sign, i));
  return ROW * 0.75 + height;
}
