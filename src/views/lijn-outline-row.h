/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-outline-node.h"

G_BEGIN_DECLS

/* How a node looks in the outline: badge, name, a word beside it, and a button to add where that
 * makes sense. Friction points can be dragged onto teams. */

#define LIJN_TYPE_OUTLINE_ROW (lijn_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (LijnOutlineRow, lijn_outline_row, LIJN, OUTLINE_ROW, AdwBin)

GtkWidget *lijn_outline_row_new (void);
void lijn_outline_row_set_node (LijnOutlineRow *self, LijnOutlineNode *node); /* (nullable) */
LijnOutlineNode *lijn_outline_row_get_node (LijnOutlineRow *self); /* (transfer none) */

/* Returns: (transfer full): the word that stands beside the name of @object: a status, a number. */
char *lijn_outline_describe (LijnObject *object);

G_END_DECLS
