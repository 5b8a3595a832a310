/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-clip-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "lijn-edit.h"
#include "lijn-place.h"
#include "lijn-rules.h"
#include "lijn-text.h"

/* Pasting: new elements with new ids from the rows of a clip, in the lanes that fit, with the flows
 * between them; a hand-over gets an interface of its own with what was known of the one copied, but
 * without signatures, which were for that one. All through the verbs, so that their rules hold
 * whatever a clip from elsewhere says. */

#define FARTHEST 1e6 /* points that a place may be off */
#define ROW_GAP 28.0 /* between what comes from two lanes and goes to one */

typedef struct
{
  LijnClip *clip;
  LijnMap *map;
  LijnLane *given; /* (nullable) */
  gboolean home; /* in the project where it was copied */
  gboolean to_given; /* all that comes from a lane goes to the given one */
  double dx, dy;
  GHashTable *lanes; /* id of a lane row to LijnLane */
  GHashTable *drops; /* id of a lane row to double *: how much further down it goes */
  GHashTable *made; /* id of an element row to LijnElement */
  GHashTable *hung; /* id of an interface row to LijnInterface */
} Paste;

static gboolean
is_home (LijnClip *self, LijnMap *map)
{
  g_autoptr (LijnProject) home = g_weak_ref_get (&self->home);

  return home != NULL && home == lijn_object_get_project (LIJN_OBJECT (map));
}

static gboolean
takes (const Paste *paste, const LijnClipRow *row)
{
  return paste->home || row->shared;
}

guint
lijn_clip_count_held_back (LijnClip *self, LijnMap *map)
{
  guint n = 0;

  for (guint i = 0; !is_home (self, map) && i < self->elements->len; i++)
    n += !((LijnClipRow *) g_ptr_array_index (self->elements, i))->shared;
  return n;
}

/* Lanes. */

static gboolean
same_name (const char *one, const char *other)
{
  g_autofree char *first = lijn_text_fold (one);
  g_autofree char *second = lijn_text_fold (other);

  return g_str_equal (first, second);
}

/* How well @lane stands for @row: by its party's role and its name, best of a party of that name. */
static guint
likeness (const Paste *paste, LijnLane *lane, const LijnClipRow *row)
{
  const LijnClipRow *from = lijn_clip_find_row (paste->clip->parties,
                                                lijn_clip_row_get (row, "party"));
  LijnParty *party = lijn_lane_get_party (lane);

  if (from == NULL || !same_name (lijn_lane_get_name (lane), lijn_clip_row_get (row, "name")) ||
      !g_str_equal (lijn_party_role_nicks[lijn_party_get_role (party)],
                    lijn_clip_row_get (from, "role")))
    return 0;
  return same_name (lijn_party_get_name (party), lijn_clip_row_get (from, "name")) ? 2 : 1;
}

/* Returns: (nullable): the lane of the map that stands for the one copied. */
static LijnLane *
find_lane (const Paste *paste, const LijnClipRow *row)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (paste->map);
  LijnLane *best = NULL;
  guint most = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);
      guint like = likeness (paste, lane, row);

      if (g_str_equal (lijn_object_get_id (LIJN_OBJECT (lane)), row->id))
        return lane;
      if (like > most)
        {
          most = like;
          best = lane;
        }
    }
  return best;
}

/* How far down what lies in lane @id reaches. */
static double
reach_of (const Paste *paste, const char *id)
{
  double reach = 0;

  for (guint i = 0; i < paste->clip->elements->len; i++)
    {
      const LijnClipRow *row = g_ptr_array_index (paste->clip->elements, i);

      if (g_str_equal (lijn_clip_row_get (row, "lane"), id))
        reach = MAX (reach, lijn_clip_row_get_number (row, "y") +
                                lijn_clip_row_get_number (row, "height"));
    }
  return reach;
}

/* What comes from several lanes and finds none of its own lies below each other in the given one. */
static void
match_lanes (Paste *paste)
{
  double drop = 0;

  for (guint i = 0; i < paste->clip->lanes->len; i++)
    {
      LijnClipRow *row = g_ptr_array_index (paste->clip->lanes, i);
      LijnLane *lane = paste->to_given ? NULL : find_lane (paste, row);

      if (lane == NULL && paste->given != NULL)
        {
          g_hash_table_insert (paste->drops, row->id, g_memdup2 (&drop, sizeof drop));
          drop += MAX (reach_of (paste, row->id), 0) + ROW_GAP;
          lane = paste->given;
        }
      if (lane != NULL)
        g_hash_table_insert (paste->lanes, row->id, lane);
    }
}

static LijnElementKind
kind_of (const LijnClipRow *row)
{
  int kind = lijn_nick_to_value (lijn_element_kind_nicks, lijn_clip_row_get (row, "kind"));

  return kind >= 0 ? (LijnElementKind) kind : LIJN_ELEMENT_KIND_STEP;
}

