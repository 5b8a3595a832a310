/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* Several elements put in line with each other, or at equal distances. What would take something out
 * of its lane is done for each lane by itself. Nothing is put on top of something else. */

typedef struct
{
  LijnElement *element;
  LijnRect rect; /* as it lies on the map */
  LijnPoint by;
} Item;

/* Returns: an array of Item, only of what is on a map. */
static GArray *
list_items (GPtrArray *elements)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      Item item = { .element = g_ptr_array_index (elements, i) };

      if (g_hash_table_add (seen, item.element) &&
          lijn_layout_get_element_rect (lijn_layout_of (lijn_element_get_map (item.element)),
                                        item.element, &item.rect))
        g_array_append_val (items, item);
    }
  return items;
}

static Item *
item_at (GArray *items, guint i)
{
  return &g_array_index (items, Item, i);
}

/* Splits @items by lane. (transfer full) (element-type GPtrArray of Item) */
static GPtrArray *
by_lane (GArray *items, gboolean split)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = item_at (items, i);
      LijnLane *lane = split ? lijn_element_get_lane (item->element) : NULL;
      GPtrArray *part = g_hash_table_lookup (lanes, lane);

      if (part == NULL)
        {
          part = g_ptr_array_new ();
          g_hash_table_insert (lanes, lane, part);
          g_ptr_array_add (parts, part);
        }
      g_ptr_array_add (part, item);
    }
  return parts;
}

static LijnRect
bounds_of (GPtrArray *part)
{
  LijnRect all = ((Item *) g_ptr_array_index (part, 0))->rect;

  for (guint i = 1; i < part->len; i++)
    all = lijn_rect_union (&all, &((Item *) g_ptr_array_index (part, i))->rect);
  return all;
}

static void
align (Item *item, LijnAlign how, const LijnRect *all)
{
  const LijnRect *rect = &item->rect;

  switch (how)
    {
    case LIJN_ALIGN_LEFT:
      item->by.x = all->x - rect->x;
      break;
    case LIJN_ALIGN_CENTER:
      item->by.x = all->x + all->width / 2 - rect->x - rect->width / 2;
      break;
    case LIJN_ALIGN_RIGHT:
      item->by.x = all->x + all->width - rect->x - rect->width;
      break;
    case LIJN_ALIGN_TOP:
      item->by.y = all->y - rect->y;
      break;
    case LIJN_ALIGN_MIDDLE:
      item->by.y = all->y + all->height / 2 - rect->y - rect->height / 2;
      break;
    case LIJN_ALIGN_BOTTOM:
    default:
      item->by.y = all->y + all->height - rect->y - rect->height;
      break;
    }
}

/* Whether one of @items would come to lie on another, as it did not before. */
static gboolean
would_cover (GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    for (guint j = i + 1; j < items->len; j++)
      {
        Item *a = item_at (items, i), *b = item_at (items, j);
        LijnRect after_a = { a->rect.x + a->by.x, a->rect.y + a->by.y, a->rect.width,
                             a->rect.height };
        LijnRect after_b = { b->rect.x + b->by.x, b->rect.y + b->by.y, b->rect.width,
                             b->rect.height };

        if (lijn_rect_intersects (&after_a, &after_b) && !lijn_rect_intersects (&a->rect, &b->rect))
          return TRUE;
      }
  return FALSE;
}

static gboolean
write_items (GArray *items, const char *label, GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autofree LijnPoint *by = g_new (LijnPoint, items->len);
  g_autoptr (LijnEdit) edit = NULL;

  if (would_cover (items))
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                           _ ("Some would then lie on top of each other. Choose things that are "
                              "not beside each other that way."));
      return FALSE;
    }
  edit = lijn_verb_begin (item_at (items, 0)->element, label, error);
  for (guint i = 0; i < items->len; i++)
    {
      g_ptr_array_add (elements, item_at (items, i)->element);
      by[i] = item_at (items, i)->by;
    }
  return edit != NULL && lijn_move_each (edit, elements, by, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_align (GPtrArray *elements, LijnAlign how, GError **error)
{
  g_autoptr (GArray) items = list_items (elements);
  g_autoptr (GPtrArray) parts = by_lane (items, how >= LIJN_ALIGN_TOP);

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *part = g_ptr_array_index (parts, i);
      LijnRect all = bounds_of (part);

      for (guint j = 0; j < part->len; j++)
        align (g_ptr_array_index (part, j), how, &all);
    }
  return items->len < 2 || write_items (items, _ ("Align"), error);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double one = (*(Item *const *) a)->rect.x, other = (*(Item *const *) b)->rect.x;

  return (one > other) - (one < other);
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  double one = (*(Item *const *) a)->rect.y, other = (*(Item *const *) b)->rect.y;

  return (one > other) - (one < other);
}

/* The first and the last stay, unless there is too little room between them. */
static void
distribute (GPtrArray *part, gboolean down)
{
  LijnRect all = bounds_of (part);
  double room = down ? all.height : all.width;
  double at = down ? all.y : all.x, gap;

  g_ptr_array_sort (part, down ? compare_y : compare_x);
  for (guint i = 0; i < part->len; i++)
    {
      const LijnRect *rect = &((Item *) g_ptr_array_index (part, i))->rect;

      room -= down ? rect->height : rect->width;
    }
  gap = MAX (room / (part->len - 1), LIJN_GRID);
  for (guint i = 0; i < part->len; i++)
    {
      Item *item = g_ptr_array_index (part, i);

      if (down)
        item->by.y = at - item->rect.y;
      else
        item->by.x = at - item->rect.x;
      at += gap + (down ? item->rect.height : item->rect.width);
    }
}

gboolean
lijn_edit_distribute (GPtrArray *elements, gboolean down, GError **error)
{
  g_autoptr (GArray) items = list_items (elements);
  g_autoptr (GPtrArray) parts = by_lane (items, down);
  gboolean any = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *part = g_ptr_array_index (parts, i);

      if (part->len < 3)
        continue;
      distribute (part, down);
      any = TRUE;
    }
  return !any || write_items (items, _ ("Distribute"), error);
}
