/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks for a name and place and moves the project's file there; the window goes on with it. */
void lijn_place_file_move (GtkWindow *window, LijnView *view);

/* Asks for a place and makes a sound copy of the whole project there, for the user's own use. */
void lijn_place_file_copy (GtkWindow *window, LijnView *view);

G_END_DECLS
