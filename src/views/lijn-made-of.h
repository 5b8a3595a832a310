/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-aims.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* A popover that lists what a figure is made of, under headings. Activating a row shows the thing on
 * the map. It is filled when it is opened. */

#define LIJN_TYPE_MADE_OF (lijn_made_of_get_type ())
G_DECLARE_FINAL_TYPE (LijnMadeOf, lijn_made_of, LIJN, MADE_OF, GtkPopover)

typedef void (*LijnMadeOfFill) (LijnMadeOf *made_of, gpointer data);

/* @data must live as long as the popover. */
GtkWidget *lijn_made_of_new (LijnView *view, LijnMadeOfFill fill, gpointer data);

void lijn_made_of_add_aim (LijnMadeOf *self, LijnAims *aims, LijnAim aim);
void lijn_made_of_add_actions (LijnMadeOf *self);
void lijn_made_of_add_open (LijnMadeOf *self, gint64 now);

G_END_DECLS
