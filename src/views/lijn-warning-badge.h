/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A quiet sign that the review has found something about an object; pressed, it says what, with what
 * can be done about it on the spot. Invisible while nothing is found. */

#define LIJN_TYPE_WARNING_BADGE (lijn_warning_badge_get_type ())
G_DECLARE_FINAL_TYPE (LijnWarningBadge, lijn_warning_badge, LIJN, WARNING_BADGE, AdwBin)

GtkWidget *lijn_warning_badge_new (LijnView *view, gpointer object);

G_END_DECLS
