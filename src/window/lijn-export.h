/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Asks what to export (PDF, SVG, PNG, XML, text, a copy for another party), for whom and where, and
 * does it. */
void lijn_export_present (GtkWindow *window, LijnView *view);

G_END_DECLS
