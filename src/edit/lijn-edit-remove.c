/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

/* Removing anything, as one step: first what is drawn, from the inside out (flows, elements, lanes,
 * parties, maps), then everything else, whose belongings the file itself takes along. */

typedef struct
{
  LijnEdit *edit;
  GPtrArray *objects; /* (owned) what was asked for */
  GHashTable *flows; /* those to be removed; not joined with others */
  GPtrArray *joined; /* (owned) flows to be routed afresh */
} Removal;

/* The project's own row, and the record of what a friction point has been. */
static gboolean
refuse_record (GPtrArray *objects, GError **error)
{
  for (guint i = 0; i < objects->len; i++)
    {
      const char *why = NULL;

      if (LIJN_IS_ABOUT (g_ptr_array_index (objects, i)))
        why = _ ("The project itself cannot be removed from its file.");
      else if (LIJN_IS_STATUS_CHANGE (g_ptr_array_index (objects, i)))
        why = _ ("What has happened to a friction point stays on record. Change its status "
                 "instead.");
      if (why != NULL)
        {
          g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_REMOVE, why);
          return TRUE;
        }
    }
  return FALSE;
}

/* Those of @self's objects that are of @table and still there. */
static GPtrArray *
asked_for (Removal *self, LijnTable table)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (self->objects, i);

      if (lijn_object_get_table (object) == table && !lijn_object_is_gone (object))
        g_ptr_array_add (found, g_object_ref (object));
    }
  return found;
}

static gboolean
remove_flows (Removal *self, GPtrArray *flows, GError **error)
{
  for (guint i = 0; i < flows->len; i++)
    if (!lijn_end_flow (self->edit, g_ptr_array_index (flows, i), NULL, error))
      return FALSE;

  return TRUE;
}

/* An interface goes with the hand-overs that it carries. */
static gboolean
remove_interface (Removal *self, LijnInterface *interface, GError **error)
{
  g_autoptr (GPtrArray)
      flows = lijn_verb_referrers (self->edit, LIJN_TABLE_FLOW, "interface", interface);

  return remove_flows (self, flows, error) &&
         lijn_end_interface (self->edit, interface, NULL, error);
}

static gboolean
remove_elements (Removal *self, GPtrArray *elements, gboolean join, GError **error)
{
  for (guint i = 0; i < elements->len; i++)
    if (!lijn_keep_friction (self->edit, g_ptr_array_index (elements, i), NULL, error))
      return FALSE;
  if (!lijn_take_out (self->edit, elements, self->flows, join, self->joined, error))
    return FALSE;

  for (guint i = 0; i < elements->len; i++)
    if (!lijn_verb_delete (self->edit, g_ptr_array_index (elements, i), error))
      return FALSE;

  return lijn_verb_flush (self->edit, error);
}

static gboolean
remove_lane (Removal *self, LijnLane *lane, GError **error)
{
  g_autoptr (GPtrArray)
      elements = lijn_verb_referrers (self->edit, LIJN_TABLE_ELEMENT, "lane", lane);
  gboolean collapsed = lijn_lane_get_collapsed (lane);
  LijnMap *map = lijn_lane_get_map (lane);

  return remove_elements (self, elements, FALSE, error) &&
         lijn_keep_friction (self->edit, LIJN_OBJECT (lane), NULL, error) &&
         lijn_verb_delete (self->edit, lane, error) && lijn_verb_flush (self->edit, error) &&
         (!collapsed || lijn_follow_stale (self->edit, map, error));
}

/* Interfaces of the party that carry nothing go too, but not what was said of them. */
static gboolean
remove_party (Removal *self, LijnParty *party, GError **error)
{
  static const char *const sides[] = { "giver", "receiver" };
  g_autoptr (GPtrArray) lanes = lijn_verb_referrers (self->edit, LIJN_TABLE_LANE, "party", party);

  for (guint i = 0; i < lanes->len; i++)
    if (!remove_lane (self, g_ptr_array_index (lanes, i), error))
      return FALSE;

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      g_autoptr (GPtrArray)
          left = lijn_verb_referrers (self->edit, LIJN_TABLE_INTERFACE, sides[side], party);

      for (guint i = 0; i < left->len; i++)
        if (!remove_interface (self, g_ptr_array_index (left, i), error))
          return FALSE;
    }
  return lijn_verb_delete (self->edit, party, error) && lijn_verb_flush (self->edit, error);
}

