/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"

G_BEGIN_DECLS

/* What can be laid over a map as colours with figures: one thing at a time. Each element or interface
 * it says something about gets a step of a scale that is the same on every map, so that one edit
 * changes no other step, and two maps can be compared. */

typedef enum
{
  LIJN_OVERLAY_NONE,
  LIJN_OVERLAY_FRICTION, /* the sum of the severities of the open friction points on it */
  LIJN_OVERLAY_GAP, /* how far the parties' guesses were from each other's ratings */
  LIJN_OVERLAY_AGREEMENT, /* open, proposed, agreed */
  LIJN_OVERLAY_AGE, /* how long the oldest open friction point on it has been there */
  LIJN_OVERLAY_DIFFERENCES, /* from the map that this one was made from, or the other way round */
} LijnOverlay;
#define LIJN_N_OVERLAYS 6

/* The words that stand for them in files, ended by NULL. */
extern const char *const lijn_overlay_nicks[];

typedef struct
{
  int step; /* on the scale, from 0 */
  double value; /* the sum, the gap, the days; 0 where it is a word */
} LijnOverlayMark;

/* Gives what @overlay says about @object at @now (UTC microseconds), from what @audience may see.
 * Returns: FALSE when it says nothing about it. Time in proportion to what hangs on @object. */
gboolean lijn_overlay_find (LijnOverlay overlay, LijnObject *object, const LijnAudience *audience,
                            gint64 now, LijnOverlayMark *mark);

/* Returns: (transfer full): the figure or word for @mark: "7", "1.5", "45 d", "agreed". */
char *lijn_overlay_describe_mark (LijnOverlay overlay, const LijnOverlayMark *mark);

/* The scale, in the user's language. (transfer none) */
guint lijn_overlay_count_steps (LijnOverlay overlay);
const char *lijn_overlay_get_title (LijnOverlay overlay); /* "Friction" … */
const char *lijn_overlay_get_step (LijnOverlay overlay, int step); /* "4 to 6" … */

/* Returns: whether a change of a row of @table can change what @overlay says. */
gboolean lijn_overlay_depends_on (LijnOverlay overlay, LijnTable table);

G_END_DECLS
