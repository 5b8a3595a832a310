/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-load.h"

G_BEGIN_DECLS

/* Makes in @project a map of @steps steps as processes are: two parties with three lanes each, from
 * a start along steps and decisions whose ways part, join, end, or lead back. It comes without
 * places, so it is laid out as it is made. The same for the same seed.
 *
 * Returns: (transfer none): the map; failure ends the program. */
LijnMap *layout_process_make (LijnProject *project, guint steps, guint32 seed);

G_END_DECLS
