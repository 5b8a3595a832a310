/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* All of one session: what is planned and said at it, its ratings and votes, its minutes. */

#define LIJN_TYPE_SESSION_SHEET (lijn_session_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LijnSessionSheet, lijn_session_sheet, LIJN, SESSION_SHEET, AdwBin)

GtkWidget *lijn_session_sheet_new (LijnView *view, LijnSession *session);

/* Brings the minutes to the front. */
void lijn_session_sheet_show_minutes (LijnSessionSheet *self);

G_END_DECLS
