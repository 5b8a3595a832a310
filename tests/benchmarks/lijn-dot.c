/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-dot.h"

#include "lijn-edit.h"

#include <gio/gio.h>
#include <math.h>

/* The graph as dot reads it, and what `dot -Tplain` answers: a line a node (name, centre, size) and
 * a line an edge (tail, head, the control points of its curve, of which every third lies on it), all
 * in inches. */

#define INCH 72.0

gboolean
lijn_dot_is_there (void)
{
  g_autofree char *path = g_find_program_in_path ("dot");

  return path != NULL;
}

static gboolean
takes_part (LijnElement *element)
{
  return lijn_element_get_kind (element) != LIJN_ELEMENT_KIND_GROUP &&
         lijn_element_get_lane (element) != NULL;
}

static GPtrArray *
members (LijnMap *map, LijnTable table)
{
  return lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (map)), table, "map",
                                 LIJN_OBJECT (map));
}

static void
write_node (GString *graph, LijnElement *element)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.4f", lijn_element_get_width (element) / INCH);
  g_ascii_formatd (height, sizeof height, "%.4f", lijn_element_get_height (element) / INCH);
  g_string_append_printf (graph, "  \"%s\" [width=%s, height=%s];\n",
                          lijn_object_get_id (LIJN_OBJECT (element)), width, height);
}

static void
write_lane (GString *graph, LijnLane *lane, guint number)
{
  GPtrArray *elements = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (lane)),
                                                LIJN_TABLE_ELEMENT, "lane", LIJN_OBJECT (lane));

  g_string_append_printf (graph, "  subgraph cluster_%u {\n", number);
  for (guint i = 0; i < elements->len; i++)
    if (takes_part (elements->pdata[i]))
      write_node (graph, elements->pdata[i]);
  g_string_append (graph, "  }\n");
}

static char *
write_graph (LijnMap *map, gboolean lanes)
{
  GString *graph = g_string_new ("digraph {\n  rankdir=LR; splines=ortho; ranksep=0.66;\n"
                                 "  nodesep=0.39; node [shape=box, fixedsize=true, label=\"\"];\n");
  GPtrArray *elements = members (map, LIJN_TABLE_ELEMENT);
  GPtrArray *flows = members (map, LIJN_TABLE_FLOW);
  g_autoptr (GPtrArray) all = lijn_map_list_lanes (map);

  for (guint i = 0; lanes && i < all->len; i++)
    write_lane (graph, g_ptr_array_index (all, i), i);
  for (guint i = 0; !lanes && i < elements->len; i++)
    if (takes_part (elements->pdata[i]))
      write_node (graph, elements->pdata[i]);
  for (guint i = 0; i < flows->len; i++)
    if (takes_part (lijn_flow_get_source (flows->pdata[i])) &&
        takes_part (lijn_flow_get_target (flows->pdata[i])))
      g_string_append_printf (
          graph, "  \"%s\" -> \"%s\";\n",
          lijn_object_get_id (LIJN_OBJECT (lijn_flow_get_source (flows->pdata[i]))),
          lijn_object_get_id (LIJN_OBJECT (lijn_flow_get_target (flows->pdata[i]))));
  g_string_append (graph, "}\n");
  return g_string_free (graph, FALSE);
}

/* The points on the curve, without those that are no bends. */
static void
read_edge (char **words, guint n_words, GArray *lines)
{
  guint n = (guint) g_ascii_strtoull (words[3], NULL, 10);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  LayoutLine line = { 0 };

  for (guint i = 0; i < n && 5 + 2 * i < n_words; i += 3)
    {
      LijnPoint at = { g_ascii_strtod (words[4 + 2 * i], NULL) * INCH,
                       g_ascii_strtod (words[5 + 2 * i], NULL) * INCH };
      const LijnPoint *before = &g_array_index (points, LijnPoint, MAX (points->len, 2) - 2);

      if (points->len >= 2 &&
          ((fabs (before[0].x - before[1].x) < 0.1 && fabs (before[1].x - at.x) < 0.1) ||
           (fabs (before[0].y - before[1].y) < 0.1 && fabs (before[1].y - at.y) < 0.1)))
        g_array_set_size (points, points->len - 1);
      g_array_append_val (points, at);
    }
  line.n = points->len;
  line.points = (LijnPoint *) (void *) g_array_free (g_steal_pointer (&points), FALSE);
  g_array_append_val (lines, line);
}

static guint
count_overlaps (const GArray *nodes)
{
  guint overlaps = 0;

  for (guint i = 0; i < nodes->len; i++)
    for (guint j = i + 1; j < nodes->len; j++)
      {
        LijnRect inner = lijn_rect_grow (&g_array_index (nodes, LijnRect, i), -0.5);

        overlaps += lijn_rect_intersects (&inner, &g_array_index (nodes, LijnRect, j)) ? 1 : 0;
      }
  return overlaps;
}

static void
read_answer (const char *answer, LayoutMeasure *measure)
{
  g_auto (GStrv) rows = g_strsplit (answer, "\n", -1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LayoutLine));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LijnRect));

  *measure = (LayoutMeasure){ 0 };
  for (char **row = rows; *row != NULL; row++)
    {
      g_auto (GStrv) words = g_strsplit (*row, " ", -1);
      guint n = g_strv_length (words);

      if (n > 3 && g_str_equal (words[0], "graph"))
        {
          measure->width = g_ascii_strtod (words[2], NULL) * INCH;
          measure->height = g_ascii_strtod (words[3], NULL) * INCH;
        }
      else if (n > 5 && g_str_equal (words[0], "node"))
        {
          LijnRect rect = { 0, 0, g_ascii_strtod (words[4], NULL) * INCH,
                            g_ascii_strtod (words[5], NULL) * INCH };

          rect.x = g_ascii_strtod (words[2], NULL) * INCH - rect.width / 2;
          rect.y = g_ascii_strtod (words[3], NULL) * INCH - rect.height / 2;
          g_array_append_val (nodes, rect);
        }
      else if (n > 5 && g_str_equal (words[0], "edge"))
        read_edge (words, n, lines);
    }
  measure->elements = nodes->len;
  measure->overlaps = count_overlaps (nodes);
  layout_measure_lines (measure, (const LayoutLine *) (void *) lines->data, lines->len);
  for (guint i = 0; i < lines->len; i++)
    g_free (g_array_index (lines, LayoutLine, i).points);
}

gboolean
lijn_dot_measure (LijnMap *map, gboolean lanes, LayoutMeasure *measure, double *time)
{
  g_autofree char *graph = write_graph (map, lanes);
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) dot = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!lijn_dot_is_there ())
    return FALSE;
  dot = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                              G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                          NULL, "dot", "-Tplain", NULL);
  if (dot == NULL || !g_subprocess_communicate_utf8 (dot, graph, NULL, &answer, NULL, NULL) ||
      !g_subprocess_get_successful (dot))
    return FALSE;
  *time = (double) (g_get_monotonic_time () - start) / 1000;
  read_answer (answer, measure);
  return TRUE;
}
