/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline-parts.h"

/* Where in the tree an object is: below its section, perhaps below what it belongs to. Rows that are
 * folded in have no rows below them, so the way there is unfolded step by step. */

/* Returns: (transfer full) (nullable): the row of @object below @row (NULL: at the top), unfolding
 * what it is in; without @object the row of @section. */
static GtkTreeListRow *
find_child_row (GtkTreeListModel *tree, GtkTreeListRow *row, LijnSection section,
                LijnObject *object)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GtkTreeListRow) child = row != NULL ? gtk_tree_list_row_get_child_row (row, i)
                                                     : gtk_tree_list_model_get_child_row (tree, i);
      g_autoptr (LijnOutlineNode) node = NULL;

      if (child == NULL)
        return NULL;
      node = gtk_tree_list_row_get_item (child);
      if (object != NULL ? lijn_outline_node_get_object (node) == object
                         : lijn_outline_node_get_section (node) == section)
        return g_steal_pointer (&child);
    }
}

/* The way from the top to @object: its section, and the objects it is in. Returns: the number of
 * objects in @path. */
static guint
find_path (LijnObject *object, LijnSection *section, LijnObject *path[3])
{
  guint n = 0;

  if (LIJN_IS_ELEMENT (object))
    {
      LijnLane *lane = lijn_element_get_lane (LIJN_ELEMENT (object));

      *section = LIJN_SECTION_PARTIES;
      if (lane != NULL)
        {
          path[n++] = LIJN_OBJECT (lijn_lane_get_party (lane));
          path[n++] = LIJN_OBJECT (lane);
        }
    }
  else if (LIJN_IS_LANE (object))
    {
      *section = LIJN_SECTION_PARTIES;
      path[n++] = LIJN_OBJECT (lijn_lane_get_party (LIJN_LANE (object)));
    }
  else if (LIJN_IS_ACTION (object))
    {
      *section = LIJN_SECTION_TEAMS;
      path[n++] = LIJN_OBJECT (lijn_action_get_team (LIJN_ACTION (object)));
    }
  else if (LIJN_IS_PARTY (object))
    *section = LIJN_SECTION_PARTIES;
  else if (LIJN_IS_PHASE (object))
    *section = LIJN_SECTION_PHASES;
  else if (LIJN_IS_MAP (object))
    *section = LIJN_SECTION_MAPS;
  else if (LIJN_IS_INTERFACE (object))
    *section = LIJN_SECTION_INTERFACES;
  else if (LIJN_IS_FRICTION (object))
    *section = LIJN_SECTION_FRICTION;
  else if (LIJN_IS_TEAM (object))
    *section = LIJN_SECTION_TEAMS;
  else if (LIJN_IS_PERSON (object))
    *section = LIJN_SECTION_PERSONS;
  else
    return 0;
  path[n++] = object;

  return n;
}

GtkTreeListRow *
lijn_outline_find_row (GtkTreeListModel *tree, LijnObject *object, gboolean unfold)
{
  LijnSection section = LIJN_SECTION_NONE;
  LijnObject *path[3];
  guint n = find_path (object, &section, path);
  g_autoptr (GtkTreeListRow) row = NULL;

  if (n == 0)
    return NULL;

  row = find_child_row (tree, NULL, section, NULL);
  for (guint i = 0; i < n && row != NULL; i++)
    {
      GtkTreeListRow *child;

      if (!unfold && !gtk_tree_list_row_get_expanded (row))
        return NULL;
      gtk_tree_list_row_set_expanded (row, TRUE);
      child = find_child_row (tree, row, LIJN_SECTION_NONE, path[i]);
      g_object_unref (row);
      row = child;
    }

  return g_steal_pointer (&row);
}
