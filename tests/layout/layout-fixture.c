/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

#include "lijn-id.h"
#include "lijn-place.h"

#include <math.h>

#define COLUMN 200
#define CELL(c, v)                                                                                 \
  {                                                                                                \
    .column = (c), .value = (v)                                                                    \
  }
#define PUT(load, table, id, ...)                                                                  \
  put (load, table, id, (const LijnLoadCell[]){ __VA_ARGS__ },                                     \
       G_N_ELEMENTS (((const LijnLoadCell[]){ __VA_ARGS__ })))

typedef struct
{
  char *id;
  LijnElementKind kind;
} Placed;

static void
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  g_autoptr (GError) error = NULL;

  lijn_load_put (load, table, id, cells, n, &error);
  g_assert_no_error (error);
}

void
layout_fixture_set_up (LayoutFixture *fixture, guint32 seed)
{
  lijn_test_set_up (&fixture->test, NULL);
  fixture->seed = seed;
  fixture->rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);
}

void
layout_fixture_tear_down (LayoutFixture *fixture)
{
  g_rand_free (fixture->rand);
  lijn_test_tear_down (&fixture->test, NULL);
}

/* Ids that are the same for the same seed. */
static char *
make_id (LayoutFixture *fixture, char kind)
{
  GString *id = g_string_new (NULL);

  g_string_append_c (id, kind);
  for (int i = 0; i < 12; i++)
    g_string_append_c (id, (char) ('a' + g_rand_int_range (fixture->rand, 0, 26)));
  return g_string_free (id, FALSE);
}

static const char *
make_name (LayoutFixture *fixture)
{
  static const char *const names[] = { "",
                                       "Ask",
                                       "Register claim",
                                       "Complete?",
                                       "Look up what is missing in the file",
                                       "Vraag om aanvullende stukken",
                                       "no",
                                       "yes, all items are there" };

  return names[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (names))];
}

static void
put_element (LayoutFixture *fixture, LijnLoad *load, const char *map, const char *lane,
             guint column, GPtrArray *placed)
{
  static const LijnElementKind kinds[] = {
    LIJN_ELEMENT_KIND_STEP,     LIJN_ELEMENT_KIND_STEP,  LIJN_ELEMENT_KIND_STEP,
    LIJN_ELEMENT_KIND_DECISION, LIJN_ELEMENT_KIND_START, LIJN_ELEMENT_KIND_END,
    LIJN_ELEMENT_KIND_WAIT,     LIJN_ELEMENT_KIND_STEP,  LIJN_ELEMENT_KIND_DOCUMENT,
  };
  LijnElementKind kind = kinds[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (kinds))];
  double width, height;
  g_autofree char *x = NULL, *y = NULL, *w = NULL, *h = NULL;
  char *id = make_id (fixture, 'e');

  lijn_place_default_size (kind, &width, &height);
  x = g_strdup_printf ("%u", 100 + column * COLUMN + g_rand_int_range (fixture->rand, 0, 24));
  y = g_strdup_printf ("%d", (int) (56 - height / 2) + g_rand_int_range (fixture->rand, -12, 12));
  w = g_strdup_printf ("%g", width);
  h = g_strdup_printf ("%g", height);
  PUT (load, LIJN_TABLE_ELEMENT, id, CELL ("map", map), CELL ("lane", lane),
       CELL ("kind", lijn_element_kind_nicks[kind]), CELL ("name", make_name (fixture)),
       CELL ("x", x), CELL ("y", y), CELL ("width", w), CELL ("height", h),
       CELL ("wait_minutes", g_rand_int_range (fixture->rand, 0, 5) == 0 ? "1440" : ""));
  g_ptr_array_add (placed, g_memdup2 (&(Placed){ id, kind }, sizeof (Placed)));
}

