/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer none): the user's settings, described in org.waslijn.Waslijn.gschema.xml. */
GSettings *lijn_settings_get (void);

G_END_DECLS
