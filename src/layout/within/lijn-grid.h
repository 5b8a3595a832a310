/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rect.h"

G_BEGIN_DECLS

/* What lies near a place: rectangles, hashed by the squares of a uniform grid. Adding, removing and
 * finding cost in proportion to the squares covered, whatever the size of the map. */

typedef enum
{
  LIJN_ITEM_BOX,
  LIJN_ITEM_GROUP,
  LIJN_ITEM_WIRE,
  LIJN_ITEM_TAG,
  LIJN_ITEM_MARK,
  LIJN_ITEM_WATCH, /* no thing: a place on whose contents something depends */
} LijnItemKind;

/* Embedded in what it stands for, which must stay where it is while the item is in a grid. @rect
 * may not change while it is. */
typedef struct
{
  LijnRect rect;
  gpointer owner;
  LijnItemKind kind;
  guint index; /* of a wire: which segment */
  guint stamp; /* the grid's own */
  gboolean added; /* the grid's own */
} LijnGridItem;

typedef struct _LijnGrid LijnGrid;

LijnGrid *lijn_grid_new (void);
void lijn_grid_free (LijnGrid *self);

void lijn_grid_add (LijnGrid *self, LijnGridItem *item); /* fails an assertion when it is in */
void lijn_grid_remove (LijnGrid *self, LijnGridItem *item); /* nothing when it is not in */

/* Appends to @found, once each, the items whose rectangle meets @area; edges count. In no
 * particular order. */
void lijn_grid_find (LijnGrid *self, const LijnRect *area, GPtrArray *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnGrid, lijn_grid_free)

G_END_DECLS