static void
put_flows (LayoutFixture *fixture, LijnLoad *load, const char *map, GPtrArray *placed)
{
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *from = g_ptr_array_index (placed, i);

      if (from->kind == LIJN_ELEMENT_KIND_END)
        continue;
      for (int n = g_rand_int_range (fixture->rand, 0, 3); n > 0; n--)
        {
          guint reach = 12;
          guint j = i + (guint) g_rand_int_range (fixture->rand, 1, (gint32) reach);
          const Placed *to;
          g_autofree char *id = NULL;

          if (g_rand_int_range (fixture->rand, 0, 6) == 0)
            j = i > reach ? i - reach + (guint) g_rand_int_range (fixture->rand, 0, 8) : i + 1;
          if (j >= placed->len || j == i)
            continue;
          to = g_ptr_array_index (placed, j);
          if (to->kind == LIJN_ELEMENT_KIND_START)
            continue;
          id = make_id (fixture, 'f');
          PUT (load, LIJN_TABLE_FLOW, id, CELL ("map", map), CELL ("source", from->id),
               CELL ("target", to->id), CELL ("name", make_name (fixture)));
        }
    }
}

/* Notes beside the lanes, right where tags hang. */
static void
put_notes (LayoutFixture *fixture, LijnLoad *load, const char *map, guint n_columns)
{
  for (guint i = 0; i < n_columns / 4; i++)
    {
      g_autofree char *id = make_id (fixture, 'n');
      g_autofree char *x = g_strdup_printf ("%d", g_rand_int_range (fixture->rand, 80, 1500));
      g_autofree char *y = g_strdup_printf ("%d", g_rand_int_range (fixture->rand, 112, 420));

      PUT (load, LIJN_TABLE_ELEMENT, id, CELL ("map", map), CELL ("kind", "note"),
           CELL ("name", "Mind this"), CELL ("x", x), CELL ("y", y), CELL ("width", "120"),
           CELL ("height", "30"));
    }
}

static void
placed_free (gpointer data)
{
  g_free (((Placed *) data)->id);
  g_free (data);
}

static void
put_lanes (LayoutFixture *fixture, LijnLoad *load, const char *map, GPtrArray *lanes)
{
  int n_parties = g_rand_int_range (fixture->rand, 2, 4);

  for (int i = 0; i < n_parties; i++)
    {
      g_autofree char *party = make_id (fixture, 'p');
      g_autofree char *rank = g_strdup_printf ("%d", i);
      int n_lanes = g_rand_int_range (fixture->rand, 1, 3);

      PUT (load, LIJN_TABLE_PARTY, party,
           CELL ("role", i == 0   ? "customer"
                         : i == 1 ? "supplier"
                                  : "partner"),
           CELL ("name", "A party"), CELL ("rank", rank));
      for (int j = 0; j < n_lanes; j++)
        {
          char *lane = make_id (fixture, 'l');
          g_autofree char *place = g_strdup_printf ("%d", j);

          PUT (load, LIJN_TABLE_LANE, lane, CELL ("map", map), CELL ("party", party),
               CELL ("name", "A lane"), CELL ("height", "112"), CELL ("rank", place));
          g_ptr_array_add (lanes, lane);
        }
    }
}

static void
add_frictions (LayoutFixture *fixture, guint n)
{
  static const LijnTable tables[] = { LIJN_TABLE_ELEMENT,   LIJN_TABLE_ELEMENT, LIJN_TABLE_FLOW,
                                      LIJN_TABLE_INTERFACE, LIJN_TABLE_LANE,    LIJN_TABLE_MAP };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      LijnTable table = tables[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (tables))];
      LijnObject *anchor = layout_fixture_pick (fixture, table);
      LijnFriction *friction;

      if (anchor == NULL)
        continue;
      friction = lijn_edit_add_friction (anchor, g_rand_int_range (fixture->rand, 100, 900),
                                         g_rand_int_range (fixture->rand, 0, 300), NULL, "Slow",
                                         &error);
      g_assert_no_error (error);
      lijn_edit_set_severity (friction, layout_fixture_pick (fixture, LIJN_TABLE_PARTY),
                              g_rand_int_range (fixture->rand, 0, 6), &error);
      g_assert_no_error (error);
    }
}

static void
fill (LayoutFixture *fixture, guint n_columns, gboolean notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnLoad) load = lijn_load_begin (fixture->test.project, "Fill", &error);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func (placed_free);
  g_autofree char *map = make_id (fixture, 'm');

  g_assert_no_error (error);
  PUT (load, LIJN_TABLE_MAP, map, CELL ("title", "A map"));
  put_lanes (fixture, load, map, lanes);
  for (guint column = 0; column < n_columns; column++)
    for (guint i = 0; i < lanes->len; i++)
      if (g_rand_int_range (fixture->rand, 0, 3) > 0)
        put_element (fixture, load, map, g_ptr_array_index (lanes, i), column, placed);
  put_flows (fixture, load, map, placed);
  if (notes)
    put_notes (fixture, load, map, n_columns);
  lijn_load_finish (g_steal_pointer (&load), &error);
  g_assert_no_error (error);
  fixture->map = lijn_project_find (fixture->test.project, LIJN_TABLE_MAP, map);
  add_frictions (fixture, n_columns);
}

