/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <math.h>
#include <string.h>

/* What follows when all that is in lanes has been laid out afresh: groups are drawn round what they
 * hold again, on the map itself where that lies in several lanes; notes beside the lanes stand below
 * them, each under what it is said of. */

#define FRAME 14.0
#define FRAME_NAME 12.0 /* more at the top, where a group's name is */
#define NOTE_GAP 20.0
#define DEEPEST 16

static gboolean
rect_of (LijnElement *element, LijnRect *rect)
{
  return lijn_layout_get_element_rect (lijn_layout_of (lijn_element_get_map (element)), element,
                                       rect);
}

static guint
depth_of (LijnElement *element)
{
  guint depth = 0;

  for (LijnElement *next = lijn_element_get_container (element); next != NULL && depth < DEEPEST;
       next = lijn_element_get_container (next))
    depth++;
  return depth;
}

/* Where a group must lie to hold what is noted as in it. */
static gboolean
frame_of (LijnElement *group, LijnRect *frame)
{
  GPtrArray *inside = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (group)),
                                              LIJN_TABLE_ELEMENT, "container", LIJN_OBJECT (group));
  gboolean some = FALSE;

  for (guint i = 0; i < inside->len; i++)
    {
      LijnElement *element = g_ptr_array_index (inside, i);
      LijnRect rect, label;

      if (!rect_of (element, &rect))
        continue;
      if (lijn_layout_get_element_label (lijn_layout_of (lijn_element_get_map (group)), element,
                                         &label))
        rect = lijn_rect_union (&rect, &label);
      *frame = some ? lijn_rect_union (frame, &rect) : rect;
      some = TRUE;
    }
  *frame = lijn_rect_grow (frame, FRAME);
  frame->y -= FRAME_NAME;
  frame->height += FRAME_NAME;
  return some;
}

/* The lane that @frame lies in whole; NULL where it spans lanes, or lies beside them. */
static const LijnLaneBox *
lane_round (LijnMap *map, const LijnRect *frame)
{
  const LijnLaneBox *box = lijn_layout_lane_at (lijn_layout_of (map), frame->y + frame->height / 2);

  return box != NULL && !box->collapsed && frame->y > box->rect.y &&
                 frame->y + frame->height < box->rect.y + box->rect.height
             ? box
             : NULL;
}

/* An empty group stays where it is, but in its lane, which may have become lower. */
static gboolean
empty_frame_of (LijnElement *group, LijnRect *frame)
{
  const LijnLaneBox *box = lijn_layout_find_lane (lijn_layout_of (lijn_element_get_map (group)),
                                                  lijn_element_get_lane (group));
  double margin;

  if (box == NULL || box->collapsed || !rect_of (group, frame))
    return FALSE;

  margin = lijn_lane_margin (frame->height);
  frame->y = CLAMP (
      frame->y, box->rect.y + margin,
      MAX (box->rect.y + box->rect.height - margin - frame->height, box->rect.y + margin));
  return TRUE;
}

static gboolean
fit_group (LijnEdit *edit, LijnElement *group, GError **error)
{
  LijnMap *map = lijn_element_get_map (group);
  const LijnLaneBox *box;
  LijnRect frame;

  if (!frame_of (group, &frame) && !empty_frame_of (group, &frame))
    return TRUE;

  box = lane_round (map, &frame);
  return lijn_verb_update (
      edit, group,
      LIJN_CELLS (LIJN_TO ("lane", box != NULL ? box->lane : NULL), LIJN_REAL ("x", frame.x),
                  LIJN_REAL ("y", frame.y - (box != NULL ? box->rect.y : 0)),
                  LIJN_REAL ("width", frame.width), LIJN_REAL ("height", frame.height)),
      error);
}

/* The innermost first: their frames lie in those around them. */
static gboolean
fit_groups (LijnEdit *edit, LijnMap *map, GError **error)
{
  g_autoptr (GPtrArray) elements = lijn_verb_referrers (edit, LIJN_TABLE_ELEMENT, "map", map);

  for (int depth = DEEPEST; depth >= 0; depth--)
    {
      gboolean some = FALSE;

      for (guint i = 0; i < elements->len; i++)
        {
          LijnElement *group = g_ptr_array_index (elements, i);

          if (lijn_element_get_kind (group) != LIJN_ELEMENT_KIND_GROUP ||
              depth_of (group) != (guint) depth)
            continue;
          some = TRUE;
          if (!fit_group (edit, group, error))
            return FALSE;
        }
      if (some && !lijn_verb_flush (edit, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  LijnElement *element;
  LijnRect rect;
} Note;

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *one = a;
  const Note *other = b;

  if (one->rect.x < other->rect.x || one->rect.x > other->rect.x)
    return one->rect.x < other->rect.x ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->element)),
                 lijn_object_get_id (LIJN_OBJECT (other->element)));
}

/* Under what @note is joined with, else where it is. */
static double
wish_x (LijnElement *note, const LijnRect *rect)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = NULL;

  g_ptr_array_add (one, note);
  flows = lijn_flows_of (one);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnElement *other = lijn_flow_get_source (flow) == note ? lijn_flow_get_target (flow)
                                                               : lijn_flow_get_source (flow);
      LijnRect at;

      if (other != note && lijn_element_get_lane (other) != NULL && rect_of (other, &at))
        return round (at.x + (at.width - rect->width) / 2);
    }
  return rect->x;
}

static GArray *
list_notes (LijnEdit *edit, LijnMap *map)
{
  g_autoptr (GPtrArray) elements = lijn_verb_referrers (edit, LIJN_TABLE_ELEMENT, "map", map);
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  for (guint i = 0; i < elements->len; i++)
    {
      Note note = { .element = g_ptr_array_index (elements, i) };

      if (lijn_element_get_lane (note.element) != NULL ||
          lijn_element_get_kind (note.element) == LIJN_ELEMENT_KIND_GROUP ||
          !rect_of (note.element, &note.rect))
        continue;
      note.rect.x = wish_x (note.element, &note.rect);
      g_array_append_val (notes, note);
    }
  g_array_sort (notes, compare_notes);
  return notes;
}

/* In rows: each note in the first one that is free where it should stand. */
static gboolean
settle_notes (LijnEdit *edit, LijnMap *map, GError **error)
{
  g_autoptr (GArray) notes = list_notes (edit, map);
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (lijn_layout_of (map), &n);
  double top = n > 0 ? lanes[n - 1].rect.y + lanes[n - 1].rect.height + NOTE_GAP : NOTE_GAP;
  double highest = 0;

  for (guint i = 0; i < notes->len; i++)
    highest = MAX (highest, g_array_index (notes, Note, i).rect.height);
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);
      double right = note->rect.x + note->rect.width + NOTE_GAP;
      guint row = 0;

      while (row < rights->len && g_array_index (rights, double, row) > note->rect.x)
        row++;
      if (row == rights->len)
        g_array_append_val (rights, right);
      else
        g_array_index (rights, double, row) = right;
      if (!lijn_verb_update (edit, note->element,
                             LIJN_CELLS (LIJN_REAL ("x", note->rect.x),
                                         LIJN_REAL ("y", top + row * (highest + NOTE_GAP))),
                             error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}

gboolean
lijn_settle_frames (LijnEdit *edit, LijnMap *map, GError **error)
{
  return settle_notes (edit, map, error) && fit_groups (edit, map, error);
}
