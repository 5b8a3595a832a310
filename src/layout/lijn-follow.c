/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

/* Following the project: an edit of elements, flows, interfaces or friction points touches those and
 * what depends on them; anything else makes the scene afresh. */

/* What a refresh touches, by kind; each an object once. */
typedef struct
{
  GHashTable *boxes; /* LijnElement */
  GHashTable *wires; /* LijnFlow */
  GHashTable *tags; /* LijnInterface */
  GHashTable *pins; /* LijnFriction */
  gboolean everything;
} LijnRefresh;

static gboolean
is_on_map (LijnLayout *self, LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_map (LIJN_ELEMENT (object)) == self->map;
  if (LIJN_IS_FLOW (object))
    return lijn_flow_get_map (LIJN_FLOW (object)) == self->map;
  if (LIJN_IS_INTERFACE (object))
    return lijn_interface_get_map (LIJN_INTERFACE (object)) == self->map;
  return TRUE;
}

static void
note (LijnLayout *self, GHashTable *set, const LijnChange *change, GHashTable *present)
{
  LijnObject *object = lijn_project_find (self->project, change->table, change->id);

  if (object != NULL && (is_on_map (self, object) || g_hash_table_contains (present, change->id)))
    g_hash_table_add (set, object);
}

static void
remove_wire (LijnLayout *self, LijnWire *wire)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (wire->flow));

  lijn_pins_clear (self, id);
  lijn_wire_take (self, wire);
  g_hash_table_remove (self->wires, id);
}

static void
remove_box (LijnLayout *self, LijnBox *box)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (box->element));

  while (box->wires != NULL && box->wires->len > 0)
    remove_wire (self, g_ptr_array_index (box->wires, 0));
  lijn_pins_clear (self, id);
  lijn_box_take (self, box);
  g_hash_table_remove (self->boxes, id);
}

static void
remove_tag (LijnLayout *self, LijnTag *tag)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (tag->interface));

  lijn_pins_clear (self, id);
  lijn_tag_take (self, tag);
  g_hash_table_remove (self->tags, id);
}

static void
remove_deleted (LijnLayout *self, const LijnChange *change)
{
  gpointer gone;

  if (change->kind != LIJN_CHANGE_DELETE)
    return;
  if (change->table == LIJN_TABLE_FRICTION)
    lijn_pins_remove (self, change->id);
  else if (change->table == LIJN_TABLE_FLOW &&
           (gone = g_hash_table_lookup (self->wires, change->id)) != NULL)
    remove_wire (self, gone);
  else if (change->table == LIJN_TABLE_INTERFACE &&
           (gone = g_hash_table_lookup (self->tags, change->id)) != NULL)
    remove_tag (self, gone);
  else if (change->table == LIJN_TABLE_ELEMENT &&
           (gone = g_hash_table_lookup (self->boxes, change->id)) != NULL)
    remove_box (self, gone);
}

/* The severities of a friction point decide its size. Of a deleted one it is not known whose it
 * was. */
static void
note_severity (LijnLayout *self, LijnRefresh *refresh, const LijnChange *change)
{
  LijnSeverity *severity = lijn_project_find (self->project, LIJN_TABLE_SEVERITY, change->id);
  GHashTableIter iter;
  gpointer value;

  if (severity != NULL && lijn_severity_get_friction (severity) != NULL)
    {
      g_hash_table_add (refresh->pins, lijn_severity_get_friction (severity));
      return;
    }
  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LijnPin *pin = value;
      double size = lijn_pin_size (lijn_friction_get_worst (pin->friction));

      if (!lijn_object_is_gone (LIJN_OBJECT (pin->friction)) &&
          (size < pin->size || size > pin->size))
        g_hash_table_add (refresh->pins, pin->friction);
    }
}

static void
note_signature (LijnLayout *self, const LijnChange *change)
{
  LijnSignoff *signature = lijn_project_find (self->project, LIJN_TABLE_SIGNOFF, change->id);
  LijnInterface *interface = signature != NULL ? lijn_signoff_get_interface (signature) : NULL;
  LijnRect rect;

  if (interface == NULL)
    {
      for (guint i = 0; i < self->line_boxes->len; i++)
        lijn_scene_damage (self, &g_array_index (self->line_boxes, LijnLineBox, i).rect);
    }
  else if (lijn_layout_get_tag (self, interface, &rect))
    lijn_scene_damage (self, &rect);
}

