/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

/* The ground of a map: lanes below each other, each party's together, and between two parties the
 * band of the line of interaction, as high as its rows of tags ask. A collapsed lane is as high as
 * its name, whatever the file says: there its height is that of the lane when it is open. */

#define LEAST_LANE 40.0
#define MOST_LANE 1e6
#define LEAST_RIGHT 720.0

static LijnLine *
line_new (void)
{
  LijnLine *line = g_new0 (LijnLine, 1);

  line->rows = 1;
  line->tags = g_ptr_array_new ();
  line->wires = g_ptr_array_new ();
  return line;
}

void
lijn_line_free (gpointer data)
{
  LijnLine *line = data;

  g_ptr_array_unref (line->tags);
  g_ptr_array_unref (line->wires);
  g_free (line);
}

static void
clear (LijnLayout *self)
{
  g_array_set_size (self->lanes, 0);
  g_array_set_size (self->lane_parties, 0);
  g_array_set_size (self->parties, 0);
  g_array_set_size (self->line_boxes, 0);
}

/* Puts the line of interaction above the party that begins at @top. Returns: its height. */
static double
add_line (LijnLayout *self, LijnParty *above, LijnParty *below, double top)
{
  guint index = self->line_boxes->len;
  LijnLineBox box = { .above = above, .below = below };
  LijnLine *line;

  if (index == self->lines->len)
    g_ptr_array_add (self->lines, line_new ());
  line = g_ptr_array_index (self->lines, index);
  box.rect = (LijnRect){ 0, top, 0, LIJN_LINE_HEIGHT + (line->rows - 1) * line->pitch };
  box.rope = top + LIJN_ROPE_TOP;
  g_array_append_val (self->line_boxes, box);
  return box.rect.height;
}

static double
add_lane (LijnLayout *self, LijnLane *lane, double top)
{
  LijnPartyBox *party = self->parties->len > 0
                            ? &g_array_index (self->parties, LijnPartyBox, self->parties->len - 1)
                            : NULL;
  LijnLaneBox box = { .lane = g_object_ref (lane), .collapsed = lijn_lane_get_collapsed (lane) };
  double height = box.collapsed ? LIJN_COLLAPSED_HEIGHT
                                : CLAMP (lijn_lane_get_height (lane), LEAST_LANE, MOST_LANE);
  guint index;

  if (party == NULL || party->party != lijn_lane_get_party (lane))
    {
      LijnPartyBox next = { .party = g_object_ref (lijn_lane_get_party (lane)) };

      if (party != NULL)
        top += add_line (self, party->party, next.party, top);
      next.rect.y = next.header.y = top;
      next.header.width = LIJN_BAND_WIDTH;
      g_array_append_val (self->parties, next);
      party = &g_array_index (self->parties, LijnPartyBox, self->parties->len - 1);
    }
  else
    box.index = g_array_index (self->lanes, LijnLaneBox, self->lanes->len - 1).index + 1;
  box.rect = (LijnRect){ LIJN_BAND_WIDTH, top, 0, height };
  box.header = (LijnRect){ LIJN_BAND_WIDTH, top, LIJN_LANE_HEADER, height };
  g_array_append_val (self->lanes, box);
  index = self->parties->len - 1;
  g_array_append_val (self->lane_parties, index);
  party->rect.height = party->header.height = top + height - party->rect.y;
  return top + height;
}

static void
set_widths (LijnLayout *self)
{
  for (guint i = 0; i < self->parties->len; i++)
    g_array_index (self->parties, LijnPartyBox, i).rect.width = self->right;
  for (guint i = 0; i < self->lanes->len; i++)
    g_array_index (self->lanes, LijnLaneBox, i).rect.width = self->right - LIJN_BAND_WIDTH;
  for (guint i = 0; i < self->line_boxes->len; i++)
    g_array_index (self->line_boxes, LijnLineBox, i).rect.width = self->right;
}

void
lijn_bands_build (LijnLayout *self)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (self->map);
  double top = 0;

  clear (self);
  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);

      if (lijn_lane_get_party (lane) != NULL && lijn_scene_may_see (self, lane))
        top = add_lane (self, lane, top);
    }
  g_ptr_array_set_size (self->lines, (int) self->line_boxes->len);
  lijn_phases_build (self);
  set_widths (self);
}

static void
look_for_right (LijnLayout *self)
{
  GHashTableIter iter;
  gpointer value;

  self->content_right = 0;
  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->content_right = MAX (self->content_right, lijn_box_right (value));
  g_hash_table_iter_init (&iter, self->wires);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LijnWire *wire = value;

      self->content_right = MAX (self->content_right, wire->around.x + wire->around.width);
    }
  self->content_right_stale = FALSE;
}

gboolean
lijn_bands_fit_width (LijnLayout *self)
{
  double before = self->right;

  if (self->content_right_stale)
    look_for_right (self);
  self->right = MAX (self->content_right + LIJN_LANE_PADDING, LEAST_RIGHT);
  self->right = MAX (self->right, lijn_phases_right (self));
  if (self->right >= before && self->right <= before)
    return FALSE;
  set_widths (self);
  return TRUE;
}

int
lijn_bands_index (LijnLayout *self, LijnLane *lane)
{
  for (guint i = 0; lane != NULL && i < self->lanes->len; i++)
    if (g_array_index (self->lanes, LijnLaneBox, i).lane == lane)
      return (int) i;
  return -1;
}

double
lijn_bands_top (LijnLayout *self, int lane)
{
  return lane < 0 ? 0 : g_array_index (self->lanes, LijnLaneBox, lane).rect.y;
}

int
lijn_bands_party (LijnLayout *self, int lane)
{
  return lane < 0 ? -1 : (int) g_array_index (self->lane_parties, guint, lane);
}

gboolean
lijn_bands_is_collapsed (LijnLayout *self, int lane)
{
  return lane >= 0 && g_array_index (self->lanes, LijnLaneBox, lane).collapsed;
}

gboolean
lijn_bands_any_collapsed (LijnLayout *self, int from, int to)
{
  for (int lane = MIN (from, to); lane <= MAX (from, to); lane++)
    if (lijn_bands_is_collapsed (self, lane))
      return TRUE;
  return FALSE;
}

int
lijn_bands_find_line (LijnLayout *self, LijnParty *one, LijnParty *other)
{
  int from = -1;
  int to = -1;

  for (guint i = 0; i < self->parties->len; i++)
    {
      LijnParty *party = g_array_index (self->parties, LijnPartyBox, i).party;

      if (party == one)
        from = (int) i;
      if (party == other)
        to = (int) i;
    }
  if (from < 0 || to < 0 || from == to)
    return -1;
  return from < to ? from : from - 1;
}
