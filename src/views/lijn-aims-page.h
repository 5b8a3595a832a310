/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The page for a steering group: the four aims as figures with their trend, and how the work goes on.
 * Painted as on paper. Each card tells on a click what it is made of, and each of those shows where it
 * is on the map. */

#define LIJN_TYPE_AIMS_PAGE (lijn_aims_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnAimsPage, lijn_aims_page, LIJN, AIMS_PAGE, AdwBin)

GtkWidget *lijn_aims_page_new (LijnView *view);

G_END_DECLS
