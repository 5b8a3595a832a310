/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-audience.h"

G_BEGIN_DECLS

/* A choice of whom something is made for: what is shared only, or also what is private to one
 * party. Says how much stays behind. */

#define LIJN_TYPE_AUDIENCE_ROW (lijn_audience_row_get_type ())
G_DECLARE_FINAL_TYPE (LijnAudienceRow, lijn_audience_row, LIJN, AUDIENCE_ROW, AdwComboRow)

void lijn_audience_row_set_project (LijnAudienceRow *self, LijnProject *project);

/* Returns: the audience chosen; good while the project lives. */
LijnAudience lijn_audience_row_get_audience (LijnAudienceRow *self);

G_END_DECLS
