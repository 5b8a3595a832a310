/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-type.h"

G_BEGIN_DECLS

/* Gives a size in which @text fits as lijn_type_layout() sets it at that width: at most @width wide
 * and @lines high, hardly larger than needed. Much faster than lijn_type_measure(). */
void lijn_measure (LijnTypeStyle style, const char *text, double width, int lines,
                   double *out_width, double *out_height);

G_END_DECLS
