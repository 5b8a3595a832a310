/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <string.h>

/* Pins at the same thing stand side by side, by number, in one mark; where they are many they are a
 * cluster, in one place. A place of the map has a mark for each pin. */

#define GAP 2.0
#define CLUSTER_LARGER 5.0 /* than the pin of its face: for its count */

void
lijn_pin_free (gpointer data)
{
  LijnPin *pin = data;

  g_object_unref (pin->friction);
  g_free (pin);
}

LijnRect
lijn_pin_look (LijnPin *pin)
{
  LijnPoint tip = { pin->mark->item.rect.x + pin->tip.x, pin->mark->item.rect.y + pin->tip.y };

  if (pin->mark->face != NULL)
    return pin->mark->item.rect;
  return lijn_pin_rect (&tip, pin->size);
}

static int
compare_pins (gconstpointer a, gconstpointer b)
{
  LijnFriction *one = (*(LijnPin *const *) a)->friction;
  LijnFriction *other = (*(LijnPin *const *) b)->friction;
  int number = lijn_friction_get_number (one);

  if (number != lijn_friction_get_number (other))
    return number < lijn_friction_get_number (other) ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

/* Side by side, on one line. */
static void
set_in_row (LijnMark *mark)
{
  LijnPoint origin = { 0, 0 };
  double x = 0;

  mark->face = NULL;
  mark->height = 0;
  for (guint i = 0; i < mark->pins->len; i++)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, i);

      pin->size = lijn_pin_size (lijn_friction_get_worst (pin->friction));
      mark->height = MAX (mark->height, lijn_pin_rect (&origin, pin->size).height);
    }
  for (guint i = 0; i < mark->pins->len; i++)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, i);
      LijnRect rect = lijn_pin_rect (&origin, pin->size);

      pin->tip = (LijnPoint){ x - rect.x, mark->height };
      x += rect.width + GAP;
    }
  mark->width = x - GAP;
}

/* What is still open before what is solved, and that before what is set aside. */
static int
get_urgency (LijnFriction *friction)
{
  switch (lijn_friction_get_status (friction))
    {
    case LIJN_FRICTION_STATUS_RAISED:
    case LIJN_FRICTION_STATUS_ACCEPTED:
    case LIJN_FRICTION_STATUS_IN_TEAM:
      return 3;
    case LIJN_FRICTION_STATUS_SOLVED:
      return 2;
    case LIJN_FRICTION_STATUS_CONFIRMED:
      return 1;
    case LIJN_FRICTION_STATUS_PARKED:
    case LIJN_FRICTION_STATUS_WITHDRAWN:
    default:
      return 0;
    }
}

static gboolean
is_worse (LijnFriction *one, LijnFriction *other)
{
  if (get_urgency (one) != get_urgency (other))
    return get_urgency (one) > get_urgency (other);
  return lijn_friction_get_worst (one) > lijn_friction_get_worst (other);
}

/* Of equals the first by number is the face. */
static void
set_in_cluster (LijnMark *mark)
{
  LijnPin *face = g_ptr_array_index (mark->pins, 0);
  LijnPoint origin = { 0, 0 };
  LijnRect rect;
  double size;

  for (guint i = 1; i < mark->pins->len; i++)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, i);

      if (is_worse (pin->friction, face->friction))
        face = pin;
    }
  mark->face = face;
  size = lijn_pin_size (lijn_friction_get_worst (face->friction)) + CLUSTER_LARGER;
  rect = lijn_pin_rect (&origin, size);
  for (guint i = 0; i < mark->pins->len; i++)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, i);

      pin->size = size;
      pin->tip = (LijnPoint){ LIJN_CLUSTER_SPREAD - rect.x, rect.height };
    }
  mark->width = rect.width + 2 * LIJN_CLUSTER_SPREAD;
  mark->height = rect.height;
}

