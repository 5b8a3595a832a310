/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-paint.h"

G_BEGIN_DECLS

/* The entry in place: text in the map's type over the thing that is being named.
 *
 * signals: "done" (int: LijnNameEnd), once. */

typedef enum
{
  LIJN_NAME_CANCELLED, /* Escape */
  LIJN_NAME_ENTERED, /* Return */
  LIJN_NAME_LEFT, /* the focus went elsewhere: the text counts */
} LijnNameEnd;

#define LIJN_TYPE_NAME_ENTRY (lijn_name_entry_get_type ())
G_DECLARE_FINAL_TYPE (LijnNameEntry, lijn_name_entry, LIJN, NAME_ENTRY, GtkWidget)

GtkWidget *lijn_name_entry_new (const char *text, const char *label);

/* How many pixels high the type is, and the colours of paper and outline. */
void lijn_name_entry_set_look (LijnNameEntry *self, double pixels, const LijnColor *paper,
                               const LijnColor *outline);
const char *lijn_name_entry_get_text (LijnNameEntry *self);
GtkWidget *lijn_name_entry_get_field (LijnNameEntry *self); /* the GtkText */

G_END_DECLS
