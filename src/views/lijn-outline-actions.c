/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline.h"

#include "lijn-edit.h"
#include "lijn-new-team.h"
#include "lijn-remove-lane.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Adding, renaming, moving and removing from the outline. What is added gets a plain name, is
 * selected, and its name is open for editing. */

static LijnProject *
get_project (LijnOutline *self)
{
  return lijn_view_get_project (lijn_outline_get_view (self));
}

static void
finish_adding (LijnOutline *self, gpointer made, GError *error)
{
  if (lijn_view_report (lijn_outline_get_view (self), made != NULL, error))
    lijn_outline_edit (self, made);
}

/* Returns: (nullable): the party that the selection belongs to, else the first one. */
static LijnParty *
get_party (LijnOutline *self)
{
  LijnObject *selected = lijn_view_get_selected (lijn_outline_get_view (self));
  g_autoptr (GPtrArray) parties = NULL;

  if (LIJN_IS_PARTY (selected))
    return LIJN_PARTY (selected);
  if (LIJN_IS_LANE (selected))
    return lijn_lane_get_party (LIJN_LANE (selected));
  if (LIJN_IS_PERSON (selected))
    return lijn_person_get_party (LIJN_PERSON (selected));
  if (LIJN_IS_ELEMENT (selected) && lijn_element_get_party (LIJN_ELEMENT (selected)) != NULL)
    return lijn_element_get_party (LIJN_ELEMENT (selected));

  parties = lijn_project_list_parties (get_project (self));

  return parties->len > 0 ? parties->pdata[0] : NULL;
}

static void
add_map_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;
  LijnMap *map = lijn_edit_add_map (get_project (data), LIJN_MAP_KIND_AS_IS, _ ("New map"), &error);

  if (map != NULL)
    lijn_view_set_map (lijn_outline_get_view (data), map);
  finish_adding (data, map, error);
}

/* The role that the project lacks first: a customer, a supplier, then partners. */
static void
add_party_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (get_project (data));
  gboolean has[LIJN_PARTY_ROLE_PARTNER + 1] = { FALSE };
  LijnPartyRole role = LIJN_PARTY_ROLE_CUSTOMER;
  GError *error = NULL;

  for (guint i = 0; i < parties->len; i++)
    has[lijn_party_get_role (parties->pdata[i])] = TRUE;
  while (role < LIJN_PARTY_ROLE_PARTNER && has[role])
    role++;

  finish_adding (data,
                 lijn_edit_add_party (get_project (data), role,
                                      has[role] ? _ ("New party") : lijn_word_for_role (role),
                                      &error),
                 error);
}

static void
add_lane_for (LijnOutline *self, LijnParty *party)
{
  LijnView *view = lijn_outline_get_view (self);
  LijnMap *map = lijn_view_get_map (view);
  GError *error = NULL;
  LijnLane *lane;

  if (party == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A lane belongs to a party. Add a party first."));
      lijn_view_report (view, FALSE, error);
      return;
    }
  if (map == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A lane lies on a map. Add a map first."));
      lijn_view_report (view, FALSE, error);
      return;
    }

  lane = lijn_edit_add_lane (map, party, _ ("New lane"), NULL, &error);
  finish_adding (self, lane, error);
}

static void
add_lane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_lane_for (data, get_party (data));
}

static void
add_lane_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_lane_for (data, lijn_project_find (get_project (data), LIJN_TABLE_PARTY,
                                         g_variant_get_string (parameter, NULL)));
}

/* After the last one. */
static void
add_phase_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnView *view = lijn_outline_get_view (data);
  LijnMap *map = lijn_view_get_map (view);
  const LijnPhaseBox *phases = NULL;
  GError *error = NULL;
  guint n;

  if (map == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A phase lies on a map. Add a map first."));
      lijn_view_report (view, FALSE, error);
      return;
    }
  phases = lijn_layout_get_phases (lijn_layout_of (map), &n);
  finish_adding (data,
                 lijn_edit_add_phase (map, _ ("New phase"),
                                      n > 0 ? phases[n - 1].rect.x + phases[n - 1].rect.width : 0,
                                      &error),
                 error);
}

static void
add_team_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;

  finish_adding (data,
                 lijn_new_team (lijn_outline_get_view (data), LIJN_TEAM_KIND_IMPROVEMENT, &error),
                 error);
}

static void
add_steering_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;

  finish_adding (
      data, lijn_new_team (lijn_outline_get_view (data), LIJN_TEAM_KIND_STEERING, &error), error);
}

static void
add_person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnParty *party = get_party (data);
  GError *error = NULL;

  if (party == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A person belongs to a party. Add a party first."));
      lijn_view_report (lijn_outline_get_view (data), FALSE, error);
      return;
    }

  finish_adding (data, lijn_edit_add_person (party, _ ("New person"), "", &error), error);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnObject *object = lijn_view_get_selected (lijn_outline_get_view (data));

  if (object != NULL)
    lijn_outline_edit (data, object);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnView *view = lijn_outline_get_view (data);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *selection = lijn_view_get_selection (view);
  GError *error = NULL;
  gboolean ok;

  for (guint i = 0; i < selection->len; i++)
    g_ptr_array_add (objects, g_object_ref (selection->pdata[i]));
  if (objects->len == 0 ||
      (objects->len == 1 && lijn_remove_lane_ask (GTK_WIDGET (data), view, objects->pdata[0])))
    return;

  ok = lijn_edit_remove (objects, &error);
  lijn_view_report (view, ok, error);
}

