/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

/* The layout as others see it: the object, its scene of things, and the questions that are answered
 * from it. lijn-scene.h tells how it is made. */

G_DEFINE_FINAL_TYPE (LijnLayout, lijn_layout, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What an item covers when it is painted: a line has a width and a head. */
LijnRect
lijn_item_look (const LijnGridItem *item)
{
  switch (item->kind)
    {
    case LIJN_ITEM_WIRE:
      return lijn_rect_grow (&item->rect, 8);
    case LIJN_ITEM_BOX:
    case LIJN_ITEM_GROUP:
    case LIJN_ITEM_TAG:
      return lijn_rect_grow (&item->rect, 2);
    case LIJN_ITEM_MARK:
    case LIJN_ITEM_WATCH:
    default:
      return item->rect;
    }
}

static gboolean
reaches_edge (const LijnRect *inner, const LijnRect *outer)
{
  return inner->x <= outer->x || inner->y <= outer->y ||
         inner->x + inner->width >= outer->x + outer->width ||
         inner->y + inner->height >= outer->y + outer->height;
}

static void
touch (LijnLayout *self, const LijnRect *area, const LijnRect *look)
{
  if (!self->settling)
    return;
  g_array_append_val (self->touched, *area);
  lijn_scene_damage (self, look);
}

void
lijn_scene_add (LijnLayout *self, LijnGridItem *item)
{
  LijnRect look = lijn_item_look (item);

  lijn_grid_add (self->things, item);
  self->looks = self->looks.width > 0 ? lijn_rect_union (&self->looks, &look) : look;
  touch (self, &item->rect, &look);
}

void
lijn_scene_remove (LijnLayout *self, LijnGridItem *item)
{
  LijnRect look = lijn_item_look (item);

  if (!item->added)
    return;
  lijn_grid_remove (self->things, item);
  if (reaches_edge (&look, &self->looks))
    self->looks_stale = TRUE;
  touch (self, &item->rect, &look);
}

void
lijn_scene_damage (LijnLayout *self, const LijnRect *area)
{
  if (area == NULL)
    self->damaged_all = TRUE;
  else
    self->damage = self->damaged ? lijn_rect_union (&self->damage, area) : *area;
  self->damaged = TRUE;
}

gboolean
lijn_scene_may_see (LijnLayout *self, gpointer object)
{
  return self->audience.everything || lijn_audience_may_see (&self->audience, object);
}

/* The id is the object's own, which lives as long as the thing holds it. */
void
lijn_scene_keep (GHashTable *table, gpointer object, gpointer thing)
{
  g_hash_table_replace (table, (gpointer) (guintptr) lijn_object_get_id (object), thing);
}

LijnBox *
lijn_scene_box (LijnLayout *self, LijnElement *element)
{
  return element != NULL
             ? g_hash_table_lookup (self->boxes, lijn_object_get_id (LIJN_OBJECT (element)))
             : NULL;
}

LijnWire *
lijn_scene_wire (LijnLayout *self, LijnFlow *flow)
{
  return flow != NULL ? g_hash_table_lookup (self->wires, lijn_object_get_id (LIJN_OBJECT (flow)))
                      : NULL;
}

static void
refreshed_cb (LijnProject *project, LijnChanges *changes, LijnLayout *self)
{
  if (self->map == NULL)
    return;
  self->damaged = self->damaged_all = FALSE;
  lijn_follow_refresh (self, changes);
  if (self->damaged)
    g_signal_emit (self, signals[CHANGED], 0, self->damaged_all ? NULL : &self->damage);
}

static LijnLayout *
make (LijnMap *map, const LijnAudience *audience)
{
  LijnLayout *self = g_object_new (LIJN_TYPE_LAYOUT, NULL);

  self->map = map;
  g_object_add_weak_pointer (G_OBJECT (map), (gpointer *) &self->map);
  self->project = lijn_object_get_project (LIJN_OBJECT (map));
  self->audience = *audience;
  self->audience_party = g_strdup (audience->party);
  self->audience.party = self->audience_party;
  lijn_scene_build (self);
  g_signal_connect_object (self->project, "refreshed", G_CALLBACK (refreshed_cb), self, 0);
  return self;
}

LijnLayout *
lijn_layout_new (LijnMap *map, const LijnAudience *audience)
{
  return make (map, audience);
}

LijnLayout *
lijn_layout_of (LijnMap *map)
{
  LijnLayout *layout = g_object_get_data (G_OBJECT (map), "lijn-layout");

  if (layout == NULL)
    {
      layout = make (map, &LIJN_AUDIENCE_EVERYTHING);
      g_object_set_data_full (G_OBJECT (map), "lijn-layout", layout, g_object_unref);
    }
  return layout;
}

LijnMap *
lijn_layout_get_map (LijnLayout *self)
{
  return self->map;
}

const LijnAudience *
lijn_layout_get_audience (LijnLayout *self)
{
  return &self->audience;
}

static void
look_again (LijnLayout *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  LijnRect everywhere = { -1e9, -1e9, 2e9, 2e9 };

  lijn_grid_find (self->things, &everywhere, items);
  self->looks = (LijnRect){ 0, 0, 0, 0 };
  for (guint i = 0; i < items->len; i++)
    {
      LijnRect look = lijn_item_look (g_ptr_array_index (items, i));

      self->looks = i > 0 ? lijn_rect_union (&self->looks, &look) : look;
    }
  self->looks_stale = FALSE;
}

LijnRect
lijn_layout_get_bounds (LijnLayout *self)
{
  LijnRect bounds = { 0, 0, self->right, 0 };

  if (self->looks_stale)
    look_again (self);
  if (self->parties->len > 0)
    {
      const LijnPartyBox *last = &g_array_index (self->parties, LijnPartyBox,
                                                 self->parties->len - 1);

      bounds.height = last->rect.y + last->rect.height;
    }
  if (self->phases->len > 0)
    {
      bounds.y = -LIJN_PHASE_HEIGHT;
      bounds.height += LIJN_PHASE_HEIGHT;
    }
  return self->looks.width > 0 ? lijn_rect_union (&bounds, &self->looks) : bounds;
}

const LijnPartyBox *
lijn_layout_get_parties (LijnLayout *self, guint *n)
{
  *n = self->parties->len;
  return (const LijnPartyBox *) (void *) self->parties->data;
}

const LijnLaneBox *
lijn_layout_get_lanes (LijnLayout *self, guint *n)
{
  *n = self->lanes->len;
  return (const LijnLaneBox *) (void *) self->lanes->data;
}

const LijnLineBox *
lijn_layout_get_lines (LijnLayout *self, guint *n)
{
  *n = self->line_boxes->len;
  return (const LijnLineBox *) (void *) self->line_boxes->data;
}

const LijnPhaseBox *
lijn_layout_get_phases (LijnLayout *self, guint *n)
{
  *n = self->phases->len;
  return (const LijnPhaseBox *) (void *) self->phases->data;
}

const LijnLaneBox *
lijn_layout_find_lane (LijnLayout *self, LijnLane *lane)
{
  int index = lijn_bands_index (self, lane);

  return index >= 0 ? &g_array_index (self->lanes, LijnLaneBox, index) : NULL;
}

const LijnLaneBox *
lijn_layout_lane_at (LijnLayout *self, double y)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LijnLaneBox *box = &g_array_index (self->lanes, LijnLaneBox, i);

      if (y >= box->rect.y && y < box->rect.y + box->rect.height)
        return box;
    }
  return NULL;
}

