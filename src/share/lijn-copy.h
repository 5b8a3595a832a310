/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"
#include "lijn-project.h"

G_BEGIN_DECLS

/* Makes at @path the copy of @project that @audience may have: a new file built from what the
 * audience may see, with the ids of its revisions but no changesets, and no freed pages. With
 * LIJN_AUDIENCE_EVERYTHING: a sound copy of the whole, with its history. Written beside @path and
 * renamed. Does not touch the project. */
gboolean lijn_copy_for (LijnProject *project, const LijnAudience *audience, const char *path,
                        GCancellable *cancellable, GError **error);

G_END_DECLS
