/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asking where a file that is to be made goes. Nothing that is there is replaced unasked: when the
 * suffix that was left out makes it another file than the chooser asked about, this asks. */
typedef struct
{
  const char *title;
  const char *accept; /* (nullable): on the button, with its mnemonic */
  const char *name; /* proposed, with its suffix */
  const char *const *suffixes; /* (nullable): ended by NULL; the first goes behind a name with none
                                * of them */
  const char *folder; /* (nullable): to begin in; NULL: where a file was put last, or else where
                       * people keep their documents */
  GtkFileFilter *filter; /* (nullable) */
} LijnSavePlace;

/* Asks over @window. @chosen is called with @owner, a GObject, once there is a place; not when @owner
 * has gone by then. */
typedef void (*LijnSavePlaceChosen) (gpointer owner, GtkWindow *window, const char *path);
void lijn_save_place_ask (GtkWindow *window, const LijnSavePlace *place, gpointer owner,
                          LijnSavePlaceChosen chosen);

G_END_DECLS
