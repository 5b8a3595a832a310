/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A button for each facet offers its values with how many rows have each; what is chosen stands beside
 * the buttons as chips, that a click takes away again. */

#define LIST_WIDTH 240
#define LIST_HEIGHT 400

/* (transfer full) */
static char *
get_label (const LijnRegisterSieve *sieve, const char *value)
{
  LijnObject *object;

  if (sieve->info->get_label != NULL)
    return sieve->info->get_label (sieve->owner->view, value);
  if (*value == '\0')
    return g_strdup (_ ("None"));
  if (sieve->column->kind == LIJN_COLUMN_ENUM)
    return g_strdup (lijn_word_for_value (sieve->column->nicks,
                                          lijn_nick_to_value (sieve->column->nicks, value)));

  object = lijn_project_find (lijn_view_get_project (sieve->owner->view), sieve->column->refers,
                              value);

  return object != NULL ? lijn_words_for_object (object) : g_strdup (_ ("None"));
}

static gboolean
is_chip (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget);
}

static void
chip_clicked_cb (GtkWidget *chip, LijnRegister *self)
{
  const char *facet = g_object_get_data (G_OBJECT (chip), "facet");
  const char *value = g_object_get_data (G_OBJECT (chip), "value");

  lijn_register_filter (self, facet, value, FALSE);
}

static void
clear_clicked_cb (GtkWidget *button, LijnRegister *self)
{
  lijn_register_clear_filters (self);
}

static void
add_chip (LijnRegister *self, const LijnRegisterSieve *sieve, const char *value)
{
  g_autofree char *label = get_label (sieve, value);
  /* Translators: a filter that is taken away: what it looks at, and which value. */
  g_autofree char *name = g_strdup_printf (_ ("Take away the filter %s: %s"),
                                           lijn_register_sieve_get_title (sieve), label);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "lijn-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "facet", g_strdup (sieve->info->id), g_free);
  g_object_set_data_full (G_OBJECT (chip), "value", g_strdup (value), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->facets), chip);
}

void
lijn_register_show_chips (LijnRegister *self)
{
  GtkWidget *next, *clear;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->facets); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (is_chip (child))
        gtk_box_remove (GTK_BOX (self->facets), child);
    }

  for (guint i = 0; i < self->spec->n_facets; i++)
    {
      g_autoptr (GList) values = g_hash_table_get_keys (self->sieves[i].chosen);

      values = g_list_sort (values, (GCompareFunc) strcmp);
      for (GList *value = values; value != NULL; value = value->next, n++)
        add_chip (self, &self->sieves[i], value->data);
    }
  if (n < 2)
    return;

  clear = gtk_button_new_with_label (_ ("Clear filters"));
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "lijn-chip");
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->facets), clear);
}

/* The list of a facet's values, made when it is opened. */

typedef struct
{
  char *value;
  char *label;
  char *key; /* to sort by */
  guint count;
} Offer;

static void
clear_offer (gpointer data)
{
  Offer *offer = data;

  g_free (offer->value);
  g_free (offer->label);
  g_free (offer->key);
}

static int
compare_offers (gconstpointer one, gconstpointer other)
{
  return strcmp (((const Offer *) one)->key, ((const Offer *) other)->key);
}

/* An enumeration in its own order; the rest by what it is called. None last. */
static char *
make_offer_key (const LijnRegisterSieve *sieve, const char *value, const char *label)
{
  g_autofree char *key = NULL;

  if (*value == '\0')
    return g_strdup ("\xff");
  if (sieve->info->list_values == NULL && sieve->column->kind == LIJN_COLUMN_ENUM)
    return g_strdup_printf ("%04d", lijn_nick_to_value (sieve->column->nicks, value));
  key = lijn_text_fold (label);

  return g_utf8_collate_key_for_filename (key, -1);
}

static void
add_offer (GArray *offers, const LijnRegisterSieve *sieve, const char *value, guint count)
{
  Offer offer = { .value = g_strdup (value), .label = get_label (sieve, value), .count = count };

  offer.key = make_offer_key (sieve, value, offer.label);
  g_array_append_val (offers, offer);
}

/* (transfer full): how many rows have each value. */
static GHashTable *
count_values (LijnRegister *self, const LijnRegisterSieve *sieve)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (self->view), self->spec->table);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (const char *));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (self->spec->belongs != NULL && !self->spec->belongs (self->view, object))
        continue;
      g_array_set_size (values, 0);
      lijn_register_sieve_list_values (sieve, object, values);
      for (guint v = 0; v < values->len; v++)
        {
          const char *value = g_array_index (values, const char *, v);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

          g_hash_table_insert (counts, g_strdup (value), GUINT_TO_POINTER (count + 1));
        }
    }

  return counts;
}

static GArray *
list_offers (LijnRegister *self, const LijnRegisterSieve *sieve)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_autoptr (GHashTable) counts = count_values (self, sieve);
  GHashTableIter iter;
  gpointer value, count;

  g_array_set_clear_func (offers, clear_offer);
  g_hash_table_iter_init (&iter, sieve->chosen);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    if (!g_hash_table_contains (counts, value))
      g_hash_table_insert (counts, g_strdup (value), NULL);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, &count))
    add_offer (offers, sieve, value, GPOINTER_TO_UINT (count));
  g_array_sort (offers, compare_offers);

  return offers;
}

static void
offer_toggled_cb (GtkCheckButton *check, LijnRegister *self)
{
  lijn_register_filter (self, g_object_get_data (G_OBJECT (check), "facet"),
                        g_object_get_data (G_OBJECT (check), "value"),
                        gtk_check_button_get_active (check));
}

static void
append_offer (LijnRegister *self, GtkBox *box, const LijnRegisterSieve *sieve, const Offer *offer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (offer->label);
  g_autofree char *count = g_strdup_printf ("%u", offer->count);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (sieve->chosen, offer->value));
  g_object_set_data_full (G_OBJECT (check), "facet", g_strdup (sieve->info->id), g_free);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (offer->value), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (offer_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  LijnRegisterSieve *sieve = data;
  g_autoptr (GArray) offers = list_offers (sieve->owner, sieve);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < offers->len; i++)
    append_offer (sieve->owner, GTK_BOX (box), sieve, &g_array_index (offers, Offer, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

void
lijn_register_add_facet_button (LijnRegister *self, LijnRegisterSieve *sieve)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), lijn_register_sieve_get_title (sieve));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, sieve, NULL);
  gtk_widget_add_css_class (button, "lijn-facet");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lijn_register_sieve_get_title (sieve), -1);
  gtk_box_append (GTK_BOX (self->facets), button);
}