/* Where @row goes, as in the file. */
static LijnRect
place_of (const Paste *paste, const LijnClipRow *row, LijnLane *lane)
{
  const double *drop = g_hash_table_lookup (paste->drops, lijn_clip_row_get (row, "lane"));
  LijnRect rect = { CLAMP (lijn_clip_row_get_number (row, "x") + paste->dx, -FARTHEST, FARTHEST),
                    CLAMP (lijn_clip_row_get_number (row, "y") + paste->dy, -FARTHEST, FARTHEST),
                    CLAMP (lijn_clip_row_get_number (row, "width"), 0, FARTHEST),
                    CLAMP (lijn_clip_row_get_number (row, "height"), 0, FARTHEST) };

  if (lane != NULL)
    rect.x = MAX (rect.x, LIJN_GROUND_LEFT + LIJN_GRID);
  rect.y += drop != NULL ? *drop : 0;
  return rect;
}

/* What is pasted covers nothing that is there. */
static void
keep_clear (Paste *paste)
{
  LijnLayout *layout = lijn_layout_of (paste->map);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  LijnPoint by;

  for (guint i = 0; i < paste->clip->elements->len; i++)
    {
      const LijnClipRow *row = g_ptr_array_index (paste->clip->elements, i);
      LijnLane *lane = g_hash_table_lookup (paste->lanes, lijn_clip_row_get (row, "lane"));
      const LijnLaneBox *box = lijn_layout_find_lane (layout, lane);
      LijnRect rect = place_of (paste, row, lane);

      if (!takes (paste, row) || kind_of (row) == LIJN_ELEMENT_KIND_GROUP ||
          (box != NULL && box->collapsed))
        continue;
      rect.y += box != NULL ? box->rect.y : 0;
      g_array_append_val (rects, rect);
      g_ptr_array_add (lanes, lane);
    }
  by = lijn_place_clear_all (layout, (LijnLane **) lanes->pdata, (LijnRect *) (void *) rects->data,
                             rects->len);
  paste->dx += by.x;
  paste->dy += by.y;
}

/* Elements. */

/* Each value that is there and other than what a new row has. */
static gboolean
set_values (LijnObject *object, const LijnClipRow *row, const char *const *columns, GError **error)
{
  for (; *columns != NULL; columns++)
    {
      const char *value = lijn_clip_row_get (row, *columns);

      if (*value != '\0' && !lijn_edit_set (object, *columns, value, error))
        return FALSE;
    }
  return TRUE;
}

/* A copy of what is private to a party is private to it too. */
static gboolean
keep_private (const Paste *paste, LijnObject *copy, const LijnClipRow *row, GError **error)
{
  const char *owner = paste->home ? lijn_clip_row_get (row, "private_to") : "";

  return *owner == '\0' || lijn_edit_set (copy, "private_to", owner, error);
}

static gboolean
set_size (LijnElement *element, const LijnClipRow *row, GError **error)
{
  double width = lijn_clip_row_get_number (row, "width");
  double height = lijn_clip_row_get_number (row, "height");

  if (!(width > 0) || !(height > 0) || width > FARTHEST || height > FARTHEST ||
      (fabs (width - lijn_element_get_width (element)) < 0.01 &&
       fabs (height - lijn_element_get_height (element)) < 0.01))
    return TRUE;
  return lijn_edit_resize (element, lijn_element_get_x (element), lijn_element_get_y (element),
                           width, height, error);
}

static gboolean
paste_element (Paste *paste, const LijnClipRow *row, GError **error)
{
  static const char *const values[] = { "marker",       "description",       "work_minutes",
                                        "wait_minutes", "complete_accurate", NULL };
  const char *from = lijn_clip_row_get (row, "lane");
  LijnLane *lane = g_hash_table_lookup (paste->lanes, from);
  LijnElement *element = NULL;
  LijnRect place;

  if (lane == NULL && !lijn_rules_contain (kind_of (row), NULL, NULL))
    lane = paste->given;
  place = place_of (paste, row, lane);
  element = lijn_edit_add_element (paste->map, lane, kind_of (row), lijn_clip_row_get (row, "name"),
                                   place.x, place.y, error);
  if (element == NULL)
    return FALSE;
  g_hash_table_insert (paste->made, row->id, element);
  return set_size (element, row, error) && set_values (LIJN_OBJECT (element), row, values, error) &&
         keep_private (paste, LIJN_OBJECT (element), row, error);
}

/* Flows and interfaces. */

/* The copy that hand-overs of one interface share, if it lies between the same parties. */
static LijnInterface *
shared_copy (Paste *paste, const char *id, LijnElement *source, LijnElement *target)
{
  LijnInterface *interface = g_hash_table_lookup (paste->hung, id);

  if (interface == NULL ||
      lijn_interface_get_giver (interface) != lijn_element_get_party (source) ||
      lijn_interface_get_receiver (interface) != lijn_element_get_party (target))
    return NULL;
  return interface;
}

