/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-overlay.h"
#include "lijn-project.h"
#include "lijn-rect.h"

G_BEGIN_DECLS

/* Where one was looking, kept for each project in the user's state folder. Never content: the file is
 * called after a hash of the project's path, and maps go by their random ids. */
typedef struct
{
  gboolean known; /* whether the rest has been set */
  double zoom; /* screen pixels a point */
  LijnPoint place; /* what of the map is in the middle, in points */
} LijnViewMemory;

/* Returns: (transfer full) (nullable): the id of the map that was shown last. */
char *lijn_view_memory_get_map (LijnProject *project);

/* Gives what is remembered of @map; `known` is FALSE when nothing is, or nothing that makes sense. */
LijnViewMemory lijn_view_memory_get (LijnProject *project, LijnMap *map);

/* What one looks at a whole project with. */
typedef struct
{
  LijnOverlay overlay;
  gboolean overview; /* the small map in the corner is shown */
} LijnViewHabits;

LijnViewHabits lijn_view_memory_get_habits (LijnProject *project);
void lijn_view_memory_set_habits (LijnProject *project, const LijnViewHabits *habits);

/* Remembers. That a state folder cannot be written is no reason to bother anybody. */
void lijn_view_memory_set (LijnProject *project, LijnMap *map, const LijnViewMemory *memory);

G_END_DECLS
