/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-places.h"

#include <math.h>

/* Two stacks: what lies back and what lies forward. */

#define MOST 100

struct _LijnPlaces
{
  GArray *stacks[2]; /* LijnStop: back, forward */
};

static void
clear_stop (gpointer data)
{
  LijnStop *stop = data;

  g_clear_object (&stop->map);
}

static gboolean
is_same (const LijnStop *one, const LijnStop *other)
{
  return one->map == other->map && fabs (one->place.x - other->place.x) < 1 &&
         fabs (one->place.y - other->place.y) < 1 && fabs (one->zoom - other->zoom) < 0.01;
}

/* Of a stack that is not empty. */
static LijnStop *
get_last (GArray *stack)
{
  return &g_array_index (stack, LijnStop, stack->len - 1);
}

static void
push (GArray *stack, const LijnStop *stop)
{
  LijnStop own = *stop;

  if (stack->len > 0 && is_same (get_last (stack), stop))
    return;
  if (stack->len == MOST)
    g_array_remove_index (stack, 0);
  g_object_ref (own.map);
  g_array_append_val (stack, own);
}

static void
drop_gone (GArray *stack)
{
  while (stack->len > 0 && lijn_object_is_gone (LIJN_OBJECT (get_last (stack)->map)))
    g_array_set_size (stack, stack->len - 1);
}

LijnPlaces *
lijn_places_new (void)
{
  LijnPlaces *self = g_new0 (LijnPlaces, 1);

  for (int i = 0; i < 2; i++)
    {
      self->stacks[i] = g_array_new (FALSE, FALSE, sizeof (LijnStop));
      g_array_set_clear_func (self->stacks[i], clear_stop);
    }
  return self;
}

void
lijn_places_free (LijnPlaces *self)
{
  for (int i = 0; i < 2; i++)
    g_array_unref (self->stacks[i]);
  g_free (self);
}

void
lijn_places_leave (LijnPlaces *self, const LijnStop *stop)
{
  push (self->stacks[0], stop);
  g_array_set_size (self->stacks[1], 0);
}

gboolean
lijn_places_can_go (LijnPlaces *self, gboolean forward)
{
  drop_gone (self->stacks[forward ? 1 : 0]);
  return self->stacks[forward ? 1 : 0]->len > 0;
}

gboolean
lijn_places_go (LijnPlaces *self, gboolean forward, const LijnStop *here, LijnStop *to)
{
  GArray *from = self->stacks[forward ? 1 : 0];
  GArray *other = self->stacks[forward ? 0 : 1];

  /* One may stand at the very place that was remembered last. */
  while (lijn_places_can_go (self, forward) && is_same (get_last (from), here))
    g_array_set_size (from, from->len - 1);
  if (from->len == 0)
    return FALSE;

  push (other, here);
  *to = *get_last (from);
  g_object_ref (to->map);
  g_array_set_size (from, from->len - 1);
  return TRUE;
}