static void
note_ground (LijnLayout *self, LijnRefresh *refresh, const LijnChange *change)
{
  LijnObject *object = lijn_project_find (self->project, change->table, change->id);

  if ((LIJN_IS_LANE (object) && lijn_lane_get_map (LIJN_LANE (object)) != self->map) ||
      (LIJN_IS_PHASE (object) && lijn_phase_get_map (LIJN_PHASE (object)) != self->map))
    return;
  refresh->everything = TRUE;
}

static void
note_change (LijnLayout *self, LijnRefresh *refresh, const LijnChange *change)
{
  switch (change->table)
    {
    case LIJN_TABLE_ELEMENT:
      note (self, refresh->boxes, change, self->boxes);
      break;
    case LIJN_TABLE_FLOW:
      note (self, refresh->wires, change, self->wires);
      break;
    case LIJN_TABLE_INTERFACE:
      note (self, refresh->tags, change, self->tags);
      break;
    case LIJN_TABLE_FRICTION:
      note (self, refresh->pins, change, self->pins);
      break;
    case LIJN_TABLE_SEVERITY:
      note_severity (self, refresh, change);
      break;
    case LIJN_TABLE_SIGNOFF:
      note_signature (self, change);
      break;
    case LIJN_TABLE_PARTY:
    case LIJN_TABLE_LANE:
    case LIJN_TABLE_PHASE:
      note_ground (self, refresh, change);
      break;
    case LIJN_TABLE_MAP:
      lijn_scene_damage (self, NULL);
      break;
    case LIJN_TABLE_ABOUT:
    case LIJN_TABLE_PERSON:
    case LIJN_TABLE_SESSION:
    case LIJN_TABLE_AGENDA_ITEM:
    case LIJN_TABLE_ATTENDANCE:
    case LIJN_TABLE_DECISION:
    case LIJN_TABLE_WHY:
    case LIJN_TABLE_STATUS_CHANGE:
    case LIJN_TABLE_ATTACHMENT:
    case LIJN_TABLE_BALLOT:
    case LIJN_TABLE_VOTE:
    case LIJN_TABLE_RATING:
    case LIJN_TABLE_TEAM:
    case LIJN_TABLE_MEMBER:
    case LIJN_TABLE_ASSIGNMENT:
    case LIJN_TABLE_ACTION:
    case LIJN_TABLE_REMEDY:
    case LIJN_TABLE_REMARK:
    case LIJN_TABLE_WAIVER:
    case LIJN_N_TABLES:
    default:
      break;
    }
}

static void
follow_boxes (LijnLayout *self, LijnRefresh *refresh)
{
  static const char *const ends[] = { "source", "target" };
  GHashTableIter iter;
  gpointer element;

  g_hash_table_iter_init (&iter, refresh->boxes);
  while (g_hash_table_iter_next (&iter, &element, NULL))
    {
      LijnBox *box = lijn_scene_box (self, element);
      gboolean folded = box != NULL && box->folded;

      if (box == NULL)
        box = lijn_box_new (self, element);
      /* Into a collapsed lane or out of it: lines and pins come or go. */
      if (lijn_element_get_lane (element) != NULL &&
          lijn_lane_get_collapsed (lijn_element_get_lane (element)) != folded)
        refresh->everything = TRUE;
      for (guint i = lijn_box_lay (self, box) ? 0 : G_N_ELEMENTS (ends); i < G_N_ELEMENTS (ends);
           i++)
        {
          GPtrArray *flows = lijn_project_referrers (self->project, LIJN_TABLE_FLOW, ends[i],
                                                     LIJN_OBJECT (element));

          for (guint j = 0; j < flows->len; j++)
            g_hash_table_add (refresh->wires, flows->pdata[j]);
        }
      if (g_hash_table_contains (self->clusters, lijn_object_get_id (element)))
        lijn_mark_queue (self, g_hash_table_lookup (self->clusters, lijn_object_get_id (element)));
    }
}

