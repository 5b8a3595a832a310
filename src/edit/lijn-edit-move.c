/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-place.h"

#include <glib/gi18n.h>
#include <math.h>

/* Elements moved, made larger or smaller, put in another lane or turned into another kind. All of
 * these are the same act: elements get a new place and size, and what hangs on them follows. */

typedef struct
{
  LijnElement *element; /* (owned) */
  LijnElementKind kind;
  LijnLane *lane; /* (nullable) */
  LijnRect rect; /* as in the file */
} Place;

static void
place_clear (gpointer data)
{
  g_clear_object (&((Place *) data)->element);
}

static GArray *
places_new (void)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  g_array_set_clear_func (places, place_clear);
  return places;
}

static Place *
add_place (GArray *places, LijnElement *element)
{
  Place place = { g_object_ref (element),
                  lijn_element_get_kind (element),
                  lijn_element_get_lane (element),
                  { lijn_element_get_x (element), lijn_element_get_y (element),
                    lijn_element_get_width (element), lijn_element_get_height (element) } };

  g_array_append_val (places, place);
  return &g_array_index (places, Place, places->len - 1);
}

static gboolean
write_place (LijnEdit *edit, Place *place, GError **error)
{
  return lijn_verb_update (
      edit, place->element,
      LIJN_CELLS (LIJN_TO ("lane", place->lane),
                  LIJN_TEXT ("kind", lijn_element_kind_nicks[place->kind]),
                  LIJN_REAL ("x", place->rect.x), LIJN_REAL ("y", place->rect.y),
                  LIJN_REAL ("width", place->rect.width), LIJN_REAL ("height", place->rect.height)),
      error);
}

/* The flows of @elements may now run inside a party or between two. */
static gboolean
own_interfaces (LijnEdit *edit, GPtrArray *elements, GError **error)
{
  g_autoptr (GPtrArray) flows = lijn_flows_of (elements);

  for (guint i = 0; i < flows->len; i++)
    if (!lijn_own_interface (edit, g_ptr_array_index (flows, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_elsewhere (Place *place)
{
  LijnParty *party = place->lane != NULL ? lijn_lane_get_party (place->lane) : NULL;

  return party != lijn_element_get_party (place->element);
}

/* What comes into a collapsed lane is to be seen there. */
static gboolean
open_lanes (LijnEdit *edit, GArray *places, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (place->lane != lijn_element_get_lane (place->element) &&
          !lijn_open_lane (edit, place->lane, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes @places (Place), and sees to what follows. */
static gboolean
settle (LijnEdit *edit, GArray *places, GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) crossed = g_ptr_array_new ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new (); /* crossed, or of another kind now */
  g_autoptr (LijnBends) bends = NULL;
  g_auto (LijnNeed) need = { 0 };

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      g_ptr_array_add (elements, place->element);
      if (is_elsewhere (place))
        g_ptr_array_add (crossed, place->element);
      if (is_elsewhere (place) || place->kind != lijn_element_get_kind (place->element))
        g_ptr_array_add (changed, place->element);
    }

  bends = lijn_bends_new (elements);
  lijn_need_init (&need);
  if (!open_lanes (edit, places, error))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      lijn_need_add (&need, place->lane, place->rect.y, place->rect.height);
      if (!write_place (edit, place, error))
        return FALSE;
    }
  return lijn_grow_lanes (edit, &need, error) && lijn_verb_flush (edit, error) &&
         lijn_assume_again (edit, crossed, error) && own_interfaces (edit, changed, error) &&
         lijn_group_contents (edit, elements, error) &&
         lijn_follow_flows (edit, elements, bends, error);
}

/* Moving. */

static gboolean
shift (LijnElement *element, double dx, double dy, Place *place, GError **error)
{
  LijnMap *map = lijn_element_get_map (element);
  LijnRect rect;

  if (!lijn_layout_get_element_rect (lijn_layout_of (map), element, &rect))
    {
      /* In a collapsed lane: it stays there. */
      place->rect.x = MAX (lijn_verb_snap (place->rect.x + dx), LIJN_GROUND_LEFT + LIJN_GRID);
      place->rect.y = lijn_stay_below_edge (place->lane, place->rect.y + dy, place->rect.height);
      return TRUE;
    }

  rect.x += dx;
  rect.y += dy;
  if (!lijn_stay_in_lane (map, place->kind, &rect, &place->lane, &place->rect.x, &place->rect.y,
                          error))
    return FALSE;
  /* What is in the lane cannot be seen: it goes below that. */
  if (place->lane != NULL && lijn_lane_get_collapsed (place->lane))
    place->rect.y = lijn_stay_below_edge (place->lane, lijn_lane_reach (place->lane),
                                          place->rect.height);
  return TRUE;
}

/* Adds what is in @element, if that is a group, to be moved by @by too. */
static void
add_contents (GPtrArray *moved, GArray *offsets, GHashTable *seen, LijnElement *element,
              const LijnPoint *by)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (g_object_unref);

  if (lijn_element_get_kind (element) != LIJN_ELEMENT_KIND_GROUP)
    return;
  g_ptr_array_add (contents, g_object_ref (element));
  lijn_add_group_contents (contents);
  for (guint i = 1; i < contents->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (contents, i)))
      {
        g_ptr_array_add (moved, g_object_ref (g_ptr_array_index (contents, i)));
        g_array_append_vals (offsets, by, 1);
      }
}

gboolean
lijn_move_each (LijnEdit *edit, GPtrArray *elements, const LijnPoint *by, GError **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) places = places_new ();

  for (guint i = 0; i < elements->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (elements, i)))
      {
        g_ptr_array_add (moved, g_object_ref (g_ptr_array_index (elements, i)));
        g_array_append_vals (offsets, &by[i], 1);
      }
  for (guint i = 0; i < elements->len; i++)
    add_contents (moved, offsets, seen, g_ptr_array_index (elements, i), &by[i]);

  for (guint i = 0; i < moved->len; i++)
    {
      LijnElement *element = g_ptr_array_index (moved, i);
      const LijnPoint *offset = &g_array_index (offsets, LijnPoint, i);

      if (!shift (element, offset->x, offset->y, add_place (places, element), error))
        return FALSE;
    }
  return settle (edit, places, error);
}

