/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* At the element under the pointer: an arrow at the right for the next step in its lane, and above and
 * below where another party is. Over an arrow a ghost shows what a click would make; a drag from it
 * makes a flow to where it ends. */

#define DISTANCE 15.0 /* pixels between the shape's edge and an arrow's middle */
#define RADIUS 9.0
#define MOUSE_REACH 11.0
#define TOUCH_REACH 24.0
#define LEAST_ZOOM 0.4 /* below this the arrows would hide the map */

static const LijnHandle all_handles[] = { LIJN_HANDLE_RIGHT, LIJN_HANDLE_ABOVE, LIJN_HANDLE_BELOW };

static LijnElement *
element_with_handles (LijnCanvas *self)
{
  if (self->layout == NULL || self->naming != NULL || !lijn_canvas_can_edit (self) ||
      lijn_view_get_zoom (self->view) < LEAST_ZOOM ||
      lijn_view_get_tool (self->view) == LIJN_TOOL_PAN ||
      lijn_view_get_tool (self->view) == LIJN_TOOL_FRICTION)
    return NULL;
  return self->hovered;
}

/* Whether a party lies above (or below) the one of @element. */
static gboolean
has_neighbour (LijnCanvas *self, LijnElement *element, gboolean above)
{
  LijnParty *party = lijn_element_get_party (element);
  guint n;
  const LijnPartyBox *parties = lijn_layout_get_parties (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (parties[i].party == party)
      return above ? i > 0 : i + 1 < n;
  return FALSE;
}

/* The middle of a handle on the canvas. Returns: whether @element has it. */
static gboolean
place_of (LijnCanvas *self, LijnElement *element, LijnHandle handle, LijnPoint *place)
{
  LijnRect rect;

  if (!lijn_layout_get_element_rect (self->layout, element, &rect))
    return FALSE;
  rect = lijn_canvas_rect_from_map (self, &rect);
  *place = lijn_rect_center (&rect);
  switch (handle)
    {
    case LIJN_HANDLE_RIGHT:
      place->x = rect.x + rect.width + DISTANCE;
      return lijn_element_get_kind (element) != LIJN_ELEMENT_KIND_GROUP;
    case LIJN_HANDLE_ABOVE:
      place->y = rect.y - DISTANCE;
      return has_neighbour (self, element, TRUE);
    case LIJN_HANDLE_BELOW:
      place->y = rect.y + rect.height + DISTANCE;
      return has_neighbour (self, element, FALSE);
    case LIJN_HANDLE_NONE:
    default:
      return FALSE;
    }
}

LijnHandle
lijn_canvas_handle_at (LijnCanvas *self, const LijnPointer *pointer, LijnElement **element)
{
  double reach = pointer->touch ? TOUCH_REACH : MOUSE_REACH;
  LijnPoint place;
  LijnHit hit;

  *element = element_with_handles (self);
  if (lijn_canvas_hit_headers (self, pointer, &hit))
    return LIJN_HANDLE_NONE;
  for (guint i = 0; *element != NULL && i < G_N_ELEMENTS (all_handles); i++)
    if (place_of (self, *element, all_handles[i], &place) &&
        hypot (pointer->x - place.x, pointer->y - place.y) <= reach)
      return all_handles[i];
  return LIJN_HANDLE_NONE;
}

static void
paint_handle (cairo_t *cr, LijnHandle handle, const LijnPoint *place, const LijnColor *fill,
              const LijnColor *line)
{
  const double angles[] = { [LIJN_HANDLE_NONE] = 0,
                            [LIJN_HANDLE_RIGHT] = 0,
                            [LIJN_HANDLE_ABOVE] = -G_PI_2,
                            [LIJN_HANDLE_BELOW] = G_PI_2 };

  cairo_save (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_rotate (cr, angles[handle]);
  cairo_arc (cr, 0, 0, RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, fill->red, fill->green, fill->blue, 0.95);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, line->red, line->green, line->blue);
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.75);
  cairo_move_to (cr, -3.5, 0);
  cairo_line_to (cr, 4, 0);
  cairo_move_to (cr, 0.5, -3.5);
  cairo_line_to (cr, 4, 0);
  cairo_line_to (cr, 0.5, 3.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
lijn_canvas_snapshot_handles (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnElement *element = element_with_handles (self);
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (self->view));
  LijnPartyColors colors;

  if (element == NULL)
    return;
  colors = lijn_palette_for_party (lijn_view_get_palette (self->view),
                                   lijn_element_get_party (element));

  for (guint i = 0; i < G_N_ELEMENTS (all_handles); i++)
    {
      LijnHandle handle = all_handles[i];
      LijnPoint place;
      cairo_t *cr = NULL;

      if (!place_of (self, element, handle, &place))
        continue;
      cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) floor (place.x - RADIUS - 1),
                                         (float) floor (place.y - RADIUS - 1),
                                         (float) (2 * RADIUS + 3), (float) (2 * RADIUS + 3)));
      if (handle == self->hot)
        paint_handle (cr, handle, &place, &colors.hue, &palette->paper);
      else
        paint_handle (cr, handle, &place, &palette->paper, &colors.hue);
      cairo_destroy (cr);
    }
}

LijnWhere
lijn_handle_where (LijnHandle handle)
{
  switch (handle)
    {
    case LIJN_HANDLE_ABOVE:
      return LIJN_ABOVE;
    case LIJN_HANDLE_BELOW:
      return LIJN_BELOW;
    case LIJN_HANDLE_RIGHT:
    case LIJN_HANDLE_NONE:
    default:
      return LIJN_HERE;
    }
}

static void
set_hot (LijnCanvas *self, LijnElement *element, LijnHandle handle)
{
  LijnHandle before = self->hot;

  if (before == handle && self->hovered == element)
    return;
  self->hot = handle;
  if (handle == LIJN_HANDLE_NONE && before != LIJN_HANDLE_NONE)
    lijn_canvas_drop_ghost (self);
  else if (handle != LIJN_HANDLE_NONE)
    lijn_canvas_preview_after (self, element, LIJN_ELEMENT_KIND_STEP, lijn_handle_where (handle));
}

void
lijn_canvas_hover (LijnCanvas *self, const LijnHit *hit)
{
  LijnElement *element = NULL, *with_handle = NULL;
  LijnHandle handle = LIJN_HANDLE_NONE;

  /* On the way to an arrow the pointer leaves the element. */
  if (self->inside)
    handle = lijn_canvas_handle_at (self, &self->pointer, &with_handle);
  if (handle != LIJN_HANDLE_NONE)
    element = with_handle;
  else if (hit->kind == LIJN_HIT_ELEMENT)
    element = LIJN_ELEMENT (hit->object);

  set_hot (self, element, handle);
  if (g_set_object (&self->hovered, element) || handle != LIJN_HANDLE_NONE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
