/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A project in a window: header bar, outline, map, inspector, capture line. The header bar's
 * buttons pass on to the map: the action page.NAME does canvas.NAME. Properties: "title". */

#define LIJN_TYPE_PROJECT_PAGE (lijn_project_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnProjectPage, lijn_project_page, LIJN, PROJECT_PAGE, AdwBin)

GtkWidget *lijn_project_page_new (LijnProject *project);
LijnProject *lijn_project_page_get_project (LijnProjectPage *self);
LijnView *lijn_project_page_get_view (LijnProjectPage *self);
const char *lijn_project_page_get_title (LijnProjectPage *self);
void lijn_project_page_grab_focus (LijnProjectPage *self);

/* The window closes: remembers what is to be remembered. */
void lijn_project_page_close (LijnProjectPage *self);

G_END_DECLS
