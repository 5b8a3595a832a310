/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-overview.h"

#include "lijn-canvas-private.h"

G_BEGIN_DECLS

/* The overview from inside: lijn-overview.c is the widget, with the frame and how it is moved;
 * lijn-overview-strips.c paints the map behind it. */

#define LIJN_OVERVIEW_WIDTH 216 /* pixels */
#define LIJN_OVERVIEW_LEAST_HEIGHT 48
#define LIJN_OVERVIEW_MOST_HEIGHT 150
#define LIJN_OVERVIEW_STRIPS 12

typedef struct
{
  GdkTexture *texture; /* (nullable) */
  gboolean stale;
} LijnOverviewStrip;

struct _LijnOverview
{
  GtkWidget parent_instance;

  LijnCanvas *canvas; /* (nullable) */
  LijnView *view; /* (nullable): of the canvas */
  LijnLayout *layout; /* (nullable) */
  gulong view_ids[4], adjustment_ids[4], layout_id;
  GtkAdjustment *adjustments[2];

  LijnRect area; /* of the map that is shown */
  double scale; /* pixels a point */
  LijnOverviewStrip strips[LIJN_OVERVIEW_STRIPS];
  guint wait_id, paint_id;
  guint painted;
  LijnPoint held; /* where in the frame it is dragged, in map points from its middle */
};

/* lijn-overview-strips.c */

/* Follows @layout (nullable: lets go) and shows all of it. */
void lijn_overview_set_layout (LijnOverview *self, LijnLayout *layout);

/* Paints what is stale, when there is nothing better to do and the overview is seen. */
void lijn_overview_begin_painting (LijnOverview *self);

/* All looks different: another palette or overlay. */
void lijn_overview_repaint (LijnOverview *self);

/* Appends what has been painted, the map's upper left corner at @offset pixels. */
void lijn_overview_append_strips (LijnOverview *self, GtkSnapshot *snapshot, LijnPoint offset);

G_END_DECLS
