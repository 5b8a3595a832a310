/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* The context menu of a pin and of a tag: what the parties talk about. A friction point is given
 * to a team there or taken from it; an interface is signed, or a signature is withdrawn. */

static LijnAssignment *
find_assignment (LijnFriction *friction, LijnTeam *team)
{
  return lijn_project_find_link (lijn_object_get_project (LIJN_OBJECT (friction)),
                                 LIJN_TABLE_ASSIGNMENT, "friction", LIJN_OBJECT (friction), "team",
                                 LIJN_OBJECT (team));
}

/* Takes @label. */
static void
append_with_id (GMenu *menu, char *label, const char *action, gpointer object)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", lijn_object_get_id (object));
  g_menu_append_item (menu, item);
  g_free (label);
}

/* Takes @section. */
static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
add_teams (LijnCanvas *self, GMenu *menu, LijnFriction *friction)
{
  GListModel *teams = lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_TEAM);
  g_autoptr (GMenu) to = g_menu_new ();
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnTeam) team = g_list_model_get_item (teams, i);

      if (find_assignment (friction, team) != NULL)
        append_with_id (section,
                        g_strdup_printf (_ ("Take from the team %s"), lijn_team_get_name (team)),
                        "canvas.assign", team);
      else
        append_with_id (to, g_strdup (lijn_team_get_name (team)), "canvas.assign", team);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (to)) > 0)
    g_menu_append_submenu (section, _ ("Give to a team"), G_MENU_MODEL (to));
  append_section (menu, section);
}

static void
add_signatures (GMenu *menu, LijnInterface *interface)
{
  LijnParty *parties[] = { lijn_interface_get_giver (interface),
                           lijn_interface_get_receiver (interface) };
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      const char *name = parties[i] != NULL ? lijn_party_get_name (parties[i]) : NULL;

      if (name == NULL)
        continue;
      append_with_id (section,
                      g_strdup_printf (lijn_interface_is_signed_by (interface, parties[i])
                                           ? _ ("%s no longer agrees")
                                           : _ ("%s agrees"),
                                       name),
                      "canvas.sign", parties[i]);
    }
  append_section (menu, section);
}

void
lijn_canvas_append_talk_menu (LijnCanvas *self, GMenu *menu, LijnObject *object)
{
  gboolean friction = LIJN_IS_FRICTION (object);
  GMenu *words = g_menu_new ();
  GMenu *rows = g_menu_new ();

  g_menu_append (words, friction ? _ ("Change the wording") : _ ("Rename"), "canvas.rename");
  if (!friction)
    {
      g_menu_append (words, _ ("Confirm"), "canvas.confirm");
      g_menu_append (words, _ ("Friction point"), "canvas.add-friction");
    }
  append_section (menu, words);
  if (friction)
    add_teams (self, menu, LIJN_FRICTION (object));
  else
    add_signatures (menu, LIJN_INTERFACE (object));
  g_menu_append (rows,
                 friction ? _ ("Show among all friction points") : _ ("Show among all interfaces"),
                 friction ? "page.go::friction" : "page.go::interfaces");
  append_section (menu, rows);
}

static void
assign_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *friction = lijn_view_get_selected (self->view);
  LijnTeam *team = lijn_project_find (lijn_view_get_project (self->view), LIJN_TABLE_TEAM,
                                      g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!LIJN_IS_FRICTION (friction) || team == NULL || !lijn_canvas_can_edit (self))
    return;
  if (find_assignment (LIJN_FRICTION (friction), team) != NULL)
    ok = lijn_edit_unassign (team, LIJN_FRICTION (friction), &error);
  else
    ok = lijn_edit_assign (team, LIJN_FRICTION (friction), &error) != NULL;
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

static void
sign_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *interface = lijn_view_get_selected (self->view);
  LijnParty *party = lijn_project_find (lijn_view_get_project (self->view), LIJN_TABLE_PARTY,
                                        g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!LIJN_IS_INTERFACE (interface) || party == NULL || !lijn_canvas_can_edit (self))
    return;
  if (lijn_interface_is_signed_by (LIJN_INTERFACE (interface), party))
    ok = lijn_edit_withdraw_signature (LIJN_INTERFACE (interface), party, &error);
  else
    ok = lijn_edit_sign (LIJN_INTERFACE (interface), party, NULL, &error);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

void
lijn_canvas_class_install_talk (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.assign", "s", assign_cb);
  gtk_widget_class_install_action (klass, "canvas.sign", "s", sign_cb);
}
