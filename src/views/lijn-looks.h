/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* In a corner of the map: a button with what can be laid over it, and while something is, its scale,
 * painted as on paper. */

#define LIJN_TYPE_LOOKS (lijn_looks_get_type ())
G_DECLARE_FINAL_TYPE (LijnLooks, lijn_looks, LIJN, LOOKS, AdwBin)

/* NULL lets go. The actions of lijn_view_make_actions() must be at hand as "view". */
void lijn_looks_set_view (LijnLooks *self, LijnView *view);

/* Returns: what @overlay is called where it can be chosen. */
const char *lijn_looks_name_overlay (LijnOverlay overlay);

G_END_DECLS