/* Wires between the boxes that they join now; those on collapsed bands make room for each other. */
static void
follow_ends (LijnLayout *self, LijnRefresh *refresh)
{
  GHashTableIter iter;
  gpointer flow;

  g_hash_table_iter_init (&iter, refresh->wires);
  while (g_hash_table_iter_next (&iter, &flow, NULL))
    {
      LijnWire *wire = lijn_scene_wire (self, flow);

      if (wire != NULL && (wire->source->element != lijn_flow_get_source (flow) ||
                           wire->target->element != lijn_flow_get_target (flow)))
        {
          LijnMark *pins = g_hash_table_lookup (self->clusters, lijn_object_get_id (flow));

          for (guint i = 0; pins != NULL && i < pins->pins->len; i++)
            g_hash_table_add (refresh->pins,
                              ((LijnPin *) g_ptr_array_index (pins->pins, i))->friction);
          remove_wire (self, wire);
          wire = NULL;
        }
      if (wire != NULL)
        lijn_band_ends_note (self, wire);
      else
        lijn_wire_new (self, flow);
    }
  lijn_band_ends_spread (self, refresh->wires);
}

static void
follow_wires (LijnLayout *self, LijnRefresh *refresh)
{
  GHashTableIter iter;
  gpointer flow;

  follow_ends (self, refresh);
  g_hash_table_iter_init (&iter, refresh->wires);
  while (g_hash_table_iter_next (&iter, &flow, NULL))
    {
      LijnWire *wire = lijn_scene_wire (self, flow);

      if (wire == NULL)
        continue;
      lijn_wire_lay (self, wire);
      if (g_hash_table_contains (self->clusters, lijn_object_get_id (flow)))
        lijn_mark_queue (self, g_hash_table_lookup (self->clusters, lijn_object_get_id (flow)));
    }
  lijn_loose_find (self);
}

static void
follow_tags (LijnLayout *self, LijnRefresh *refresh)
{
  GHashTableIter iter;
  gpointer interface;

  g_hash_table_iter_init (&iter, refresh->tags);
  while (g_hash_table_iter_next (&iter, &interface, NULL))
    {
      LijnTag *tag = g_hash_table_lookup (self->tags, lijn_object_get_id (interface));

      if (tag == NULL)
        tag = lijn_tag_new (self, interface);
      lijn_tag_measure (self, tag);
      if (tag->item.added)
        lijn_scene_damage (self, &tag->item.rect);
    }
}

static void
follow_pins (LijnLayout *self, LijnRefresh *refresh)
{
  GHashTableIter iter;
  gpointer friction;

  g_hash_table_iter_init (&iter, refresh->pins);
  while (g_hash_table_iter_next (&iter, &friction, NULL))
    lijn_pins_set (self, friction);
}

static void
note_changes (LijnLayout *self, LijnRefresh *refresh, LijnChanges *changes)
{
  refresh->everything = lijn_changes_is_everything (changes);
  for (gsize i = 0; !refresh->everything && i < lijn_changes_get_size (changes); i++)
    note_change (self, refresh, lijn_changes_get (changes, i));
  /* What others may not see can change with any row that something belongs to. */
  if (!self->audience.everything && lijn_changes_get_size (changes) > 0)
    refresh->everything = TRUE;
}

static guint
count_rows (LijnLayout *self)
{
  guint rows = 0;

  for (guint i = 0; i < self->lines->len; i++)
    rows = MAX (rows, ((LijnLine *) g_ptr_array_index (self->lines, i))->rows);
  return rows;
}

/* With more than one row, the rows could come out otherwise when the scene is made afresh. */
static gboolean
rows_may_differ (LijnLayout *self)
{
  if (self->n_bend_in_band + self->n_strays == 0 || count_rows (self) <= 1)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (((LijnLine *) g_ptr_array_index (self->lines, i))->stale)
      return TRUE;
  return FALSE;
}

void
lijn_follow_refresh (LijnLayout *self, LijnChanges *changes)
{
  g_autoptr (GHashTable) boxes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) wires = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tags = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pins = g_hash_table_new (NULL, NULL);
  LijnRefresh refresh = { boxes, wires, tags, pins, FALSE };

  if (lijn_object_is_gone (LIJN_OBJECT (self->map)))
    return;
  note_changes (self, &refresh, changes);
  if (!refresh.everything)
    {
      for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
        remove_deleted (self, lijn_changes_get (changes, i));
      follow_boxes (self, &refresh);
      follow_wires (self, &refresh);
      follow_tags (self, &refresh);
      follow_pins (self, &refresh);
      refresh.everything = refresh.everything || !lijn_tags_pack (self) || rows_may_differ (self);
    }
  if (refresh.everything)
    {
      lijn_scene_build (self);
      lijn_scene_damage (self, NULL);
      return;
    }
  lijn_tags_show (self);
  if (lijn_bands_fit_width (self))
    lijn_scene_damage (self, NULL);
  lijn_marks_settle (self);
}
