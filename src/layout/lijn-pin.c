/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-layout.h"

/* How much room a pin takes: its head, the point below it, and the badge of the party that raised it at
 * the upper right. */

#define PIN_BADGE_RIGHT 0.85
#define PIN_BADGE_TOP 1.5

double
lijn_pin_size (int severity)
{
  static const double sizes[] = { 17, 17, 19, 21.5, 24, 27 };

  return sizes[CLAMP (severity, 0, 5)];
}

LijnRect
lijn_pin_rect (const LijnPoint *tip, double size)
{
  return (LijnRect){ tip->x - size / 2 - 1, tip->y - size * PIN_BADGE_TOP,
                     size * (0.5 + PIN_BADGE_RIGHT) + 1, size * PIN_BADGE_TOP };
}
