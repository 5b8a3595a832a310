/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): @data, a picture from an untrusted file, no larger than @size
 * pixels either way; NULL when it is none, or one that would take all memory. */
GdkTexture *lijn_thumbnail_make (GBytes *data, int size);

G_END_DECLS
