/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The joint sessions: a list, and all of the one that is chosen; the running one at first, else the
 * last. */

#define LIJN_TYPE_SESSIONS_PAGE (lijn_sessions_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnSessionsPage, lijn_sessions_page, LIJN, SESSIONS_PAGE, AdwBin)

GtkWidget *lijn_sessions_page_new (LijnView *view);

/* Shows @session; NULL: the running one, else the last. */
void lijn_sessions_page_choose (LijnSessionsPage *self, LijnSession *session);

/* Ends the session that runs, and shows its minutes; starts the one that is chosen and planned, or
 * else a new one. */
void lijn_sessions_page_start_or_end (LijnSessionsPage *self);

G_END_DECLS
