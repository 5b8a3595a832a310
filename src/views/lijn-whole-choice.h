/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets @row show what can be chosen in whole, which libadwaita cuts off after twenty letters: in its
 * list, and beside its title as far as there is room. Its model is to hold GtkStringObjects. */
void lijn_whole_choice_set (AdwComboRow *row);

G_END_DECLS
