/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-places.h"
#include "lijn-selection.h"
#include "lijn-view-memory.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* The view from inside, for lijn-view*.c only. */

struct _LijnView
{
  GObject parent_instance;

  LijnProject *project;
  LijnMap *map;
  LijnTool tool;
  LijnViewMemory memory; /* of the map that is shown */
  LijnParty *speaker;
  LijnPaletteKind palette;
  LijnViewHabits habits;
  gboolean focus_mode, comparing;
  gboolean beside; /* a second look: nothing is remembered */

  LijnSelection *selection;
  LijnPlaces *places;

  gulong refreshed_id;
  gulong dark_id;
  guint remember_id;
};

/* lijn-view-selection.c: takes what a change of the selection returned. */
void lijn_view_tell_selection (LijnView *self, gboolean changed);

/* lijn-view-going.c: place and zoom of the map, now. */
void lijn_view_remember (LijnView *self);

G_END_DECLS
