/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-synthetic.h"

#include "lijn-load.h"

#define COLUMN 180.0

static const char *const verbs[] = { "Register", "Check", "Complete", "Send", "Assess", "Approve" };
static const char *const things[] = { "claim form", "order",  "invoice", "damage report",
                                      "contract",   "ticket", "quote",   "delivery note" };

static void
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  g_autoptr (GError) error = NULL;

  if (lijn_load_put (load, table, id, cells, n, &error) == NULL)
    g_error ("%s", error->message);
}

#define PUT(table, id, ...)                                                                        \
  put (load, LIJN_TABLE_##table, id, (const LijnLoadCell[]){ __VA_ARGS__ },                        \
       sizeof ((const LijnLoadCell[]){ __VA_ARGS__ }) / sizeof (LijnLoadCell))

static void
put_lanes (LijnLoad *load)
{
  PUT (MAP, "map", { "title", "Synthetic" });
  PUT (PARTY, "customer", { "name", "Customer" }, { "role", "customer" }, { "rank", "1" });
  PUT (PARTY, "supplier", { "name", "Supplier" }, { "role", "supplier" }, { "rank", "2" });
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("lane%d", i);
      g_autofree char *name = g_strdup_printf ("Department %d", i + 1);
      g_autofree char *rank = g_strdup_printf ("%d", i);

      PUT (LANE, id, { "map", "map" }, { "party", i < 3 ? "customer" : "supplier" },
           { "name", name }, { "rank", rank }, { "height", "112" });
    }
}

static void
put_step (LijnLoad *load, guint i)
{
  g_autofree char *id = g_strdup_printf ("step%u", i);
  g_autofree char *lane = g_strdup_printf ("lane%u", i % 6);
  g_autofree char *name = g_strdup_printf ("%s %s %u", verbs[i % 6], things[i % 8], i);
  g_autofree char *x = g_strdup_printf ("%g", 100 + COLUMN * (i / 6));

  PUT (ELEMENT, id, { "map", "map" }, { "lane", lane }, { "kind", "step" }, { "name", name },
       { "x", x }, { "y", "28" }, { "width", "132" }, { "height", "56" });
  if (i % 25 == 7)
    {
      g_autofree char *friction = g_strdup_printf ("friction%u", i);

      PUT (FRICTION, friction, { "map", "map" }, { "element", id }, { "raised_by", "customer" },
           { "customer_words", "We wait and nobody tells us why" });
    }
}

/* Along a lane, now and then down to the next one. */
static void
put_flow (LijnLoad *load, guint i, guint steps)
{
  g_autofree char *id = g_strdup_printf ("flow%u", i);
  g_autofree char *source = g_strdup_printf ("step%u", i);
  guint next = i % 18 == 2 ? i + 1 : i + 6;
  g_autofree char *target = g_strdup_printf ("step%u", next);

  if (next >= steps)
    return;
  PUT (FLOW, id, { "map", "map" }, { "source", source }, { "target", target });
}

LijnProject *
lijn_synthetic_make (const char *path, guint steps)
{
  g_autoptr (GError) error = NULL;
  LijnProject *project = lijn_project_create (path, &error);
  LijnLoad *load;

  if (project == NULL)
    g_error ("%s", error->message);
  load = lijn_load_begin (project, "Synthetic map", &error);
  if (load == NULL)
    g_error ("%s", error->message);

  put_lanes (load);
  for (guint i = 0; i < steps; i++)
    put_step (load, i);
  for (guint i = 0; i < steps; i++)
    put_flow (load, i, steps);
  if (!lijn_load_finish (load, &error))
    g_error ("%s", error->message);
  return project;
}
