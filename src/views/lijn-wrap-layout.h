/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts children beside each other as wide as they want to be, and goes on on a next line where they no
 * longer fit, as words in a text do. For chips. */

#define LIJN_TYPE_WRAP_LAYOUT (lijn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LijnWrapLayout, lijn_wrap_layout, LIJN, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing: pixels between children and between lines. */
GtkLayoutManager *lijn_wrap_layout_new (int spacing);

G_END_DECLS
