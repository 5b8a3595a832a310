/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-measure.h"

#include <string.h>

/* Room for names. The painter wraps a name inside its shape and shrinks it a little; what then still
 * does not fit makes the shape grow: where there is room around it, or else by moving what lies below
 * it in its lane. A lane and a party's band, whose names lie on their side, grow downwards. */

#define LEAST_SHARE 0.84 /* of its size, to which a name is shrunk at most */
#define PADDING 8.0
#define SIGN_PADDING 20.0 /* where a sign stands in a corner */
#define NOTE_PADDING 22.0 /* left and right together */
#define LINE_PADDING 12.0 /* above and below together */
#define CLEAR 8.0 /* kept between shapes */
#define WIDER 48.0
#define SIDE_WIDTH 31.0 /* across a lane's header or a party's band, for names */
#define SIDE_PADDING 12.0
#define BAND_SHARE 1.08 /* a band's name is set a little larger than its style is */
#define LONGEST_SIDE 480.0

static gboolean
has_sign (LijnElement *element)
{
  return lijn_element_get_marker (element) != LIJN_MARKER_NONE ||
         lijn_element_get_detail (element) != NULL || lijn_element_get_private_to (element) != NULL;
}

static double
get_padding (LijnElement *element)
{
  if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_NOTE)
    return NOTE_PADDING;
  return 2 * (has_sign (element) ? SIGN_PADDING : PADDING);
}

static LijnTypeStyle
get_style (LijnElement *element)
{
  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_NOTE ? LIJN_TYPE_LABEL
                                                                   : LIJN_TYPE_BODY;
}

/* Of a shape so wide that no word is broken, if a word is not longer than a name can be. */
static double
least_width (LijnElement *element)
{
  g_auto (GStrv) words = g_strsplit_set (lijn_element_get_name (element), " \n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double width, height;

      lijn_type_measure (get_style (element), words[i], -1, 0, &width, &height);
      widest = MAX (widest, width);
    }
  return MIN (widest * LEAST_SHARE + get_padding (element) + 2, 3 * LIJN_STEP_WIDTH);
}

static double
least_height (LijnElement *element, double width)
{
  double inner = MAX (width - get_padding (element), 16) / LEAST_SHARE;
  double w, height;

  lijn_type_measure (get_style (element), lijn_element_get_name (element), inner, 0, &w, &height);
  return height * LEAST_SHARE + LINE_PADDING;
}

/* Whether the name fits already, as a quick measure tells that is never too small: most names do, and
 * an import has thousands. */
static gboolean
fits_surely (LijnElement *element, const LijnRect *now)
{
  const char *name = lijn_element_get_name (element);
  double inner = (now->width - get_padding (element) - 2) / LEAST_SHARE;
  g_auto (GStrv) words = g_strsplit_set (name, " \n", -1);
  double width, height;

  if (inner <= 0 || strchr (name, '\n') != NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      lijn_measure (get_style (element), words[i], G_MAXINT, 0, &width, &height);
      if (width > inner)
        return FALSE;
    }
  lijn_measure (get_style (element), name, inner, 0, &width, &height);
  return height * LEAST_SHARE + LINE_PADDING <= now->height;
}

static double
on_grid (double value)
{
  double steps = value / LIJN_GRID;

  return LIJN_GRID * (steps - (double) (gint64) steps > 1e-6 ? (double) (gint64) steps + 1
                                                             : (double) (gint64) steps);
}

/* Whether @rect, in map coordinates, keeps clear of all other shapes but groups. */
static gboolean
is_free (LijnLayout *layout, LijnElement *element, const LijnRect *rect)
{
  LijnRect around = lijn_rect_grow (rect, CLEAR);
  g_autoptr (GPtrArray) near = lijn_layout_find_in (layout, &around);

  for (guint i = 0; i < near->len; i++)
    {
      LijnObject *other = g_ptr_array_index (near, i);
      LijnRect theirs;

      if (!LIJN_IS_ELEMENT (other) || other == LIJN_OBJECT (element) ||
          lijn_element_get_kind (LIJN_ELEMENT (other)) == LIJN_ELEMENT_KIND_GROUP ||
          !lijn_layout_get_element_rect (layout, LIJN_ELEMENT (other), &theirs))
        continue;
      if (lijn_rect_intersects (&around, &theirs))
        return FALSE;
    }
  return TRUE;
}