void
layout_fixture_fill (LayoutFixture *fixture, guint n_columns)
{
  fill (fixture, n_columns, FALSE);
}

void
layout_fixture_fill_with_notes (LayoutFixture *fixture, guint n_columns)
{
  fill (fixture, n_columns, TRUE);
}

gpointer
layout_fixture_pick (LayoutFixture *fixture, LijnTable table)
{
  GListModel *list = lijn_project_list (fixture->test.project, table);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (LijnObject) object = NULL;

  if (n == 0)
    return NULL;
  object = g_list_model_get_item (list, (guint) g_rand_int_range (fixture->rand, 0, (gint32) n));
  return object;
}

/* Verbs may refuse: then nothing has changed, which is fine too. */
char *
layout_fixture_edit (LayoutFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  LijnElement *element = layout_fixture_pick (fixture, LIJN_TABLE_ELEMENT);
  LijnElement *other = layout_fixture_pick (fixture, LIJN_TABLE_ELEMENT);
  LijnLane *lane = layout_fixture_pick (fixture, LIJN_TABLE_LANE);
  LijnInterface *interface = layout_fixture_pick (fixture, LIJN_TABLE_INTERFACE);
  LijnFriction *friction = layout_fixture_pick (fixture, LIJN_TABLE_FRICTION);
  LijnFlow *flow = layout_fixture_pick (fixture, LIJN_TABLE_FLOW);
  int kind = g_rand_int_range (fixture->rand, 0, 15);
  const char *what = "";

  switch (kind)
    {
    case 0:
    case 1:
      what = "move";
      g_ptr_array_add (some, element);
      lijn_edit_move (some, g_rand_int_range (fixture->rand, -60, 200),
                      g_rand_int_range (fixture->rand, -120, 120), &error);
      break;
    case 2:
      what = "rename element";
      lijn_edit_rename (LIJN_OBJECT (element), make_name (fixture), &error);
      break;
    case 3:
      what = "connect";
      lijn_edit_connect (element, other, make_name (fixture), NULL, &error);
      break;
    case 4:
      what = "append";
      lijn_edit_append (element, lane, LIJN_ELEMENT_KIND_DECISION, "Good?", "then", &error);
      break;
    case 5:
      what = "remove element";
      lijn_edit_remove_one (LIJN_OBJECT (element), &error);
      break;
    case 6:
      what = "remove flow";
      if (flow != NULL)
        lijn_edit_remove_one (LIJN_OBJECT (flow), &error);
      break;
    case 7:
      what = "add friction";
      add_frictions (fixture, 1);
      break;
    case 8:
      what = "rename interface";
      if (interface != NULL)
        lijn_edit_rename (LIJN_OBJECT (interface), make_name (fixture), &error);
      break;
    case 9:
      what = "undo";
      lijn_edit_undo (fixture->test.project, NULL, &error);
      break;
    case 10:
      what = "redo";
      lijn_edit_redo (fixture->test.project, NULL, &error);
      break;
    case 11:
      what = "resize lane";
      lijn_edit_resize_lane (lane, g_rand_int_range (fixture->rand, 112, 300), &error);
      break;
    case 12:
      what = "severity";
      if (friction != NULL)
        lijn_edit_set_severity (friction, layout_fixture_pick (fixture, LIJN_TABLE_PARTY),
                                g_rand_int_range (fixture->rand, 0, 6), &error);
      break;
    case 13:
      what = "reconnect";
      if (flow != NULL)
        lijn_edit_reconnect (flow, lijn_flow_get_source (flow), other, &error);
      break;
    default:
      what = "rename flow";
      if (flow != NULL)
        lijn_edit_rename (LIJN_OBJECT (flow), make_name (fixture), &error);
      break;
    }
  return g_strdup_printf ("%s (%s)", what, error != NULL ? error->message : "done");
}

