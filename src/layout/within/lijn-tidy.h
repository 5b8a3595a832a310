/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-place.h"
#include "lijn-scene.h"

G_BEGIN_DECLS

/* What lijn-tidy.c works on, between its steps. */

typedef struct
{
  LijnBox *box;
  guint index;
  guint layer;
  guint row;
  double order; /* barycentre */
  double x; /* of before, for elements without flows */
  GPtrArray *next, *previous; /* LijnNode, along flows with those that go back turned round */
  guint waiting; /* previous ones without a layer */
  guint state; /* of the walk */
  guint at; /* how far the walk is in its flows */
} LijnNode;

typedef struct
{
  LijnLayout *layout;
  GPtrArray *nodes; /* by x, then id */
  GHashTable *by_box;
  GPtrArray *layers; /* GPtrArray of LijnNode, by lane and order */
  guint *rows; /* of each lane */
} LijnTidy;

/* lijn-tidy-places.c: appends a LijnPlace for each element of the ordered layers. */
void lijn_tidy_give_places (LijnTidy *tidy, GArray *places);

G_END_DECLS
