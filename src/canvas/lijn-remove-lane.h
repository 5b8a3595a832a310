/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks, where @object is a lane or party with something in it, what is to become of that, and does as
 * is answered: moves it to another lane, removes it too, or leaves everything.
 *
 * Returns: whether it asks; FALSE for what can go without a question. */
gboolean lijn_remove_lane_ask (GtkWidget *widget, LijnView *view, LijnObject *object);

G_END_DECLS
