/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Everything in the project as a list that unfolds, with search: what the map shows, for who cannot
 * see or point at the map, and what the map does not show. Selecting a row shows the object.
 *
 * signal "edit-requested" (LijnObject *): its name is to be edited. */

#define LIJN_TYPE_OUTLINE (lijn_outline_get_type ())
G_DECLARE_FINAL_TYPE (LijnOutline, lijn_outline, LIJN, OUTLINE, AdwBin)

void lijn_outline_set_view (LijnOutline *self, LijnView *view); /* (nullable) */
LijnView *lijn_outline_get_view (LijnOutline *self); /* (transfer none) (nullable) */

/* Selects @object, shows it, and asks for its name to be edited. */
void lijn_outline_edit (LijnOutline *self, LijnObject *object);

/* Returns: (transfer none): the actions "outline.…", for menus outside of the outline too. */
GActionGroup *lijn_outline_get_actions (LijnOutline *self);

/* lijn-outline-actions.c. (transfer full) */
GActionGroup *lijn_outline_make_actions (LijnOutline *self);
void lijn_outline_allow_actions (GActionGroup *actions, gboolean allowed); /* not: read-only */

/* Returns: (transfer full): the menu for @object (nullable). */
GMenuModel *lijn_outline_make_menu (LijnObject *object);

G_END_DECLS
