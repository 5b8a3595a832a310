/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row of buttons 1 to 5; the one that is down can be pressed again to take the score back. */

#define LIJN_TYPE_SCORE_FIELD (lijn_score_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnScoreField, lijn_score_field, LIJN, SCORE_FIELD, AdwActionRow)

/* How bad @friction is for @party. */
GtkWidget *lijn_score_field_new_severity (LijnView *view, LijnFriction *friction, LijnParty *party);

/* How soon the customer wants @friction to be worked on. */
GtkWidget *lijn_score_field_new_priority (LijnView *view, LijnFriction *friction);

G_END_DECLS
