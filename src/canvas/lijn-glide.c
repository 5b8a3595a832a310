/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-glide.h"

#include <math.h>

/* Elements, tags and pins slide as they are painted. A line goes from its old bends to its new ones,
 * drawn plainly: what hangs on it comes back when it has arrived. The ground fades over. */

#define PEN 1.6

typedef struct
{
  LijnObject *object;
  LijnRect from, to;
  LijnPoint *points_from, *points_to; /* of a flow */
  guint n_from, n_to;
  gboolean was, is; /* there before, and now */
} LijnSlide;

struct _LijnGlide
{
  LijnLayout *layout;
  LijnRect visible;
  GskRenderNode *ground; /* (nullable) */
  GArray *slides; /* LijnSlide, in the order in which they are painted now */
  GHashTable *before; /* LijnObject to number of its slide + 1 */
};

static void
slide_clear (gpointer data)
{
  LijnSlide *slide = data;

  g_clear_object (&slide->object);
  g_clear_pointer (&slide->points_from, g_free);
  g_clear_pointer (&slide->points_to, g_free);
}

/* Where @object is, by what of it does not float. */
static gboolean
find_place (LijnLayout *layout, LijnObject *object, LijnRect *rect)
{
  LijnPoint tip;
  double size;

  if (LIJN_IS_ELEMENT (object))
    return lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), rect);
  if (LIJN_IS_INTERFACE (object))
    return lijn_layout_get_tag (layout, LIJN_INTERFACE (object), rect);
  if (!LIJN_IS_FRICTION (object) ||
      !lijn_layout_get_pin (layout, LIJN_FRICTION (object), &tip, &size))
    return FALSE;
  *rect = lijn_pin_rect (&tip, size);
  return TRUE;
}

static gboolean
find_points (LijnLayout *layout, LijnObject *object, LijnPoint **points, guint *n)
{
  const LijnPoint *line = LIJN_IS_FLOW (object)
                              ? lijn_layout_get_flow_points (layout, LIJN_FLOW (object), n)
                              : NULL;

  if (line == NULL)
    return FALSE;
  *points = g_memdup2 (line, *n * sizeof *line);
  return TRUE;
}

LijnGlide *
lijn_glide_new (LijnLayout *layout, const LijnRect *visible, GskRenderNode *ground)
{
  LijnGlide *self = g_new0 (LijnGlide, 1);
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (layout, visible);

  self->layout = g_object_ref (layout);
  self->visible = *visible;
  self->ground = ground != NULL ? gsk_render_node_ref (ground) : NULL;
  self->slides = g_array_new (FALSE, TRUE, sizeof (LijnSlide));
  g_array_set_clear_func (self->slides, slide_clear);
  self->before = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < objects->len; i++)
    {
      LijnSlide slide = { .object = g_object_ref (g_ptr_array_index (objects, i)) };

      slide.was = find_place (layout, slide.object, &slide.from) ||
                  find_points (layout, slide.object, &slide.points_from, &slide.n_from);
      g_array_append_val (self->slides, slide);
      g_hash_table_insert (self->before, slide.object, GUINT_TO_POINTER (i + 1));
    }
  return self;
}

void
lijn_glide_free (LijnGlide *self)
{
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  g_hash_table_unref (self->before);
  g_array_unref (self->slides);
  g_object_unref (self->layout);
  g_free (self);
}

static gboolean
has_moved (const LijnSlide *slide)
{
  if (slide->was != slide->is || slide->n_from != slide->n_to)
    return TRUE;
  for (guint i = 0; i < slide->n_to; i++)
    if (fabs (slide->points_from[i].x - slide->points_to[i].x) > 0.5 ||
        fabs (slide->points_from[i].y - slide->points_to[i].y) > 0.5)
      return TRUE;
  return fabs (slide->from.x - slide->to.x) > 0.5 || fabs (slide->from.y - slide->to.y) > 0.5;
}

