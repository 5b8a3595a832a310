/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas.h"
#include "lijn-paint.h"

G_BEGIN_DECLS

/* Things on their way from where they were to where they are: so people see what went where when much
 * moves at once. Only what is in sight before or after; how it looks is painted once. */
typedef struct _LijnGlide LijnGlide;

/* Remembers where everything in sight is now. @ground (nullable): as it looks now. */
LijnGlide *lijn_glide_new (LijnLayout *layout, const LijnRect *visible, GskRenderNode *ground);
void lijn_glide_free (LijnGlide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnGlide, lijn_glide_free)

/* Takes note of where things have gone. Returns: whether anything in sight has moved. */
gboolean lijn_glide_begin (LijnGlide *self);

/* Draws everything @part (0 to 1) of the way. @get gives how an object looks where it is now. */
typedef GskRenderNode *(*LijnGlideNode) (LijnObject *object, gpointer data);
void lijn_glide_snapshot (LijnGlide *self, GtkSnapshot *snapshot, double part,
                          GskRenderNode *ground, const LijnPaintOptions *options, LijnGlideNode get,
                          gpointer data);

G_END_DECLS
