/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for one line of text, in a dialog over the window of @widget. @given is called with @widget and
 * what was typed, once the dialog was accepted with something in it; not when @widget has gone. */
typedef void (*LijnAskGiven) (gpointer widget, const char *text);
void lijn_ask (gpointer widget, const char *heading, const char *body, const char *label,
               const char *accept, LijnAskGiven given);

G_END_DECLS
