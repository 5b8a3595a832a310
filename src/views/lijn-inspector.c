/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspector.h"

#include "lijn-badge.h"
#include "lijn-inspect.h"
#include "lijn-names.h"
#include "lijn-path-view.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* A page is made for each object that gets selected. Its fields follow the object, so that it is
 * made anew only for another object. What has the focus is written first: the field it is in
 * commits when it loses it. */

struct _LijnInspector
{
  AdwBin parent_instance;

  LijnView *view;
  LijnObject *object; /* whose page is shown */

  GtkScrolledWindow *scroller;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (LijnInspector, lijn_inspector, ADW_TYPE_BIN)

static void
fill_page (GtkBox *page, LijnView *view, LijnObject *object)
{
  if (LIJN_IS_ABOUT (object))
    lijn_inspect_project (page, view, LIJN_ABOUT (object));
  else if (LIJN_IS_MAP (object))
    lijn_inspect_map (page, view, LIJN_MAP (object));
  else if (LIJN_IS_PARTY (object))
    lijn_inspect_party (page, view, LIJN_PARTY (object));
  else if (LIJN_IS_PERSON (object))
    lijn_inspect_person (page, view, LIJN_PERSON (object));
  else if (LIJN_IS_LANE (object))
    lijn_inspect_lane (page, view, LIJN_LANE (object));
  else if (LIJN_IS_PHASE (object))
    lijn_inspect_phase (page, view, LIJN_PHASE (object));
  else if (LIJN_IS_ELEMENT (object))
    lijn_inspect_element (page, view, LIJN_ELEMENT (object));
  else if (LIJN_IS_FLOW (object))
    lijn_inspect_flow (page, view, LIJN_FLOW (object));
  else if (LIJN_IS_INTERFACE (object))
    lijn_inspect_interface (page, view, LIJN_INTERFACE (object));
  else if (LIJN_IS_FRICTION (object))
    lijn_inspect_friction (page, view, LIJN_FRICTION (object));
  else if (LIJN_IS_TEAM (object))
    lijn_inspect_team (page, view, LIJN_TEAM (object));
  else if (LIJN_IS_ACTION (object))
    lijn_inspect_action (page, view, LIJN_ACTION (object));
  else if (LIJN_IS_SESSION (object))
    lijn_inspect_session (page, view, LIJN_SESSION (object));
  else if (LIJN_IS_AGENDA_ITEM (object))
    lijn_inspect_agenda_item (page, view, LIJN_AGENDA_ITEM (object));
  else if (LIJN_IS_DECISION (object) || LIJN_IS_REMARK (object))
    lijn_inspect_said (page, view, object);
}

/* (transfer full): "Friction point 3", "Step", "Project". */
static char *
make_heading (LijnObject *object)
{
  if (LIJN_IS_ABOUT (object))
    return g_strdup (_ ("Project"));
  if (LIJN_IS_FRICTION (object))
    return g_strdup_printf (_ ("Friction point %d"),
                            lijn_friction_get_number (LIJN_FRICTION (object)));
  if (LIJN_IS_INTERFACE (object))
    return g_strdup_printf (_ ("Interface %d"),
                            lijn_interface_get_number (LIJN_INTERFACE (object)));
  if (LIJN_IS_ELEMENT (object))
    return g_strdup (lijn_word_for_element_kind (lijn_element_get_kind (LIJN_ELEMENT (object))));
  if (LIJN_IS_TEAM (object))
    return g_strdup (lijn_word_for_team_kind (lijn_team_get_kind (LIJN_TEAM (object))));

  return g_strdup (lijn_word_for_table (lijn_object_get_table (object)));
}

static void
update_heading (GtkLabel *label, LijnObject *object)
{
  g_autofree char *heading = make_heading (object);

  gtk_label_set_label (label, heading);
}

static GtkWidget *
make_header (LijnView *view, LijnObject *object)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "lijn-heading");
  update_heading (GTK_LABEL (label), object);
  g_signal_connect_object (object, "changed", G_CALLBACK (update_heading), label,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (header), lijn_badge_new (object));
  gtk_box_append (GTK_BOX (header), label);
  if (!LIJN_IS_ABOUT (object))
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "outline.remove");
      gtk_widget_set_sensitive (remove, !lijn_store_is_read_only (store));
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, _ ("Remove"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Remove"), -1);
      gtk_box_append (GTK_BOX (header), remove);
    }

  return header;
}

static LijnObject *
find_object (LijnInspector *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);

  if (object != NULL && !lijn_object_is_gone (object))
    return object;

  return LIJN_OBJECT (lijn_project_get_about (lijn_view_get_project (self->view)));
}

/* Gives the focus away when it is in the page, so that its field writes what was typed. */
static void
leave_page (LijnInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

static GtkWidget *
make_many_header (guint n)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%u thing selected", "%u things selected", n), n);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, "lijn-heading");
  return label;
}

/* Takes @page. */
static void
put_page (LijnInspector *self, GtkWidget *page)
{
  lijn_names_put_right (page);
  adw_bin_set_child (self->place, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_many (LijnInspector *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  GtkWidget *page;

  g_clear_object (&self->object);
  leave_page (self);
  /* What was typed may have changed the selection. */
  if (self->object != NULL || selection != lijn_view_get_selection (self->view))
    return;
  page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (page), make_many_header (selection->len));
  gtk_box_append (GTK_BOX (page), lijn_path_view_new (self->view));
  lijn_inspect_many (GTK_BOX (page), self->view, selection);
  put_page (self, page);
}

static void
show_page (LijnInspector *self)
{
  LijnObject *object = find_object (self);
  GtkWidget *page;

  if (lijn_view_get_selection (self->view)->len > 1)
    {
      show_many (self);
      return;
    }
  if (object == self->object)
    return;

  g_set_object (&self->object, object);
  leave_page (self);
  if (object == NULL || object != self->object)
    return;

  page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (page), make_header (self->view, object));
  fill_page (GTK_BOX (page), self->view, object);
  put_page (self, page);
}

/* The first entry of the page; a text view where that comes first. */
static GtkWidget *
find_first_field (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget) || GTK_IS_EDITABLE (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_first_field (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
lijn_inspector_edit (LijnInspector *self)
{
  GtkWidget *field = find_first_field (GTK_WIDGET (self->place));

  if (field == NULL)
    return;
  gtk_widget_grab_focus (field);
  if (GTK_IS_EDITABLE (field))
    gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
}

void
lijn_inspector_set_view (LijnInspector *self, LijnView *view)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  adw_bin_set_child (self->place, NULL);
  g_clear_object (&self->object);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  show_page (self);
}

/* What can be written comes first, not the button that removes what is shown. */
static gboolean
lijn_inspector_grab_focus (GtkWidget *widget)
{
  GtkWidget *field = find_first_field (GTK_WIDGET (LIJN_INSPECTOR (widget)->place));

  if (field != NULL && gtk_widget_grab_focus (field))
    return TRUE;

  return GTK_WIDGET_CLASS (lijn_inspector_parent_class)->grab_focus (widget);
}

static void
lijn_inspector_dispose (GObject *object)
{
  LijnInspector *self = LIJN_INSPECTOR (object);

  if (self->view != NULL)
    lijn_inspector_set_view (self, NULL);
  G_OBJECT_CLASS (lijn_inspector_parent_class)->dispose (object);
}

static void
lijn_inspector_class_init (LijnInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_inspector_dispose;
  widget_class->grab_focus = lijn_inspector_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, LijnInspector, place);
}

static void
lijn_inspector_init (LijnInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
