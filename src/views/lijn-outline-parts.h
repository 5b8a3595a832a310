/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-outline-node.h"

G_BEGIN_DECLS

/* What the outline is made of: lijn-outline.c is the widget, which follows the selection. */

/* lijn-outline-path.c. Returns: (transfer full) (nullable): the row of @object in @tree, after
 * unfolding what it is in if @unfold; NULL for what has no place in the outline, or is folded away. */
GtkTreeListRow *lijn_outline_find_row (GtkTreeListModel *tree, LijnObject *object, gboolean unfold);

/* lijn-outline-search.c. Returns: (transfer full) (element-type LijnOutlineNode): nodes for the
 * first few hundred objects whose words hold @folded, which lijn_text_fold() made. */
GPtrArray *lijn_outline_search (LijnView *view, const char *folded);

/* lijn-outline-list.c. Gives @list rows for the nodes in its model, below expanders where it is a
 * tree. Their context menu opens over @outline, which must outlive @list. */
void lijn_outline_list_set_up (GtkListView *list, gboolean is_tree, GtkWidget *outline);

/* Opens the menu of the row in @outline that has the focus. Returns: whether there is one. */
gboolean lijn_outline_list_show_menu (GtkWidget *outline);

G_END_DECLS
