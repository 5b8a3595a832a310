/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ghost.h"

#include "lijn-place.h"
#include "lijn-preview.h"
#include "lijn-route.h"

struct _LijnGhost
{
  LijnNewElement element; /* with references of its own */
  char *label; /* (nullable): what element.label points to */
  LijnRect rect;
  LijnPoint *route; /* (nullable) */
  guint n_route;
};

LijnGhost *
lijn_ghost_new (LijnLayout *layout, const LijnNewElement *new)
{
  const LijnLaneBox *lane = lijn_layout_find_lane (layout, new->lane);
  LijnGhost *self = NULL;
  LijnRect source;

  if (lane == NULL)
    return NULL;
  self = g_new0 (LijnGhost, 1);
  self->element = *new;
  self->element.lane = g_object_ref (new->lane);
  if (new->after != NULL)
    self->element.after = g_object_ref (new->after);
  lijn_ghost_set_label (self, new->label);

  if (!new->placed)
    lijn_place_after (layout, new->after, new->lane, new->kind, &self->element.place.x,
                      &self->element.place.y);
  self->rect = (LijnRect){ self->element.place.x, self->element.place.y + lane->rect.y, 0, 0 };
  lijn_place_default_size (new->kind, &self->rect.width, &self->rect.height);
  if (new->after != NULL && lijn_layout_get_element_rect (layout, new->after, &source))
    self->route = lijn_route_preview (layout, &source, &self->rect, &self->n_route);
  return self;
}

void
lijn_ghost_free (LijnGhost *self)
{
  g_clear_object (&self->element.after);
  g_clear_object (&self->element.lane);
  g_free (self->label);
  g_free (self->route);
  g_free (self);
}

const LijnNewElement *
lijn_ghost_get_element (LijnGhost *self)
{
  return &self->element;
}

void
lijn_ghost_set_label (LijnGhost *self, const char *label)
{
  g_free (self->label);
  self->element.label = self->label = g_strdup (label);
}

LijnRect
lijn_ghost_get_rect (LijnGhost *self)
{
  return self->rect;
}

gboolean
lijn_ghost_get_branch (LijnGhost *self, LijnRect *rect)
{
  if (self->route == NULL || self->n_route < 2)
    return FALSE;
  *rect = lijn_preview_middle (self->route, self->n_route);
  return TRUE;
}

void
lijn_ghost_snapshot (LijnGhost *self, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  lijn_preview_shape (canvas, snapshot, self->element.kind, &self->rect, self->element.lane);
  if (self->route != NULL && self->n_route > 1)
    lijn_preview_line (canvas, snapshot, self->route, self->n_route);
}
