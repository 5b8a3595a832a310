/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* One quiet line while a session runs: what it is called, the point of the agenda with what is left
 * of its time, how much is parked, who speaks, and the way to end it. It says only with a colour and
 * a word that the time is over. Hidden when no session runs. */

#define LIJN_TYPE_SESSION_BAR (lijn_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (LijnSessionBar, lijn_session_bar, LIJN, SESSION_BAR, GtkWidget)

void lijn_session_bar_set_view (LijnSessionBar *self, LijnView *view); /* once */

/* Marks the present point of the agenda as done. */
void lijn_session_bar_next_item (LijnSessionBar *self);

G_END_DECLS
