/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-map-bar.h"

#include <glib/gi18n.h>

#include "lijn-edit.h"
#include "lijn-late-menu.h"
#include "lijn-map-actions.h"
#include "lijn-words.h"

/* Made anew when a title, a kind, the order or the way to the map in sight differs from what it shows:
 * there are few maps, and they seldom change. */

#define DEEPEST 12 /* details within details; a file may hold a ring of them */

struct _LijnMapBar
{
  AdwBin parent_instance;

  LijnView *view; /* (nullable) */
  gulong map_id, refreshed_id;
  char *shown; /* all that is told, as one text */

  GtkWidget *scroller;
  GtkWidget *tabs;
  GtkWidget *menu; /* of a tab, at the pointer; NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (LijnMapBar, lijn_map_bar, ADW_TYPE_BIN)

/* From the map in sight outwards: the last one is no detail. (transfer container) */
static GPtrArray *
list_way (LijnMap *map)
{
  GPtrArray *way = g_ptr_array_new ();

  while (map != NULL && way->len < DEEPEST && !g_ptr_array_find (way, map, NULL))
    {
      LijnElement *owner = lijn_map_get_owner (map);

      g_ptr_array_add (way, map);
      map = owner != NULL ? lijn_element_get_map (owner) : NULL;
    }
  return way;
}

static const char *
get_title (LijnMap *map)
{
  const char *title = lijn_map_get_title (map);

  return *title != '\0' ? title : lijn_word_for_table (LIJN_TABLE_MAP);
}

static LijnMap *
map_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "lijn-map");
}

static void
go_to_cb (GtkWidget *button, LijnMapBar *self)
{
  LijnMap *map = map_of (button);

  if (GTK_IS_TOGGLE_BUTTON (button) && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    return;
  if (!lijn_object_is_gone (LIJN_OBJECT (map)))
    lijn_view_set_map (self->view, map);
}

/* Out of a detail: to the step that it is of. */
static void
crumb_cb (GtkWidget *button, LijnMapBar *self)
{
  LijnElement *owner = g_object_get_data (G_OBJECT (button), "lijn-owner");

  if (!lijn_object_is_gone (LIJN_OBJECT (owner)))
    lijn_view_show (self->view, LIJN_OBJECT (owner));
}

static GtkWidget *
get_menu (LijnMapBar *self)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu != NULL)
    return self->menu;

  model = lijn_map_actions_make_menu ();
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  return self->menu;
}

static void
menu_cb (GtkGestureClick *gesture, int presses, double x, double y, LijnMapBar *self)
{
  GtkWidget *tab = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkRectangle place = { 0, 0, 1, 1 };
  double left, top;

  if (!gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (tab, GTK_WIDGET (self), x, y, &left, &top);
  place.x = (int) left;
  place.y = (int) top;
  lijn_view_set_map (self->view, map_of (tab));
  gtk_popover_set_pointing_to (GTK_POPOVER (get_menu (self)), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, LijnMapBar *self)
{
  GtkWidget *tab = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (LIJN_TYPE_OBJECT, map_of (tab));
}

/* On the left half of a tab: before it; on the right half: behind it. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LijnMapBar *self)
{
  GtkWidget *tab = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  LijnObject *dropped = g_value_get_object (value);
  GtkWidget *next = gtk_widget_get_next_sibling (tab);
  LijnMap *before = map_of (tab);
  GError *error = NULL;
  gboolean ok;

  if (!LIJN_IS_MAP (dropped) ||
      lijn_object_get_project (dropped) != lijn_view_get_project (self->view))
    return FALSE;
  if (x > gtk_widget_get_width (tab) / 2.0)
    before = next != NULL ? map_of (next) : NULL;
  ok = lijn_edit_move_map (LIJN_MAP (dropped), before, &error);
  return lijn_view_report (self->view, ok, error);
}

static void
add_gestures (LijnMapBar *self, GtkWidget *tab)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LIJN_TYPE_OBJECT, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (tab, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (tab, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (tab, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
make_tab (LijnMapBar *self, LijnMap *map)
{
  GtkWidget *tab = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (get_title (map));
  GtkWidget *kind = gtk_label_new (lijn_word_for_map_kind (lijn_map_get_kind (map)));

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 32);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_button_set_child (GTK_BUTTON (tab), box);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_set_tooltip_text (tab, get_title (map));
  g_object_set_data_full (G_OBJECT (tab), "lijn-map", g_object_ref (map), g_object_unref);
  add_gestures (self, tab);
  return tab;
}

static void
append_crumb (LijnMapBar *self, LijnMap *map, LijnMap *inner)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *crumb = inner != NULL ? gtk_button_new_with_label (get_title (map))
                                   : gtk_label_new (get_title (map));

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (self->tabs), arrow);
  gtk_box_append (GTK_BOX (self->tabs), crumb);
  if (inner == NULL)
    {
      gtk_widget_add_css_class (crumb, "heading");
      return;
    }
  gtk_widget_add_css_class (crumb, "flat");
  g_object_set_data_full (G_OBJECT (crumb), "lijn-owner", g_object_ref (lijn_map_get_owner (inner)),
                          g_object_unref);
  g_signal_connect (crumb, "clicked", G_CALLBACK (crumb_cb), self);
}

/* The tab of the map in sight, or of the one that it is a detail in; the way from there follows it. */
static void
append_tab (LijnMapBar *self, LijnMap *map, GPtrArray *way)
{
  GtkWidget *tab = make_tab (self, map);
  gboolean here = way->len > 0 && g_ptr_array_index (way, way->len - 1) == map;

  gtk_box_append (GTK_BOX (self->tabs), tab);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), here && way->len == 1);
  if (here && way->len > 1)
    {
      g_object_set_data_full (
          G_OBJECT (tab), "lijn-owner",
          g_object_ref (lijn_map_get_owner (g_ptr_array_index (way, way->len - 2))),
          g_object_unref);
      g_signal_connect (tab, "clicked", G_CALLBACK (crumb_cb), self);
    }
  else
    g_signal_connect (tab, "clicked", G_CALLBACK (go_to_cb), self);
  for (guint i = here ? way->len - 1 : 0; i > 0; i--)
    append_crumb (self, g_ptr_array_index (way, i - 1),
                  i > 1 ? g_ptr_array_index (way, i - 2) : NULL);
}

