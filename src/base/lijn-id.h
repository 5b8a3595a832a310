/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Row ids are random and never reused, so that the rows of diverged copies cannot collide: 120 bits
 * as 24 characters of [a-z2-7], the first always a letter, so that an id is also an XML name.
 *
 * Returns: (transfer full): a new id. */
char *lijn_id_new (void);

/* Returns: whether @id could have come from lijn_id_new(), or from another program's file: 1 to 64
 * characters of [A-Za-z0-9_-], the first a letter. */
gboolean lijn_id_is_valid (const char *id);

G_END_DECLS
