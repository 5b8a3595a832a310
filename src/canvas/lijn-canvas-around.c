/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* What hangs on a thing, one after another by one key: the flows of an element, each with its
 * interface and friction points, then the friction points on the element itself, and round again.
 * So is reached by keys what lies between the things that arrow keys walk along.
 *
 * The ring belongs to the thing one started from. It is found anew each time, since the map may
 * have changed; it is left as soon as something that is not in it is selected. */

static GPtrArray *
referrers (LijnObject *to, LijnTable table, const char *column)
{
  return lijn_project_referrers (lijn_object_get_project (to), table, column, to);
}

static void
add (LijnCanvas *self, GPtrArray *ring, gpointer object)
{
  LijnRect rect;

  if (object != NULL && !g_ptr_array_find (ring, object, NULL) &&
      lijn_layout_get_object_bounds (self->layout, object, &rect))
    g_ptr_array_add (ring, object);
}

static void
add_frictions (LijnCanvas *self, GPtrArray *ring, LijnObject *anchor, const char *column)
{
  GPtrArray *frictions = referrers (anchor, LIJN_TABLE_FRICTION, column);

  for (guint i = 0; i < frictions->len; i++)
    add (self, ring, g_ptr_array_index (frictions, i));
}

static void
add_interface (LijnCanvas *self, GPtrArray *ring, LijnInterface *interface)
{
  if (interface == NULL)
    return;
  add (self, ring, interface);
  add_frictions (self, ring, LIJN_OBJECT (interface), "interface");
}

static void
add_flow (LijnCanvas *self, GPtrArray *ring, LijnFlow *flow)
{
  add (self, ring, flow);
  add_frictions (self, ring, LIJN_OBJECT (flow), "flow");
  add_interface (self, ring, lijn_flow_get_interface (flow));
}

/* By where they lead to or come from, from left to right and from top to bottom. */
static int
compare_flows (gconstpointer a, gconstpointer b, gpointer data)
{
  LijnCanvas *self = data;
  LijnRect one = { 0 }, other = { 0 };

  lijn_layout_get_object_bounds (self->layout, *(LijnObject *const *) a, &one);
  lijn_layout_get_object_bounds (self->layout, *(LijnObject *const *) b, &other);
  if (one.x < other.x || one.x > other.x)
    return one.x < other.x ? -1 : 1;
  return one.y < other.y ? -1 : one.y > other.y;
}

static void
add_flows (LijnCanvas *self, GPtrArray *ring, LijnObject *of, const char *column)
{
  GPtrArray *all = referrers (of, LIJN_TABLE_FLOW, column);
  g_autoptr (GPtrArray) flows = g_ptr_array_sized_new (all->len);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (flows, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (flows, compare_flows, self);
  for (guint i = 0; i < flows->len; i++)
    add_flow (self, ring, g_ptr_array_index (flows, i));
}

static GPtrArray *
ring_of (LijnCanvas *self, LijnObject *center)
{
  GPtrArray *ring = g_ptr_array_new ();

  add (self, ring, center);
  if (LIJN_IS_ELEMENT (center))
    {
      add_flows (self, ring, center, "source");
      add_flows (self, ring, center, "target");
      add_frictions (self, ring, center, "element");
    }
  else if (LIJN_IS_FLOW (center))
    add_flow (self, ring, LIJN_FLOW (center));
  else if (LIJN_IS_INTERFACE (center))
    {
      add_frictions (self, ring, center, "interface");
      add_flows (self, ring, center, "interface");
    }
  else if (LIJN_IS_LANE (center))
    add_frictions (self, ring, center, "lane");
  return ring;
}

/* A friction point hangs itself. */
static LijnObject *
center_for (LijnObject *selected)
{
  LijnObject *anchor = LIJN_IS_FRICTION (selected)
                           ? lijn_friction_get_anchor (LIJN_FRICTION (selected))
                           : NULL;

  return anchor != NULL ? anchor : selected;
}

/* The ring that @selected is in, from where one started. */
static GPtrArray *
present_ring (LijnCanvas *self, LijnObject *selected)
{
  if (self->ring_center != NULL && !lijn_object_is_gone (self->ring_center))
    {
      g_autoptr (GPtrArray) ring = ring_of (self, self->ring_center);

      if (g_ptr_array_find (ring, selected, NULL))
        return g_steal_pointer (&ring);
    }
  g_set_object (&self->ring_center, center_for (selected));
  return ring_of (self, self->ring_center);
}

void
lijn_canvas_go_around (LijnCanvas *self, int step)
{
  LijnObject *selected = self->layout != NULL ? lijn_view_get_selected (self->view) : NULL;
  g_autoptr (GPtrArray) ring = NULL;
  guint at = 0;

  if (selected == NULL || self->free_hand)
    return;
  ring = present_ring (self, selected);
  if (ring->len < 2 || !g_ptr_array_find (ring, selected, &at))
    return;
  at = (at + ring->len + (guint) (step + (int) ring->len)) % ring->len;
  lijn_view_select (self->view, g_ptr_array_index (ring, at));
  lijn_canvas_reveal (self, g_ptr_array_index (ring, at));
}
