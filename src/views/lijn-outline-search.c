/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline-parts.h"

#include "lijn-text.h"
#include "lijn-words.h"

/* What is searched for in the outline: every object by its words, first what is talked about most. */

#define FOUND_LIMIT 200

static gboolean
matches (LijnObject *object, const char *folded)
{
  g_autofree char *words = lijn_words_for_object (object);
  g_autofree char *key = lijn_text_fold (words);

  return strstr (key, folded) != NULL;
}

static void
search_table (LijnView *view, LijnTable table, const char *folded, GPtrArray *found)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (view), table);

  for (guint i = 0; i < g_list_model_get_n_items (list) && found->len < FOUND_LIMIT; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (matches (object, folded))
        g_ptr_array_add (found, lijn_outline_node_new (view, object));
    }
}

GPtrArray *
lijn_outline_search (LijnView *view, const char *folded)
{
  static const LijnTable tables[] = { LIJN_TABLE_FRICTION, LIJN_TABLE_INTERFACE, LIJN_TABLE_ELEMENT,
                                      LIJN_TABLE_LANE,     LIJN_TABLE_PARTY,     LIJN_TABLE_TEAM,
                                      LIJN_TABLE_ACTION,   LIJN_TABLE_PERSON,    LIJN_TABLE_MAP };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    search_table (view, tables[i], folded, found);

  return found;
}
