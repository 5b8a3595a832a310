/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn-reader.h"

#include <math.h>
#include <string.h>

/* The diagram interchange: where shapes and edges are, in pixels from any origin. A drawing whose
 * lanes run from top to bottom is turned, so that everything after this sees lanes that run from
 * left to right: x and y change places for the middles of things and for the points of edges.
 * Elements keep their own width and height; what encloses others is turned whole. */

#define FARTHEST 3e6

static void
edge_free (LijnBpmnEdge *edge)
{
  g_free (edge->points);
  g_free (edge);
}

void
lijn_bpmn_diagram_free (LijnBpmnDiagram *diagram)
{
  g_ptr_array_unref (diagram->shapes);
  g_hash_table_unref (diagram->shape_of);
  g_hash_table_unref (diagram->edge_of);
  g_free (diagram);
}

static gboolean
read_number (const xmlNode *xml, const char *name, double *number)
{
  g_autofree char *text = lijn_bpmn_attribute (xml, name);
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && fabs (*number) <= FARTHEST; /* false for NAN too */
}

static xmlNode *
find_child (const xmlNode *xml, const char *name)
{
  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;
  return NULL;
}

static LijnBpmnThing *
find_drawn (LijnBpmn *bpmn, const xmlNode *xml)
{
  g_autofree char *ref = lijn_bpmn_attribute (xml, "bpmnElement");

  return lijn_bpmn_find (bpmn, ref);
}

/* A diagram's name that is only an id says nothing. */
static const char *
name_of (LijnBpmnReader *reader, const xmlNode *xml)
{
  g_autofree char *name = lijn_bpmn_attribute (xml, "name");
  g_autofree char *id = lijn_bpmn_attribute (xml, "id");

  return lijn_bpmn_keep_line (reader, strcmp (name, id) != 0 ? name : "");
}

static void
read_shape (LijnBpmn *bpmn, LijnBpmnDiagram *diagram, const xmlNode *xml, GHashTable *by_id)
{
  LijnBpmnThing *thing = find_drawn (bpmn, xml);
  const xmlNode *bounds = find_child (xml, "Bounds");
  g_autofree char *horizontal = lijn_bpmn_attribute (xml, "isHorizontal");
  g_autofree char *id = lijn_bpmn_attribute (xml, "id");
  LijnBpmnShape *shape;
  LijnRect rect;

  if (thing == NULL || bounds == NULL || !read_number (bounds, "x", &rect.x) ||
      !read_number (bounds, "y", &rect.y) || !read_number (bounds, "width", &rect.width) ||
      !read_number (bounds, "height", &rect.height) || rect.width < 0 || rect.height < 0)
    {
      lijn_bpmn_leave_out (bpmn, "#shape");
      return;
    }
  if (g_hash_table_contains (diagram->shape_of, thing))
    return;
  shape = g_new0 (LijnBpmnShape, 1);
  shape->thing = thing;
  shape->rect = rect;
  shape->upright = strcmp (horizontal, "false") == 0;
  g_ptr_array_add (diagram->shapes, shape);
  g_hash_table_insert (diagram->shape_of, thing, shape);
  g_hash_table_insert (by_id, g_steal_pointer (&id), thing);
}

static void
read_edge (LijnBpmn *bpmn, LijnBpmnDiagram *diagram, const xmlNode *xml)
{
  LijnBpmnThing *thing = find_drawn (bpmn, xml);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  LijnBpmnEdge *edge;

  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    {
      LijnPoint point;

      if (child->type == XML_ELEMENT_NODE && g_str_equal (child->name, "waypoint") &&
          read_number (child, "x", &point.x) && read_number (child, "y", &point.y))
        g_array_append_val (points, point);
    }
  if (thing == NULL || thing->type != LIJN_BPMN_FLOW || points->len < 2)
    {
      lijn_bpmn_leave_out (bpmn, "#edge");
      return;
    }
  edge = g_new0 (LijnBpmnEdge, 1);
  edge->flow = (LijnBpmnFlow *) thing;
  edge->n = points->len;
  edge->points = (LijnPoint *) (gpointer) g_array_steal (points, NULL);
  g_hash_table_insert (diagram->edge_of, edge->flow, edge);
}

static gboolean
is_field (const LijnBpmnShape *shape)
{
  return shape->thing->type != LIJN_BPMN_NODE;
}

/* Which way the lanes run: as most pools and lanes say. */
static gboolean
is_upright (LijnBpmnDiagram *diagram)
{
  guint n = 0, n_upright = 0;

  for (guint i = 0; i < diagram->shapes->len; i++)
    {
      const LijnBpmnShape *shape = g_ptr_array_index (diagram->shapes, i);

      n += is_field (shape);
      n_upright += is_field (shape) && shape->upright;
    }
  return n_upright * 2 > n;
}

