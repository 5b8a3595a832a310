/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-choices.h"

G_BEGIN_DECLS

/* A row to choose one value of an object: a kind, or another object (or none). What can be chosen
 * follows the project. */

#define LIJN_TYPE_CHOICE_FIELD (lijn_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (LijnChoiceField, lijn_choice_field, LIJN, CHOICE_FIELD, AdwComboRow)

/* @filter is nullable. */
GtkWidget *lijn_choice_field_new (LijnView *view, LijnObject *object, const char *column,
                                  LijnChoiceFilter filter);

G_END_DECLS
