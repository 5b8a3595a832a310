/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"
#include "lijn-scene.h"

/* The tags of interfaces: what they are as large as, and bringing them on the scene. Where they hang
 * is found in lijn-tag-rows.c. */

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

LijnMark *
lijn_tag_get_pins (LijnLayout *self, LijnTag *tag)
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
  double digits, name, height;
  LijnLine *line;

  self->n_updates++;
  lijn_measure (LIJN_TYPE_STRONG, number, 100, 1, &digits, &height);
  lijn_measure (LIJN_TYPE_LABEL, lijn_interface_get_name (tag->interface), LIJN_TAG_WIDTH, 1, &name,
                &height);
  tag->badge = MAX (LIJN_TAG_BADGE, digits + 10);
  tag->width = MIN (4 + tag->badge + LIJN_TAG_NAME + name + LIJN_TAG_TICK, LIJN_TAG_WIDTH);
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

static void
show_tag (LijnLayout *self, LijnTag *tag)
{
  LijnMark *pins = lijn_tag_get_pins (self, tag);

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

/* The small tags where other hand-overs of an interface pass. */
static void
show_small_tags (LijnLayout *self, LijnWire *wire)
{
  LijnTag *tag = wire->interface != NULL
                     ? g_hash_table_lookup (self->tags,
                                            lijn_object_get_id (LIJN_OBJECT (wire->interface)))
                     : NULL;

  for (guint i = 0; i < wire->n_crossings; i++)
    {
      LijnCrossing *crossing = &wire->crossings[i];

      if (crossing->item.added ? lijn_rect_equal (&crossing->small, &crossing->item.rect)
                               : crossing->small.width <= 0)
        continue;
      lijn_scene_remove (self, &crossing->item);
      crossing->item.rect = crossing->small;
      crossing->item.kind = LIJN_ITEM_TAG;
      crossing->item.owner = tag;
      if (tag != NULL && crossing->small.width > 0)
        lijn_scene_add (self, &crossing->item);
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
      for (guint j = 0; j < line->wires->len; j++)
        show_small_tags (self, g_ptr_array_index (line->wires, j));
    }
}
