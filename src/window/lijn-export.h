/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks what to export (PDF, SVG, PNG, XML, text, a copy for another party), for whom and where, and
 * does it. */
void lijn_export_present (GtkWindow *window, LijnView *view);

/* Asks where, and writes the minutes of @session behind the maps as PDF, or with a name that ends in
 * .txt as text: what is shared. */
void lijn_export_minutes (GtkWindow *window, LijnSession *session);

G_END_DECLS
