/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what can be typed in the capture line, in a window of its own, so that one can look at it while
 * typing; the one that @window has already comes to the front. */
void lijn_typing_help_present (GtkWindow *window);

G_END_DECLS
