/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include "lijn-id.h"
#include "lijn-load.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The maps as rows of the project, in one transaction; what is without a place gets one at its end.
 *
 * BPMN does not tell customer from supplier. The pool with most lanes, then most in them, comes in as
 * the supplier where the project has none yet, all others as partners: valid, and the review says that a
 * customer is missing until somebody marks one. A party that the project has already, by name, is
 * that party. */

/* A row being put together. What is at its default is left out. */
typedef struct
{
  LijnLoadCell cells[20];
  gsize n;
  char numbers[8][G_ASCII_DTOSTR_BUF_SIZE];
  gsize n_numbers;
} Row;

static void
add_text (Row *row, const char *column, const char *value)
{
  if (value != NULL && *value != '\0')
    row->cells[row->n++] = (LijnLoadCell){ column, value };
}

static void
add_number (Row *row, const char *column, double value)
{
  char *text = row->numbers[row->n_numbers++];

  g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.9g", value);
  add_text (row, column, text);
}

static gboolean
put (LijnLoad *load, LijnTable table, const char *id, const Row *row, GError **error)
{
  return lijn_load_put (load, table, id, row->cells, row->n, error) != NULL;
}

/* Ids live as long as the model. */
static char *
new_id (LijnBpmn *bpmn)
{
  g_autofree char *id = lijn_id_new ();

  return g_string_chunk_insert (bpmn->strings, id);
}

/* Parties. */

static LijnParty *
find_party (LijnProject *project, const char *name)
{
  g_autofree char *wanted = lijn_text_fold (name);
  GListModel *parties = lijn_project_list (project, LIJN_TABLE_PARTY);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (LijnParty) party = g_list_model_get_item (parties, i);
      g_autofree char *folded = lijn_text_fold (lijn_party_get_name (party));

      if (*wanted != '\0' && g_str_equal (wanted, folded))
        return party; /* the list holds it */
    }
  return NULL;
}

static gboolean
has_supplier (LijnProject *project)
{
  GListModel *parties = lijn_project_list (project, LIJN_TABLE_PARTY);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (LijnParty) party = g_list_model_get_item (parties, i);

      if (lijn_party_get_role (party) == LIJN_PARTY_ROLE_SUPPLIER)
        return TRUE;
    }
  return FALSE;
}

/* The highest rank in @table; 0: it is empty. */
static double
last_rank (LijnProject *project, LijnTable table)
{
  GListModel *all = lijn_project_list (project, table);
  int rank = lijn_table_find_column (table, "rank");
  double last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (all, i);

      last = MAX (last, lijn_object_get_number (object, rank));
    }
  return last;
}

static const LijnBpmnParty *
biggest (LijnBpmn *bpmn)
{
  const LijnBpmnParty *most = NULL;

  for (guint i = 0; i < bpmn->parties->len; i++)
    {
      const LijnBpmnParty *party = g_ptr_array_index (bpmn->parties, i);

      if (party->order > 0 && (most == NULL || party->n_lanes > most->n_lanes ||
                               (party->n_lanes == most->n_lanes && party->n_items > most->n_items)))
        most = party;
    }
  return most;
}

