/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An empty label for as many lines as its text needs, from the left; @style (nullable) is a CSS class. */
GtkLabel *lijn_wrapped_label_new (const char *style);

G_END_DECLS
