/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* A flow to a group leads to what begins in it, one from a group comes after what ends in it. Groups
 * have no place of their own when layers are made: so such a flow is told by others, which order
 * elements and are dropped when that is done. */

typedef struct
{
  LijnTidy *tidy;
  GHashTable *members; /* LijnElement (a group) to GArray of guint */
  guint *n_in, *n_out; /* flows of each element */
} LijnFrames;

static void
note_member (LijnFrames *self, LijnElement *group, guint number)
{
  GArray *members = g_hash_table_lookup (self->members, group);

  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->members, group, members);
    }
  g_array_append_val (members, number);
}

static void
note_members (LijnFrames *self)
{
  for (guint i = 0; i < self->tidy->n_elements; i++)
    {
      LijnElement *group = lijn_element_get_container (
          lijn_tidy_node (self->tidy, i)->box->element);

      for (guint depth = 0; group != NULL && depth < 64; depth++)
        {
          note_member (self, group, i);
          group = lijn_element_get_container (group);
        }
    }
}

/* Appends the elements that stand for @box: itself, or those at which what is in a group begins or
 * ends; all that is in it where it goes round. */
static void
list_ends (LijnFrames *self, GHashTable *numbers, LijnBox *box, gboolean as_source, GArray *ends)
{
  GArray *members = g_hash_table_lookup (self->members, box->element);
  guint *flows = as_source ? self->n_out : self->n_in;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, box));

  if (number > 0)
    {
      number--;
      g_array_append_val (ends, number);
      return;
    }
  for (guint all = 0; members != NULL && ends->len == 0 && all < 2; all++)
    for (guint i = 0; i < members->len; i++)
      if (all > 0 || flows[g_array_index (members, guint, i)] == 0)
        g_array_append_val (ends, g_array_index (members, guint, i));
}

static void
order_wire (LijnFrames *self, GHashTable *numbers, LijnWire *wire)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));

  list_ends (self, numbers, wire->source, TRUE, sources);
  list_ends (self, numbers, wire->target, FALSE, targets);
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < targets->len; j++)
      {
        LijnTidyEdge edge = { .wire = wire,
                              .source = g_array_index (sources, guint, i),
                              .target = g_array_index (targets, guint, j),
                              .frames = TRUE };

        if (edge.source != edge.target)
          g_array_append_val (self->tidy->edges, edge);
      }
}

static gboolean
is_group (const LijnBox *box)
{
  return box->item.kind == LIJN_ITEM_GROUP;
}

static int
compare_wires (gconstpointer a, gconstpointer b)
{
  const LijnWire *one = *(LijnWire *const *) a;
  const LijnWire *other = *(LijnWire *const *) b;

  return g_strcmp0 (lijn_object_get_id (LIJN_OBJECT (one->flow)),
                    lijn_object_get_id (LIJN_OBJECT (other->flow)));
}

static GPtrArray *
list_wires (LijnTidy *tidy)
{
  GPtrArray *wires = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer wire;

  g_hash_table_iter_init (&iter, tidy->layout->wires);
  while (g_hash_table_iter_next (&iter, NULL, &wire))
    if (is_group (((LijnWire *) wire)->source) || is_group (((LijnWire *) wire)->target))
      g_ptr_array_add (wires, wire);
  g_ptr_array_sort (wires, compare_wires);
  return wires;
}

void
lijn_tidy_order_frames (LijnTidy *tidy)
{
  guint n = tidy->n_elements;
  g_autoptr (GPtrArray) wires = list_wires (tidy);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable)
      members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autofree guint *n_in = g_new0 (guint, n + 1);
  g_autofree guint *n_out = g_new0 (guint, n + 1);
  LijnFrames frames = { tidy, members, n_in, n_out };

  if (wires->len == 0)
    return;
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, lijn_tidy_node (tidy, i)->box, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < tidy->n_flows; i++)
    {
      n_out[lijn_tidy_edge (tidy, i)->source]++;
      n_in[lijn_tidy_edge (tidy, i)->target]++;
    }
  note_members (&frames);
  for (guint i = 0; i < wires->len; i++)
    order_wire (&frames, numbers, g_ptr_array_index (wires, i));
}
