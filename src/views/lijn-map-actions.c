/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-map-actions.h"

#include <glib/gi18n.h>

#include "lijn-edit.h"

/* Each is a verb on the map in sight. The actions hold the view, and follow it. */

typedef struct
{
  LijnView *view;
  GtkWidget *widget; /* (unowned) */
  GSimpleActionGroup *group; /* (unowned): this goes with it */
  gulong map_id, committed_id;
} MapActions;

LijnElement *
lijn_map_get_owner (LijnMap *map)
{
  GPtrArray *owners = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (map)),
                                              LIJN_TABLE_ELEMENT, "detail", LIJN_OBJECT (map));

  return owners->len > 0 ? g_ptr_array_index (owners, 0) : NULL;
}

GPtrArray *
lijn_project_list_main_maps (LijnProject *project)
{
  GListModel *list = lijn_project_list (project, LIJN_TABLE_MAP);
  GPtrArray *maps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (list, i);

      if (lijn_map_get_owner (map) == NULL)
        g_ptr_array_add (maps, g_steal_pointer (&map));
    }
  return maps;
}

/* Takes the new @map of a verb, or its @error. */
static void
show_new (MapActions *self, LijnMap *map, GError *error)
{
  if (lijn_view_report (self->view, map != NULL, error))
    lijn_view_set_map (self->view, map);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  GError *error = NULL;
  LijnMap *map = lijn_edit_add_map (lijn_view_get_project (self->view), LIJN_MAP_KIND_AS_IS,
                                    _ ("New map"), &error);

  show_new (self, map, error);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  LijnMap *map = lijn_view_get_map (self->view);
  /* Translators: the title of a map that is a copy of another. */
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), lijn_map_get_title (map));
  GError *error = NULL;

  map = lijn_edit_copy_map (map, title, &error);
  show_new (self, map, error);
}

static void
make_to_be_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  LijnMap *map = lijn_view_get_map (self->view);
  /* Translators: the title of the map that tells how it is to be, made from one that tells how it is. */
  g_autofree char *title = g_strdup_printf (_ ("%s: to be"), lijn_map_get_title (map));
  GError *error = NULL;

  map = lijn_edit_make_to_be (map, title, &error);
  show_new (self, map, error);
}

/* What stands before, or after, the map in sight. (nullable) (transfer none) */
static LijnMap *
neighbour (MapActions *self, GPtrArray *maps, int by)
{
  LijnMap *map = lijn_view_get_map (self->view);
  guint at;

  if (!g_ptr_array_find (maps, map, &at) || (by < 0 && at < (guint) -by) ||
      (int) at + by >= (int) maps->len)
    return NULL;
  return g_ptr_array_index (maps, (guint) ((int) at + by));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  g_autoptr (GPtrArray) maps = lijn_project_list_main_maps (lijn_view_get_project (self->view));
  gboolean later = g_str_equal (g_action_get_name (G_ACTION (action)), "later");
  LijnMap *before = neighbour (self, maps, later ? 2 : -1);
  GError *error = NULL;
  gboolean ok = lijn_edit_move_map (lijn_view_get_map (self->view), before, &error);

  lijn_view_report (self->view, ok, error);
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  g_autoptr (GPtrArray) maps = lijn_project_list_main_maps (lijn_view_get_project (self->view));
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next");
  LijnMap *map = neighbour (self, maps, next ? 1 : -1);

  if (map != NULL)
    lijn_view_set_map (self->view, map);
  else
    gtk_widget_error_bell (self->widget);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  LijnMap *map = lijn_view_get_map (self->view);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was removed. Undo brings it back."),
                                           lijn_map_get_title (map));
  GError *error = NULL;
  gboolean ok = lijn_edit_remove_one (LIJN_OBJECT (map), &error);

  if (lijn_view_report (self->view, ok, error))
    lijn_view_say (self->view, text);
}

static void
kind_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  MapActions *self = data;
  GError *error = NULL;
  gboolean ok = lijn_edit_set (LIJN_OBJECT (lijn_view_get_map (self->view)), "kind",
                               g_variant_get_string (value, NULL), &error);

  lijn_view_report (self->view, ok, error);
}

typedef struct
{
  LijnView *view;
  LijnMap *map;
  GtkEditable *entry;
} Renaming;

