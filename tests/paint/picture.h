/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Fails the test when @surface differs from tests/paint/references/@name.png in more than one pixel
 * in a hundred, by more than what another version of the font's renderer makes of it. Then the
 * picture and one of the differences are left in LIJN_TEST_PICTURES, or a new temporary folder, and
 * the message says where. With LIJN_UPDATE_REFERENCES=1 the reference is made anew. */
void picture_check (cairo_surface_t *surface, const char *name);

/* Sets the font that references are made with. Returns: FALSE, with the test skipped, when it is
 * not installed. */
gboolean picture_use_font (void);

G_END_DECLS
