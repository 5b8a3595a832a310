/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* What the colours mean of what is laid over the map, painted as on paper; not there while nothing
 * is. As high as its width asks. */

#define LIJN_TYPE_LEGEND (lijn_legend_get_type ())
G_DECLARE_FINAL_TYPE (LijnLegend, lijn_legend, LIJN, LEGEND, GtkWidget)

/* @css (nullable): a style class. */
GtkWidget *lijn_legend_new (const char *css);
void lijn_legend_set_view (LijnLegend *self, LijnView *view); /* NULL lets go */

G_END_DECLS
