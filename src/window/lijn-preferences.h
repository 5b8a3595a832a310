/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LIJN_TYPE_PREFERENCES (lijn_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LijnPreferences, lijn_preferences, LIJN, PREFERENCES, AdwPreferencesWindow)

GtkWidget *lijn_preferences_new (void);

G_END_DECLS
