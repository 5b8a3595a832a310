/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes @path with all that is in it, as far as that can be removed. Of a symbolic link, only the
 * link goes. */
void lijn_folder_remove (const char *path);

G_END_DECLS
