/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the names in a line stand for. Names are the same when they differ only in case and blanks;
 * when that is not enough to tell one thing from another, the error says how to. */

gboolean
lijn_capture_unknown (GError **error, const char *format, ...)
{
  va_list arguments;

  if (error != NULL)
    {
      va_start (arguments, format);
      *error = g_error_new_valist (LIJN_CAPTURE_ERROR, LIJN_CAPTURE_ERROR_UNKNOWN, format,
                                   arguments);
      va_end (arguments);
    }
  return FALSE;
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a;
  LijnElement *other = *(LijnElement *const *) b;
  double dx = lijn_element_get_x (one) - lijn_element_get_x (other);
  double dy = lijn_element_get_y (one) - lijn_element_get_y (other);

  if (dx < 0 || dx > 0)
    return dx < 0 ? -1 : 1;
  if (dy < 0 || dy > 0)
    return dy < 0 ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

static GPtrArray *
find_elements (LijnCapture *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);
  g_autofree char *folded = lijn_text_fold (name);
  GHashTable *ids = g_hash_table_lookup (lijn_capture_get_names (self), folded);
  GHashTableIter iter;
  gpointer id;

  if (map == NULL)
    map = lijn_project_get_first_map (self->project);
  if (ids == NULL || map == NULL)
    return found;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LijnElement *element = lijn_project_find (self->project, LIJN_TABLE_ELEMENT, id);
      g_autofree char *now = element != NULL ? lijn_text_fold (lijn_element_get_name (element))
                                             : NULL;

      if (g_strcmp0 (now, folded) == 0 && lijn_element_get_map (element) == map)
        g_ptr_array_add (found, element);
    }
  g_ptr_array_sort (found, compare_place);
  return found;
}

/* Whether @object lies on another map than the one that is drawn. */
static gboolean
is_elsewhere (LijnCapture *self, LijnObject *object)
{
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);

  if (map == NULL)
    map = lijn_project_get_first_map (self->project);
  if (LIJN_IS_LANE (object) || LIJN_IS_PHASE (object))
    return lijn_map_of (object) != map;
  return LIJN_IS_INTERFACE (object) && lijn_interface_get_map (LIJN_INTERFACE (object)) != map;
}

GPtrArray *
lijn_capture_find_named (LijnCapture *self, LijnTable table, const char *name)
{
  GPtrArray *found;
  GListModel *list;
  g_autofree char *folded = NULL;

  if (table == LIJN_TABLE_ELEMENT)
    return find_elements (self, name);

  found = g_ptr_array_new ();
  list = lijn_project_list (self->project, table);
  folded = lijn_text_fold (name);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *theirs = lijn_text_fold (lijn_object_get_name (object));

      if (strcmp (folded, theirs) == 0 && !is_elsewhere (self, object))
        g_ptr_array_add (found, object);
    }
  return found;
}

static LijnObject *
find_marked (LijnCapture *self, const char *name, LijnTable table)
{
  LijnObject *object = *name == '~' ? lijn_capture_find_mark (self, name + 1) : NULL;

  return object != NULL && lijn_object_get_table (object) == table ? object : NULL;
}

static LijnParty *
find_only_with_role (LijnCapture *self, LijnPartyRole role, gboolean *several)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);
  LijnParty *found = NULL;

  *several = FALSE;
  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) == role)
      {
        *several = found != NULL;
        found = g_ptr_array_index (parties, i);
        if (*several)
          return NULL;
      }
  return found;
}

LijnParty *
lijn_capture_look_for_party (LijnCapture *self, const char *name, GError **error)
{
  LijnObject *marked = find_marked (self, name, LIJN_TABLE_PARTY);
  g_autoptr (GPtrArray) named = NULL;
  LijnPartyRole role;
  gboolean several;
  LijnParty *party;

  if (marked != NULL)
    return LIJN_PARTY (marked);
  named = lijn_capture_find_named (self, LIJN_TABLE_PARTY, name);
  if (named->len > 0)
    return g_ptr_array_index (named, 0);
  if (!lijn_said_find_role (name, &role))
    return NULL;
  party = find_only_with_role (self, role, &several);
  if (several)
    lijn_capture_unknown (error,
                          _ ("There is more than one party with the role “%s”. Say its name."),
                          lijn_word_for_role (role));
  return party;
}

LijnParty *
lijn_capture_find_party (LijnCapture *self, const char *name, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = lijn_capture_look_for_party (self, name, &problem);

  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (party == NULL)
    lijn_capture_unknown (
        error, _ ("There is no party “%s”. “party %s (supplier)” on a line makes it."), name, name);
  return party;
}

