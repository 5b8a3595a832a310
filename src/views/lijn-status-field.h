/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row to choose the status of a friction point: what it is, and what it may become on behalf of
 * who is speaking. Asks for a reason where one is needed. */

#define LIJN_TYPE_STATUS_FIELD (lijn_status_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnStatusField, lijn_status_field, LIJN, STATUS_FIELD, AdwComboRow)

GtkWidget *lijn_status_field_new (LijnView *view, LijnFriction *friction);

/* Returns: (transfer none) (nullable): on whose word a status is changed: the party that one speaks for;
 * at one screen everybody speaks, and the party that raised @friction is taken to agree. */
LijnParty *lijn_status_get_party (LijnView *view, LijnFriction *friction);

G_END_DECLS
