/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"
#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* Tags hang under the rope, each where the first hand-over of its interface crosses the line. A tag
 * is pushed aside as far as its peg allows when it would hide another interface's hand-over, then
 * put into the first row that has room. With its pins it takes one place. */

#define LEFT 4.0 /* of the leftmost tag */
#define PEG_MARGIN 6.0 /* from the peg to the tag's edge, at least */
#define LINE_MARGIN 5.0 /* from another hand-over */
#define GAP 8.0 /* between tags, and between rows */
#define PIN_GAP 3.0

LijnTag *
lijn_tag_new (LijnLayout *self, LijnInterface *interface)
{
  LijnTag *tag = g_new0 (LijnTag, 1);

  tag->interface = g_object_ref (interface);
  tag->line = -1;
  tag->item.owner = tag;
  tag->item.kind = LIJN_ITEM_TAG;
  lijn_scene_keep (self->tags, interface, tag);
  return tag;
}

void
lijn_tag_free (gpointer data)
{
  LijnTag *tag = data;

  g_object_unref (tag->interface);
  g_free (tag);
}

static LijnLine *
line_of (LijnLayout *self, LijnTag *tag)
{
  return tag->line >= 0 && tag->line < (int) self->lines->len
             ? g_ptr_array_index (self->lines, tag->line)
             : NULL;
}

static LijnMark *
pins_of (LijnLayout *self, LijnTag *tag)
{
  return g_hash_table_lookup (self->clusters, lijn_object_get_id (LIJN_OBJECT (tag->interface)));
}

static void
leave_line (LijnLayout *self, LijnTag *tag)
{
  LijnLine *line = line_of (self, tag);

  if (line != NULL)
    {
      g_ptr_array_remove_fast (line->tags, tag);
      line->stale = TRUE;
    }
  tag->line = -1;
}

void
lijn_tag_take (LijnLayout *self, LijnTag *tag)
{
  leave_line (self, tag);
  lijn_scene_remove (self, &tag->item);
}

/* Finds the size of the tag and the line it hangs on; where on it is found when that is packed. */
void
lijn_tag_measure (LijnLayout *self, LijnTag *tag)
{
  g_autofree char *number = g_strdup_printf ("%d", lijn_interface_get_number (tag->interface));
  double badge, name, height;
  LijnLine *line;

  self->n_updates++;
  lijn_measure (LIJN_TYPE_STRONG, number, 100, 1, &badge, &height);
  lijn_measure (LIJN_TYPE_LABEL, lijn_interface_get_name (tag->interface), LIJN_TAG_WIDTH, 1, &name,
                &height);
  tag->width = MIN (4 + MAX (LIJN_TAG_BADGE, badge + 10) + LIJN_TAG_NAME + name + LIJN_TAG_TICK,
                    LIJN_TAG_WIDTH);
  leave_line (self, tag);
  tag->line = lijn_bands_find_line (self, lijn_interface_get_giver (tag->interface),
                                    lijn_interface_get_receiver (tag->interface));
  line = line_of (self, tag);
  if (line == NULL)
    {
      lijn_scene_remove (self, &tag->item);
      return;
    }
  g_ptr_array_add (line->tags, tag);
  line->stale = TRUE;
}

/* Where each hand-over crosses the line, from left to right. */
typedef struct
{
  double x;
  LijnInterface *interface;
} LijnPeg;

static int
compare_pegs (gconstpointer a, gconstpointer b)
{
  double left = ((const LijnPeg *) a)->x;
  double right = ((const LijnPeg *) b)->x;

  return (left > right) - (left < right);
}

static GArray *
list_pegs (LijnLine *line, int index)
{
  GArray *pegs = g_array_sized_new (FALSE, FALSE, sizeof (LijnPeg), line->wires->len);

  for (guint i = 0; i < line->wires->len; i++)
    {
      LijnWire *wire = g_ptr_array_index (line->wires, i);

      for (guint j = 0; j < wire->n_crossings; j++)
        if ((int) wire->crossings[j].line == index)
          {
            LijnPeg peg = { wire->crossings[j].at.x, wire->interface };

            g_array_append_val (pegs, peg);
          }
    }
  g_array_sort (pegs, compare_pegs);
  return pegs;
}

static void
find_places (LijnLine *line, GArray *pegs)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint i = pegs->len; i-- > 0;)
    g_hash_table_replace (first, g_array_index (pegs, LijnPeg, i).interface,
                          &g_array_index (pegs, LijnPeg, i));
  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnTag *tag = g_ptr_array_index (line->tags, i);
      LijnPeg *peg = g_hash_table_lookup (first, tag->interface);

      /* Without a hand-over it hangs at the line's beginning, to be found and used. */
      tag->x = peg != NULL ? peg->x : LIJN_GROUND_LEFT;
    }
}

