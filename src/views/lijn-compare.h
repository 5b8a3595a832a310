/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-canvas.h"

G_BEGIN_DECLS

/* While the view is "comparing": the map that the one in sight was made from, or that was made from it,
 * on a second canvas that zooms and moves with the first, and a list of what differs. What differs is
 * marked on both by the overlay for it. */

#define LIJN_TYPE_COMPARE (lijn_compare_get_type ())
G_DECLARE_FINAL_TYPE (LijnCompare, lijn_compare, LIJN, COMPARE, AdwBin)

void lijn_compare_set_canvas (LijnCompare *self, LijnCanvas *canvas); /* NULL lets go */

G_END_DECLS
