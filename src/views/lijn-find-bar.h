/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-canvas.h"

G_BEGIN_DECLS

/* A small bar over the map that finds while one types: how many there are, a list of them, and the
 * one after the other centred and highlighted, on whatever map it is. Return goes on, Shift+Return
 * back, Escape closes. Hidden until it is opened. */

#define LIJN_TYPE_FIND_BAR (lijn_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (LijnFindBar, lijn_find_bar, LIJN, FIND_BAR, AdwBin)

/* The canvas whose view it shows things in, and that gets the focus when it closes; NULL lets go. */
void lijn_find_bar_set_canvas (LijnFindBar *self, LijnCanvas *canvas);

typedef enum
{
  LIJN_FIND_WORDS, /* everything, by what is written about it */
  LIJN_FIND_NUMBER, /* an interface or friction point by number; Return goes there and closes */
} LijnFindKind;

void lijn_find_bar_open (LijnFindBar *self, LijnFindKind kind);

G_END_DECLS
