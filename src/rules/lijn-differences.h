/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"

G_BEGIN_DECLS

/* What differs between a map and the one that it was made from. An element of the newer map knows its
 * origin; a flow and an interface are known again by the elements that they connect. */

typedef enum
{
  LIJN_DIFFERENCE_NONE,
  LIJN_DIFFERENCE_ADDED, /* only on the newer map */
  LIJN_DIFFERENCE_REMOVED, /* only on the older map */
  LIJN_DIFFERENCE_CHANGED, /* on both, and says something else */
  LIJN_DIFFERENCE_MOVED, /* on both, in another lane, and says the same */
} LijnDifference;
#define LIJN_N_DIFFERENCES 5

/* "added", "gone", "changed", "moved" in the user's language; "" for none. (transfer none) */
const char *lijn_word_for_difference (LijnDifference difference);

/* Returns: (transfer none) (nullable): the map that @map was made from, or else the first one made
 * from it; NULL when it stands alone. */
LijnMap *lijn_map_get_counterpart (LijnMap *map);

/* Returns: (transfer none) (nullable): what stands for @object (an element, flow or interface) on the
 * counterpart of its map; NULL for what @audience may not see. */
LijnObject *lijn_difference_find_other (LijnObject *object, const LijnAudience *audience);

/* Returns: how @object differs from what stands for it on the counterpart of its map; NONE too where
 * there is no counterpart. */
LijnDifference lijn_difference_of (LijnObject *object, const LijnAudience *audience);

typedef struct
{
  LijnDifference difference;
  LijnObject *older, *newer; /* (unowned) (nullable): not both */
} LijnDifferent;

/* Returns: (transfer container) (element-type LijnDifferent): all that differs between @map and its
 * counterpart and that @audience may see: elements from left to right, then flows, then interfaces. */
GArray *lijn_differences_list (LijnMap *map, const LijnAudience *audience);

/* Returns: (transfer full): what is different, in a few words: "Name: Ask → Ask once". "" for what
 * is only on one map. */
char *lijn_different_describe (const LijnDifferent *different);

G_END_DECLS
