/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* Many friction points on one thing: a pin of the looks of the worst of them, with others behind it, how
 * many they are, and a badge at each side for two parties that raised some of them; who more is told
 * where they are listed. */

#define BEHIND 0.8 /* of the size */
#define RISE 0.08
#define ASIDE 5.0 /* beyond the pin in front */
#define MOST_BADGES 2

static void
draw_stack (const LijnBrush *brush, double x, double y, double size, int severity,
            LijnFrictionStatus status)
{
  double aside = size * (1 - BEHIND) / 2 + ASIDE;

  for (int side = -1; side <= 1; side += 2)
    lijn_brush_pin (brush, x + side * aside, y - size * RISE, size * BEHIND, severity, 0,
                    LIJN_FRICTION_STATUS_RAISED);
  lijn_brush_pin (brush, x, y, size, severity, 0, status);
}

static void
draw_badges (const LijnBrush *brush, double x, double y, double size,
             LijnFriction *const *frictions, guint n)
{
  LijnParty *parties[MOST_BADGES] = { NULL };
  guint n_parties = 0;

  for (guint i = 0; i < n && n_parties < MOST_BADGES; i++)
    {
      LijnParty *party = lijn_friction_get_raised_by (frictions[i]);

      if (party != NULL && (n_parties == 0 || parties[0] != party))
        parties[n_parties++] = party;
    }
  for (guint i = 0; i < n_parties; i++)
    {
      double side = i == 0 ? 1 : -1;
      LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, parties[i]);
      g_autofree char *letter = lijn_party_get_letter (parties[i]);

      lijn_brush_badge (brush, x + side * size * 0.6, y - size * 1.19, size * 0.24, letter,
                        &colors.hue);
    }
}

static gboolean
is_any_private (LijnFriction *const *frictions, guint n)
{
  for (guint i = 0; i < n; i++)
    if (lijn_friction_get_private_to (frictions[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
lijn_brush_cluster (const LijnBrush *brush, double x, double y, double size, LijnFriction *face,
                    LijnFriction *const *frictions, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u×", n);
  int severity = CLAMP (lijn_friction_get_worst (face), 0, 5);

  draw_stack (brush, x, y, size, severity, lijn_friction_get_status (face));
  lijn_brush_pin_text (brush, x, y, size, severity, lijn_friction_get_status (face), count);
  draw_badges (brush, x, y, size, frictions, n);
  if (is_any_private (frictions, n))
    {
      lijn_brush_set (brush, &brush->palette->ink);
      lijn_brush_lock (brush, x + size * 0.42, y - size * 0.24, MAX (size * 0.4, 9));
    }
}

void
lijn_brush_stack (const LijnBrush *brush, double x, double y, double size, int severity)
{
  draw_stack (brush, x, y, size, severity, LIJN_FRICTION_STATUS_RAISED);
}
