/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-process.h"

#include "lijn-place.h"

#define N_LANES 6
#define LOOK_BACK 9 /* steps, at most, that a way back leads over */

typedef struct
{
  LijnLoad *load;
  GRand *rand;
  guint n_elements, n_flows;
  guint lanes[4096]; /* of the newest elements */
  GArray *open; /* guint: elements whose way goes on */
} Process;

static void
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  g_autoptr (GError) error = NULL;

  if (lijn_load_put (load, table, id, cells, n, &error) == NULL)
    g_error ("%s", error->message);
}

#define PUT(table, id, ...)                                                                        \
  put (self->load, LIJN_TABLE_##table, id, (const LijnLoadCell[]){ __VA_ARGS__ },                  \
       sizeof ((const LijnLoadCell[]){ __VA_ARGS__ }) / sizeof (LijnLoadCell))

static void
put_lanes (Process *self)
{
  PUT (MAP, "map", { "title", "Process" });
  PUT (PARTY, "customer", { "name", "Customer" }, { "role", "customer" }, { "rank", "1" });
  PUT (PARTY, "supplier", { "name", "Supplier" }, { "role", "supplier" }, { "rank", "2" });
  for (int i = 0; i < N_LANES; i++)
    {
      g_autofree char *id = g_strdup_printf ("lane%d", i);
      g_autofree char *rank = g_strdup_printf ("%d", i);

      PUT (LANE, id, { "map", "map" }, { "party", i < N_LANES / 2 ? "customer" : "supplier" },
           { "name", "Department" }, { "rank", rank }, { "height", "112" });
    }
}

static guint
add_element (Process *self, LijnElementKind kind, guint lane)
{
  static const char *const names[] = { "Register claim",  "Check",        "Ask for what is missing",
                                       "Assess",          "Send invoice", "Complete claim form",
                                       "Look up customer" };
  g_autofree char *id = g_strdup_printf ("e%05u", self->n_elements);
  g_autofree char *in = g_strdup_printf ("lane%u", lane);
  g_autofree char *width = NULL, *height = NULL;
  double w, h;

  lijn_place_default_size (kind, &w, &h);
  width = g_strdup_printf ("%g", w);
  height = g_strdup_printf ("%g", h);
  PUT (ELEMENT, id, { "map", "map" }, { "lane", in }, { "kind", lijn_element_kind_nicks[kind] },
       { "name", kind == LIJN_ELEMENT_KIND_DECISION ? "Complete?" : names[self->n_elements % 7] },
       { "width", width }, { "height", height });
  self->lanes[self->n_elements % G_N_ELEMENTS (self->lanes)] = lane;
  return self->n_elements++;
}

static void
add_flow (Process *self, guint source, guint target, const char *name)
{
  g_autofree char *id = g_strdup_printf ("f%05u", self->n_flows++);
  g_autofree char *from = g_strdup_printf ("e%05u", source);
  g_autofree char *to = g_strdup_printf ("e%05u", target);

  if (source != target)
    PUT (FLOW, id, { "map", "map" }, { "source", from }, { "target", to }, { "name", name });
}

static guint
lane_after (Process *self, guint element)
{
  guint lane = self->lanes[element % G_N_ELEMENTS (self->lanes)];
  int other = (int) lane + g_rand_int_range (self->rand, -2, 3);

  if (g_rand_int_range (self->rand, 0, 100) < 65)
    return lane;
  return (guint) CLAMP (other, 0, N_LANES - 1);
}

static guint
take_open (Process *self)
{
  guint at = (guint) g_rand_int_range (self->rand, 0, (gint32) MIN (self->open->len, 2));
  guint element = g_array_index (self->open, guint, at);

  g_array_remove_index (self->open, at);
  return element;
}

static void
go_on (Process *self, guint from, const char *name)
{
  int chance = g_rand_int_range (self->rand, 0, 100);
  guint lane = lane_after (self, from);
  guint element = add_element (
      self, chance < 22 ? LIJN_ELEMENT_KIND_DECISION : LIJN_ELEMENT_KIND_STEP, lane);

  add_flow (self, from, element, name);
  g_array_append_val (self->open, element);
  if (chance < 14)
    g_array_append_val (self->open, element);
  else if (chance < 22 && element > LOOK_BACK)
    add_flow (self, element, element - (guint) g_rand_int_range (self->rand, 2, LOOK_BACK), "no");
  else if (chance < 34 && self->open->len > 2)
    add_flow (self, take_open (self), element, "");
}

LijnMap *
layout_process_make (LijnProject *project, guint steps, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Process *self = g_new0 (Process, 1);
  guint first;

  self->load = lijn_load_begin (project, "Process", &error);
  if (self->load == NULL)
    g_error ("%s", error->message);
  self->rand = rand;
  self->open = open;
  put_lanes (self);
  first = add_element (self, LIJN_ELEMENT_KIND_START, 0);
  g_array_append_val (open, first);
  while (self->n_elements + open->len < steps)
    {
      guint from = take_open (self);

      if (open->len == 0 || g_rand_int_range (rand, 0, 100) > 3)
        go_on (self, from, g_rand_int_range (rand, 0, 6) == 0 ? "yes" : "");
      else
        add_flow (self, from, add_element (self, LIJN_ELEMENT_KIND_END, lane_after (self, from)),
                  "");
    }
  while (open->len > 0)
    {
      guint from = take_open (self);

      add_flow (self, from, add_element (self, LIJN_ELEMENT_KIND_END, lane_after (self, from)), "");
    }
  if (!lijn_load_finish (self->load, &error))
    g_error ("%s", error->message);
  return lijn_project_find (project, LIJN_TABLE_MAP, "map");
}
