/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Above the map, once there is more than one: a tab for each, and behind the tab of the one in sight
 * the way to the detail map that one is in. Tabs can be dragged into another order. */

#define LIJN_TYPE_MAP_BAR (lijn_map_bar_get_type ())
G_DECLARE_FINAL_TYPE (LijnMapBar, lijn_map_bar, LIJN, MAP_BAR, AdwBin)

/* NULL lets go. The actions of lijn_map_actions_new() must be at hand as "map". */
void lijn_map_bar_set_view (LijnMapBar *self, LijnView *view);

G_END_DECLS
