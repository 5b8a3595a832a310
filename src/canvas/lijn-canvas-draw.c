/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ghost.h"
#include "lijn-preview.h"

#include <math.h>

/* A frame is put together from render nodes in map coordinates under one transformation: the ground,
 * halos, then each object in sight. A node is painted when it is first needed and kept while it is good
 * (lijn-canvas-stale.c). Where more is in sight than can be told apart, ground and objects come
 * from tiles instead, and halos lie over them. */

#define OBJECT_MARGIN 10.0 /* strokes, badges, what an overlay shows */
#define FAINT 0.25 /* what is being dragged, where it still is */
#define FLASH_MS 900
#define MANY 400 /* objects in sight: more are shown as tiles */

void
lijn_color_to_rgba (const LijnColor *color, double alpha, GdkRGBA *rgba)
{
  *rgba = (GdkRGBA){ (float) color->red, (float) color->green, (float) color->blue, (float) alpha };
}

/* The painter leaves out what cannot be read at a scale. Scales in between share what was painted, so
 * that zooming does not paint everything anew at each step. */
static double
step_of_scale (double scale)
{
  if (scale >= 0.5)
    return 1;
  return exp2 (floor (log2 (scale) * 4) / 4);
}

LijnPaintOptions
lijn_canvas_paint_options (LijnCanvas *self)
{
  return (LijnPaintOptions){
    .palette = lijn_view_get_palette (self->view),
    .scale = step_of_scale (lijn_view_get_zoom (self->view)),
    .pins = TRUE,
    .overlay = lijn_view_get_overlay (self->view),
  };
}

static gboolean
contains (const LijnRect *outer, const LijnRect *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y &&
         outer->x + outer->width >= inner->x + inner->width &&
         outer->y + outer->height >= inner->y + inner->height;
}

/* The ground is kept for an area somewhat larger than what is seen, so that most frames of a pan need
 * no new one; not for much more, as a renderer may keep it in pixels. */
static GskRenderNode *
get_ground (LijnCanvas *self, const LijnRect *visible, const LijnPaintOptions *options)
{
  cairo_t *cr = NULL;

  if (self->ground != NULL && contains (&self->ground_area, visible) &&
      self->ground_area.width <= 3 * visible->width &&
      self->ground_options.palette == options->palette &&
      self->ground_options.scale == options->scale)
    return self->ground;

  g_clear_pointer (&self->ground, gsk_render_node_unref);
  self->ground_options = *options;
  self->ground_area = lijn_rect_grow (visible, MAX (visible->width, visible->height) / 4);
  self->ground = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT ((float) self->ground_area.x, (float) self->ground_area.y,
                           (float) self->ground_area.width, (float) self->ground_area.height));
  cr = gsk_cairo_node_get_draw_context (self->ground);
  lijn_paint_ground (cr, self->layout, options, &self->ground_area);
  cairo_destroy (cr);
  return self->ground;
}

static gboolean
has_large_selection (LijnCanvas *self)
{
  return lijn_view_get_selection (self->view)->len > MANY;
}

static void
append_halos (LijnCanvas *self, GtkSnapshot *snapshot, const LijnRect *visible,
              const LijnPaintOptions *options)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  LijnRect around = lijn_rect_grow (visible, LIJN_HALO_MARGIN);

  for (guint i = 0; i < selection->len; i++)
    {
      LijnObject *object = g_ptr_array_index (selection, i);
      GskRenderNode *node = NULL;
      LijnRect bounds;

      if (!lijn_layout_get_object_bounds (self->layout, object, &bounds) ||
          !lijn_rect_intersects (&bounds, &around) ||
          (self->drag != NULL && self->drag->klass->moves != NULL &&
           self->drag->klass->moves (self->drag, object)))
        continue;
      node = lijn_node_cache_get (self->halos, self->layout, object, options);
      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
}

static void
append_objects (LijnCanvas *self, GtkSnapshot *snapshot, const LijnRect *visible,
                const LijnPaintOptions *options)
{
  LijnRect around = lijn_rect_grow (visible, OBJECT_MARGIN);
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &around);
  gboolean moving = self->drag != NULL && self->drag->klass->moves != NULL;

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      GskRenderNode *node = lijn_node_cache_get (self->objects, self->layout, object, options);

      if (node == NULL)
        continue;
      if (moving && self->drag->klass->moves (self->drag, object))
        {
          gtk_snapshot_push_opacity (snapshot, FAINT);
          gtk_snapshot_append_node (snapshot, node);
          gtk_snapshot_pop (snapshot);
        }
      else
        gtk_snapshot_append_node (snapshot, node);
    }
}

