/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks what to send (the project or a PDF) and to which party, and composes a message with it
 * attached: through the desktop's portal, else xdg-email, else it shows the file in its folder. */
void lijn_mail_present (GtkWindow *window, LijnView *view);

/* Composes a message with the minutes of @session as its text and attached as PDF with the maps:
 * what is shared. */
void lijn_mail_minutes (GtkWindow *window, LijnSession *session);

G_END_DECLS