/* Friction points of a map that goes stay in the register, without a place. */
static gboolean
remove_map (Removal *self, LijnMap *map, GError **error)
{
  GPtrArray *points = lijn_project_referrers (self->edit->project, LIJN_TABLE_FRICTION, "map",
                                              LIJN_OBJECT (map));

  for (guint i = 0; i < points->len; i++)
    if (!lijn_verb_update (self->edit, g_ptr_array_index (points, i),
                           LIJN_CELLS (LIJN_NOTHING ("map")), error))
      return FALSE;

  return lijn_verb_delete (self->edit, map, error) && lijn_verb_flush (self->edit, error);
}

/* What a team no longer works on is no longer in a team. */
static gboolean
remove_team (Removal *self, LijnTeam *team, GError **error)
{
  g_autoptr (GPtrArray)
      assignments = lijn_verb_referrers (self->edit, LIJN_TABLE_ASSIGNMENT, "team", team);

  for (guint i = 0; i < assignments->len; i++)
    if (!lijn_edit_unassign (
            team, lijn_assignment_get_friction (g_ptr_array_index (assignments, i)), error))
      return FALSE;

  return lijn_verb_delete (self->edit, team, error) && lijn_verb_flush (self->edit, error);
}

static gboolean
remove_assignment (Removal *self, LijnAssignment *assignment, GError **error)
{
  return lijn_edit_unassign (lijn_assignment_get_team (assignment),
                             lijn_assignment_get_friction (assignment), error);
}

static gboolean
remove_plain (Removal *self, LijnObject *object, GError **error)
{
  return lijn_verb_delete (self->edit, object, error) && lijn_verb_flush (self->edit, error);
}

static gboolean
remove_one (Removal *self, LijnObject *object, GError **error)
{
  if (lijn_object_is_gone (object))
    return TRUE; /* it went with something else */
  if (LIJN_IS_INTERFACE (object))
    return remove_interface (self, LIJN_INTERFACE (object), error);
  if (LIJN_IS_LANE (object))
    return remove_lane (self, LIJN_LANE (object), error);
  if (LIJN_IS_PARTY (object))
    return remove_party (self, LIJN_PARTY (object), error);
  if (LIJN_IS_MAP (object))
    return remove_map (self, LIJN_MAP (object), error);
  if (LIJN_IS_TEAM (object))
    return remove_team (self, LIJN_TEAM (object), error);
  if (LIJN_IS_ASSIGNMENT (object))
    return remove_assignment (self, LIJN_ASSIGNMENT (object), error);
  return remove_plain (self, object, error);
}

/* Flows that became one are routed once all is gone that may stand in their way. */
static gboolean
route_joined (Removal *self, GError **error)
{
  for (guint i = self->joined->len; i > 0; i--)
    if (lijn_object_is_gone (g_ptr_array_index (self->joined, i - 1)))
      g_ptr_array_remove_index (self->joined, i - 1);

  return lijn_route_flows (self->edit, self->joined, error);
}

static gboolean
remove_all (Removal *self, GError **error)
{
  g_autoptr (GPtrArray) flows = asked_for (self, LIJN_TABLE_FLOW);
  g_autoptr (GPtrArray) elements = asked_for (self, LIJN_TABLE_ELEMENT);

  for (guint i = 0; i < flows->len; i++)
    g_hash_table_add (self->flows, g_ptr_array_index (flows, i));

  if (!remove_elements (self, elements, TRUE, error) || !remove_flows (self, flows, error))
    return FALSE;
  for (guint i = 0; i < self->objects->len; i++)
    if (!remove_one (self, g_ptr_array_index (self->objects, i), error))
      return FALSE;

  return route_joined (self, error);
}

static char *
label_for (GPtrArray *objects)
{
  if (objects->len == 1)
    {
      g_autofree char *what = lijn_words_for_object (g_ptr_array_index (objects, 0));

      return g_strdup_printf (_ ("Remove “%s”"), what);
    }
  return g_strdup_printf (ngettext ("Remove %u thing", "Remove %u things", objects->len),
                          objects->len);
}

gboolean
lijn_edit_remove (GPtrArray *objects, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) flows = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;
  g_autoptr (LijnEdit) edit = NULL;
  Removal removal = { NULL, own, flows, joined };

  if (objects->len == 0)
    return TRUE;
  if (refuse_record (objects, error))
    return FALSE;

  for (guint i = 0; i < objects->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (objects, i)))
      g_ptr_array_add (own, g_object_ref (g_ptr_array_index (objects, i)));
  label = label_for (own);
  edit = lijn_verb_begin (g_ptr_array_index (own, 0), label, error);
  if (edit == NULL)
    return FALSE;

  removal.edit = edit;
  return remove_all (&removal, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_remove_one (LijnObject *object, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  g_ptr_array_add (objects, object);
  return lijn_edit_remove (objects, error);
}
