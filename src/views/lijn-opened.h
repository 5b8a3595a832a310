/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Copies of attachments that another program shows. They lie where only this user can look, and go
 * with the view; those of a program that ended without that go when it starts again. */

/* Writes @data, to be read only, into a file of its own that is called as @name is.
 * Returns: (transfer full): its path; NULL on failure. */
char *lijn_opened_write (LijnView *view, const char *name, GBytes *data, GError **error);

/* Removes what programs that run no more have left. */
void lijn_opened_remove_left (void);

G_END_DECLS