static char *
label_for_moving (guint n)
{
  return n == 1 ? g_strdup (_ ("Move"))
                : g_strdup_printf (ngettext ("Move %u element", "Move %u elements", n), n);
}

gboolean
lijn_edit_move (GPtrArray *elements, double dx, double dy, GError **error)
{
  g_autofree LijnPoint *by = g_new (LijnPoint, elements->len + 1);
  g_autoptr (GHashTable) different = g_hash_table_new (NULL, NULL);
  g_autofree char *label = NULL;
  g_autoptr (LijnEdit) edit = NULL;

  if (elements->len == 0)
    return TRUE;

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (different, g_ptr_array_index (elements, i));
  label = label_for_moving (g_hash_table_size (different));
  edit = lijn_verb_begin (g_ptr_array_index (elements, 0), label, error);
  if (edit == NULL)
    return FALSE;

  /* Steps of the grid keep what is in line in line. */
  for (guint i = 0; i < elements->len; i++)
    by[i] = (LijnPoint){ lijn_verb_snap (dx), lijn_verb_snap (dy) };
  return lijn_move_each (edit, elements, by, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_put_in_lane (LijnEdit *edit, GPtrArray *elements, LijnLane *lane, double dy, GError **error)
{
  g_autoptr (GArray) places = places_new ();

  for (guint i = 0; i < elements->len; i++)
    {
      Place *place = add_place (places, g_ptr_array_index (elements, i));

      place->lane = lane;
      place->rect.y = lijn_stay_below_edge (lane, place->rect.y + dy, place->rect.height);
    }
  return settle (edit, places, error);
}

/* Size. */

#define LEAST_SIZE 16.0

gboolean
lijn_edit_resize (LijnElement *element, double x, double y, double width, double height,
                  GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (element, _ ("Resize"), error);
  g_autoptr (GArray) places = places_new ();
  Place *place;

  if (edit == NULL)
    return FALSE;

  place = add_place (places, element);
  place->rect.width = MAX (lijn_verb_snap (width), LEAST_SIZE);
  place->rect.height = MAX (lijn_verb_snap (height), LEAST_SIZE);
  place->rect.x = lijn_verb_snap (x);
  place->rect.y = lijn_stay_below_edge (place->lane, y, place->rect.height);
  return settle (edit, places, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* Another lane. */

/* Keeps its place in the lane, or, coming from beside the lanes, starts at the lane's top. */
gboolean
lijn_element_put (LijnElement *element, LijnLane *lane, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (element, _ ("Move to lane"), error);
  g_autoptr (GArray) places = places_new ();
  LijnRect rect = { 0 };
  Place *place;

  if (edit == NULL || !lijn_rules_contain (lijn_element_get_kind (element), lane, error))
    return FALSE;

  place = add_place (places, element);
  lijn_layout_get_element_rect (lijn_layout_of (lijn_element_get_map (element)), element, &rect);
  if (lane == NULL)
    place->rect.y = rect.y;
  else if (place->lane == NULL)
    place->rect.y = 0;
  place->lane = lane;
  place->rect.y = lijn_stay_below_edge (lane, place->rect.y, place->rect.height);
  return settle (edit, places, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* Another kind. */

/* A shape of its kind's size gets the new kind's, about the same centre. */
gboolean
lijn_element_turn_into (LijnElement *element, LijnElementKind kind, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (element, _ ("Change kind"), error);
  g_autoptr (GArray) places = places_new ();
  LijnRect old = { 0 };
  Place *place;
  double width, height;

  if (edit == NULL || !lijn_rules_contain (kind, lijn_element_get_lane (element), error))
    return FALSE;

  place = add_place (places, element);
  place->kind = kind;
  old = place->rect;
  lijn_place_default_size (lijn_element_get_kind (element), &width, &height);
  if (fabs (old.width - width) < 1 && fabs (old.height - height) < 1)
    {
      lijn_place_default_size (kind, &place->rect.width, &place->rect.height);
      place->rect.x = lijn_verb_snap (old.x + (old.width - place->rect.width) / 2);
      place->rect.y = lijn_stay_below_edge (
          place->lane, old.y + (old.height - place->rect.height) / 2, place->rect.height);
    }
  return settle (edit, places, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
}
