/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row to edit one text, date, number or duration of an object in place. What is typed is written
 * when Return is pressed or the focus leaves; Escape takes it back. It follows the object. */

#define LIJN_TYPE_ENTRY_FIELD (lijn_entry_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnEntryField, lijn_entry_field, LIJN, ENTRY_FIELD, AdwEntryRow)

GtkWidget *lijn_entry_field_new (LijnView *view, LijnObject *object, const char *column);

G_END_DECLS
