/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-sign.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The legend: only of what occurs on this map, in as many rows as the width asks for. */

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
    lijn_signs_add (signs, LIJN_SIGN_TITLE, 0, _ ("Friction"));
  for (int i = 1; i <= 5; i++)
    if (seen->severities[i])
      lijn_signs_add (signs, LIJN_SIGN_PIN, i, severity_text (i));
  if (seen->severities[0])
    lijn_signs_add (signs, LIJN_SIGN_PIN, 0, severity_text (0));
  if (seen->solved)
    lijn_signs_add (signs, LIJN_SIGN_SETTLED, LIJN_FRICTION_STATUS_SOLVED, _ ("solved"));
  if (seen->confirmed)
    lijn_signs_add (signs, LIJN_SIGN_SETTLED, LIJN_FRICTION_STATUS_CONFIRMED,
                    _ ("confirmed solved"));
  if (seen->clusters)
    lijn_signs_add (signs, LIJN_SIGN_CLUSTER, 0, _ ("how many on one thing, as the worst"));
  if (g_hash_table_size (seen->raisers) > 0)
    lijn_signs_add (signs, LIJN_SIGN_TITLE, 0, _ ("Raised by"));
  for (guint i = 0; i < n; i++)
    if (g_hash_table_remove (seen->raisers, parties[i].party))
      {
        LijnSign sign = { .kind = LIJN_SIGN_BADGE, .party = parties[i].party };

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
    lijn_signs_add (signs, LIJN_SIGN_TITLE, 0, _ ("Interfaces"));
  for (guint i = 0; i < G_N_ELEMENTS (seen->agreements); i++)
    if (seen->agreements[i])
      lijn_signs_add (signs, LIJN_SIGN_TAG, (int) i, agreement_text ((LijnAgreement) i));
}

/* The overlay's scale is shown whole: a step that does not occur tells something too. */
static void
add_scale_signs (GArray *signs, const LijnBrush *brush)
{
  LijnOverlay overlay = brush->options->overlay;
  int n = (int) lijn_overlay_count_steps (overlay);

  if (n > 0)
    lijn_signs_add (signs, LIJN_SIGN_TITLE, 0, lijn_overlay_get_title (overlay));
  for (int i = 0; i < n; i++)
    lijn_signs_add (signs, LIJN_SIGN_STEP, i, lijn_overlay_get_step (overlay, i));
}

/* The legend's signs in their places from (@left, @top) on. (transfer full) */
static GArray *
make_legend (const LijnBrush *brush, double left, double top, double width, double *height)
{
  Seen seen = { .raisers = g_hash_table_new (NULL, NULL) };
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (LijnSign));

  look_around (&seen, brush);
  add_friction_signs (signs, brush, &seen);
  add_interface_signs (signs, &seen);
  if (seen.assumed)
    lijn_signs_add (signs, LIJN_SIGN_ASSUMED, 0, _ ("assumed, not yet confirmed"));
  if (seen.detail)
    lijn_signs_add (signs, LIJN_SIGN_DETAIL, 0, _ ("has a map of its own"));
  if (seen.private)
    lijn_signs_add (signs, LIJN_SIGN_PRIVATE, 0, _ ("private to one party"));
  add_scale_signs (signs, brush);
  g_hash_table_unref (seen.raisers);
  *height = lijn_signs_place (signs, left, top, width);
  return signs;
}

double
lijn_brush_legend (const LijnBrush *brush, double x, double y, double width)
{
  double height;
  g_autoptr (GArray) signs = make_legend (brush, x, y, width, &height);

  for (guint i = 0; i < signs->len && brush->cr != NULL; i++)
    lijn_brush_sign (brush, &g_array_index (signs, LijnSign, i));
  return height;
}

double
lijn_paint_legend (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options, double x,
                   double y, double width)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  return lijn_brush_legend (&brush, x, y, width);
}

double
lijn_paint_scale (cairo_t *cr, const LijnPaintOptions *options, double x, double y, double width)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (LijnSign));
  double height;

  add_scale_signs (signs, &brush);
  if (signs->len == 0)
    return 0;
  /* The title has a row of its own. */
  if (cr != NULL)
    {
      LijnSign title = g_array_index (signs, LijnSign, 0);

      title.x = x;
      title.y = y + LIJN_SIGN_ROW / 2;
      lijn_brush_sign (&brush, &title);
    }
  g_array_remove_index (signs, 0);
  height = lijn_signs_place (signs, x, y + LIJN_SIGN_ROW * 0.75, width);
  for (guint i = 0; i < signs->len && cr != NULL; i++)
    lijn_brush_sign (&brush, &g_array_index (signs, LijnSign, i));
  return LIJN_SIGN_ROW * 0.75 + height;
}
