/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Gives an empty project what every project needs: a map, a customer and a supplier, and a lane for
 * each; what is there already stays. One undo step. Shows the map. */
gboolean lijn_begin_with_two_parties (LijnView *view, GError **error);

G_END_DECLS
