/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register-private.h"

G_BEGIN_DECLS

/* A cell of a register. GTK makes some two hundred rows of them at once, whatever is in sight: it
 * holds no more than it shows, and the menus, keys and tooltips are those of the whole list. */

#define LIJN_TYPE_REGISTER_CELL (lijn_register_cell_get_type ())
G_DECLARE_FINAL_TYPE (LijnRegisterCell, lijn_register_cell, LIJN, REGISTER_CELL, GtkWidget)

GtkWidget *lijn_register_cell_new (LijnRegister *owner, guint place);

void lijn_register_cell_set_object (LijnRegisterCell *self, LijnObject *object); /* (nullable) */
LijnObject *lijn_register_cell_get_object (LijnRegisterCell *self); /* (nullable) */
guint lijn_register_cell_get_place (LijnRegisterCell *self); /* of its column */
const char *lijn_register_cell_get_text (LijnRegisterCell *self);

/* Shows the object as it is now. */
void lijn_register_cell_refresh (LijnRegisterCell *self);

/* Returns: (transfer none) (nullable): the cell that @widget is in or beside. */
LijnRegisterCell *lijn_register_cell_find (GtkWidget *widget);

G_END_DECLS