/* After the mark's pins have changed: it takes another size, and may hang beside a tag. */
static void
arrange (LijnLayout *self, LijnMark *mark)
{
  g_ptr_array_sort (mark->pins, compare_pins);
  if (mark->pins->len > LIJN_PINS_APART)
    set_in_cluster (mark);
  else
    set_in_row (mark);
  if (mark->tag != NULL && mark->tag->line >= 0)
    ((LijnLine *) g_ptr_array_index (self->lines, mark->tag->line))->stale = TRUE;
  /* The pins inside may have changed where the whole stays the same. */
  if (mark->item.added)
    lijn_scene_damage (self, &mark->item.rect);
  lijn_mark_queue (self, mark);
}

void
lijn_pins_remove (LijnLayout *self, const char *friction)
{
  LijnPin *pin = g_hash_table_lookup (self->pins, friction);
  LijnMark *mark;

  if (pin == NULL)
    return;
  mark = pin->mark;
  g_ptr_array_remove (mark->pins, pin);
  g_hash_table_remove (self->pins, friction);
  if (mark->pins->len > 0)
    {
      arrange (self, mark);
      return;
    }
  if (mark->tag != NULL && mark->tag->line >= 0)
    ((LijnLine *) g_ptr_array_index (self->lines, mark->tag->line))->stale = TRUE;
  lijn_mark_take (self, mark);
  g_hash_table_remove (self->clusters, lijn_object_get_id (mark->object));
}

void
lijn_pins_clear (LijnLayout *self, const char *anchor)
{
  LijnMark *mark = g_hash_table_lookup (self->clusters, anchor);
  guint n = mark != NULL ? mark->pins->len : 0;

  while (n-- > 0)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, n);

      lijn_pins_remove (self, lijn_object_get_id (LIJN_OBJECT (pin->friction)));
    }
}

/* Returns: (nullable): the mark of the pins at @anchor, which may be new; NULL when that is not on
 * the map. */
static LijnMark *
mark_at (LijnLayout *self, LijnObject *anchor)
{
  const char *id = lijn_object_get_id (anchor);
  LijnBox *box = g_hash_table_lookup (self->boxes, id);
  LijnWire *wire = g_hash_table_lookup (self->wires, id);
  LijnTag *tag = g_hash_table_lookup (self->tags, id);
  LijnMark *mark = g_hash_table_lookup (self->clusters, id);

  if ((LIJN_IS_ELEMENT (anchor) && (box == NULL || box->folded)) ||
      (LIJN_IS_FLOW (anchor) && wire == NULL) || (LIJN_IS_INTERFACE (anchor) && tag == NULL) ||
      (LIJN_IS_LANE (anchor) && lijn_bands_index (self, LIJN_LANE (anchor)) < 0))
    return NULL;
  if (mark == NULL)
    {
      mark = lijn_mark_new (tag != NULL ? LIJN_MARK_TAG_PINS : LIJN_MARK_PINS, anchor);
      mark->pins = g_ptr_array_new ();
      lijn_scene_keep (self->clusters, anchor, mark);
    }
  mark->box = LIJN_IS_ELEMENT (anchor) ? box : NULL;
  mark->wire = LIJN_IS_FLOW (anchor) ? wire : NULL;
  mark->tag = LIJN_IS_INTERFACE (anchor) ? tag : NULL;
  return mark;
}

void
lijn_pins_set (LijnLayout *self, LijnFriction *friction)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (friction));
  LijnObject *anchor = lijn_friction_get_anchor (friction);
  LijnMark *mark = NULL;
  LijnPin *pin;

  lijn_pins_remove (self, id);
  if (!lijn_object_is_gone (LIJN_OBJECT (friction)) &&
      lijn_friction_get_place (friction) == self->map && lijn_scene_may_see (self, friction))
    mark = mark_at (self, anchor != NULL ? anchor : LIJN_OBJECT (friction));
  if (mark == NULL)
    return;

  self->n_updates++;
  pin = g_new0 (LijnPin, 1);
  pin->friction = g_object_ref (friction);
  pin->mark = mark;
  lijn_scene_keep (self->pins, friction, pin);
  g_ptr_array_add (mark->pins, pin);
  arrange (self, mark);
}