/* What was just shown: a line around each that spreads and fades. */
static void
append_flash (LijnCanvas *self, GtkSnapshot *snapshot, const LijnPaintOptions *options)
{
  double part = adw_animation_get_value (self->flash);
  float width = (float) (3 / lijn_view_get_zoom (self->view));
  GdkRGBA rgba;

  if (part <= 0 || part >= 1)
    return;
  lijn_color_to_rgba (&lijn_palette_get (options->palette)->severity[2], 1 - part, &rgba);
  for (guint i = 0; i < self->flashed->len; i++)
    {
      LijnRect rect = lijn_rect_grow (&g_array_index (self->flashed, LijnRect, i), 4 + 20 * part);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y,
                                                            (float) rect.width,
                                                            (float) rect.height),
                                       12);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                                  (GdkRGBA[4]){ rgba, rgba, rgba, rgba });
    }
}

static void
paint_tile (cairo_t *cr, LijnLayout *layout, const LijnRect *area, const LijnPaintOptions *options,
            gpointer data)
{
  LijnPaintOptions with_ground = *options;
  LijnRect around = lijn_rect_grow (area, OBJECT_MARGIN);

  with_ground.ground = TRUE;
  lijn_paint_map (cr, layout, &with_ground, &around);
}

static void
paint_halo_tile (cairo_t *cr, LijnLayout *layout, const LijnRect *area,
                 const LijnPaintOptions *options, gpointer data)
{
  LijnCanvas *self = data;
  LijnRect around = lijn_rect_grow (area, LIJN_HALO_MARGIN);
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (layout, &around);
  guint n = 0;

  for (guint i = 0; i < objects->len; i++)
    if (lijn_view_is_selected (self->view, g_ptr_array_index (objects, i)))
      objects->pdata[n++] = g_ptr_array_index (objects, i);
  lijn_paint_halos (cr, layout, (LijnObject *const *) objects->pdata, n, options);
}

/* How many objects are in sight at most, wherever on the map one looks. */
static double
estimate_in_sight (LijnCanvas *self, const LijnRect *visible)
{
  LijnObject *map = LIJN_OBJECT (lijn_layout_get_map (self->layout));
  LijnProject *project = lijn_object_get_project (map);
  LijnRect bounds = lijn_layout_get_bounds (self->layout);
  guint n = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map", map)->len +
            lijn_project_referrers (project, LIJN_TABLE_FLOW, "map", map)->len;

  return n * MIN (visible->width / MAX (bounds.width, 1), 1) *
         MIN (visible->height / MAX (bounds.height, 1), 1);
}

/* What is being dragged shows faintly: on tiles, the paper over it. */
static void
append_wash (LijnCanvas *self, GtkSnapshot *snapshot, const LijnPaintOptions *options)
{
  const LijnColor *paper = &lijn_palette_get (options->palette)->paper;
  g_autoptr (GPtrArray) objects = NULL;
  LijnRect bounds = lijn_layout_get_bounds (self->layout);
  cairo_t *cr = NULL;

  if (self->drag == NULL || self->drag->klass->moves == NULL)
    {
      g_clear_pointer (&self->wash, gsk_render_node_unref);
      return;
    }
  if (self->wash != NULL && self->washed == self->drag)
    {
      gtk_snapshot_append_node (snapshot, self->wash);
      return;
    }
  g_clear_pointer (&self->wash, gsk_render_node_unref);
  self->washed = self->drag;
  self->wash = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (
      (float) bounds.x, (float) bounds.y, (float) bounds.width, (float) bounds.height));
  cr = gsk_cairo_node_get_draw_context (self->wash);
  cairo_set_source_rgba (cr, paper->red, paper->green, paper->blue, 1 - FAINT);
  objects = lijn_layout_find_in (self->layout, &bounds);
  for (guint i = 0; i < objects->len; i++)
    if (!LIJN_IS_FLOW (objects->pdata[i]) &&
        self->drag->klass->moves (self->drag, objects->pdata[i]) &&
        lijn_layout_get_object_bounds (self->layout, objects->pdata[i], &bounds))
      cairo_rectangle (cr, bounds.x, bounds.y, bounds.width, bounds.height);
  cairo_fill (cr);
  cairo_destroy (cr);
  gtk_snapshot_append_node (snapshot, self->wash);
}

static void
begin_map (GtkSnapshot *snapshot, const LijnSight *sight)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -sight->x, (float) -sight->y));
  gtk_snapshot_scale (snapshot, (float) sight->zoom, (float) sight->zoom);
}

