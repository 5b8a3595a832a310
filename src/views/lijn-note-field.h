/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row to edit a text of several lines of an object in place. Written when the focus leaves or
 * with Ctrl+Return; Escape takes it back. Follows the object. */

#define LIJN_TYPE_NOTE_FIELD (lijn_note_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnNoteField, lijn_note_field, LIJN, NOTE_FIELD, AdwPreferencesRow)

GtkWidget *lijn_note_field_new (LijnView *view, LijnObject *object, const char *column);

G_END_DECLS