static void
renaming_free (gpointer data, GClosure *closure)
{
  Renaming *self = data;

  g_object_unref (self->view);
  g_object_unref (self->map);
  g_free (self);
}

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, Renaming *self)
{
  GError *error = NULL;
  gboolean ok;

  if (!g_str_equal (response, "rename"))
    return;
  ok = lijn_edit_rename (LIJN_OBJECT (self->map), gtk_editable_get_text (self->entry), &error);
  lijn_view_report (self->view, ok, error);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MapActions *self = data;
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Rename the map"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->view = g_object_ref (self->view);
  renaming->map = g_object_ref (lijn_view_get_map (self->view));
  renaming->entry = GTK_EDITABLE (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), lijn_map_get_title (renaming->map));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the map"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  g_signal_connect_data (dialog, "response", G_CALLBACK (rename_response_cb), renaming,
                         renaming_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
set_enabled (MapActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (MapActions *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  LijnMap *map = lijn_view_get_map (self->view);
  gboolean edit = !lijn_store_is_read_only (lijn_project_get_store (project));
  g_autoptr (GPtrArray) maps = lijn_project_list_main_maps (project);
  GAction *kind = g_action_map_lookup_action (G_ACTION_MAP (self->group), "kind");

  set_enabled (self, "add", edit);
  for (guint i = 0; i < 4; i++)
    set_enabled (self, (const char *const[]){ "rename", "duplicate", "make-to-be", "delete" }[i],
                 edit && map != NULL);
  set_enabled (self, "earlier", edit && neighbour (self, maps, -1) != NULL);
  set_enabled (self, "later", edit && neighbour (self, maps, 1) != NULL);
  set_enabled (self, "kind", edit && map != NULL);
  if (map != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (kind),
                               g_variant_new_string (lijn_map_kind_nicks[lijn_map_get_kind (map)]));
}

static void
free_actions (gpointer data, GObject *group)
{
  MapActions *self = data;

  g_clear_signal_handler (&self->map_id, self->view);
  g_clear_signal_handler (&self->committed_id, lijn_view_get_project (self->view));
  g_object_unref (self->view);
  g_free (self);
}

static const GActionEntry entries[] = {
  { "add", add_cb },
  { "rename", rename_cb },
  { "duplicate", duplicate_cb },
  { "make-to-be", make_to_be_cb },
  { "earlier", move_cb },
  { "later", move_cb },
  { "delete", delete_cb },
  { "next", step_cb },
  { "previous", step_cb },
  { "kind", NULL, "s", "'as-is'", kind_cb },
};

GActionGroup *
lijn_map_actions_new (LijnView *view, GtkWidget *widget)
{
  MapActions *self = g_new0 (MapActions, 1);

  self->view = g_object_ref (view);
  self->widget = widget;
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  g_object_weak_ref (G_OBJECT (self->group), free_actions, self);
  self->map_id = g_signal_connect_swapped (view, "notify::map", G_CALLBACK (update), self);
  self->committed_id = g_signal_connect_swapped (lijn_view_get_project (view), "refreshed",
                                                 G_CALLBACK (update), self);
  update (self);
  return G_ACTION_GROUP (self->group);
}

static void
append_section (GMenu *menu, const char *label, GMenu *section)
{
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

GMenuModel *
lijn_map_actions_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *kinds = g_menu_new (), *make = g_menu_new (), *order = g_menu_new (),
        *away = g_menu_new ();

  g_menu_append (make, _ ("Rename…"), "map.rename");
  g_menu_append (make, _ ("Make a to-be from this map"), "map.make-to-be");
  g_menu_append (make, _ ("Duplicate this map"), "map.duplicate");
  g_menu_append (make, _ ("As-is beside to-be"), "view.comparing");
  append_section (menu, NULL, make);
  g_menu_append (kinds, _ ("As it is"), "map.kind::as-is");
  g_menu_append (kinds, _ ("As it is to be"), "map.kind::to-be");
  append_section (menu, NULL, kinds);
  g_menu_append (order, _ ("Move to the left"), "map.earlier");
  g_menu_append (order, _ ("Move to the right"), "map.later");
  append_section (menu, NULL, order);
  g_menu_append (away, _ ("Delete"), "map.delete");
  append_section (menu, NULL, away);
  return G_MENU_MODEL (menu);
}