/* What stands in the same list as @object, in order. (transfer container) */
static GPtrArray *
list_siblings (LijnObject *object)
{
  g_autoptr (GPtrArray) lanes = NULL;
  GPtrArray *siblings;

  if (LIJN_IS_PARTY (object))
    return lijn_project_list_parties (lijn_object_get_project (object));

  siblings = g_ptr_array_new ();
  lanes = lijn_map_list_lanes (lijn_lane_get_map (LIJN_LANE (object)));
  for (guint i = 0; i < lanes->len; i++)
    if (lijn_lane_get_party (lanes->pdata[i]) == lijn_lane_get_party (LIJN_LANE (object)))
      g_ptr_array_add (siblings, lanes->pdata[i]);

  return siblings;
}

static void
move (LijnOutline *self, int by)
{
  LijnView *view = lijn_outline_get_view (self);
  LijnObject *object = lijn_view_get_selected (view);
  g_autoptr (GPtrArray) siblings = NULL;
  gpointer before;
  GError *error = NULL;
  guint place;
  gboolean ok;

  if (!LIJN_IS_PARTY (object) && !LIJN_IS_LANE (object))
    return;

  siblings = list_siblings (object);
  if (!g_ptr_array_find (siblings, object, &place) || (by < 0 && place == 0) ||
      (by > 0 && place + 1 >= siblings->len))
    return;

  if (by < 0)
    before = siblings->pdata[place - 1];
  else
    before = place + 2 < siblings->len ? siblings->pdata[place + 2] : NULL;
  ok = LIJN_IS_PARTY (object) ? lijn_edit_move_party (LIJN_PARTY (object), before, &error)
                              : lijn_edit_move_lane (LIJN_LANE (object), before, &error);
  lijn_view_report (view, ok, error);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, 1);
}

static void
customer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnView *view = lijn_outline_get_view (data);
  LijnObject *object = lijn_view_get_selected (view);
  GError *error = NULL;
  gboolean ok;

  if (!LIJN_IS_PARTY (object))
    return;

  ok = lijn_edit_set (object, "role", lijn_party_role_nicks[LIJN_PARTY_ROLE_CUSTOMER], &error);
  lijn_view_report (view, ok, error);
}

static const GActionEntry entries[] = {
  { "add-map", add_map_cb },     { "add-party", add_party_cb },
  { "add-lane", add_lane_cb },   { "add-lane-of", add_lane_of_cb, "s" },
  { "add-team", add_team_cb },   { "add-steering", add_steering_cb },
  { "add-phase", add_phase_cb }, { "add-person", add_person_cb },
  { "rename", rename_cb },       { "remove", remove_cb },
  { "move-up", move_up_cb },     { "move-down", move_down_cb },
  { "customer", customer_cb },
};

void
lijn_outline_allow_actions (GActionGroup *actions, gboolean allowed)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), entries[i].name)),
        allowed);
}

GActionGroup *
lijn_outline_make_actions (LijnOutline *self)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);

  return G_ACTION_GROUP (group);
}

GMenuModel *
lijn_outline_make_menu (LijnObject *object)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  if (LIJN_IS_PARTY (object) &&
      lijn_party_get_role (LIJN_PARTY (object)) != LIJN_PARTY_ROLE_CUSTOMER)
    g_menu_append (first, _ ("Mark as the _customer"), "outline.customer");
  if (object != NULL)
    g_menu_append (first, _ ("_Rename"), "outline.rename");
  if (LIJN_IS_PARTY (object) || LIJN_IS_LANE (object))
    {
      g_menu_append (first, _ ("Move _up"), "outline.move-up");
      g_menu_append (first, _ ("Move _down"), "outline.move-down");
      g_menu_append (add, _ ("Add a _lane"), "outline.add-lane");
    }
  if (LIJN_IS_PARTY (object) || LIJN_IS_PERSON (object))
    g_menu_append (add, _ ("Add a _person"), "outline.add-person");
  if (LIJN_IS_PARTY (object) || object == NULL)
    g_menu_append (add, _ ("Add a pa_rty"), "outline.add-party");
  if (LIJN_IS_MAP (object) || object == NULL)
    g_menu_append (add, _ ("Add a _map"), "outline.add-map");
  if (LIJN_IS_TEAM (object) || object == NULL)
    {
      g_menu_append (add, _ ("Add a _team"), "outline.add-team");
      g_menu_append (add, _ ("Add a _steering group"), "outline.add-steering");
    }
  if (object != NULL)
    g_menu_append (end, _ ("Remo_ve"), "outline.remove");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (menu);
}
