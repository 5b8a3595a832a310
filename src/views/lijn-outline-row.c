/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline-row.h"

#include "lijn-badge.h"
#include "lijn-clip-content.h"
#include "lijn-drag-friction.h"
#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

struct _LijnOutlineRow
{
  AdwBin parent_instance;

  LijnOutlineNode *node;

  LijnBadge *badge;
  GtkLabel *label;
  GtkLabel *detail;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (LijnOutlineRow, lijn_outline_row, ADW_TYPE_BIN)

LijnOutlineNode *
lijn_outline_row_get_node (LijnOutlineRow *self)
{
  return self->node;
}

char *
lijn_outline_describe (LijnObject *object)
{
  if (LIJN_IS_FRICTION (object))
    return g_strdup (
        lijn_word_for_friction_status (lijn_friction_get_status (LIJN_FRICTION (object))));
  if (LIJN_IS_INTERFACE (object))
    return g_strdup (
        lijn_word_for_agreement (lijn_interface_get_agreement (LIJN_INTERFACE (object))));
  if (LIJN_IS_PARTY (object))
    return g_strdup (lijn_word_for_role (lijn_party_get_role (LIJN_PARTY (object))));
  if (LIJN_IS_MAP (object))
    return g_strdup (lijn_word_for_map_kind (lijn_map_get_kind (LIJN_MAP (object))));
  if (LIJN_IS_ACTION (object))
    return g_strdup (lijn_word_for_action_status (lijn_action_get_status (LIJN_ACTION (object))));
  if (LIJN_IS_PERSON (object) && lijn_person_get_party (LIJN_PERSON (object)) != NULL)
    return g_strdup (lijn_party_get_name (lijn_person_get_party (LIJN_PERSON (object))));

  return g_strdup ("");
}

/* What a screen reader says of the row, all in one. */
static void
set_accessible_name (LijnOutlineRow *self, const char *name, const char *detail)
{
  GtkWidget *item = gtk_widget_get_ancestor (GTK_WIDGET (self),
                                             g_type_from_name ("GtkListItemWidget"));
  g_autofree char *text = detail[0] != '\0' ? g_strdup_printf ("%s, %s", name, detail)
                                            : g_strdup (name);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_object (LijnOutlineRow *self)
{
  LijnObject *object = lijn_outline_node_get_object (self->node);
  g_autofree char *whole = lijn_words_for_object (object);
  g_autofree char *detail = lijn_outline_describe (object);
  const char *name = lijn_object_get_name (object);

  gtk_label_set_label (self->label, name[0] != '\0' ? name : whole);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  set_accessible_name (self, whole, detail);
}

static void
update_section (LijnOutlineRow *self)
{
  g_autoptr (GListModel) children = lijn_outline_node_get_children (self->node);
  guint n = g_list_model_get_n_items (children);
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_label (self->label, lijn_outline_node_get_title (self->node));
  gtk_label_set_label (self->detail, count);
  set_accessible_name (self, lijn_outline_node_get_title (self->node), count);
}

static void
update (LijnOutlineRow *self)
{
  if (lijn_outline_node_get_object (self->node) != NULL)
    update_object (self);
  else
    update_section (self);
}

/* What the button at the end of a row adds. */
static void
set_up_add (LijnOutlineRow *self)
{
  static const struct
  {
    LijnSection section;
    const char *action;
    const char *label;
  } adders[] = {
    { LIJN_SECTION_MAPS, "outline.add-map", N_ ("Add a map") },
    { LIJN_SECTION_PARTIES, "outline.add-party", N_ ("Add a party") },
    { LIJN_SECTION_PHASES, "outline.add-phase", N_ ("Add a phase") },
    { LIJN_SECTION_TEAMS, "outline.add-team", N_ ("Add a team") },
    { LIJN_SECTION_PERSONS, "outline.add-person", N_ ("Add a person") },
  };
  LijnSection section = lijn_outline_node_get_section (self->node);
  LijnObject *object = lijn_outline_node_get_object (self->node);
  const char *action = NULL, *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (adders); i++)
    if (adders[i].section == section)
      {
        action = adders[i].action;
        label = _ (adders[i].label);
      }

  gtk_widget_set_visible (self->add, action != NULL || LIJN_IS_PARTY (object));
  if (LIJN_IS_PARTY (object))
    {
      label = _ ("Add a lane");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s",
                                        lijn_object_get_id (object));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "outline.add-lane-of");
    }
  else if (action != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), action);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->add), NULL);
    }
  if (label != NULL)
    {
      gtk_widget_set_tooltip_text (self->add, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
    }
}

