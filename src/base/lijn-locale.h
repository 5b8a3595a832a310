/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the user's locale and finds the translations: where they were installed, or where LIJN_LOCALEDIR
 * in the environment says, for a program run from where it was built. Called once, first in main(). */
void lijn_locale_init (void);

G_END_DECLS
