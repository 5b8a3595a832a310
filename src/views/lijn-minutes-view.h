/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The minutes of a session on screen, as they will be sent: what is shared, with the map's picture.
 * They follow the project while they are seen. A line about something leads to it. Copying is
 * here; the actions session.mail, session.export and session.print, which take the
 * session's id, are the window's. */

#define LIJN_TYPE_MINUTES_VIEW (lijn_minutes_view_get_type ())
G_DECLARE_FINAL_TYPE (LijnMinutesView, lijn_minutes_view, LIJN, MINUTES_VIEW, AdwBin)

GtkWidget *lijn_minutes_view_new (LijnView *view, LijnSession *session);

G_END_DECLS
