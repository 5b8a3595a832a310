/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <string.h>

/* Lines that are found because nothing is stored of them: those to collapsed lanes above all.
 *
 * They are found one after the other, by id, each minding elements, lines that are stored, and of
 * the lines that are found only those before it: so no two lie on each other, and what comes out
 * depends on no order in which things happened. Each watches what it has looked at; when something
 * changes there it is found again, and so are those after it that watch where it was or is. */

static int
compare (const LijnWire *one, const LijnWire *other)
{
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->flow)),
                 lijn_object_get_id (LIJN_OBJECT (other->flow)));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare (a, b);
}

gboolean
lijn_loose_minds (const LijnWire *wire, const LijnWire *other)
{
  return !other->loose || compare (other, wire) < 0;
}

void
lijn_loose_queue (LijnLayout *self, LijnWire *wire)
{
  if (wire->queued == NULL)
    wire->queued = g_sequence_insert_sorted (self->loose, wire, compare_cb, NULL);
}

void
lijn_loose_forget (LijnLayout *self, LijnWire *wire)
{
  g_clear_pointer (&wire->queued, g_sequence_remove);
}

static LijnPoint *
find_points (LijnLayout *self, LijnWire *wire, guint *n, LijnRect *seen)
{
  LijnSearch search = {
    .layout = self,
    .source = wire->source->item.rect,
    .target = wire->target->item.rect,
    .source_kind = lijn_element_get_kind (wire->source->element),
    .target_kind = lijn_element_get_kind (wire->target->element),
    .source_box = wire->source,
    .target_box = wire->target,
    .wire = wire,
    .mind_wires = TRUE,
    .in_turn = TRUE,
  };
  LijnPoint *points;

  /* An end on a band has one place, as on a shape that is pointed. */
  if (wire->source->folded)
    {
      search.source = lijn_band_end_rect (wire, 0);
      search.source_kind = LIJN_ELEMENT_KIND_END;
    }
  if (wire->target->folded)
    {
      search.target = lijn_band_end_rect (wire, 1);
      search.target_kind = LIJN_ELEMENT_KIND_END;
    }
  points = lijn_search_run (&search, n);
  *seen = search.seen;
  return points;
}

static void
find (LijnLayout *self, LijnWire *wire)
{
  const char *id = lijn_object_get_id (LIJN_OBJECT (wire->flow));
  LijnPoint *points = NULL;
  LijnRect seen;
  guint n;

  points = find_points (self, wire, &n, &seen);
  if (lijn_wire_set_points (self, wire, points, n, TRUE))
    {
      self->n_updates++;
      if (wire->name != NULL)
        lijn_mark_queue (self, wire->name);
      if (g_hash_table_contains (self->clusters, id))
        lijn_mark_queue (self, g_hash_table_lookup (self->clusters, id));
    }
  lijn_grid_remove (self->watches, &wire->watch);
  wire->watch.rect = seen;
  lijn_grid_add (self->watches, &wire->watch);
}

/* Queues those that watch where something was touched, from number @first on. @after (nullable):
 * only those after it. Returns: how many have been told of. */
static guint
tell (LijnLayout *self, guint first, const LijnWire *after)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = first; i < self->touched->len; i++)
    {
      g_ptr_array_set_size (found, 0);
      lijn_grid_find (self->watches, &g_array_index (self->touched, LijnRect, i), found);
      for (guint j = 0; j < found->len; j++)
        {
          const LijnGridItem *item = g_ptr_array_index (found, j);

          if (item->kind == LIJN_ITEM_WIRE && (after == NULL || compare (item->owner, after) > 0))
            lijn_loose_queue (self, item->owner);
        }
    }
  return self->touched->len;
}

void
lijn_loose_find (LijnLayout *self)
{
  guint told = tell (self, 0, NULL);

  while (!g_sequence_is_empty (self->loose))
    {
      LijnWire *wire = g_sequence_get (g_sequence_get_begin_iter (self->loose));

      lijn_loose_forget (self, wire);
      find (self, wire);
      told = tell (self, told, wire);
    }
}