static gboolean
put_parties (LijnBpmn *bpmn, LijnProject *project, LijnLoad *load, GError **error)
{
  const LijnBpmnParty *supplier = has_supplier (project) ? NULL : biggest (bpmn);
  double rank = last_rank (project, LIJN_TABLE_PARTY);

  for (guint i = 0; i < bpmn->parties->len; i++)
    {
      LijnBpmnParty *party = g_ptr_array_index (bpmn->parties, i);
      LijnPartyRole role = party == supplier ? LIJN_PARTY_ROLE_SUPPLIER : LIJN_PARTY_ROLE_PARTNER;
      LijnParty *there = find_party (project, party->name);
      Row row = { .n = 0 };

      if (party->order == 0)
        continue;
      if (there != NULL)
        {
          party->row = g_strdup (lijn_object_get_id (LIJN_OBJECT (there)));
          party->rank = lijn_party_get_rank (there);
          continue;
        }
      party->row = lijn_id_new ();
      party->rank = ++rank;
      add_text (&row, "role", lijn_party_role_nicks[role]);
      add_text (&row, "name", party->name);
      add_text (&row, "description", party->thing->description);
      add_number (&row, "rank", party->rank);
      if (!put (load, LIJN_TABLE_PARTY, party->row, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Maps, lanes, elements. */

static gboolean
put_map (LijnBpmn *bpmn, LijnBpmnMap *map, double rank, LijnLoad *load, GError **error)
{
  const LijnBpmnThing *plane = map->diagram != NULL ? map->diagram->plane : NULL;
  Row row = { .n = 0 };

  add_text (&row, "title", map->title);
  add_text (&row, "description", plane != NULL ? plane->description : NULL);
  add_number (&row, "rank", rank);
  if (!put (load, LIJN_TABLE_MAP, map->row, &row, error))
    return FALSE;

  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);
      Row lane = { .n = 0 };

      band->row = new_id (bpmn);
      add_text (&lane, "map", map->row);
      add_text (&lane, "party", band->party->row);
      add_text (&lane, "name", band->name);
      add_number (&lane, "height", band->height);
      add_number (&lane, "rank", i + 1);
      if (!put (load, LIJN_TABLE_LANE, band->row, &lane, error))
        return FALSE;
    }
  return TRUE;
}

/* The map that shows the inside of @node. */
static const char *
find_detail (LijnBpmn *bpmn, const LijnBpmnMap *here, const LijnBpmnNode *node)
{
  if (node == NULL || !node->composite)
    return NULL;
  for (guint i = 0; i < bpmn->maps->len; i++)
    {
      const LijnBpmnMap *map = g_ptr_array_index (bpmn->maps, i);

      if (map != here && map->opener != NULL &&
          (map->opener == node || (node->called != NULL && map->opener->called == node->called)))
        return map->row;
    }
  return NULL;
}

static gboolean
put_items (LijnBpmn *bpmn, LijnBpmnMap *map, LijnLoad *load, GError **error)
{
  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);
      const LijnBpmnNode *node = item->node;
      Row row = { .n = 0 };

      add_text (&row, "map", map->row);
      add_text (&row, "lane", item->band != NULL ? item->band->row : NULL);
      add_text (&row, "kind", lijn_element_kind_nicks[item->kind]);
      add_text (&row, "marker", lijn_marker_nicks[item->marker]);
      add_text (&row, "name", item->name);
      add_text (&row, "description", node != NULL ? node->thing.description : NULL);
      if (item->drawn)
        {
          add_number (&row, "x", item->place.x);
          add_number (&row, "y", item->place.y);
        }
      add_number (&row, "width", item->place.width);
      add_number (&row, "height", item->place.height);
      add_text (&row, "container", item->container != NULL ? item->container->row : NULL);
      add_text (&row, "detail", find_detail (bpmn, map, node));
      if (node != NULL && node->host == NULL && isfinite (node->minutes))
        add_number (&row, "wait_minutes", node->minutes);
      if (!put (load, LIJN_TABLE_ELEMENT, item->row, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Flows. */

/* Where it leaves the upper one of its two parties. */
static double
crossing_of (const LijnBpmnLink *link)
{
  const LijnBpmnItem *upper = link->source->band->top < link->target->band->top ? link->source
                                                                                : link->target;

  return upper->place.x + upper->place.width / 2;
}

static int
compare_crossings_cb (gconstpointer a, gconstpointer b)
{
  double one = crossing_of (*(LijnBpmnLink *const *) a);
  double other = crossing_of (*(LijnBpmnLink *const *) b);

  return one < other ? -1 : one > other;
}

/* What crosses, in the model's words: of the flow, of its message; else an event tells it, or what
 * was done last before it crossed. */
static const char *
name_of_interface (const LijnBpmnLink *link)
{
  const LijnBpmnFlow *flow = link->flow;
  const LijnBpmnItem *source = link->source, *target = link->target;
  gboolean awaited = target->kind == LIJN_ELEMENT_KIND_START ||
                     target->kind == LIJN_ELEMENT_KIND_WAIT;

  if (*flow->thing.name != '\0')
    return flow->thing.name;
  if (*flow->deliverable != '\0')
    return flow->deliverable;
  return (awaited && *target->name != '\0') || *source->name == '\0' ? target->name : source->name;
}

static char *
put_interface (LijnBpmn *bpmn, const LijnBpmnMap *map, const LijnBpmnLink *link, guint number,
               LijnLoad *load, GError **error)
{
  const LijnBpmnFlow *flow = link->flow;
  char *id = new_id (bpmn);
  Row row = { .n = 0 };

  add_text (&row, "map", map->row);
  add_text (&row, "giver", link->source->band->party->row);
  add_text (&row, "receiver", link->target->band->party->row);
  add_number (&row, "number", number);
  add_text (&row, "name", name_of_interface (link));
  add_text (&row, "deliverable", flow->deliverable);
  add_text (&row, "description", flow->thing.description);
  return put (load, LIJN_TABLE_INTERFACE, id, &row, error) ? id : NULL;
}

static gboolean
put_flow (LijnBpmn *bpmn, const LijnBpmnMap *map, const LijnBpmnLink *link, const char *interface,
          LijnLoad *load, GError **error)
{
  LijnFlowKind kind = lijn_bpmn_link_kind (link);
  const LijnBpmnThing *thing = &link->flow->thing;
  Row row = { .n = 0 };

  if (kind == LIJN_FLOW_KIND_SEQUENCE && link->flow->kind == LIJN_BPMN_MESSAGE)
    lijn_bpmn_leave_out (bpmn, "#inside");
  if (interface == NULL && *thing->description != '\0')
    lijn_bpmn_leave_out (bpmn, "#flow-text");
  add_text (&row, "map", map->row);
  add_text (&row, "source", link->source->row);
  add_text (&row, "target", link->target->row);
  add_text (&row, "interface", interface);
  add_text (&row, "kind", lijn_flow_kind_nicks[kind]);
  add_text (&row, "name", interface == NULL ? thing->name : NULL);
  add_text (&row, "route", link->route);
  add_text (&row, "bent", link->route != NULL ? "1" : NULL);
  return put (load, LIJN_TABLE_FLOW, new_id (bpmn), &row, error);
}

/* Interfaces are numbered from left to right. */
static gboolean
put_links (LijnBpmn *bpmn, LijnBpmnMap *map, LijnLoad *load, GError **error)
{
  g_autoptr (GPtrArray) crossings = g_ptr_array_new ();
  g_autoptr (GHashTable) interfaces = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < map->links->len; i++)
    if (lijn_bpmn_link_kind (g_ptr_array_index (map->links, i)) == LIJN_FLOW_KIND_HAND_OVER)
      g_ptr_array_add (crossings, g_ptr_array_index (map->links, i));
  g_ptr_array_sort (crossings, compare_crossings_cb);
  for (guint i = 0; i < crossings->len; i++)
    {
      gpointer link = g_ptr_array_index (crossings, i);
      char *id = put_interface (bpmn, map, link, i + 1, load, error);

      if (id == NULL)
        return FALSE;
      g_hash_table_insert (interfaces, link, id);
    }
  for (guint i = 0; i < map->links->len; i++)
    {
      const LijnBpmnLink *link = g_ptr_array_index (map->links, i);

      if (!put_flow (bpmn, map, link, g_hash_table_lookup (interfaces, link), load, error))
        return FALSE;
    }
  return TRUE;
}

/* All together. */

static gboolean
name_project (LijnBpmn *bpmn, LijnProject *project, LijnLoad *load, GError **error)
{
  LijnAbout *about = lijn_project_get_about (project);
  LijnLoadCell title = { "title", bpmn->name };

  if (about == NULL || *lijn_project_get_title (project) != '\0')
    return TRUE;
  return lijn_load_set (load, LIJN_TABLE_ABOUT, lijn_object_get_id (LIJN_OBJECT (about)), &title, 1,
                        error);
}

static gboolean
put_all (LijnBpmn *bpmn, LijnProject *project, LijnLoad *load, GCancellable *cancellable,
         GError **error)
{
  double rank = last_rank (project, LIJN_TABLE_MAP);

  if (!name_project (bpmn, project, load, error) || !put_parties (bpmn, project, load, error))
    return FALSE;
  for (guint i = 0; i < bpmn->maps->len; i++)
    {
      LijnBpmnMap *map = g_ptr_array_index (bpmn->maps, i);

      map->row = new_id (bpmn);
      for (guint j = 0; j < map->items->len; j++)
        ((LijnBpmnItem *) g_ptr_array_index (map->items, j))->row = new_id (bpmn);
      if (map->diagram != NULL && map->diagram->turned)
        lijn_bpmn_leave_out (bpmn, "#turned");
    }
  for (guint i = 0; i < bpmn->maps->len; i++)
    {
      LijnBpmnMap *map = g_ptr_array_index (bpmn->maps, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      lijn_bpmn_sort_bands (map);
      lijn_bpmn_place (map);
      lijn_bpmn_route (bpmn, map);
      if (!put_map (bpmn, map, ++rank, load, error) || !put_items (bpmn, map, load, error) ||
          !put_links (bpmn, map, load, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_bpmn_load (LijnBpmn *self, LijnProject *project, GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnLoad) load = lijn_load_begin (project, _ ("Import BPMN model"), error);

  if (load == NULL)
    return FALSE;

  lijn_load_fit_names (load);
  return put_all (self, project, load, cancellable, error) &&
         lijn_load_finish (g_steal_pointer (&load), error);
}
