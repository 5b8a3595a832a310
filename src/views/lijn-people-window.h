/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Shows who is in a list of persons and what becomes of each, before any of it comes in. */

#define LIJN_TYPE_PEOPLE_WINDOW (lijn_people_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnPeopleWindow, lijn_people_window, LIJN, PEOPLE_WINDOW, AdwWindow)

/* Reads @file and shows it over @parent; says on @view why not when it is no such list. */
void lijn_people_window_present (GtkWindow *parent, LijnView *view, GFile *file);

G_END_DECLS
