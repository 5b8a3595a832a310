/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The figures over the path that the selected steps and flows lie on: lead time, waiting, and what
 * gets through without a correction. Follows selection and project; invisible while less than two
 * steps are selected, or what is selected does not lie on one way. */

#define LIJN_TYPE_PATH_VIEW (lijn_path_view_get_type ())
G_DECLARE_FINAL_TYPE (LijnPathView, lijn_path_view, LIJN, PATH_VIEW, AdwBin)

GtkWidget *lijn_path_view_new (LijnView *view);

G_END_DECLS
