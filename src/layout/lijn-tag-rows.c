/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* Tags hang under the rope, each where the first hand-over of its interface crosses the line. A tag
 * is pushed aside as far as its peg allows when it would hide another interface's hand-over, then
 * put into the first row that has room. With its pins it takes one place. Where further hand-overs
 * of an interface pass, small tags are put into the rows with the others. */

#define LEFT 4.0 /* of the leftmost tag */
#define PEG_MARGIN 6.0 /* from the peg to the tag's edge, at least */
#define LINE_MARGIN 5.0 /* from another hand-over */
#define GAP 8.0 /* between tags, and between rows */
#define PIN_GAP 3.0
#define MOST_DODGED 12 /* rows, for a note that is in the way; then it is covered */

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
  LijnMark *pins = lijn_tag_get_pins (self, tag);

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

/* What is put into the rows: a tag, or a small one at a crossing. */
typedef struct
{
  double left, right;
  const char *id; /* decides between two that begin at the same place */
  guint rank;
  LijnTag *tag; /* one of the two */
  LijnCrossing *crossing;
} LijnHanging;

static int
compare_hangings (gconstpointer a, gconstpointer b)
{
  const LijnHanging *one = a;
  const LijnHanging *other = b;
  int order;

  if (one->left < other->left || one->left > other->left)
    return one->left < other->left ? -1 : 1;
  order = strcmp (one->id, other->id);
  return order != 0 ? order : (one->rank > other->rank) - (one->rank < other->rank);
}

static void
add_small (LijnLayout *self, LijnWire *wire, int index, GArray *hangings)
{
  LijnTag *tag = wire->interface != NULL
                     ? g_hash_table_lookup (self->tags,
                                            lijn_object_get_id (LIJN_OBJECT (wire->interface)))
                     : NULL;

  for (guint i = 0; i < wire->n_crossings; i++)
    {
      LijnCrossing *crossing = &wire->crossings[i];
      LijnHanging hanging = { .id = lijn_object_get_id (LIJN_OBJECT (wire->flow)),
                              .rank = i,
                              .crossing = crossing };

      if ((int) crossing->line != index)
        continue;
      crossing->small = (LijnRect){ 0, 0, 0, 0 };
      if (tag == NULL || (tag->line == index && crossing->at.x >= tag->rect.x + PEG_MARGIN / 2 &&
                          crossing->at.x <= tag->rect.x + tag->rect.width - PEG_MARGIN / 2))
        continue;
      crossing->small = (LijnRect){ crossing->at.x - tag->badge / 2, 0, tag->badge,
                                    LIJN_SMALL_TAG_HEIGHT };
      hanging.left = crossing->small.x;
      hanging.right = hanging.left + tag->badge;
      g_array_append_val (hangings, hanging);
    }
}

static GArray *
list_hangings (LijnLayout *self, LijnLine *line, int index)
{
  GArray *hangings = g_array_new (FALSE, FALSE, sizeof (LijnHanging));

  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnTag *tag = g_ptr_array_index (line->tags, i);
      LijnHanging hanging = { .left = tag->rect.x,
                              .right = tag->rect.x + width_with_pins (self, tag),
                              .id = lijn_object_get_id (LIJN_OBJECT (tag->interface)),
                              .tag = tag };

      g_array_append_val (hangings, hanging);
    }
  for (guint i = 0; i < line->wires->len; i++)
    add_small (self, g_ptr_array_index (line->wires, i), index, hangings);
  g_array_sort (hangings, compare_hangings);
  return hangings;
}

/* Whether a note that lies beside the lanes is in the way at @top. */
static gboolean
is_blocked (LijnLayout *self, const LijnHanging *hanging, double top)
{
  LijnRect area = { hanging->left - GAP / 2, top - GAP / 2, hanging->right - hanging->left + GAP,
                    LIJN_TAG_HEIGHT + GAP };
  g_autoptr (GPtrArray) found = NULL;

  if (self->n_strays == 0)
    return FALSE;
  found = g_ptr_array_new ();
  lijn_grid_find (self->things, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (found, i);

      if (item->kind == LIJN_ITEM_BOX && ((const LijnBox *) item->owner)->lane < 0)
        return TRUE;
    }
  return FALSE;
}

/* Puts them into rows from @top on. Returns: how many rows there are. */
static guint
fill_rows (LijnLayout *self, GArray *hangings, double top, double pitch)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  const double nothing = -G_MAXDOUBLE;

  for (guint i = 0; i < hangings->len; i++)
    {
      LijnHanging *hanging = &g_array_index (hangings, LijnHanging, i);
      double end = hanging->right + GAP;
      guint row = 0;

      for (;; row++)
        {
          if (row == ends->len)
            g_array_append_val (ends, nothing);
          if (g_array_index (ends, double, row) <= hanging->left &&
              (row > MOST_DODGED || !is_blocked (self, hanging, top + row * pitch)))
            break;
        }
      g_array_index (ends, double, row) = end;
      if (hanging->tag != NULL)
        hanging->tag->rect.y = top + row * pitch;
      else
        hanging->crossing->small.y = top + row * pitch;
    }
  return MAX (ends->len, 1);
}

static double
find_pitch (LijnLayout *self, LijnLine *line)
{
  double pitch = LIJN_TAG_HEIGHT + GAP;

  for (guint i = 0; i < line->tags->len; i++)
    {
      LijnMark *pins = lijn_tag_get_pins (self, g_ptr_array_index (line->tags, i));

      if (pins != NULL)
        pitch = MAX (pitch, pins->height + 2);
    }
  return pitch;
}

static gboolean
pack (LijnLayout *self, LijnLine *line, int index)
{
  g_autoptr (GArray) pegs = list_pegs (line, index);
  g_autoptr (GArray) hangings = NULL;
  double top = g_array_index (self->line_boxes, LijnLineBox, index).rope + LIJN_TAG_DROP;
  double pitch = find_pitch (self, line);
  guint rows;
  gboolean fits;

  find_places (line, pegs);
  for (guint i = 0; i < line->tags->len; i++)
    push_aside (self, g_ptr_array_index (line->tags, i), pegs);
  hangings = list_hangings (self, line, index);
  rows = fill_rows (self, hangings, top, pitch);
  /* While the scene is made, rows only become more, so that it comes to an end. */
  if (!self->settling)
    rows = MAX (rows, line->rows);
  fits = rows == line->rows && (rows == 1 || fabs (pitch - line->pitch) < 0.01);
  line->rows = rows;
  line->pitch = pitch;
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
