/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-find-bar.h"

#include <glib/gi18n.h>

#include "lijn-badge.h"
#include "lijn-finder.h"
#include "lijn-words.h"

/* While one types, the first result is shown only where it is on the map that one looks at: nobody is
 * taken to another map by half a word. Return goes there. The whole search is one step back in the
 * places one was at. */

#define ABOVE_MIDDLE 150 /* pixels from the list's height to the middle of the map, at least */
#define LEAST_LIST 96
#define MOST_LIST 264
#define HEAD 92 /* what is above it */

struct _LijnFindBar
{
  AdwBin parent_instance;

  LijnCanvas *canvas; /* (nullable) */
  LijnView *view; /* (nullable): of the canvas */
  LijnFinder *finder;
  LijnFindKind kind;
  gboolean shown; /* the present result has been brought into sight */
  gboolean marked; /* where this search began has been marked */

  GListStore *results;
  GtkSingleSelection *selection;
  gulong refreshed_id;

  GtkSearchEntry *entry;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *count;
  GtkWidget *scroller;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LijnFindBar, lijn_find_bar, ADW_TYPE_BIN)

static guint
count (LijnFindBar *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->results));
}

static const char *
get_text (LijnFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
update_count (LijnFindBar *self)
{
  guint n = count (self);
  guint at = gtk_single_selection_get_selected (self->selection);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (self->kind == LIJN_FIND_NUMBER ? _ ("There is nothing with this number.")
                                                    : _ ("Nothing was found."));
  else if (self->shown)
    /* Translators: which of how many results is shown. */
    text = g_strdup_printf (_ ("%u of %u"), at + 1, n);
  else
    text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);

  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->count), *get_text (self) != '\0');
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

/* A remark is on no map, but may be about something that is. */
static LijnObject *
what_shows (LijnObject *object)
{
  LijnObject *about = NULL;

  if (!LIJN_IS_REMARK (object))
    return object;
  about = LIJN_OBJECT (lijn_remark_get_element (LIJN_REMARK (object)));
  if (about == NULL)
    about = LIJN_OBJECT (lijn_remark_get_interface (LIJN_REMARK (object)));
  return about != NULL ? about : object;
}

static void
show_result (LijnFindBar *self, guint position)
{
  g_autoptr (LijnObject) object = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (object == NULL)
    return;
  if (!self->marked)
    lijn_view_mark_place (self->view);
  self->marked = TRUE;
  self->shown = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  lijn_view_peek (self->view, what_shows (object));
  update_count (self);
}

/* What is found is shown in the middle of the map: the list ends above that where it can. */
static void
leave_the_middle (LijnFindBar *self)
{
  int half = gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2;
  int height = CLAMP (half - ABOVE_MIDDLE, LEAST_LIST, MOST_LIST);

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), height);
  lijn_canvas_set_covered (self->canvas, height + HEAD);
}

/* Takes what was found. The present result stays where it is still among them. */
static void
find (LijnFindBar *self)
{
  LijnMap *here = lijn_view_get_map (self->view);
  g_autoptr (GPtrArray) found = self->kind == LIJN_FIND_NUMBER
                                    ? lijn_finder_find_number (self->finder, get_text (self), here)
                                    : lijn_finder_find (self->finder, get_text (self), here);

  g_list_store_splice (self->results, 0, count (self), found->pdata, found->len);
  gtk_single_selection_set_selected (self->selection, 0);
  self->shown = FALSE;
}

