/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A list of rows that follows the project: after each change it lists its objects anew, and keeps
 * the rows of those that stay. Invisible while it is empty. */

#define LIJN_TYPE_LIVE_LIST (lijn_live_list_get_type ())
G_DECLARE_FINAL_TYPE (LijnLiveList, lijn_live_list, LIJN, LIVE_LIST, AdwBin)

/* Adds to @found what is to be listed for @object. */
typedef void (*LijnLiveListFind) (LijnView *view, LijnObject *object, GPtrArray *found);

/* Returns: (transfer floating): the row for @item. */
typedef GtkWidget *(*LijnLiveListMake) (LijnView *view, LijnObject *object, LijnObject *item);

/* @make NULL: link rows. */
GtkWidget *lijn_live_list_new (LijnView *view, LijnObject *object, LijnLiveListFind find,
                               LijnLiveListMake make);

G_END_DECLS