static double
width_with_pins (LijnLayout *self, LijnTag *tag)
{
  LijnMark *pins = pins_of (self, tag);

  return tag->width + (pins != NULL ? PIN_GAP + pins->width : 0);
}

/* The first peg of another interface beside the one that @tag hangs on. */
static double
next_peg (GArray *pegs, LijnTag *tag, int step)
{
  guint low = 0;
  guint high = pegs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (pegs, LijnPeg, middle).x < tag->x)
        low = middle + 1;
      else
        high = middle;
    }
  for (int i = (int) low - (step < 0 ? 1 : 0); i >= 0 && i < (int) pegs->len; i += step)
    {
      LijnPeg *peg = &g_array_index (pegs, LijnPeg, i);

      if (peg->interface != tag->interface && fabs (peg->x - tag->x) > LINE_MARGIN)
        return peg->x;
    }
  return step < 0 ? -G_MAXDOUBLE : G_MAXDOUBLE;
}

static void
push_aside (LijnLayout *self, LijnTag *tag, GArray *pegs)
{
  double width = width_with_pins (self, tag);
  double low = next_peg (pegs, tag, -1) + LINE_MARGIN;
  double high = next_peg (pegs, tag, 1) - LINE_MARGIN;
  double x = tag->x - tag->width / 2;

  if (high - low >= width)
    x = CLAMP (x, low, high - width);
  x = CLAMP (x, tag->x + PEG_MARGIN - tag->width, tag->x - PEG_MARGIN);
  tag->rect = (LijnRect){ MAX (round (x), LEFT), 0, tag->width, LIJN_TAG_HEIGHT };
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  LijnTag *one = *(LijnTag *const *) a;
  LijnTag *other = *(LijnTag *const *) b;

  if (one->rect.x < other->rect.x)
    return -1;
  if (one->rect.x > other->rect.x)
    return 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->interface)),
                 lijn_object_get_id (LIJN_OBJECT (other->interface)));
}

/* Puts the tags into rows. Returns: how many there are. */
static guint
fill_rows (LijnLayout *self, LijnLine *line)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnTag *tag = g_ptr_array_index (line->tags, i);
      double end = tag->rect.x + width_with_pins (self, tag) + GAP;

      tag->row = 0;
      while (tag->row < ends->len && g_array_index (ends, double, tag->row) > tag->rect.x)
        tag->row++;
      if (tag->row == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, double, tag->row) = end;
    }
  return MAX (ends->len, 1);
}

static double
find_pitch (LijnLayout *self, LijnLine *line)
{
  double pitch = LIJN_TAG_HEIGHT + GAP;

  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnMark *pins = pins_of (self, g_ptr_array_index (line->tags, i));

      if (pins != NULL)
        pitch = MAX (pitch, pins->height + 2);
    }
  return pitch;
}

static gboolean
pack (LijnLayout *self, LijnLine *line, int index)
{
  g_autoptr (GArray) pegs = list_pegs (line, index);
  double top = g_array_index (self->line_boxes, LijnLineBox, index).rope + LIJN_TAG_DROP;
  double pitch = find_pitch (self, line);
  guint rows;
  gboolean fits;

  find_places (line, pegs);
  for (guint i = 0; i < line->tags->len; i++)
    push_aside (self, g_ptr_array_index (line->tags, i), pegs);
  g_ptr_array_sort (line->tags, compare_tags);
  rows = fill_rows (self, line);
  /* While the scene is made, rows only become more, so that it comes to an end. */
  if (!self->settling)
    rows = MAX (rows, line->rows);
  fits = rows == line->rows && (rows == 1 || fabs (pitch - line->pitch) < 0.01);
  line->rows = rows;
  line->pitch = pitch;
  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnTag *tag = g_ptr_array_index (line->tags, i);

      tag->rect.y = top + tag->row * pitch;
    }
  return fits;
}

gboolean
lijn_tags_pack (LijnLayout *self)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      LijnLine *line = g_ptr_array_index (self->lines, i);

      if (line->stale && !pack (self, line, (int) i))
        fits = FALSE;
    }
  return fits;
}

static void
show_tag (LijnLayout *self, LijnTag *tag)
{
  LijnMark *pins = pins_of (self, tag);

  if (!tag->item.added || !lijn_rect_equal (&tag->rect, &tag->item.rect))
    {
      self->n_updates++;
      lijn_scene_remove (self, &tag->item);
      tag->item.rect = tag->rect;
      lijn_scene_add (self, &tag->item);
      if (pins != NULL)
        lijn_mark_queue (self, pins);
    }
}

void
lijn_tags_show (LijnLayout *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      LijnLine *line = g_ptr_array_index (self->lines, i);

      if (!line->stale)
        continue;
      line->stale = FALSE;
      for (guint j = 0; j < line->tags->len; j++)
        show_tag (self, g_ptr_array_index (line->tags, j));
    }
}
