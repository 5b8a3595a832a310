/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks what to send (the project or a PDF) and to which party, and composes a message with it
 * attached: through the desktop's portal, else xdg-email, else it shows the file in its folder. */
void lijn_mail_present (GtkWindow *window, LijnView *view);

G_END_DECLS