const LijnLaneBox *
lijn_layout_nearest_lane (LijnLayout *self, double y)
{
  const LijnLaneBox *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LijnLaneBox *box = &g_array_index (self->lanes, LijnLaneBox, i);
      double bottom = box->rect.y + box->rect.height;
      double distance = MAX (MAX (box->rect.y - y, y - bottom), 0);

      if (distance < least)
        {
          least = distance;
          nearest = box;
        }
    }
  return nearest;
}

const LijnLineBox *
lijn_layout_line_between (LijnLayout *self, LijnParty *one, LijnParty *other)
{
  int index = lijn_bands_find_line (self, one, other);

  return index >= 0 ? &g_array_index (self->line_boxes, LijnLineBox, index) : NULL;
}

guint64
lijn_layout_get_n_updates (LijnLayout *self)
{
  return self->n_updates;
}

static void
lijn_layout_finalize (GObject *object)
{
  LijnLayout *self = LIJN_LAYOUT (object);

  if (self->map != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->map), (gpointer *) &self->map);
  g_hash_table_unref (self->pins);
  g_hash_table_unref (self->clusters);
  g_hash_table_unref (self->tags);
  g_hash_table_unref (self->wires);
  g_hash_table_unref (self->boxes);
  g_array_unref (self->lanes);
  g_array_unref (self->parties);
  g_array_unref (self->lane_parties);
  g_array_unref (self->line_boxes);
  g_array_unref (self->phases);
  g_array_unref (self->stale_bands);
  g_ptr_array_unref (self->lines);
  lijn_grid_free (self->things);
  lijn_grid_free (self->watches);
  g_array_unref (self->touched);
  g_sequence_free (self->queue);
  g_sequence_free (self->loose);
  g_free (self->audience_party);
  G_OBJECT_CLASS (lijn_layout_parent_class)->finalize (object);
}

static void
clear_lane (gpointer data)
{
  g_object_unref (((LijnLaneBox *) data)->lane);
}

static void
clear_party (gpointer data)
{
  g_object_unref (((LijnPartyBox *) data)->party);
}

static void
clear_phase (gpointer data)
{
  g_object_unref (((LijnPhaseBox *) data)->phase);
}

static void
lijn_layout_init (LijnLayout *self)
{
  self->parties = g_array_new (FALSE, TRUE, sizeof (LijnPartyBox));
  g_array_set_clear_func (self->parties, clear_party);
  self->lanes = g_array_new (FALSE, TRUE, sizeof (LijnLaneBox));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->lane_parties = g_array_new (FALSE, TRUE, sizeof (guint));
  self->line_boxes = g_array_new (FALSE, TRUE, sizeof (LijnLineBox));
  self->phases = g_array_new (FALSE, TRUE, sizeof (LijnPhaseBox));
  self->stale_bands = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_set_clear_func (self->phases, clear_phase);
  self->lines = g_ptr_array_new_with_free_func (lijn_line_free);
  self->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lijn_box_free);
  self->wires = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lijn_wire_free);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lijn_tag_free);
  self->pins = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lijn_pin_free);
  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lijn_mark_free);
  self->things = lijn_grid_new ();
  self->watches = lijn_grid_new ();
  self->touched = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  self->queue = g_sequence_new (NULL);
  self->loose = g_sequence_new (NULL);
}

static void
lijn_layout_class_init (LijnLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_layout_finalize;
  signals[CHANGED] = g_signal_new ("changed", LIJN_TYPE_LAYOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}
