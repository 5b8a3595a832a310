/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline-node.h"

#include "lijn-sync.h"

#include <glib/gi18n.h>

struct _LijnOutlineNode
{
  GObject parent_instance;

  LijnView *view;
  LijnSection section;
  LijnObject *object;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (LijnOutlineNode, lijn_outline_node, G_TYPE_OBJECT)

static void
add_all (GPtrArray *objects, LijnProject *project, LijnTable table)
{
  GListModel *list = lijn_project_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      g_ptr_array_add (objects, object);
    }
}

static void
add_referrers (GPtrArray *objects, LijnTable table, const char *column, gpointer to)
{
  GPtrArray *referrers = lijn_project_referrers (lijn_object_get_project (to), table, column,
                                                 LIJN_OBJECT (to));

  for (guint i = 0; i < referrers->len; i++)
    g_ptr_array_add (objects, referrers->pdata[i]);
}

/* The parties, and what lies beside the lanes of the map shown. */
static void
add_parties (GPtrArray *objects, LijnProject *project, LijnMap *map)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);
  GPtrArray *elements;

  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (objects, parties->pdata[i]);
  if (map == NULL)
    return;

  elements = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map", LIJN_OBJECT (map));
  for (guint i = 0; i < elements->len; i++)
    if (lijn_element_get_lane (elements->pdata[i]) == NULL)
      g_ptr_array_add (objects, elements->pdata[i]);
}

static void
add_lanes (GPtrArray *objects, LijnParty *party, LijnMap *map)
{
  GPtrArray *lanes = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (party)),
                                             LIJN_TABLE_LANE, "party", LIJN_OBJECT (party));

  for (guint i = 0; i < lanes->len; i++)
    if (lijn_lane_get_map (lanes->pdata[i]) == map)
      g_ptr_array_add (objects, lanes->pdata[i]);
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a;
  LijnElement *other = *(LijnElement *const *) b;
  double x = lijn_element_get_x (one), other_x = lijn_element_get_x (other);

  if (x < other_x)
    return -1;
  if (x > other_x)
    return 1;

  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

/* From left to right, as on the map. */
static void
add_phases (GPtrArray *objects, LijnMap *map)
{
  guint n;
  const LijnPhaseBox *phases = lijn_layout_get_phases (lijn_layout_of (map), &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (objects, phases[i].phase);
}

static void
add_team_work (GPtrArray *objects, LijnTeam *team)
{
  GPtrArray *assignments = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (team)),
                                                   LIJN_TABLE_ASSIGNMENT, "team",
                                                   LIJN_OBJECT (team));

  for (guint i = 0; i < assignments->len; i++)
    {
      LijnFriction *friction = lijn_assignment_get_friction (assignments->pdata[i]);

      if (friction != NULL)
        g_ptr_array_add (objects, friction);
    }
  add_referrers (objects, LIJN_TABLE_ACTION, "team", team);
}

static void
add_section (GPtrArray *objects, LijnSection section, LijnProject *project, LijnMap *map)
{
  switch (section)
    {
    case LIJN_SECTION_MAPS:
      add_all (objects, project, LIJN_TABLE_MAP);
      break;
    case LIJN_SECTION_PARTIES:
      add_parties (objects, project, map);
      break;
    case LIJN_SECTION_PHASES:
      if (map != NULL)
        add_phases (objects, map);
      break;
    case LIJN_SECTION_INTERFACES:
      if (map != NULL)
        add_referrers (objects, LIJN_TABLE_INTERFACE, "map", map);
      break;
    case LIJN_SECTION_FRICTION:
      add_all (objects, project, LIJN_TABLE_FRICTION);
      break;
    case LIJN_SECTION_TEAMS:
      add_all (objects, project, LIJN_TABLE_TEAM);
      break;
    case LIJN_SECTION_PERSONS:
      add_all (objects, project, LIJN_TABLE_PERSON);
      break;
    case LIJN_SECTION_NONE:
    case LIJN_SECTION_ALL:
    default:
      break;
    }
}

