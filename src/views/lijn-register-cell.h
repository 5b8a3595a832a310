/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register-private.h"

G_BEGIN_DECLS

/* A cell of a register: a widget that shows one field of one object. GTK makes some two hundred rows of
 * them, whatever is in sight, so a cell is no more than an inscription or a badge, with what belongs to
 * it held beside; menus, keys and tooltips are those of the whole list. */
typedef struct _LijnRegisterCell LijnRegisterCell;

/* Returns: (transfer floating): the widget, which owns its cell. */
GtkWidget *lijn_register_cell_new (LijnRegister *owner, guint place);

void lijn_register_cell_set_object (LijnRegisterCell *self, LijnObject *object); /* (nullable) */
LijnObject *lijn_register_cell_get_object (LijnRegisterCell *self); /* (nullable) */
guint lijn_register_cell_get_place (LijnRegisterCell *self); /* of its column */
const char *lijn_register_cell_get_text (LijnRegisterCell *self);
GtkWidget *lijn_register_cell_get_widget (LijnRegisterCell *self);

/* Shows the object as it is now. */
void lijn_register_cell_refresh (LijnRegisterCell *self);

/* Returns: (transfer none) (nullable): the cell that is @widget; that it is in, or beside. */
LijnRegisterCell *lijn_register_cell_of (GtkWidget *widget);
LijnRegisterCell *lijn_register_cell_find (GtkWidget *widget);

G_END_DECLS
