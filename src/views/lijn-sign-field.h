/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row for the signature of one party under an interface: who signed when, what has changed of it
 * since, and the button to sign or to withdraw. */

#define LIJN_TYPE_SIGN_FIELD (lijn_sign_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnSignField, lijn_sign_field, LIJN, SIGN_FIELD, AdwActionRow)

/* @of_receiver: of the receiver; else of the giver. */
GtkWidget *lijn_sign_field_new (LijnView *view, LijnInterface *interface, gboolean of_receiver);

G_END_DECLS
