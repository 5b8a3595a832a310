/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-pages.h"
#include "lijn-session-bar.h"

G_BEGIN_DECLS

/* What can be done with sessions from anywhere in a project's window, with their keys: the actions
 * session.show (F4), session.start-or-end (Shift+F4), session.next-item (F5), session.next-speaker
 * (F7), and session.mail, session.export and session.print, which take the id of the session whose
 * minutes are meant. Adds them to @page. */
void lijn_session_actions_add (GtkWidget *page, LijnView *view, LijnPages *pages,
                               LijnSessionBar *bar);

G_END_DECLS
