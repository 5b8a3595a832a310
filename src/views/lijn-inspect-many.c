/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

/* Several things at once: how many of which kind, and what they have in common. */

static const char *
word_for_kind (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_word_for_element_kind (lijn_element_get_kind (LIJN_ELEMENT (object)));

  return lijn_word_for_table (lijn_object_get_table (object));
}

static void
add_count (AdwPreferencesGroup *group, const char *word, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_counts (GtkBox *page, GPtrArray *objects)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < objects->len; i++)
    {
      gpointer word = (gpointer) (guintptr) word_for_kind (g_ptr_array_index (objects, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));

      if (n == 0)
        g_ptr_array_add (words, word);
      g_hash_table_insert (counts, word, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < words->len; i++)
    add_count (group, g_ptr_array_index (words, i),
               GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_ptr_array_index (words, i))));
}

static gpointer
lane_of (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) ? lijn_element_get_lane (LIJN_ELEMENT (object)) : NULL;
}

static gpointer
party_of (LijnObject *object)
{
  if (LIJN_IS_LANE (object))
    return lijn_lane_get_party (LIJN_LANE (object));
  return LIJN_IS_ELEMENT (object) ? lijn_element_get_party (LIJN_ELEMENT (object)) : NULL;
}

/* Returns: what @find gives for every one of @objects; NULL when that is not the same. */
static gpointer
find_common (GPtrArray *objects, gpointer (*find) (LijnObject *object))
{
  gpointer common = find (g_ptr_array_index (objects, 0));

  for (guint i = 1; common != NULL && i < objects->len; i++)
    if (find (g_ptr_array_index (objects, i)) != common)
      return NULL;
  return common;
}

void
lijn_inspect_many (GtkBox *page, LijnView *view, GPtrArray *objects)
{
  gpointer lane = find_common (objects, lane_of), party = find_common (objects, party_of);
  AdwPreferencesGroup *group;

  add_counts (page, objects);
  if (lane == NULL && party == NULL)
    return;
  group = lijn_inspect_add_group (page, _ ("In common"));
  lijn_inspect_add_link (group, _ ("Lane"), view, lane);
  lijn_inspect_add_link (group, _ ("Party"), view, party);
}