static void
dump_rect (GString *text, const char *what, LijnObject *object, gboolean there,
           const LijnRect *rect)
{
  if (there)
    g_string_append_printf (text, "%s %s %.2f %.2f %.2f %.2f\n", what, lijn_object_get_id (object),
                            rect->x, rect->y, rect->width, rect->height);
}

static void
dump_flow (GString *text, LijnLayout *layout, LijnFlow *flow)
{
  guint n;
  const LijnPoint *points = lijn_layout_get_flow_points (layout, flow, &n);
  LijnPoint crossing;
  LijnRect rect;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "flow %s %.2f %.2f\n", lijn_object_get_id (LIJN_OBJECT (flow)),
                            points[i].x, points[i].y);
  for (guint i = 0; lijn_layout_get_crossing (layout, flow, i, &crossing); i++)
    dump_rect (text, "small tag", LIJN_OBJECT (flow),
               lijn_layout_get_small_tag (layout, flow, i, &rect), &rect);
  dump_rect (text, "flow label", LIJN_OBJECT (flow),
             lijn_layout_get_flow_label (layout, flow, &rect), &rect);
}

static void
dump_object (GString *text, LijnLayout *layout, LijnObject *object)
{
  LijnRect rect;
  LijnPoint tip;
  double size;

  if (LIJN_IS_FLOW (object))
    dump_flow (text, layout, LIJN_FLOW (object));
  else if (LIJN_IS_INTERFACE (object))
    dump_rect (text, "tag", object, lijn_layout_get_tag (layout, LIJN_INTERFACE (object), &rect),
               &rect);
  else if (LIJN_IS_FRICTION (object))
    {
      if (lijn_layout_get_pin (layout, LIJN_FRICTION (object), &tip, &size))
        dump_rect (text, "pin", object, TRUE, &(LijnRect){ tip.x, tip.y, size, 0 });
    }
  else
    {
      LijnElement *element = LIJN_ELEMENT (object);

      dump_rect (text, "element", object, lijn_layout_get_element_rect (layout, element, &rect),
                 &rect);
      dump_rect (text, "label", object, lijn_layout_get_element_label (layout, element, &rect),
                 &rect);
      dump_rect (text, "time", object, lijn_layout_get_element_time (layout, element, &rect),
                 &rect);
    }
}

void
layout_assert_in_lanes (LayoutFixture *fixture)
{
  LijnLayout *layout = lijn_layout_of (fixture->map);
  GPtrArray *elements = lijn_project_referrers (fixture->test.project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (fixture->map));

  for (guint i = 0; i < elements->len; i++)
    {
      const LijnLaneBox *lane = lijn_layout_find_lane (layout,
                                                       lijn_element_get_lane (elements->pdata[i]));
      LijnRect rect;

      if (lane == NULL)
        continue;
      lijn_layout_get_element_rect (layout, elements->pdata[i], &rect);
      g_assert_cmpfloat (rect.x, >=, LIJN_GROUND_LEFT);
      g_assert_cmpfloat (rect.y, >=, lane->rect.y);
      g_assert_cmpfloat (rect.y + rect.height, <=, lane->rect.y + lane->rect.height);
    }
}

char *
layout_fixture_dump (LijnLayout *layout)
{
  static const LijnTable tables[] = { LIJN_TABLE_ELEMENT, LIJN_TABLE_FLOW, LIJN_TABLE_INTERFACE,
                                      LIJN_TABLE_FRICTION };
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (lijn_layout_get_map (layout)));
  GString *text = g_string_new (NULL);
  LijnRect bounds = lijn_layout_get_bounds (layout);
  const LijnLaneBox *lanes;
  guint n;

  g_string_append_printf (text, "bounds %.2f %.2f %.2f %.2f\n", bounds.x, bounds.y, bounds.width,
                          bounds.height);
  lanes = lijn_layout_get_lanes (layout, &n);
  for (guint i = 0; i < n; i++)
    dump_rect (text, "lane", LIJN_OBJECT (lanes[i].lane), TRUE, &lanes[i].rect);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = lijn_project_list (project, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (LijnObject) object = g_list_model_get_item (list, j);

          dump_object (text, layout, object);
        }
    }
  return g_string_free (text, FALSE);
}
