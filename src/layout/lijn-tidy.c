/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* A map laid out afresh, in layers from left to right (Sugiyama, Tagawa & Toda 1981), with the lanes
 * as constraints. A step a file:
 *
 *   1 flows that go back are turned round          lijn-tidy-cycles.c
 *     (after those of groups have been taken for
 *     flows of what is in them: lijn-tidy-frames.c)
 *   2 elements get their layers                    lijn-tidy-layers.c
 *   3 flows get places in the layers they pass     lijn-tidy-passing.c
 *   4 layers are ordered, within lanes             lijn-tidy-order.c
 *   5 rows: y, with runs that are level            lijn-tidy-rows.c
 *   6 sides and places where flows leave and enter lijn-tidy-exits.c
 *   7 columns and the tracks between them: x       lijn-tidy-tracks.c
 *   8 lines                                        lijn-tidy-routes.c
 *
 * Every step takes time in proportion to the map, but for sorting, and for what comes together in
 * one place. A layer is a column: no two columns share any x, and what is in a column keeps apart in
 * y with its name and pins; level parts of flows have a row of their own, plumb parts lie between
 * columns or where a column is free. So nothing covers anything. */

struct _LijnTidyPlan
{
  GArray *places; /* LijnTidyPlace */
  GArray *lanes; /* LijnTidyLane */
  GArray *phases; /* LijnTidyPhase */
  GArray *flows; /* LijnTidyFlow */
  GPtrArray *objects; /* references to all of them */
  GPtrArray *routes; /* char */
};

static LijnTidyPlan *
plan_new (void)
{
  LijnTidyPlan *self = g_new0 (LijnTidyPlan, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (LijnTidyPlace));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (LijnTidyLane));
  self->phases = g_array_new (FALSE, FALSE, sizeof (LijnTidyPhase));
  self->flows = g_array_new (FALSE, FALSE, sizeof (LijnTidyFlow));
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  self->routes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
lijn_tidy_plan_free (LijnTidyPlan *self)
{
  g_array_unref (self->places);
  g_array_unref (self->lanes);
  g_array_unref (self->phases);
  g_array_unref (self->flows);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->routes);
  g_free (self);
}

static gpointer
hold (LijnTidyPlan *self, gpointer object)
{
  g_ptr_array_add (self->objects, g_object_ref (object));
  return object;
}

static void
write_places (LijnTidyPlan *self, LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);
      LijnTidyPlace place = { hold (self, node->box->element), node->x - node->half_width,
                              node->y - node->half_height - tidy->lane_tops[node->box->lane] };

      g_array_append_val (self->places, place);
    }
}

static void
write_lanes (LijnTidyPlan *self, LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->layout->lanes->len; i++)
    {
      const LijnLaneBox *box = &g_array_index (tidy->layout->lanes, LijnLaneBox, i);
      LijnTidyLane lane = { box->lane, tidy->lane_heights[i] };

      if (box->collapsed)
        continue;
      hold (self, box->lane);
      g_array_append_val (self->lanes, lane);
    }
}

static void
write_phases (LijnTidyPlan *self, LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->phases->len; i++)
    {
      const LijnTidyPhaseSpan *span = &g_array_index (tidy->phases, LijnTidyPhaseSpan, i);
      LijnTidyPhase phase = { g_array_index (tidy->layout->phases, LijnPhaseBox, i).phase, span->x,
                              span->width };

      hold (self, phase.phase);
      g_array_append_val (self->phases, phase);
    }
}

static void
write_flow (LijnTidyPlan *self, LijnFlow *flow, char *route)
{
  LijnTidyFlow planned = { hold (self, flow), route };

  g_array_append_val (self->flows, planned);
  if (route != NULL)
    g_ptr_array_add (self->routes, route);
}

/* With a @route for those between elements of the plan, the others to be found. */
static void
write_flows (LijnTidyPlan *self, LijnTidy *tidy)
{
  g_autoptr (GHashTable) planned = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnWire *wire = lijn_tidy_edge (tidy, i)->wire;

      g_hash_table_add (planned, wire);
      write_flow (self, wire->flow, lijn_tidy_write_route (tidy, i));
    }
  g_hash_table_iter_init (&iter, tidy->layout->wires);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (planned, value))
      write_flow (self, ((LijnWire *) value)->flow, NULL);
}

static void
changed_cb (LijnLayout *layout, const LijnRect *area, gboolean *changed)
{
  *changed = TRUE;
}

/* Whoever is told of the progress may let others live, who may change the map: then it is given up.
 */
static gboolean
lay_out (LijnTidy *tidy, LijnTidyProgress progress, gpointer data)
{
  static const struct
  {
    void (*take) (LijnTidy *tidy);
    double part; /* of the time, up to its end */
  } steps[] = {
    { lijn_tidy_order_frames, 0.02 },  { lijn_tidy_break_cycles, 0.05 },
    { lijn_tidy_assign_layers, 0.15 }, { lijn_tidy_add_passing, 0.2 },
    { lijn_tidy_order_layers, 0.6 },   { lijn_tidy_assign_rows, 0.8 },
    { lijn_tidy_stack_strips, 0.85 },  { lijn_tidy_choose_exits, 0.9 },
    { lijn_tidy_spread_ends, 0.95 },   { lijn_tidy_assign_columns, 1 },
  };
  gboolean changed = FALSE;
  gulong id = g_signal_connect (tidy->layout, "changed", G_CALLBACK (changed_cb), &changed);

  for (guint i = 0;
       i < G_N_ELEMENTS (steps) && !changed && !g_cancellable_is_cancelled (tidy->cancellable); i++)
    {
      steps[i].take (tidy);
      if (progress != NULL)
        progress (steps[i].part, data);
    }
  g_signal_handler_disconnect (tidy->layout, id);
  return !changed && !g_cancellable_is_cancelled (tidy->cancellable);
}

LijnTidyPlan *
lijn_tidy_plan (LijnLayout *layout, GPtrArray *elements, LijnTidyProgress progress, gpointer data,
                GCancellable *cancellable)
{
  g_auto (LijnTidy) tidy = { .cancellable = cancellable };
  LijnTidyPlan *self;

  lijn_tidy_read (&tidy, layout, elements);
  if (!lay_out (&tidy, progress, data))
    return NULL;
  self = plan_new ();
  if (elements != NULL)
    lijn_tidy_fit_part (&tidy);
  write_places (self, &tidy);
  if (elements != NULL)
    return self;
  write_lanes (self, &tidy);
  write_phases (self, &tidy);
  write_flows (self, &tidy);
  return self;
}

const LijnTidyPlace *
lijn_tidy_plan_get_places (LijnTidyPlan *self, guint *n)
{
  *n = self->places->len;
  return (const LijnTidyPlace *) (void *) self->places->data;
}

const LijnTidyLane *
lijn_tidy_plan_get_lanes (LijnTidyPlan *self, guint *n)
{
  *n = self->lanes->len;
  return (const LijnTidyLane *) (void *) self->lanes->data;
}

const LijnTidyPhase *
lijn_tidy_plan_get_phases (LijnTidyPlan *self, guint *n)
{
  *n = self->phases->len;
  return (const LijnTidyPhase *) (void *) self->phases->data;
}

const LijnTidyFlow *
lijn_tidy_plan_get_flows (LijnTidyPlan *self, guint *n)
{
  *n = self->flows->len;
  return (const LijnTidyFlow *) (void *) self->flows->data;
}
