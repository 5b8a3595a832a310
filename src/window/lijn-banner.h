/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A message that stays, across the window under the header bar, with a button for what to do about
 * it and one that puts it away. Properties: "title", "button-label", "action-name", "error",
 * "revealed". */

#define LIJN_TYPE_BANNER (lijn_banner_get_type ())
G_DECLARE_FINAL_TYPE (LijnBanner, lijn_banner, LIJN, BANNER, AdwBin)

void lijn_banner_set_title (LijnBanner *self, const char *title);
void lijn_banner_set_revealed (LijnBanner *self, gboolean revealed);

G_END_DECLS
