/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"
#include "lijn-scene.h"
#include "lijn-words.h"

#include <math.h>

/* The elements' rectangles, and the marks that belong to them. */

#define FARTHEST 1e7 /* a file's absurd coordinates are taken to be there */
#define LEAST_SIZE 4.0

static gboolean
names_outside (LijnElementKind kind)
{
  switch (kind)
    {
    case LIJN_ELEMENT_KIND_START:
    case LIJN_ELEMENT_KIND_END:
    case LIJN_ELEMENT_KIND_WAIT:
    case LIJN_ELEMENT_KIND_DECISION:
    case LIJN_ELEMENT_KIND_DOCUMENT:
      return TRUE;
    case LIJN_ELEMENT_KIND_STEP:
    case LIJN_ELEMENT_KIND_NOTE:
    case LIJN_ELEMENT_KIND_GROUP:
    default:
      return FALSE;
    }
}

gboolean
lijn_kind_is_pointed (LijnElementKind kind)
{
  return kind == LIJN_ELEMENT_KIND_START || kind == LIJN_ELEMENT_KIND_END ||
         kind == LIJN_ELEMENT_KIND_WAIT || kind == LIJN_ELEMENT_KIND_DECISION;
}

static double
sane (double value, double least)
{
  return isfinite (value) ? CLAMP (value, least, FARTHEST) : least;
}

/* Gives the mark at @place the size of @text in the style of labels; without a text there is no
 * mark. */
static void
set_mark (LijnLayout *self, LijnBox *box, LijnMark **place, LijnMarkKind kind, const char *text,
          double icon)
{
  if (text == NULL || *text == '\0')
    {
      if (*place != NULL)
        lijn_mark_take (self, *place);
      g_clear_pointer (place, lijn_mark_free);
      return;
    }
  if (*place == NULL)
    {
      *place = lijn_mark_new (kind, box->element);
      (*place)->box = box;
    }
  lijn_measure (LIJN_TYPE_LABEL, text, LIJN_LABEL_WIDTH, icon > 0 ? 1 : LIJN_LABEL_LINES,
                &(*place)->width, &(*place)->height);
  (*place)->width += icon;
  lijn_mark_queue (self, *place);
}

/* A wait called "3 days" that takes three days has said so. */
static gboolean
shows_time (LijnElement *element)
{
  LijnElementKind kind = lijn_element_get_kind (element);
  double minutes = lijn_element_get_wait_minutes (element);
  double named;

  if (!isfinite (minutes) || kind == LIJN_ELEMENT_KIND_NOTE || kind == LIJN_ELEMENT_KIND_GROUP)
    return FALSE;
  return kind != LIJN_ELEMENT_KIND_WAIT ||
         !lijn_words_to_duration (lijn_element_get_name (element), &named) || !isfinite (named) ||
         fabs (named - minutes) > 0.5;
}

static void
set_marks (LijnLayout *self, LijnBox *box)
{
  LijnElementKind kind = lijn_element_get_kind (box->element);
  g_autofree char *time = NULL;

  if (!box->folded && shows_time (box->element))
    time = lijn_words_for_duration (lijn_element_get_wait_minutes (box->element));
  set_mark (self, box, &box->name, LIJN_MARK_NAME,
            names_outside (kind) && !box->folded ? lijn_element_get_name (box->element) : NULL, 0);
  set_mark (self, box, &box->time, LIJN_MARK_TIME, time, LIJN_TIME_ICON);
}

LijnBox *
lijn_box_new (LijnLayout *self, LijnElement *element)
{
  LijnBox *box = g_new0 (LijnBox, 1);

  box->element = g_object_ref (element);
  box->lane = -1;
  box->item.owner = box;
  lijn_scene_keep (self->boxes, element, box);
  return box;
}

void
lijn_box_free (gpointer data)
{
  LijnBox *box = data;

  g_clear_pointer (&box->wires, g_ptr_array_unref);
  g_clear_pointer (&box->name, lijn_mark_free);
  g_clear_pointer (&box->time, lijn_mark_free);
  g_object_unref (box->element);
  g_free (box);
}

double
lijn_box_right (LijnBox *box)
{
  const LijnRect *rect = &box->item.rect;
  double half = box->name != NULL ? MAX (rect->width, box->name->width) / 2 : rect->width / 2;

  return rect->x + rect->width / 2 + half;
}

static gboolean
is_stray (const LijnBox *box)
{
  return box->item.added && box->lane < 0 && box->item.kind == LIJN_ITEM_BOX;
}

/* The tags that it was or is in the way of may hang elsewhere. */
static void
count_stray (LijnLayout *self, const LijnBox *box, int by)
{
  if (!is_stray (box))
    return;
  self->n_strays = (guint) ((int) self->n_strays + by);
  for (guint i = 0; i < self->lines->len; i++)
    ((LijnLine *) g_ptr_array_index (self->lines, i))->stale = TRUE;
}

/* Where it lies; in a collapsed lane, what it covers of the band. */
static LijnRect
rect_of (LijnLayout *self, const LijnBox *box)
{
  LijnElement *element = box->element;
  LijnRect rect = { sane (lijn_element_get_x (element), -FARTHEST),
                    sane (lijn_element_get_y (element), -FARTHEST),
                    sane (lijn_element_get_width (element), LEAST_SIZE),
                    sane (lijn_element_get_height (element), LEAST_SIZE) };

  if (box->folded)
    {
      rect.y = 0;
      rect.height = LIJN_COLLAPSED_HEIGHT;
    }
  rect.y += lijn_bands_top (self, box->lane);
  return rect;
}

static void
show (LijnLayout *self, LijnBox *box)
{
  if (!box->folded)
    lijn_scene_add (self, &box->item);
  else if (self->settling)
    lijn_scene_damage (self, &g_array_index (self->lanes, LijnLaneBox, box->lane).rect);
}

gboolean
lijn_box_lay (LijnLayout *self, LijnBox *box)
{
  LijnElement *element = box->element;
  gboolean changed;
  LijnRect rect;

  count_stray (self, box, -1);
  box->lane = lijn_bands_index (self, lijn_element_get_lane (element));
  box->folded = lijn_bands_is_collapsed (self, box->lane);
  rect = rect_of (self, box);

  self->n_updates++;
  lijn_scene_remove (self, &box->item);
  if (lijn_box_right (box) >= self->content_right)
    self->content_right_stale = TRUE;
  changed = !lijn_rect_equal (&rect, &box->item.rect) ||
            box->kind != lijn_element_get_kind (element);
  box->kind = lijn_element_get_kind (element);
  box->item.rect = rect;
  box->item.kind = lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP ? LIJN_ITEM_GROUP
                                                                              : LIJN_ITEM_BOX;
  show (self, box);
  count_stray (self, box, 1);
  set_marks (self, box);
  self->content_right = MAX (self->content_right, lijn_box_right (box));
  return changed;
}

void
lijn_box_take (LijnLayout *self, LijnBox *box)
{
  if (lijn_box_right (box) >= self->content_right)
    self->content_right_stale = TRUE;
  count_stray (self, box, -1);
  lijn_scene_remove (self, &box->item);
  if (box->name != NULL)
    lijn_mark_take (self, box->name);
  if (box->time != NULL)
    lijn_mark_take (self, box->time);
}
