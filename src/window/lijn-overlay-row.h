/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The choice of what lies over the maps on paper and in pictures, in a row like any other. */

/* Fills @row with what there is; to begin with, what @view shows. */
void lijn_overlay_row_fill (AdwComboRow *row, LijnView *view);
LijnOverlay lijn_overlay_row_get (AdwComboRow *row);

/* Returns: (transfer floating): a row filled so, with its title. */
GtkWidget *lijn_overlay_row_new (LijnView *view);

G_END_DECLS