static void
release_node (LijnOutlineRow *self)
{
  LijnObject *object;

  if (self->node == NULL)
    return;

  object = lijn_outline_node_get_object (self->node);
  if (object != NULL)
    g_signal_handlers_disconnect_by_func (object, update, self);
  else
    {
      g_autoptr (GListModel) children = lijn_outline_node_get_children (self->node);

      g_signal_handlers_disconnect_by_func (children, update, self);
    }
  g_clear_object (&self->node);
}

void
lijn_outline_row_set_node (LijnOutlineRow *self, LijnOutlineNode *node)
{
  LijnObject *object;

  release_node (self);
  if (node == NULL)
    return;

  self->node = g_object_ref (node);
  object = lijn_outline_node_get_object (node);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), object != NULL);
  lijn_badge_set_object (self->badge, object);
  set_up_add (self);
  if (object != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "lijn-section");
      g_signal_connect_object (object, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  else
    {
      g_autoptr (GListModel) children = lijn_outline_node_get_children (node);

      gtk_widget_add_css_class (GTK_WIDGET (self->label), "lijn-section");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
      g_signal_connect_object (children, "items-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

/* Drag and drop: a friction point onto a team; and anything drawn, or all that is in a lane, onto a
 * map or into another program, as if it had been copied there. */

static gboolean
is_drawn (LijnObject *object)
{
  return LIJN_IS_PARTY (object) || LIJN_IS_LANE (object) || LIJN_IS_ELEMENT (object) ||
         LIJN_IS_INTERFACE (object) || LIJN_IS_FRICTION (object);
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, LijnOutlineRow *self)
{
  LijnObject *object = self->node != NULL ? lijn_outline_node_get_object (self->node) : NULL;
  LijnMap *map = self->node != NULL ? lijn_view_get_map (lijn_outline_node_get_view (self->node))
                                    : NULL;
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  GdkContentProvider *drawn = NULL;
  GdkContentProvider *providers[2];
  gsize n = 0;

  if (map != NULL && is_drawn (object))
    {
      g_ptr_array_add (objects, object);
      drawn = lijn_clip_content_new (map, objects, NULL);
    }
  if (LIJN_IS_FRICTION (object))
    {
      g_autoptr (GPtrArray) frictions = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (frictions, g_object_ref (object));
      providers[n++] = lijn_drag_frictions (frictions);
    }
  if (drawn != NULL)
    providers[n++] = drawn;
  return n > 0 ? gdk_content_provider_new_union (providers, n) : NULL;
}

static LijnTeam *
find_team (GtkWidget *widget, LijnView **view)
{
  LijnOutlineRow *self = LIJN_OUTLINE_ROW (widget);
  LijnObject *object = self->node != NULL ? lijn_outline_node_get_object (self->node) : NULL;

  if (!LIJN_IS_TEAM (object))
    return NULL;
  *view = lijn_outline_node_get_view (self->node);

  return LIJN_TEAM (object);
}

static void
set_up_dragging (LijnOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  lijn_drag_friction_onto_found (GTK_WIDGET (self), find_team);
}

static void
lijn_outline_row_dispose (GObject *object)
{
  LijnOutlineRow *self = LIJN_OUTLINE_ROW (object);

  release_node (self);
  G_OBJECT_CLASS (lijn_outline_row_parent_class)->dispose (object);
}

static void
lijn_outline_row_class_init (LijnOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_BADGE);
  G_OBJECT_CLASS (klass)->dispose = lijn_outline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnOutlineRow, badge);
  gtk_widget_class_bind_template_child (widget_class, LijnOutlineRow, label);
  gtk_widget_class_bind_template_child (widget_class, LijnOutlineRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LijnOutlineRow, add);
}

static void
lijn_outline_row_init (LijnOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_dragging (self);
}

GtkWidget *
lijn_outline_row_new (void)
{
  return g_object_new (LIJN_TYPE_OUTLINE_ROW, NULL);
}
