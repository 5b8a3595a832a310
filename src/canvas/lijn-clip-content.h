/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-clip.h"
#include "lijn-excerpt.h"

G_BEGIN_DECLS

/* What a clipboard or a drag carries of @objects on @map (of a lane or party all that is in it): the
 * clip for this program and others of its kind, and for any other capture text, SVG and PNG, which
 * are made when they are asked for and show what there was when it was copied. Only what is shared
 * leaves the program.
 *
 * @picture: (out) (optional) (transfer full) (nullable): what the pictures show.
 *
 * Returns: (transfer full) (nullable): NULL when there is nothing to carry. */
GdkContentProvider *lijn_clip_content_new (LijnMap *map, GPtrArray *objects, LijnExcerpt **picture);

G_END_DECLS
