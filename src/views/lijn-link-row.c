/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-link-row.h"

#include "lijn-badge.h"
#include "lijn-outline-row.h"
#include "lijn-words.h"

struct _LijnLinkRow
{
  AdwActionRow parent_instance;

  LijnView *view;
  LijnObject *object;
  LijnLinkVerb remove;
  LijnObject *remove_data;
};

G_DEFINE_FINAL_TYPE (LijnLinkRow, lijn_link_row, ADW_TYPE_ACTION_ROW)

static char *
describe (LijnObject *object)
{
  LijnPerson *person;
  const char *due;

  if (!LIJN_IS_ACTION (object))
    return lijn_outline_describe (object);

  person = lijn_action_get_person (LIJN_ACTION (object));
  due = lijn_action_get_due (LIJN_ACTION (object));
  if (person != NULL && due[0] != '\0')
    return g_strdup_printf ("%s · %s", lijn_person_get_name (person), due);

  return g_strdup (person != NULL ? lijn_person_get_name (person) : due);
}

static void
update (LijnLinkRow *self)
{
  const char *name = lijn_object_get_name (self->object);
  g_autofree char *whole = lijn_words_for_object (self->object);
  g_autofree char *detail = describe (self->object);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name[0] != '\0' ? name : whole);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), detail);
}

static void
activated_cb (LijnLinkRow *self)
{
  if (LIJN_IS_MAP (self->object))
    lijn_view_set_map (self->view, LIJN_MAP (self->object));
  lijn_view_show (self->view, self->object);
}

static void
remove_clicked_cb (LijnLinkRow *self)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  GError *error = NULL;
  gboolean ok = self->remove (self->object, self->remove_data, &error);

  lijn_view_report (view, ok, error);
}

void
lijn_link_row_add_remove (LijnLinkRow *self, const char *label, LijnLinkVerb verb, LijnObject *data)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  self->remove = verb;
  g_set_object (&self->remove_data, data);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
lijn_link_row_dispose (GObject *object)
{
  LijnLinkRow *self = LIJN_LINK_ROW (object);

  g_clear_object (&self->view);
  g_clear_object (&self->object);
  g_clear_object (&self->remove_data);
  G_OBJECT_CLASS (lijn_link_row_parent_class)->dispose (object);
}

static void
lijn_link_row_class_init (LijnLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_link_row_dispose;
}

static void
lijn_link_row_init (LijnLinkRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

GtkWidget *
lijn_link_row_new (LijnView *view, LijnObject *object)
{
  LijnLinkRow *self = g_object_new (LIJN_TYPE_LINK_ROW, NULL);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), lijn_badge_new (object));
  update (self);
  g_signal_connect_object (object, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
