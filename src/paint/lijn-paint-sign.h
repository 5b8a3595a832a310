/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint-private.h"

G_BEGIN_DECLS

/* The entries of the legend: a mark and what it means. */

#define LIJN_SIGN_ROW 32.0 /* height of a row of them, in points */

typedef enum
{
  LIJN_SIGN_TITLE,
  LIJN_SIGN_PIN,
  LIJN_SIGN_CLUSTER,
  LIJN_SIGN_BADGE,
  LIJN_SIGN_SETTLED,
  LIJN_SIGN_ASSUMED,
  LIJN_SIGN_TAG,
  LIJN_SIGN_DETAIL,
  LIJN_SIGN_PRIVATE,
  LIJN_SIGN_STEP,
} LijnSignKind;

typedef struct
{
  LijnSignKind kind;
  int value; /* a severity, agreement, status or step of the overlay's scale */
  LijnParty *party;
  const char *text;
  double x, y; /* of its left and middle */
} LijnSign;

/* Adds to @signs (element-type LijnSign) one without a party; @text must stay. */
void lijn_signs_add (GArray *signs, LijnSignKind kind, int value, const char *text);

/* Places @signs in rows of @width from (@left, @top) on. A title ends no row: it stays with what
 * follows it. Returns: the height of all rows. */
double lijn_signs_place (GArray *signs, double left, double top, double width);

/* Draws @sign where it was placed. */
void lijn_brush_sign (const LijnBrush *brush, const LijnSign *sign);

G_END_DECLS
