/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-project.h"

G_BEGIN_DECLS

/* The small sign of an object in lists: a friction point's pin in the colour of its severity, a
 * party's letter and an interface's number in their colours, an icon for the rest. */

#define LIJN_TYPE_BADGE (lijn_badge_get_type ())
G_DECLARE_FINAL_TYPE (LijnBadge, lijn_badge, LIJN, BADGE, AdwBin)

GtkWidget *lijn_badge_new (LijnObject *object); /* (nullable) */
void lijn_badge_set_object (LijnBadge *self, LijnObject *object); /* (nullable) */

G_END_DECLS
