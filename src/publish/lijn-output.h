/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is there whole or not at all: written beside its place, renamed when it is on disk.
 * What cairo writes goes through lijn_output_write(), which also stops it once the work is
 * cancelled. */
typedef struct _LijnOutput LijnOutput;

/* Returns: (transfer full) (nullable). */
LijnOutput *lijn_output_begin (const char *path, GCancellable *cancellable, GError **error);

/* A cairo_write_func_t; @closure is the output. */
cairo_status_t lijn_output_write (void *closure, const unsigned char *data, unsigned int length);

/* Ends the file. @status is what cairo's surface ended with. On failure nothing is left. Takes
 * @self. */
gboolean lijn_output_finish (LijnOutput *self, cairo_status_t status, GError **error);

/* Ends what was painted with @cr on @surface, both of which it takes. Returns: how that went. */
cairo_status_t lijn_output_close (cairo_t *cr, cairo_surface_t *surface);

/* Writes @text, whole or not at all. */
gboolean lijn_output_write_text (const char *path, const char *text, GCancellable *cancellable,
                                 GError **error);

void lijn_output_drop (LijnOutput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnOutput, lijn_output_drop)

G_END_DECLS
