/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: a box around @text that is as high as its text is at the box's width, and at least
 * @least pixels. A text view by itself asks for the height that its text had at the width it had
 * before, which is none at first. */
GtkWidget *lijn_text_box_new (GtkTextView *text, int least);

G_END_DECLS