/* What has come into sight came from somewhere out of it, nobody saw where. */
static void
add_newcomers (LijnGlide *self)
{
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &self->visible);

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      LijnSlide slide = { 0 };

      if (g_hash_table_contains (self->before, object))
        continue;
      slide.object = g_object_ref (object);
      g_array_append_val (self->slides, slide);
    }
}

gboolean
lijn_glide_begin (LijnGlide *self)
{
  gboolean moved = FALSE;

  add_newcomers (self);
  for (guint i = 0; i < self->slides->len; i++)
    {
      LijnSlide *slide = &g_array_index (self->slides, LijnSlide, i);

      slide->is = !lijn_object_is_gone (slide->object) &&
                  (find_place (self->layout, slide->object, &slide->to) ||
                   find_points (self->layout, slide->object, &slide->points_to, &slide->n_to));
      moved = moved || has_moved (slide);
    }
  return moved;
}

static LijnPoint
between (const LijnPoint *a, const LijnPoint *b, double part)
{
  return (LijnPoint){ a->x + (b->x - a->x) * part, a->y + (b->y - a->y) * part };
}

/* The bends of the shorter line count for several of the longer one. */
static void
path_line (cairo_t *cr, const LijnSlide *slide, double part)
{
  guint n = MAX (slide->n_from, slide->n_to);

  for (guint i = 0; i < n; i++)
    {
      LijnPoint at = between (&slide->points_from[i * (slide->n_from - 1) / (n - 1)],
                              &slide->points_to[i * (slide->n_to - 1) / (n - 1)], part);

      if (i == 0)
        cairo_move_to (cr, at.x, at.y);
      else
        cairo_line_to (cr, at.x, at.y);
    }
}

static void
draw_lines (LijnGlide *self, GtkSnapshot *snapshot, double part, const LijnPaintOptions *options)
{
  const LijnColor *color = &lijn_palette_get (options->palette)->soft;
  LijnRect area = lijn_rect_grow (&self->visible, PEN);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width,
                                     (float) area.height));

  for (guint i = 0; i < self->slides->len; i++)
    {
      const LijnSlide *slide = &g_array_index (self->slides, LijnSlide, i);

      if (slide->n_from >= 2 && slide->n_to >= 2)
        path_line (cr, slide, part);
    }
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, PEN);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_slide (GtkSnapshot *snapshot, const LijnSlide *slide, double part, GskRenderNode *node)
{
  LijnPoint left = { slide->from.x - slide->to.x, slide->from.y - slide->to.y };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (left.x * (1 - part)),
                                                          (float) (left.y * (1 - part))));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
draw_newcomer (GtkSnapshot *snapshot, double part, GskRenderNode *node)
{
  gtk_snapshot_push_opacity (snapshot, part);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
}

static void
draw_ground (LijnGlide *self, GtkSnapshot *snapshot, double part, GskRenderNode *ground)
{
  if (self->ground == NULL)
    {
      gtk_snapshot_append_node (snapshot, ground);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, part);
  gtk_snapshot_append_node (snapshot, self->ground);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_node (snapshot, ground);
  gtk_snapshot_pop (snapshot);
}

void
lijn_glide_snapshot (LijnGlide *self, GtkSnapshot *snapshot, double part, GskRenderNode *ground,
                     const LijnPaintOptions *options, LijnGlideNode get, gpointer data)
{
  draw_ground (self, snapshot, part, ground);
  draw_lines (self, snapshot, part, options);
  for (guint i = 0; i < self->slides->len; i++)
    {
      const LijnSlide *slide = &g_array_index (self->slides, LijnSlide, i);
      GskRenderNode *node = slide->is && slide->points_from == NULL ? get (slide->object, data)
                                                                    : NULL;

      if (node == NULL)
        continue;
      if (slide->was)
        draw_slide (snapshot, slide, part, node);
      else
        draw_newcomer (snapshot, part, node);
    }
}