static void
search_changed_cb (GtkSearchEntry *entry, LijnFindBar *self)
{
  g_autoptr (LijnObject) first = NULL;

  if (self->view == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  leave_the_middle (self);
  find (self);
  first = g_list_model_get_item (G_LIST_MODEL (self->results), 0);
  if (first != NULL && lijn_map_of (first) == lijn_view_get_map (self->view))
    show_result (self, 0);
  else
    update_count (self);
}

static void
refreshed_cb (LijnFindBar *self)
{
  gboolean shown = self->shown;
  guint at;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  at = gtk_single_selection_get_selected (self->selection);
  find (self);
  if (at < count (self))
    {
      gtk_single_selection_set_selected (self->selection, at);
      self->shown = shown;
    }
  update_count (self);
}

static void
close_cb (LijnFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_list_store_remove_all (self->results);
  if (self->canvas == NULL)
    return;
  lijn_canvas_set_covered (self->canvas, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Goes to the next or previous one; past the end begins again. */
static void
go_on (LijnFindBar *self, int by)
{
  guint n = count (self);
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->shown)
    at = (at + n + (guint) by) % n;
  show_result (self, at);
}

static void
next_cb (LijnFindBar *self)
{
  go_on (self, 1);
}

static void
previous_cb (LijnFindBar *self)
{
  go_on (self, -1);
}

static void
activate_cb (GtkSearchEntry *entry, LijnFindBar *self)
{
  if (self->kind == LIJN_FIND_WORDS)
    {
      go_on (self, 1);
      return;
    }
  if (!self->shown)
    go_on (self, 0);
  if (self->shown)
    close_cb (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnFindBar *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go_on (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go_on (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (shift)
        go_on (self, -1);
      return shift;
    default:
      return FALSE;
    }
}

static void
row_activated_cb (GtkListView *list, guint position, LijnFindBar *self)
{
  show_result (self, position);
}

/* Where @object is: its lane, and its map where that is not the one in sight. (transfer full) */
static char *
describe_place (LijnFindBar *self, LijnObject *object)
{
  LijnMap *map = lijn_map_of (object);
  LijnLane *lane = LIJN_IS_ELEMENT (object) ? lijn_element_get_lane (LIJN_ELEMENT (object)) : NULL;
  const char *where = lane != NULL ? lijn_lane_get_name (lane) : "";

  if (map == NULL || LIJN_IS_MAP (object))
    return g_strdup (lijn_word_for_table (lijn_object_get_table (object)));
  if (map == lijn_view_get_map (self->view))
    return g_strdup (where);
  return *where != '\0' ? g_strdup_printf ("%s · %s", lijn_map_get_title (map), where)
                        : g_strdup (lijn_map_get_title (map));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LijnFindBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = lijn_badge_new (NULL);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (place), 16);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_box_append (GTK_BOX (row), badge);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), place);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LijnFindBar *self)
{
  LijnObject *object = gtk_list_item_get_item (item);
  GtkWidget *badge = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (badge);
  GtkWidget *place = gtk_widget_get_next_sibling (name);
  g_autofree char *words = lijn_words_for_object (object);
  g_autofree char *where = describe_place (self, object);

  lijn_badge_set_object (LIJN_BADGE (badge), object);
  gtk_label_set_label (GTK_LABEL (name), words);
  gtk_label_set_label (GTK_LABEL (place), where);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), words);
}

/* Made for the first search. */
static void
fill (LijnFindBar *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_type_ensure (LIJN_TYPE_BADGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->results = g_list_store_new (LIJN_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

void
lijn_find_bar_open (LijnFindBar *self, LijnFindKind kind)
{
  const char *label = kind == LIJN_FIND_NUMBER ? _ ("Number, or F and a number")
                                               : _ ("Find in the project");

  if (self->view == NULL)
    return;
  if (self->results == NULL)
    fill (self);
  if (self->kind != kind)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->kind = kind;
  self->marked = FALSE;
  g_object_set (self->entry, "placeholder-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == LIJN_FIND_NUMBER
                                      ? _ ("Number of an interface, or F and that of a "
                                           "friction point")
                                      : label,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  find (self);
  update_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
lijn_find_bar_set_canvas (LijnFindBar *self, LijnCanvas *canvas)
{
  if (self->view != NULL)
    g_clear_signal_handler (&self->refreshed_id, lijn_view_get_project (self->view));
  g_clear_pointer (&self->finder, lijn_finder_free);
  g_clear_object (&self->view);
  if (self->results != NULL)
    g_list_store_remove_all (self->results);
  g_set_object (&self->canvas, canvas);
  if (canvas == NULL)
    return;

  self->view = g_object_ref (lijn_canvas_get_view (canvas));
  /* The finder first, so that it has followed the file when this looks again. */
  self->finder = lijn_finder_new (lijn_view_get_project (self->view));
  self->refreshed_id = g_signal_connect_swapped (lijn_view_get_project (self->view), "refreshed",
                                                 G_CALLBACK (refreshed_cb), self);
}

static void
lijn_find_bar_dispose (GObject *object)
{
  LijnFindBar *self = LIJN_FIND_BAR (object);

  lijn_find_bar_set_canvas (self, NULL);
  g_clear_object (&self->results);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lijn_find_bar_parent_class)->dispose (object);
}

static void
lijn_find_bar_class_init (LijnFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, LijnFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
lijn_find_bar_init (LijnFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
