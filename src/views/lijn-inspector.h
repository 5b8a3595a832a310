/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Edits whatever is selected, in place; the project itself when nothing is. Every edit is one verb
 * and so one undo step. */

#define LIJN_TYPE_INSPECTOR (lijn_inspector_get_type ())
G_DECLARE_FINAL_TYPE (LijnInspector, lijn_inspector, LIJN, INSPECTOR, AdwBin)

void lijn_inspector_set_view (LijnInspector *self, LijnView *view); /* (nullable) */

/* Puts the keyboard focus in the first field, its text selected. */
void lijn_inspector_edit (LijnInspector *self);

G_END_DECLS