/* (transfer container): the objects below the node as they are now. */
static GPtrArray *
list_objects (LijnOutlineNode *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  LijnMap *map = lijn_view_get_map (self->view);
  GPtrArray *objects = g_ptr_array_new ();

  if (self->section != LIJN_SECTION_NONE)
    add_section (objects, self->section, project, map);
  else if (lijn_object_is_gone (self->object))
    return objects;
  else if (LIJN_IS_PARTY (self->object))
    add_lanes (objects, LIJN_PARTY (self->object), map);
  else if (LIJN_IS_LANE (self->object))
    {
      add_referrers (objects, LIJN_TABLE_ELEMENT, "lane", self->object);
      g_ptr_array_sort (objects, compare_place);
    }
  else if (LIJN_IS_TEAM (self->object))
    add_team_work (objects, LIJN_TEAM (self->object));

  return objects;
}

/* Brings the list of children up to date; nodes of objects that stay are kept, and with them what
 * was unfolded. */
static void
refresh (LijnOutlineNode *self)
{
  g_autoptr (GPtrArray) objects = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->children));

  if (self->section == LIJN_SECTION_ALL)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnOutlineNode) node = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      g_hash_table_insert (known, node->object, node);
    }

  objects = list_objects (self);
  for (guint i = 0; i < objects->len; i++)
    {
      LijnOutlineNode *node = g_hash_table_lookup (known, objects->pdata[i]);

      g_ptr_array_add (nodes, node != NULL ? g_object_ref (node)
                                           : lijn_outline_node_new (self->view, objects->pdata[i]));
    }
  lijn_sync_store (self->children, nodes);
}

static gboolean
has_children (LijnOutlineNode *self)
{
  return self->section != LIJN_SECTION_NONE || LIJN_IS_PARTY (self->object) ||
         LIJN_IS_LANE (self->object) || LIJN_IS_TEAM (self->object);
}

GListModel *
lijn_outline_node_get_children (LijnOutlineNode *self)
{
  if (!has_children (self))
    return NULL;

  if (self->children == NULL)
    {
      self->children = g_list_store_new (LIJN_TYPE_OUTLINE_NODE);
      if (self->section == LIJN_SECTION_ALL)
        for (LijnSection section = LIJN_SECTION_MAPS; section <= LIJN_SECTION_PERSONS; section++)
          {
            g_autoptr (LijnOutlineNode) node = lijn_outline_node_new_section (self->view, section);

            g_list_store_append (self->children, node);
          }
      refresh (self);
      g_signal_connect_object (lijn_view_get_project (self->view), "refreshed",
                               G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->view, "notify::map", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
    }

  return g_object_ref (G_LIST_MODEL (self->children));
}

LijnView *
lijn_outline_node_get_view (LijnOutlineNode *self)
{
  return self->view;
}

LijnSection
lijn_outline_node_get_section (LijnOutlineNode *self)
{
  return self->section;
}

LijnObject *
lijn_outline_node_get_object (LijnOutlineNode *self)
{
  return self->object;
}

const char *
lijn_outline_node_get_title (LijnOutlineNode *self)
{
  switch (self->section)
    {
    case LIJN_SECTION_MAPS:
      return _ ("Maps");
    case LIJN_SECTION_PARTIES:
      return _ ("Parties and lanes");
    case LIJN_SECTION_PHASES:
      return _ ("Phases");
    case LIJN_SECTION_INTERFACES:
      return _ ("Interfaces");
    case LIJN_SECTION_FRICTION:
      return _ ("Friction points");
    case LIJN_SECTION_TEAMS:
      return _ ("Teams");
    case LIJN_SECTION_PERSONS:
      return _ ("Persons");
    case LIJN_SECTION_NONE:
    case LIJN_SECTION_ALL:
    default:
      return "";
    }
}

static void
lijn_outline_node_finalize (GObject *object)
{
  LijnOutlineNode *self = LIJN_OUTLINE_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->object);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_outline_node_parent_class)->finalize (object);
}

static void
lijn_outline_node_class_init (LijnOutlineNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_outline_node_finalize;
}

static void
lijn_outline_node_init (LijnOutlineNode *self)
{
}

LijnOutlineNode *
lijn_outline_node_new_section (LijnView *view, LijnSection section)
{
  LijnOutlineNode *self = g_object_new (LIJN_TYPE_OUTLINE_NODE, NULL);

  self->view = g_object_ref (view);
  self->section = section;

  return self;
}

LijnOutlineNode *
lijn_outline_node_new (LijnView *view, LijnObject *object)
{
  LijnOutlineNode *self = g_object_new (LIJN_TYPE_OUTLINE_NODE, NULL);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);

  return self;
}