/* Whether it encloses other shapes, and so is turned whole. A sub-process as small as a task is
 * closed. */
static gboolean
encloses (const LijnBpmnShape *shape)
{
  const LijnBpmnNode *node = (const LijnBpmnNode *) shape->thing;

  return is_field (shape) || node->kind == LIJN_ELEMENT_KIND_GROUP ||
         (node->composite && (shape->rect.width > 130 || shape->rect.height > 110));
}

static void
turn (LijnBpmnDiagram *diagram)
{
  GHashTableIter edges;
  gpointer edge;

  diagram->turned = TRUE;
  for (guint i = 0; i < diagram->shapes->len; i++)
    {
      LijnBpmnShape *shape = g_ptr_array_index (diagram->shapes, i);
      LijnRect *rect = &shape->rect;
      LijnPoint center = lijn_rect_center (rect);

      if (encloses (shape))
        *rect = (LijnRect){ rect->y, rect->x, rect->height, rect->width };
      else
        *rect = (LijnRect){ center.y - rect->width / 2, center.x - rect->height / 2, rect->width,
                            rect->height };
    }
  g_hash_table_iter_init (&edges, diagram->edge_of);
  while (g_hash_table_iter_next (&edges, NULL, &edge))
    for (guint i = 0; i < ((LijnBpmnEdge *) edge)->n; i++)
      {
        LijnPoint *point = &((LijnBpmnEdge *) edge)->points[i];

        *point = (LijnPoint){ point->y, point->x };
      }
}

/* An edge may tell which shapes it runs between where the model does not, or names data that is not
 * drawn. */
static void
mend_end (LijnBpmn *bpmn, LijnBpmnDiagram *diagram, const xmlNode *xml, const char *name,
          GHashTable *by_id, LijnBpmnThing **end)
{
  g_autofree char *ref = lijn_bpmn_attribute (xml, name);
  gboolean known = *end != NULL &&
                   (g_hash_table_contains (diagram->shape_of, *end) ||
                    (*end)->type != LIJN_BPMN_NODE || !((LijnBpmnNode *) *end)->shy);
  LijnBpmnThing *drawn;

  if (known || *ref == '\0')
    return;
  drawn = g_hash_table_lookup (by_id, ref);
  if (drawn == NULL)
    drawn = lijn_bpmn_find (bpmn, ref);
  if (drawn != NULL && drawn->type == LIJN_BPMN_NODE)
    *end = drawn;
}

static void
mend_edges (LijnBpmn *bpmn, LijnBpmnDiagram *diagram, const xmlNode *plane, GHashTable *by_id)
{
  for (xmlNode *child = plane->children; child != NULL; child = child->next)
    {
      LijnBpmnThing *thing;

      if (child->type != XML_ELEMENT_NODE || !g_str_equal (child->name, "BPMNEdge"))
        continue;
      thing = find_drawn (bpmn, child);
      if (thing == NULL || thing->type != LIJN_BPMN_FLOW)
        continue;
      mend_end (bpmn, diagram, child, "sourceElement", by_id, &((LijnBpmnFlow *) thing)->source);
      mend_end (bpmn, diagram, child, "targetElement", by_id, &((LijnBpmnFlow *) thing)->target);
    }
}

static void
read_plane (LijnBpmn *bpmn, LijnBpmnDiagram *diagram, const xmlNode *plane)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  diagram->plane = find_drawn (bpmn, plane);
  for (xmlNode *child = plane->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal (child->name, "BPMNShape"))
        read_shape (bpmn, diagram, child, by_id);
      else if (g_str_equal (child->name, "BPMNEdge"))
        read_edge (bpmn, diagram, child);
    }
  mend_edges (bpmn, diagram, plane, by_id);
  if (is_upright (diagram))
    turn (diagram);
}

void
lijn_bpmn_read_diagrams (LijnBpmn *self, xmlNode *definitions)
{
  for (xmlNode *child = definitions->children; child != NULL; child = child->next)
    {
      LijnBpmnReader reader = { .bpmn = self };
      LijnBpmnDiagram *diagram;
      xmlNode *plane;

      if (child->type != XML_ELEMENT_NODE || !g_str_equal (child->name, "BPMNDiagram"))
        continue;
      diagram = g_new0 (LijnBpmnDiagram, 1);
      diagram->name = name_of (&reader, child);
      diagram->shapes = g_ptr_array_new_with_free_func (g_free);
      diagram->shape_of = g_hash_table_new (NULL, NULL);
      diagram->edge_of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) edge_free);
      g_ptr_array_add (self->diagrams, diagram);
      plane = find_child (child, "BPMNPlane");
      if (plane != NULL)
        read_plane (self, diagram, plane);
    }
}