LijnLane *
lijn_capture_look_for_lane (LijnCapture *self, LijnParty *party, const char *name, GError **error)
{
  LijnObject *marked = find_marked (self, name, LIJN_TABLE_LANE);
  g_autoptr (GPtrArray) named = NULL;
  LijnParty *current = party != NULL ? party : lijn_capture_at (self, LIJN_AT_PARTY);
  LijnLane *first = NULL;
  guint n = 0;

  if (marked != NULL)
    return LIJN_LANE (marked);
  named = lijn_capture_find_named (self, LIJN_TABLE_LANE, name);
  for (guint i = 0; i < named->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (named, i);

      if (lijn_lane_get_party (lane) == current)
        return lane;
      if (party != NULL)
        continue;
      first = first != NULL ? first : lane;
      n++;
    }
  if (n > 1)
    {
      lijn_capture_unknown (
          error, _ ("There is more than one lane “%s”. Say whose: “Party / %s: …”."), name, name);
      return NULL;
    }
  return first;
}

static gboolean
lies_in (LijnElement *element, LijnParty *party, LijnLane *lane)
{
  return (lane == NULL || lijn_element_get_lane (element) == lane) &&
         (party == NULL || lijn_element_get_party (element) == party);
}

/* Keeps of @found what lies where @ref says. Returns: whether that place exists. */
static gboolean
keep_in_place (LijnCapture *self, GPtrArray *found, const LijnSaidRef *ref, GError **error)
{
  LijnParty *party = NULL;
  LijnLane *lane = NULL;

  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return FALSE;
  if (ref->in_lane)
    {
      GError *problem = NULL;

      lane = lijn_capture_look_for_lane (self, party, ref->lane, &problem);
      if (problem == NULL && lane == NULL && party == NULL)
        party = lijn_capture_look_for_party (self, ref->lane, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
      if (lane == NULL && (party == NULL || ref->party != NULL))
        return lijn_capture_unknown (error, _ ("There is no lane “%s” on this map."), ref->lane);
    }
  for (guint i = found->len; i > 0; i--)
    if (!lies_in (g_ptr_array_index (found, i - 1), party, lane))
      g_ptr_array_remove_index (found, i - 1);
  return TRUE;
}

static LijnObject *
find_element (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  g_autoptr (GPtrArray) found = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, ref->name);

  if (!keep_in_place (self, found, ref, error))
    return NULL;
  if (ref->number > 0 && (guint) ref->number <= found->len)
    return g_ptr_array_index (found, ref->number - 1);
  if (found->len == 0 && !ref->quoted && ref->whole != NULL)
    {
      g_autofree char *whole = lijn_said_unquote (ref->whole, NULL);

      g_ptr_array_unref (found);
      found = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, whole);
    }
  if (found->len == 0)
    lijn_capture_unknown (error, _ ("There is nothing called “%s” on this map."), ref->name);
  else if (found->len > 1)
    lijn_capture_unknown (error,
                          _ ("There are %u things called “%s”. Say the lane, as in “Lane: %s”, or "
                             "which one from the left, as in “%s #2”."),
                          found->len, ref->name, ref->name, ref->name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

/* What has a number: interfaces of the map, friction points, sessions. */
static LijnObject *
find_numbered (LijnCapture *self, LijnTable table, int number)
{
  GListModel *list = lijn_project_list (self->project, table);
  int column = lijn_table_find_column (table, "number");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (lijn_object_get_int (object, column) == number && !is_elsewhere (self, object))
        return object;
    }
  return NULL;
}

static LijnObject *
find_other (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnTable table = (LijnTable) ref->table;
  g_autoptr (GPtrArray) found = NULL;

  if (ref->number > 0)
    {
      LijnObject *object = find_numbered (self, table, ref->number);

      if (object == NULL)
        lijn_capture_unknown (error, _ ("There is no %s with the number %d."),
                              lijn_word_for_table (table), ref->number);
      return object;
    }
  found = lijn_capture_find_named (self, table, ref->name);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one thing called “%s”."), ref->name);
  else if (!ref->quoted && ref->whole != NULL)
    {
      LijnSaidRef plain = { .table = LIJN_TABLE_ELEMENT, .name = ref->whole, .quoted = TRUE };

      return find_element (self, &plain, error);
    }
  else
    lijn_capture_unknown (error, _ ("There is nothing called “%s” on this map."), ref->name);
  return NULL;
}

LijnFlow *
lijn_capture_flow_between (LijnElement *source, LijnElement *target)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (target));
  GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "target",
                                             LIJN_OBJECT (target));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_source (g_ptr_array_index (flows, i)) == source)
      return g_ptr_array_index (flows, i);
  return NULL;
}

