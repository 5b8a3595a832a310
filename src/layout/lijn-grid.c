/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-grid.h"

#include <math.h>

/* A square of the grid exists while something lies in it. What covers very many squares (a group
 * round a whole map, a file with absurd coordinates) is kept in a list of its own, which every
 * search walks. */

#define SQUARE 192.0
#define MOST_SQUARES 2048
#define FARTHEST 1e8 /* coordinates beyond are taken to be there */

typedef struct
{
  gint64 key;
  GPtrArray *items;
} LijnSquare;

struct _LijnGrid
{
  GHashTable *squares;
  GPtrArray *wide;
  guint stamp;
};

typedef struct
{
  gint32 left, top, right, bottom;
} LijnSpan;

static gint32
square_of (double at)
{
  return (gint32) floor (CLAMP (at, -FARTHEST, FARTHEST) / SQUARE);
}

static LijnSpan
span_of (const LijnRect *rect)
{
  return (LijnSpan){ square_of (rect->x), square_of (rect->y), square_of (rect->x + rect->width),
                     square_of (rect->y + rect->height) };
}

static double
count_squares (const LijnSpan *span)
{
  return ((double) span->right - span->left + 1) * ((double) span->bottom - span->top + 1);
}

static gint64
key_of (gint32 column, gint32 row)
{
  return (gint64) (((guint64) (guint32) column << 32) | (guint32) row);
}

/* Squares of a map lie in long rows, whose keys differ in few bits: without mixing them (the
 * finalizer of MurmurHash3) they would crowd in one corner of the table. */
static guint
hash_key (gconstpointer data)
{
  guint64 bits = *(const guint64 *) data;

  bits = (bits ^ (bits >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  bits = (bits ^ (bits >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint) (bits ^ (bits >> 33));
}

static void
square_free (gpointer data)
{
  LijnSquare *square = data;

  g_ptr_array_unref (square->items);
  g_free (square);
}

static gboolean
touches (const LijnRect *a, const LijnRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height &&
         b->y <= a->y + a->height;
}

LijnGrid *
lijn_grid_new (void)
{
  LijnGrid *self = g_new0 (LijnGrid, 1);

  self->squares = g_hash_table_new_full (hash_key, g_int64_equal, NULL, square_free);
  self->wide = g_ptr_array_new ();
  return self;
}

void
lijn_grid_free (LijnGrid *self)
{
  g_hash_table_unref (self->squares);
  g_ptr_array_unref (self->wide);
  g_free (self);
}

static void
put (LijnGrid *self, gint64 key, LijnGridItem *item)
{
  LijnSquare *square = g_hash_table_lookup (self->squares, &key);

  if (square == NULL)
    {
      square = g_new (LijnSquare, 1);
      square->key = key;
      square->items = g_ptr_array_new ();
      g_hash_table_insert (self->squares, &square->key, square);
    }
  g_ptr_array_add (square->items, item);
}

void
lijn_grid_add (LijnGrid *self, LijnGridItem *item)
{
  LijnSpan span = span_of (&item->rect);

  g_assert (!item->added);
  item->added = TRUE;
  item->stamp = self->stamp;
  if (count_squares (&span) > MOST_SQUARES)
    {
      g_ptr_array_add (self->wide, item);
      return;
    }
  for (gint32 column = span.left; column <= span.right; column++)
    for (gint32 row = span.top; row <= span.bottom; row++)
      put (self, key_of (column, row), item);
}

void
lijn_grid_remove (LijnGrid *self, LijnGridItem *item)
{
  LijnSpan span = span_of (&item->rect);

  if (!item->added)
    return;
  item->added = FALSE;
  if (count_squares (&span) > MOST_SQUARES)
    {
      g_ptr_array_remove_fast (self->wide, item);
      return;
    }
  for (gint32 column = span.left; column <= span.right; column++)
    for (gint32 row = span.top; row <= span.bottom; row++)
      {
        gint64 key = key_of (column, row);
        LijnSquare *square = g_hash_table_lookup (self->squares, &key);

        g_ptr_array_remove_fast (square->items, item);
        if (square->items->len == 0)
          g_hash_table_remove (self->squares, &key);
      }
}

static void
take (LijnGrid *self, GPtrArray *items, const LijnRect *area, GPtrArray *found)
{
  for (guint i = 0; i < items->len; i++)
    {
      LijnGridItem *item = g_ptr_array_index (items, i);

      if (item->stamp == self->stamp)
        continue;
      item->stamp = self->stamp;
      if (touches (&item->rect, area))
        g_ptr_array_add (found, item);
    }
}

static void
take_from_all (LijnGrid *self, const LijnRect *area, GPtrArray *found)
{
  GHashTableIter iter;
  gpointer square;

  g_hash_table_iter_init (&iter, self->squares);
  while (g_hash_table_iter_next (&iter, NULL, &square))
    take (self, ((LijnSquare *) square)->items, area, found);
}

void
lijn_grid_find (LijnGrid *self, const LijnRect *area, GPtrArray *found)
{
  LijnSpan span = span_of (area);

  self->stamp++;
  take (self, self->wide, area, found);
  if (count_squares (&span) > g_hash_table_size (self->squares))
    {
      take_from_all (self, area, found);
      return;
    }
  for (gint32 column = span.left; column <= span.right; column++)
    for (gint32 row = span.top; row <= span.bottom; row++)
      {
        gint64 key = key_of (column, row);
        LijnSquare *square = g_hash_table_lookup (self->squares, &key);

        if (square != NULL)
          take (self, square->items, area, found);
      }
}
