/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <string.h>

/* Placing what floats beside things. lijn-scene.h tells the order that makes the result the same
 * whether everything is placed at once or one edit after the other. */

/* What it costs to cover something; less than a point apart in preference. A mark, tag or element
 * under a label cannot be read; a line can be followed. */
#define COST_MARK 100000
#define COST_TAG 50000
#define COST_BOX 5000
#define COST_WIRE 300
#define COST_ROPE 300
#define MARGIN 1.5

LijnMark *
lijn_mark_new (LijnMarkKind kind, gpointer object)
{
  LijnMark *mark = g_new0 (LijnMark, 1);

  mark->kind = kind;
  mark->object = g_object_ref (object);
  mark->item.owner = mark->watch.owner = mark;
  mark->item.kind = LIJN_ITEM_MARK;
  mark->watch.kind = LIJN_ITEM_WATCH;
  return mark;
}

void
lijn_mark_free (gpointer data)
{
  LijnMark *mark = data;

  g_clear_pointer (&mark->pins, g_ptr_array_unref);
  g_object_unref (mark->object);
  g_free (mark);
}

static int
compare (const LijnMark *a, const LijnMark *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return strcmp (lijn_object_get_id (a->object), lijn_object_get_id (b->object));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare (*(LijnMark *const *) a, *(LijnMark *const *) b);
}

static int
compare_queued_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare (a, b);
}

void
lijn_mark_queue (LijnLayout *self, LijnMark *mark)
{
  if (mark->queued)
    return;
  mark->queued = TRUE;
  if (self->settling)
    g_sequence_insert_sorted (self->queue, mark, compare_queued_cb, NULL);
  else
    g_sequence_append (self->queue, mark);
}

void
lijn_mark_take (LijnLayout *self, LijnMark *mark)
{
  if (mark->queued)
    {
      GSequenceIter *at = g_sequence_get_begin_iter (self->queue);

      while (!g_sequence_iter_is_end (at) && g_sequence_get (at) != mark)
        at = g_sequence_iter_next (at);
      if (!g_sequence_iter_is_end (at))
        g_sequence_remove (at);
      mark->queued = FALSE;
    }
  lijn_scene_remove (self, &mark->item);
  lijn_grid_remove (self->watches, &mark->watch);
}

/* Whether @mark may cover @item without harm: what it belongs to, and what is placed later. */
static gboolean
is_own (LijnMark *mark, const LijnGridItem *item)
{
  if (item->kind == LIJN_ITEM_MARK)
    return item->owner == mark || compare (item->owner, mark) > 0;
  if (item->kind == LIJN_ITEM_TAG)
    return item->owner == mark->tag;
  if (mark->kind <= LIJN_MARK_PINS)
    return item->owner == mark->box || item->owner == mark->wire ||
           (mark->box != NULL && item->kind == LIJN_ITEM_WIRE);
  return FALSE;
}

static gint64
cost_of (LijnMark *mark, const LijnGridItem *item)
{
  if (is_own (mark, item))
    return 0;
  switch (item->kind)
    {
    case LIJN_ITEM_BOX:
      return COST_BOX;
    case LIJN_ITEM_WIRE:
      return COST_WIRE;
    case LIJN_ITEM_TAG:
      return COST_TAG;
    case LIJN_ITEM_MARK:
      return COST_MARK;
    case LIJN_ITEM_GROUP:
    case LIJN_ITEM_WATCH:
    default:
      return 0;
    }
}

static gint64
judge (LijnLayout *self, LijnMark *mark, const LijnRect *rect, GPtrArray *found)
{
  LijnRect area = lijn_rect_grow (rect, MARGIN);
  gint64 cost = 0;

  g_ptr_array_set_size (found, 0);
  lijn_grid_find (self->things, &area, found);
  for (guint i = 0; i < found->len; i++)
    cost += cost_of (mark, g_ptr_array_index (found, i));
  if (mark->tag == NULL)
    for (guint i = 0; i < self->line_boxes->len; i++)
      {
        double rope = g_array_index (self->line_boxes, LijnLineBox, i).rope;

        if (rope > area.y - 4 && rope < area.y + area.height + 4)
          cost += COST_ROPE;
      }
  return cost;
}

static void
place (LijnLayout *self, LijnMark *mark, GPtrArray *found)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  LijnRect best = { 0, 0, 0, 0 };
  LijnRect seen = { 0, 0, 0, 0 };
  gint64 least = G_MAXINT64;

  self->n_updates++;
  lijn_mark_list_places (self, mark, places);
  for (guint i = 0; least > 0 && i < places->len; i++)
    {
      LijnRect rect = g_array_index (places, LijnRect, i);
      LijnRect area = lijn_rect_grow (&rect, MARGIN);
      gint64 cost = judge (self, mark, &rect, found);

      seen = i > 0 ? lijn_rect_union (&seen, &area) : area;
      if (cost > 0)
        cost += i;
      if (cost < least)
        {
          least = cost;
          best = rect;
        }
    }
  if (!mark->item.added || !lijn_rect_equal (&mark->item.rect, &best))
    {
      lijn_scene_remove (self, &mark->item);
      mark->item.rect = best;
      lijn_scene_add (self, &mark->item);
    }
  else if (self->settling)
    lijn_scene_damage (self, &best);
  lijn_grid_remove (self->watches, &mark->watch);
  mark->watch.rect = seen;
  lijn_grid_add (self->watches, &mark->watch);
}

/* Queues the marks that watch where something changed. @after: only those after it in the order. */
static void
tell (LijnLayout *self, LijnMark *after, GPtrArray *found)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      g_ptr_array_set_size (found, 0);
      lijn_grid_find (self->watches, &g_array_index (self->touched, LijnRect, i), found);
      for (guint j = 0; j < found->len; j++)
        {
          const LijnGridItem *item = g_ptr_array_index (found, j);

          if (item->kind == LIJN_ITEM_WATCH && (after == NULL || compare (item->owner, after) > 0))
            lijn_mark_queue (self, item->owner);
        }
    }
  g_array_set_size (self->touched, 0);
}

static void
place_all (LijnLayout *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_sized_new ((guint) g_sequence_get_length (self->queue));
  GSequenceIter *at = g_sequence_get_begin_iter (self->queue);

  for (; !g_sequence_iter_is_end (at); at = g_sequence_iter_next (at))
    g_ptr_array_add (marks, g_sequence_get (at));
  g_sequence_remove_range (g_sequence_get_begin_iter (self->queue),
                           g_sequence_get_end_iter (self->queue));
  g_ptr_array_sort_with_data (marks, compare_cb, NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      LijnMark *mark = g_ptr_array_index (marks, i);

      mark->queued = FALSE;
      place (self, mark, found);
    }
}

void
lijn_marks_settle (LijnLayout *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!self->settling)
    {
      place_all (self, found);
      return;
    }
  tell (self, NULL, found);
  while (!g_sequence_is_empty (self->queue))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->queue);
      LijnMark *mark = g_sequence_get (first);

      g_sequence_remove (first);
      mark->queued = FALSE;
      place (self, mark, found);
      tell (self, mark, found);
    }
}
