/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* Which interface a hand-over hangs on, and the numbers of the interfaces. */

static gboolean
check_fits (LijnFlow *flow, LijnInterface *interface, GError **error)
{
  if (lijn_flow_get_kind (flow) != LIJN_FLOW_KIND_HAND_OVER)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT,
                           _ ("Only a hand-over, from one party to another, hangs on an "
                              "interface."));
      return FALSE;
    }
  return lijn_rules_hang (interface, lijn_flow_get_source (flow), lijn_flow_get_target (flow),
                          error);
}

/* The interface that @flow leaves, referenced; NULL when that is where it hangs, or shall stay. */
static gboolean
stays (LijnEdit *edit, LijnFlow *flow, LijnInterface *old, LijnInterface *new)
{
  GPtrArray *flows;

  if (new != NULL)
    return old == new;
  if (old == NULL)
    return FALSE;

  flows = lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "interface", LIJN_OBJECT (old));
  return flows->len == 1;
}

gboolean
lijn_edit_hang (LijnFlow *flow, LijnInterface *interface, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (flow, _ ("Hang on interface"), error);
  g_autoptr (LijnInterface) old = NULL;
  g_autofree char *id = NULL;

  if (edit == NULL || !check_fits (flow, interface, error))
    return FALSE;

  old = lijn_flow_get_interface (flow);
  if (old != NULL)
    g_object_ref (old);
  if (stays (edit, flow, old, interface))
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  id = interface != NULL ? g_strdup (lijn_object_get_id (LIJN_OBJECT (interface)))
                         : lijn_make_interface (edit, flow, error);
  return id != NULL &&
         lijn_verb_update (edit, flow, LIJN_CELLS (LIJN_REF ("interface", id)), error) &&
         lijn_verb_flush (edit, error) &&
         (old == NULL ||
          lijn_end_interface (edit, old, LIJN_OBJECT (lijn_flow_get_interface (flow)), error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static int
compare_tags (gconstpointer a, gconstpointer b, gpointer data)
{
  LijnLayout *layout = data;
  LijnInterface *one = *(LijnInterface *const *) a, *other = *(LijnInterface *const *) b;
  LijnRect left = { 0 }, right = { 0 };

  lijn_layout_get_tag (layout, one, &left);
  lijn_layout_get_tag (layout, other, &right);
  if (left.x < right.x || left.x > right.x)
    return left.x < right.x ? -1 : 1;
  if (left.y < right.y || left.y > right.y)
    return left.y < right.y ? -1 : 1;
  return lijn_interface_get_number (one) - lijn_interface_get_number (other);
}

gboolean
lijn_edit_renumber_interfaces (LijnMap *map, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Renumber interfaces"), error);
  g_autoptr (GPtrArray) all = NULL;

  if (edit == NULL)
    return FALSE;

  all = lijn_verb_referrers (edit, LIJN_TABLE_INTERFACE, "map", map);
  g_ptr_array_sort_with_data (all, compare_tags, lijn_layout_of (map));
  for (guint i = 0; i < all->len; i++)
    if (!lijn_verb_update (edit, g_ptr_array_index (all, i),
                           LIJN_CELLS (LIJN_INT ("number", i + 1)), error))
      return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}
