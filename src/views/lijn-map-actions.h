/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* What can be done with the map that @view shows, as actions for menus and keys:
 *
 *   add rename duplicate make-to-be earlier later delete next previous
 *   kind (state: "as-is" or "to-be")
 *
 * @widget: over whose window a question is asked. It must outlive the actions' use.
 *
 * Returns: (transfer full). */
GActionGroup *lijn_map_actions_new (LijnView *view, GtkWidget *widget);

/* The menu of these actions, in a group called "map". (transfer full) */
GMenuModel *lijn_map_actions_make_menu (void);

/* Returns: (transfer none) (nullable): the step whose detail @map is. */
LijnElement *lijn_map_get_owner (LijnMap *map);

/* Returns: (transfer full) (element-type LijnMap): the maps that are no detail, in order. */
GPtrArray *lijn_project_list_main_maps (LijnProject *project);

G_END_DECLS
