/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* A group holds what lies in it whole; in groups inside each other, the smallest one. So a group
 * takes along what people see in it, and something carried out of it is no longer held. */

static gboolean
rect_of (LijnElement *element, LijnRect *rect)
{
  return lijn_layout_get_element_rect (lijn_layout_of (lijn_element_get_map (element)), element,
                                       rect);
}

static gboolean
holds (const LijnRect *outer, const LijnRect *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height &&
         inner->width * inner->height < outer->width * outer->height;
}

static gboolean
is_group (LijnElement *element)
{
  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP;
}

static LijnElement *
innermost (LijnElement *element)
{
  g_autoptr (GPtrArray) near = NULL;
  LijnElement *best = NULL;
  LijnRect rect, around, least = { 0 };

  if (!rect_of (element, &rect))
    return NULL;

  near = lijn_layout_find_in (lijn_layout_of (lijn_element_get_map (element)), &rect);
  for (guint i = 0; i < near->len; i++)
    {
      LijnElement *group = g_ptr_array_index (near, i);

      if (!LIJN_IS_ELEMENT (group) || group == element || !is_group (group) ||
          !rect_of (group, &around) || !holds (&around, &rect))
        continue;
      if (best == NULL || around.width * around.height < least.width * least.height)
        {
          best = group;
          least = around;
        }
    }
  return best;
}

/* Adds what lies in @group now, and what is noted as lying in it. */
static void
add_contents_by_place (GPtrArray *touched, LijnElement *group)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (group));
  g_autoptr (GPtrArray) inside = NULL;
  GPtrArray *noted = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (group)),
                                             LIJN_TABLE_ELEMENT, "container", LIJN_OBJECT (group));
  LijnRect rect;

  for (guint i = 0; i < noted->len; i++)
    g_ptr_array_add (touched, g_ptr_array_index (noted, i));
  if (!rect_of (group, &rect))
    return;

  inside = lijn_layout_find_in (layout, &rect);
  for (guint i = 0; i < inside->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (inside, i)))
      g_ptr_array_add (touched, g_ptr_array_index (inside, i));
}

gboolean
lijn_group_contents (LijnEdit *edit, GPtrArray *elements, GError **error)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();

  g_ptr_array_extend (touched, elements, NULL, NULL);
  for (guint i = 0; i < elements->len; i++)
    if (is_group (g_ptr_array_index (elements, i)))
      add_contents_by_place (touched, g_ptr_array_index (elements, i));

  for (guint i = 0; i < touched->len; i++)
    {
      LijnElement *element = g_ptr_array_index (touched, i);
      LijnElement *group = NULL;
      LijnRect rect;

      if (!rect_of (element, &rect))
        continue; /* in a collapsed lane nothing changes its group */
      group = innermost (element);
      if (group != lijn_element_get_container (element) &&
          !lijn_verb_update (edit, element, LIJN_CELLS (LIJN_TO ("container", group)), error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}

void
lijn_add_group_contents (GPtrArray *elements)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (seen, g_ptr_array_index (elements, i));

  for (guint i = 0; i < elements->len; i++)
    {
      LijnObject *element = g_ptr_array_index (elements, i);
      GPtrArray *inside = lijn_project_referrers (lijn_object_get_project (element),
                                                  LIJN_TABLE_ELEMENT, "container", element);

      for (guint j = 0; j < inside->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (inside, j)))
          g_ptr_array_add (elements, g_object_ref (g_ptr_array_index (inside, j)));
    }
}
