/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-people-window.h"

#include "lijn-names.h"
#include "lijn-people.h"

#include <glib/gi18n.h>

struct _LijnPeopleWindow
{
  AdwWindow parent_instance;

  LijnView *view;
  GPtrArray *people;
  GPtrArray *parties;
  GtkStringList *names; /* of the people, as the list's model; the rest is looked up by place */
  GtkLabel *summary;
  GtkDropDown *party; /* of who has none */
  GtkWidget *import;
};

G_DEFINE_FINAL_TYPE (LijnPeopleWindow, lijn_people_window, ADW_TYPE_WINDOW)

static const char *
describe_fate (LijnPeopleFate fate)
{
  switch (fate)
    {
    case LIJN_PEOPLE_NEW:
      return _ ("new");
    case LIJN_PEOPLE_COMPLETES:
      return _ ("is completed");
    case LIJN_PEOPLE_KNOWN:
      return _ ("is there already");
    case LIJN_PEOPLE_TWICE:
      return _ ("twice in the list");
    case LIJN_PEOPLE_HOMELESS:
    default:
      return _ ("of no party");
    }
}

static void
add_part (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", part);
}

/* Function, party, address. (transfer full) */
static char *
describe_entry (const LijnPeopleEntry *entry)
{
  GString *text = g_string_new (NULL);

  add_part (text, entry->function);
  add_part (text, entry->party != NULL ? lijn_party_get_name (entry->party) : entry->organisation);
  add_part (text, entry->email);
  add_part (text, entry->phone);
  return g_string_free (text, FALSE);
}

static void
update (LijnPeopleWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->party);
  LijnParty *fallback = selected > 0 && selected <= self->parties->len
                            ? self->parties->pdata[selected - 1]
                            : NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;
  guint comes_in;

  lijn_people_match (self->people, lijn_view_get_project (self->view), fallback);
  for (guint i = 0; i < self->people->len; i++)
    g_strv_builder_add (names, ((const LijnPeopleEntry *) self->people->pdata[i])->name);
  all = g_strv_builder_end (names);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) all);

  told = lijn_people_tell (self->people);
  g_ptr_array_add (told, NULL);
  text = g_strjoinv ("\n", (char **) told->pdata);
  gtk_label_set_text (self->summary, text);
  comes_in = lijn_people_count (self->people, LIJN_PEOPLE_NEW) +
             lijn_people_count (self->people, LIJN_PEOPLE_COMPLETES);
  gtk_widget_set_sensitive (
      self->import, comes_in > 0 && lijn_people_count (self->people, LIJN_PEOPLE_HOMELESS) == 0);
}

static void
import_cb (LijnPeopleWindow *self)
{
  g_autoptr (GPtrArray) told = lijn_people_tell (self->people);
  g_autofree char *text = NULL;
  GError *error = NULL;
  gboolean ok = lijn_people_import (self->people, lijn_view_get_project (self->view), &error);

  g_ptr_array_add (told, NULL);
  text = g_strjoinv (" · ", (char **) told->pdata);
  if (!lijn_view_report (self->view, ok, error))
    return;
  lijn_view_say (self->view, text);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkLabel *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

static void
setup_cb (LijnPeopleWindow *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (make_label (NULL)));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (make_label ("dim-label")));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (make_label ("caption")));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (LijnPeopleWindow *self, GtkListItem *item)
{
  const LijnPeopleEntry *entry = self->people->pdata[gtk_list_item_get_position (item)];
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *text = gtk_widget_get_first_child (row);
  g_autofree char *rest = describe_entry (entry);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (text)), entry->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (text)), rest);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), describe_fate (entry->fate));
}

static GtkWidget *
make_list (LijnPeopleWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->names)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Persons in the list"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_header (LijnPeopleWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->import = gtk_button_new_with_mnemonic (_ ("_Import"));
  gtk_widget_add_css_class (self->import, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->import);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->import, "clicked", G_CALLBACK (import_cb), self);
  return header;
}

/* The party of those whose own is not known: none until somebody says. */
static GtkWidget *
make_choice (LijnPeopleWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Who has no party here belongs to"));

  gtk_string_list_append (names, _ ("Nobody knows yet"));
  self->parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  for (guint i = 0; i < self->parties->len; i++)
    gtk_string_list_append (names, lijn_party_get_name (self->parties->pdata[i]));
  self->party = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->party), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who has no party here belongs to"), -1);
  g_signal_connect_swapped (self->party, "notify::selected", G_CALLBACK (update), self);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->party));
  return box;
}

static void
lijn_people_window_dispose (GObject *object)
{
  LijnPeopleWindow *self = LIJN_PEOPLE_WINDOW (object);

  if (self->party != NULL)
    g_signal_handlers_disconnect_by_func (self->party, update, self);
  self->party = NULL;
  G_OBJECT_CLASS (lijn_people_window_parent_class)->dispose (object);
  g_clear_object (&self->names);
  g_clear_object (&self->view);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
}

static void
lijn_people_window_class_init (LijnPeopleWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_people_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
lijn_people_window_init (LijnPeopleWindow *self)
{
  self->names = gtk_string_list_new (NULL);
}

static void
fill (LijnPeopleWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->summary = make_label (NULL);
  gtk_widget_add_css_class (head, "lijn-controls");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (head), make_choice (self));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  lijn_names_put_right (box);
}

void
lijn_people_window_present (GtkWindow *parent, LijnView *view, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GPtrArray) people = NULL;
  GError *error = NULL;
  LijnPeopleWindow *self;

  if (path == NULL)
    {
      lijn_view_say (view,
                     _ ("The file is not on this computer. Copy it here first, then open it."));
      return;
    }
  people = lijn_people_read (path, &error);
  if (!lijn_view_report (view, people != NULL, error))
    return;

  self = g_object_new (LIJN_TYPE_PEOPLE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                       _ ("Import Persons"), "default-width", 560, "default-height", 600, NULL);
  self->view = g_object_ref (view);
  self->people = g_steal_pointer (&people);
  fill (self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
