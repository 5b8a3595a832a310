/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a project shows: recent projects with pictures, and templates. */

#define LIJN_TYPE_WELCOME (lijn_welcome_get_type ())
G_DECLARE_FINAL_TYPE (LijnWelcome, lijn_welcome, LIJN, WELCOME, AdwBin)

GtkWidget *lijn_welcome_new (void);

G_END_DECLS
