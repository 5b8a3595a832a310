/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-text.h"
#include "lijn-words.h"
#include "lijn-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is let through: rows that have one of the chosen values of every facet, and all the words that
 * are searched for. */

#define SPACING 6

const char *
lijn_register_sieve_get_title (const LijnRegisterSieve *sieve)
{
  return sieve->info->title != NULL
             ? _ (sieve->info->title)
             : lijn_word_for_column (sieve->owner->spec->table, sieve->info->id);
}

void
lijn_register_sieve_list_values (const LijnRegisterSieve *sieve, LijnObject *object, GArray *values)
{
  if (sieve->info->list_values != NULL)
    sieve->info->list_values (sieve->owner->view, object, values);
  else
    {
      const char *value = lijn_object_get_text (object, sieve->place);

      g_array_append_val (values, value);
    }
}

static gboolean
sieve_lets_through (const LijnRegisterSieve *sieve, LijnObject *object)
{
  g_autoptr (GArray) values = NULL;

  if (g_hash_table_size (sieve->chosen) == 0)
    return TRUE;

  values = g_array_new (FALSE, FALSE, sizeof (const char *));
  lijn_register_sieve_list_values (sieve, object, values);
  for (guint i = 0; i < values->len; i++)
    if (g_hash_table_contains (sieve->chosen, g_array_index (values, const char *, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_words (LijnRegister *self, LijnObject *object)
{
  const char *folded;

  if (self->words == NULL)
    return TRUE;

  folded = lijn_register_keys_get_folded (self->keys, object);
  for (char **word = self->words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
lijn_register_lets_through (LijnRegister *self, LijnObject *object)
{
  if (self->spec->belongs != NULL && !self->spec->belongs (self->view, object))
    return FALSE;
  for (guint i = 0; i < self->spec->n_facets; i++)
    if (!sieve_lets_through (&self->sieves[i], object))
      return FALSE;

  return has_words (self, object);
}

gboolean
lijn_register_is_filtered (LijnRegister *self)
{
  for (guint i = 0; i < self->spec->n_facets; i++)
    if (g_hash_table_size (self->sieves[i].chosen) > 0)
      return TRUE;

  return self->words != NULL;
}

void
lijn_register_filter_changed (LijnRegister *self)
{
  lijn_register_go_to_top (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  lijn_register_follow_view (self);
  lijn_register_update_count (self);
}

void
lijn_register_search (LijnRegister *self, const char *text)
{
  g_autofree char *folded = lijn_text_fold (text);
  char **words = *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;

  if (words == NULL && self->words == NULL)
    return;
  g_strfreev (self->words);
  self->words = words;
  lijn_register_filter_changed (self);
}

void
lijn_register_filter (LijnRegister *self, const char *facet, const char *value, gboolean chosen)
{
  for (guint i = 0; i < self->spec->n_facets; i++)
    {
      LijnRegisterSieve *sieve = &self->sieves[i];

      if (!g_str_equal (sieve->info->id, facet) ||
          g_hash_table_contains (sieve->chosen, value) == chosen)
        continue;
      if (chosen)
        g_hash_table_add (sieve->chosen, g_strdup (value));
      else
        g_hash_table_remove (sieve->chosen, value);
      lijn_register_show_chips (self);
      lijn_register_filter_changed (self);
      return;
    }
}

void
lijn_register_clear_filters (LijnRegister *self)
{
  for (guint i = 0; i < self->spec->n_facets; i++)
    g_hash_table_remove_all (self->sieves[i].chosen);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  lijn_register_show_chips (self);
  lijn_register_filter_changed (self);
}

void
lijn_register_add_sieves (LijnRegister *self)
{
  const LijnRegisterSpec *spec = self->spec;

  gtk_widget_set_layout_manager (self->facets, lijn_wrap_layout_new (SPACING));
  gtk_widget_set_visible (self->facets, spec->n_facets > 0);
  self->sieves = g_new0 (LijnRegisterSieve, spec->n_facets);
  for (guint i = 0; i < spec->n_facets; i++)
    {
      LijnRegisterSieve *sieve = &self->sieves[i];

      sieve->info = &spec->facets[i];
      sieve->owner = self;
      sieve->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      sieve->place = lijn_table_find_column (spec->table, sieve->info->id);
      if (sieve->place >= 0)
        sieve->column = &lijn_table_info (spec->table)->columns[sieve->place];
      if (sieve->column == NULL && sieve->info->list_values == NULL)
        g_error ("Register %s has no facet %s", spec->id, sieve->info->id);
      lijn_register_add_facet_button (self, sieve);
    }
}

void
lijn_register_free_sieves (LijnRegister *self)
{
  for (guint i = 0; self->sieves != NULL && i < self->spec->n_facets; i++)
    g_hash_table_unref (self->sieves[i].chosen);
  g_free (self->sieves);
}