static gboolean
describe_interface (Paste *paste, LijnFlow *flow, const char *id, GError **error)
{
  const LijnClipRow *row = lijn_clip_find_row (paste->clip->interfaces, id);
  LijnInterface *interface = lijn_flow_get_interface (flow);

  if (row == NULL || interface == NULL || !takes (paste, row) ||
      g_hash_table_lookup (paste->hung, row->id) == interface)
    return TRUE;
  if (!g_hash_table_contains (paste->hung, row->id))
    g_hash_table_insert (paste->hung, row->id, interface);
  return set_values (LIJN_OBJECT (interface), row, lijn_clip_list_columns (LIJN_TABLE_INTERFACE),
                     error) &&
         keep_private (paste, LIJN_OBJECT (interface), row, error);
}

static gboolean
paste_flow (Paste *paste, const LijnClipRow *row, GError **error)
{
  LijnElement *source = g_hash_table_lookup (paste->made, lijn_clip_row_get (row, "source"));
  LijnElement *target = g_hash_table_lookup (paste->made, lijn_clip_row_get (row, "target"));
  const char *interface = lijn_clip_row_get (row, "interface");
  const char *name = lijn_clip_row_get (row, "name");
  LijnFlow *flow = NULL;

  if (source == NULL || target == NULL)
    return TRUE;
  flow = lijn_edit_connect (source, target, *name != '\0' ? name : NULL,
                            shared_copy (paste, interface, source, target), error);
  return flow != NULL && describe_interface (paste, flow, interface, error) &&
         keep_private (paste, LIJN_OBJECT (flow), row, error);
}

/* All of it. */

static gboolean
check_any (const Paste *paste, GError **error)
{
  for (guint i = 0; i < paste->clip->elements->len; i++)
    if (takes (paste, g_ptr_array_index (paste->clip->elements, i)))
      return TRUE;
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY,
                       _ ("What was copied is private to a party. It stays in its own project."));
  return FALSE;
}

static gboolean
paste_rows (Paste *paste, GPtrArray *made, GError **error)
{
  for (guint i = 0; i < paste->clip->elements->len; i++)
    {
      LijnClipRow *row = g_ptr_array_index (paste->clip->elements, i);

      if (!takes (paste, row))
        continue;
      if (!paste_element (paste, row, error))
        return FALSE;
      g_ptr_array_add (made, g_hash_table_lookup (paste->made, row->id));
    }
  for (guint i = 0; i < paste->clip->flows->len; i++)
    if (takes (paste, g_ptr_array_index (paste->clip->flows, i)) &&
        !paste_flow (paste, g_ptr_array_index (paste->clip->flows, i), error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
run (Paste *paste, const char *label, GError **error)
{
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) drops = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) hung = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (LijnEdit) edit = NULL;

  paste->lanes = lanes;
  paste->drops = drops;
  paste->made = ids;
  paste->hung = hung;
  paste->home = is_home (paste->clip, paste->map);
  if (!check_any (paste, error))
    return NULL;
  match_lanes (paste);
  keep_clear (paste);
  edit = lijn_edit_begin (lijn_object_get_project (LIJN_OBJECT (paste->map)), label, error);
  if (edit == NULL || !paste_rows (paste, made, error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return g_steal_pointer (&made);
}

GPtrArray *
lijn_clip_paste (LijnClip *self, LijnMap *map, LijnLane *lane, double dx, double dy,
                 const char *label, GError **error)
{
  Paste paste = { .clip = self, .map = map, .given = lane, .dx = dx, .dy = dy };

  return run (&paste, label, error);
}

/* What the elements of @self cover, as in the file. */
static LijnRect
bounds_of (LijnClip *self)
{
  LijnRect all = { 0 };

  for (guint i = 0; i < self->elements->len; i++)
    {
      const LijnClipRow *row = g_ptr_array_index (self->elements, i);
      LijnRect rect = { lijn_clip_row_get_number (row, "x"), lijn_clip_row_get_number (row, "y"),
                        lijn_clip_row_get_number (row, "width"),
                        lijn_clip_row_get_number (row, "height") };

      all = i == 0 ? rect : lijn_rect_union (&all, &rect);
    }
  return all;
}

GPtrArray *
lijn_clip_paste_at (LijnClip *self, LijnMap *map, LijnLane *lane, const LijnPoint *at,
                    const char *label, GError **error)
{
  const LijnLaneBox *box = lijn_layout_find_lane (lijn_layout_of (map), lane);
  LijnRect bounds = bounds_of (self);
  LijnPoint middle = lijn_rect_center (&bounds);
  Paste paste = { .clip = self, .map = map, .given = lane, .dx = at->x - middle.x };

  paste.to_given = self->lanes->len <= 1;
  if (paste.to_given)
    paste.dy = at->y - (box != NULL ? box->rect.y : 0) - middle.y;
  return run (&paste, label, error);
}