/* The first way to grow from @now to @width and @height that is free: to all sides, then to two. */
static gboolean
find_room (LijnLayout *layout, LijnElement *element, const LijnRect *now, double width,
           double height, LijnRect *grown)
{
  static const double shares[][2] = { { 0.5, 0.5 }, { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      LijnRect rect = { now->x - (width - now->width) * shares[i][0],
                        now->y - (height - now->height) * shares[i][1], width, height };

      if (!is_free (layout, element, &rect))
        continue;
      *grown = rect;
      return TRUE;
    }
  *grown = (LijnRect){ now->x, now->y, width, height };
  return FALSE;
}

gboolean
lijn_fit_find (LijnElement *element, LijnRect *grown, gboolean *free)
{
  LijnElementKind kind = lijn_element_get_kind (element);
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));
  double width, height;
  LijnRect now;

  if ((kind != LIJN_ELEMENT_KIND_STEP && kind != LIJN_ELEMENT_KIND_NOTE) ||
      !lijn_layout_get_element_rect (layout, element, &now) || fits_surely (element, &now))
    return FALSE;
  width = MAX (now.width, on_grid (least_width (element)));
  height = MAX (now.height, on_grid (least_height (element, width)));
  if (width <= now.width && height <= now.height)
    return FALSE;

  *free = find_room (layout, element, &now, width, height, grown);
  if (!*free && height > now.height)
    {
      /* Wider, it need not be so high. */
      double lower = MAX (now.height, on_grid (least_height (element, width + WIDER)));

      *free = find_room (layout, element, &now, width + WIDER, lower, grown);
      if (!*free)
        *grown = (LijnRect){ now.x, now.y, width, height };
    }
  /* As in the file: from the top of its lane. */
  grown->y += lijn_element_get_y (element) - now.y;
  grown->x += lijn_element_get_x (element) - now.x;
  return TRUE;
}

/* What lies below @element in its lane, to be moved out of the way. (transfer container) */
static GPtrArray *
list_below (LijnElement *element)
{
  LijnLane *lane = lijn_element_get_lane (element);
  double bottom = lijn_element_get_y (element) + lijn_element_get_height (element);
  GPtrArray *below = g_ptr_array_new ();
  GPtrArray *all = lane != NULL
                       ? lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (element)),
                                                 LIJN_TABLE_ELEMENT, "lane", LIJN_OBJECT (lane))
                       : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (lijn_element_get_y (g_ptr_array_index (all, i)) >= bottom - 1)
      g_ptr_array_add (below, g_ptr_array_index (all, i));
  return below;
}

static gboolean
fit_element (LijnElement *element, GError **error)
{
  g_autoptr (GPtrArray) below = NULL;
  LijnRect grown;
  gboolean free;
  double more;

  if (!lijn_fit_find (element, &grown, &free))
    return TRUE;
  more = grown.height - lijn_element_get_height (element);
  below = !free && more > 0 ? list_below (element) : g_ptr_array_new ();
  return (below->len == 0 || lijn_edit_move (below, 0, more, error)) &&
         lijn_edit_resize (element, grown.x, grown.y, grown.width, grown.height, error);
}

/* How long a side must be for @name to lie along it, in two lines at most. */
static double
least_side (LijnTypeStyle style, const char *name)
{
  double whole, one;

  lijn_type_measure (style, name, -1, 0, &whole, &one);
  for (double side = LIJN_GRID; side < LONGEST_SIDE; side += LIJN_GRID)
    {
      double inner = MAX (side - SIDE_PADDING, 1) / LEAST_SHARE;
      double width, height;

      if (whole / 2 > inner) /* two lines cannot hold it */
        continue;
      if (whole <= inner && one * LEAST_SHARE <= SIDE_WIDTH)
        return side;
      lijn_type_measure (style, name, inner, 0, &width, &height);
      if (height * LEAST_SHARE <= SIDE_WIDTH && width <= inner + 1)
        return side;
    }
  return LONGEST_SIDE;
}

double
lijn_fit_lane_height (LijnLane *lane)
{
  return least_side (LIJN_TYPE_BODY, lijn_lane_get_name (lane));
}

static gboolean
fit_lane (LijnLane *lane, GError **error)
{
  double side = lijn_fit_lane_height (lane);

  return lijn_lane_get_collapsed (lane) || side <= lijn_lane_get_height (lane) ||
         lijn_edit_resize_lane (lane, side, error);
}

/* Its lowest lane on each map takes what lacks. */
static gboolean
fit_party (LijnParty *party, GError **error)
{
  GListModel *maps = lijn_project_list (lijn_object_get_project (LIJN_OBJECT (party)),
                                        LIJN_TABLE_MAP);
  double side = BAND_SHARE * least_side (LIJN_TYPE_STRONG, lijn_party_get_name (party));

  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);
      g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);
      LijnLane *lowest = NULL;
      double height = 0;

      for (guint j = 0; j < lanes->len; j++)
        if (lijn_lane_get_party (g_ptr_array_index (lanes, j)) == party)
          {
            lowest = g_ptr_array_index (lanes, j);
            height += lijn_lane_get_height (lowest);
          }
      if (lowest != NULL && !lijn_lane_get_collapsed (lowest) && height < side &&
          !lijn_edit_resize_lane (lowest, lijn_lane_get_height (lowest) + side - height, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_fit_name (LijnObject *object, GError **error)
{
  if (LIJN_IS_ELEMENT (object))
    return fit_element (LIJN_ELEMENT (object), error);
  if (LIJN_IS_LANE (object))
    return fit_lane (LIJN_LANE (object), error);
  if (LIJN_IS_PARTY (object))
    return fit_party (LIJN_PARTY (object), error);
  return TRUE;
}