static LijnObject *
find_flow (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnObject *source, *target;
  LijnFlow *flow;

  if (ref->source == NULL)
    {
      lijn_capture_unknown (error, _ ("Which flow? Write “flow Step -> Other step”."));
      return NULL;
    }
  source = lijn_capture_find (self, ref->source, error);
  target = source != NULL ? lijn_capture_find (self, ref->target, error) : NULL;
  if (target == NULL)
    return NULL;
  if (!LIJN_IS_ELEMENT (source) || !LIJN_IS_ELEMENT (target))
    return (lijn_capture_unknown (error, _ ("A flow leads from one step to another.")), NULL);
  flow = lijn_capture_flow_between (LIJN_ELEMENT (source), LIJN_ELEMENT (target));
  if (flow == NULL)
    lijn_capture_unknown (error, _ ("There is no flow from “%s” to “%s”."),
                          lijn_object_get_name (source), lijn_object_get_name (target));
  return (LijnObject *) flow;
}

static LijnObject *
find_lane (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = NULL;
  LijnLane *lane;

  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return NULL;
  lane = lijn_capture_look_for_lane (self, party, ref->lane, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (lane == NULL)
    lijn_capture_unknown (error, _ ("There is no lane “%s” on this map."), ref->lane);
  return (LijnObject *) lane;
}

LijnObject *
lijn_capture_find (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnObject *object;

  if (ref->mark != NULL)
    {
      object = lijn_capture_find_mark (self, ref->mark);
      if (object == NULL)
        lijn_capture_unknown (error, _ ("Nothing carries the mark “~%s”."), ref->mark);
      return object;
    }
  switch (ref->table)
    {
    case LIJN_TABLE_ELEMENT:
      return find_element (self, ref, error);
    case LIJN_TABLE_FLOW:
      if (ref->name != NULL && (object = find_marked (self, ref->name, LIJN_TABLE_FLOW)) != NULL)
        return object;
      return find_flow (self, ref, error);
    case LIJN_TABLE_LANE:
      return find_lane (self, ref, error);
    case LIJN_TABLE_PARTY:
      return (LijnObject *) lijn_capture_find_party (self, ref->name, error);
    case LIJN_TABLE_PERSON:
      return (LijnObject *) lijn_capture_find_person (self, ref, error);
    case LIJN_TABLE_MAP:
      if (ref->name == NULL || *ref->name == '\0')
        return (LijnObject *) lijn_capture_need_map (self, error);
      G_GNUC_FALLTHROUGH;
    default:
      if (ref->name != NULL && *ref->name == '~' &&
          (object = find_marked (self, ref->name, (LijnTable) ref->table)) != NULL)
        return object;
      return find_other (self, ref, error);
    }
}

LijnPerson *
lijn_capture_find_person (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  LijnParty *party = NULL;

  if (ref->mark != NULL)
    {
      LijnObject *object = lijn_capture_find_mark (self, ref->mark);

      if (!LIJN_IS_PERSON (object))
        return (lijn_capture_unknown (error, _ ("Nobody carries the mark “~%s”."), ref->mark),
                NULL);
      return LIJN_PERSON (object);
    }
  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return NULL;
  found = lijn_capture_find_named (self, LIJN_TABLE_PERSON, ref->name);
  for (guint i = found->len; party != NULL && i > 0; i--)
    if (lijn_person_get_party (g_ptr_array_index (found, i - 1)) != party)
      g_ptr_array_remove_index (found, i - 1);

  if (found->len == 0)
    lijn_capture_unknown (error,
                          _ ("There is no person “%s”. “person %s (Party)” on a line adds them."),
                          ref->name, ref->name);
  else if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one person “%s”. Say whose: “%s (Party)”."),
                          ref->name, ref->name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

LijnTeam *
lijn_capture_find_team (LijnCapture *self, const char *name, GError **error)
{
  LijnObject *marked;
  g_autoptr (GPtrArray) found = NULL;

  if (name == NULL || *name == '\0')
    {
      LijnTeam *team = lijn_capture_at (self, LIJN_AT_TEAM);

      if (team == NULL)
        lijn_capture_unknown (error, _ ("Which team? “team Name: goal” on a line makes one."));
      return team;
    }
  marked = find_marked (self, name, LIJN_TABLE_TEAM);
  if (marked != NULL)
    return LIJN_TEAM (marked);
  found = lijn_capture_find_named (self, LIJN_TABLE_TEAM, name);
  if (found->len == 0)
    lijn_capture_unknown (error, _ ("There is no team “%s”. “team %s: goal” on a line makes it."),
                          name, name);
  else if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one team “%s”."), name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}