/* In map coordinates, as is all that append_map() goes on with. */
static void
append_tiles (LijnCanvas *self, GtkSnapshot *snapshot, const LijnSight *sight,
              const LijnRect *visible, const LijnPaintOptions *options)
{
  lijn_tiles_paint (self->tiles, self->layout, options, sight);
  if (!lijn_tiles_cover (self->tiles))
    {
      begin_map (snapshot, sight);
      gtk_snapshot_append_node (snapshot, get_ground (self, visible, options));
      gtk_snapshot_restore (snapshot);
    }
  lijn_tiles_append (self->tiles, snapshot);
  if (has_large_selection (self))
    {
      lijn_tiles_paint (self->halo_tiles, self->layout, options, sight);
      lijn_tiles_append (self->halo_tiles, snapshot);
    }
  begin_map (snapshot, sight);
  append_wash (self, snapshot, options);
  if (!has_large_selection (self))
    append_halos (self, snapshot, visible, options);
}

/* Each object by itself, or on its way to where it went. */
static void
append_near (LijnCanvas *self, GtkSnapshot *snapshot, const LijnRect *visible,
             const LijnPaintOptions *options)
{
  GskRenderNode *ground = get_ground (self, visible, options);

  if (lijn_canvas_snapshot_glide (self, snapshot, ground, options))
    return;
  gtk_snapshot_append_node (snapshot, ground);
  append_halos (self, snapshot, visible, options);
  append_objects (self, snapshot, visible, options);
}

static void
append_map (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnPaintOptions options = lijn_canvas_paint_options (self);
  LijnRect visible = lijn_canvas_get_visible (self);
  LijnSight sight = { .zoom = lijn_view_get_zoom (self->view),
                      .width = gtk_widget_get_width (GTK_WIDGET (self)),
                      .height = gtk_widget_get_height (GTK_WIDGET (self)) };

  lijn_canvas_get_offset (self, &sight.x, &sight.y);
  if (estimate_in_sight (self, &visible) > MANY)
    append_tiles (self, snapshot, &sight, &visible, &options);
  else
    {
      begin_map (snapshot, &sight);
      append_near (self, snapshot, &visible, &options);
    }
  lijn_canvas_snapshot_focus (self, snapshot, &visible, &options);
  append_flash (self, snapshot, &options);
  if (self->ghost != NULL)
    lijn_ghost_snapshot (self->ghost, self, snapshot);
  if (self->pin_shown)
    lijn_preview_pin (self, snapshot, &self->pin_place);
  lijn_canvas_snapshot_naming (self, snapshot);
  if (self->drag != NULL && self->drag->klass->snapshot != NULL)
    self->drag->klass->snapshot (self->drag, self, snapshot);
  lijn_canvas_snapshot_grip (self, snapshot);
  gtk_snapshot_restore (snapshot);

  if (self->drag == NULL)
    {
      lijn_canvas_snapshot_line (self, snapshot);
      lijn_canvas_snapshot_handles (self, snapshot);
    }
  lijn_canvas_snapshot_headers (self, snapshot);
}

static void
append_paper (LijnCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *whole)
{
  LijnPaletteKind kind = self->view != NULL ? lijn_view_get_palette (self->view)
                                            : LIJN_PALETTE_LIGHT;
  GdkRGBA paper;

  lijn_color_to_rgba (&lijn_palette_get (kind)->paper, 1, &paper);
  gtk_snapshot_append_color (snapshot, &paper, whole);
}

void
lijn_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));

  gtk_snapshot_push_clip (snapshot, &whole);
  append_paper (self, snapshot, &whole);
  if (self->layout != NULL)
    append_map (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
flash_cb (double part, gpointer data)
{
  gtk_widget_queue_draw (data);
}

void
lijn_canvas_flash (LijnCanvas *self, const LijnRect *rects, guint n)
{
  adw_animation_reset (self->flash);
  g_array_set_size (self->flashed, 0);
  g_array_append_vals (self->flashed, rects, n);
  adw_animation_play (self->flash);
}

void
lijn_canvas_draw_init (LijnCanvas *self)
{
  self->objects = lijn_node_cache_new (lijn_paint_object, OBJECT_MARGIN);
  self->halos = lijn_node_cache_new (lijn_paint_halo, LIJN_HALO_MARGIN);
  self->tiles = lijn_tiles_new (GTK_WIDGET (self), paint_tile, self);
  self->halo_tiles = lijn_tiles_new (GTK_WIDGET (self), paint_halo_tile, self);
  self->flashed = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  self->flash = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLASH_MS,
                                         adw_callback_animation_target_new (flash_cb, self, NULL));
}

void
lijn_canvas_draw_dispose (LijnCanvas *self)
{
  g_clear_object (&self->flash);
  g_clear_pointer (&self->flashed, g_array_unref);
  lijn_canvas_drop_ground (self);
  g_clear_pointer (&self->wash, gsk_render_node_unref);
  g_clear_pointer (&self->tiles, lijn_tiles_free);
  g_clear_pointer (&self->halo_tiles, lijn_tiles_free);
  g_clear_pointer (&self->objects, lijn_node_cache_free);
  g_clear_pointer (&self->halos, lijn_node_cache_free);
}