/* All that the bar tells. (transfer full) */
static char *
describe (GPtrArray *maps, GPtrArray *way)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maps->len; i++)
    {
      LijnMap *map = g_ptr_array_index (maps, i);

      g_string_append_printf (text, "%s %d %s\n", lijn_object_get_id (LIJN_OBJECT (map)),
                              (int) lijn_map_get_kind (map), lijn_map_get_title (map));
    }
  for (guint i = 0; i < way->len; i++)
    g_string_append_printf (text, "> %s %s\n", lijn_object_get_id (g_ptr_array_index (way, i)),
                            lijn_map_get_title (g_ptr_array_index (way, i)));
  return g_string_free (text, FALSE);
}

static void
update (LijnMapBar *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  LijnMap *here = lijn_view_get_map (self->view);
  g_autoptr (GPtrArray) maps = lijn_project_list_main_maps (project);
  g_autoptr (GPtrArray) way = list_way (here);
  g_autofree char *text = describe (maps, way);
  GtkWidget *child = NULL;

  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  gtk_widget_set_visible (GTK_WIDGET (self), lijn_project_count (project, LIJN_TABLE_MAP) > 1);
  while ((child = gtk_widget_get_first_child (self->tabs)) != NULL)
    gtk_box_remove (GTK_BOX (self->tabs), child);
  for (guint i = 0; i < maps->len; i++)
    append_tab (self, g_ptr_array_index (maps, i), way);
}

void
lijn_map_bar_set_view (LijnMapBar *self, LijnView *view)
{
  if (self->view != NULL)
    {
      g_clear_signal_handler (&self->map_id, self->view);
      g_clear_signal_handler (&self->refreshed_id, lijn_view_get_project (self->view));
    }
  if (!g_set_object (&self->view, view) || view == NULL)
    return;
  self->map_id = g_signal_connect_swapped (view, "notify::map", G_CALLBACK (update), self);
  self->refreshed_id = g_signal_connect_swapped (lijn_view_get_project (view), "refreshed",
                                                 G_CALLBACK (update), self);
  update (self);
}

static void
lijn_map_bar_dispose (GObject *object)
{
  LijnMapBar *self = LIJN_MAP_BAR (object);

  lijn_map_bar_set_view (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (lijn_map_bar_parent_class)->dispose (object);
}

static void
lijn_map_bar_class_init (LijnMapBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_map_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mapbar");
}

static GtkWidget *
make_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static void
lijn_map_bar_init (LijnMapBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *add = make_button ("list-add-symbolic", _ ("Add a map"));
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = lijn_map_actions_make_menu ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->tabs);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "map.add");
  gtk_box_append (GTK_BOX (box), add);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  lijn_late_menu_set (GTK_MENU_BUTTON (more), model);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (more, _ ("This map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This map"), -1);
  gtk_box_append (GTK_BOX (box), more);
  adw_bin_set_child (ADW_BIN (self), box);
}
