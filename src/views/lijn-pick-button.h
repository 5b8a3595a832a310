/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-live-list.h"

G_BEGIN_DECLS

/* A button that opens a list of objects to pick one from. */

#define LIJN_TYPE_PICK_BUTTON (lijn_pick_button_get_type ())
G_DECLARE_FINAL_TYPE (LijnPickButton, lijn_pick_button, LIJN, PICK_BUTTON, AdwBin)

/* Does what picking @item (nullable: the extra choice) for @object means, a verb of edit/. */
typedef gboolean (*LijnPickVerb) (LijnView *view, LijnObject *object, LijnObject *item,
                                  GError **error);

/* @extra is a choice beside those found, below them; NULL: none. */
GtkWidget *lijn_pick_button_new (LijnView *view, LijnObject *object, const char *label,
                                 const char *extra, LijnLiveListFind find, LijnPickVerb verb);

G_END_DECLS
