/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-nouns.h"
#include "lijn-rect.h"

G_BEGIN_DECLS

/* Where one has been looking, to go back and forward through, as in a web browser. */
typedef struct
{
  LijnMap *map; /* (owned) */
  LijnPoint place; /* what was in the middle, in points */
  double zoom; /* screen pixels a point */
} LijnStop;

typedef struct _LijnPlaces LijnPlaces;

LijnPlaces *lijn_places_new (void);
void lijn_places_free (LijnPlaces *self);

/* Remembers @stop, from which one is about to go elsewhere; what lay forward is forgotten. The same
 * sight twice in a row counts once. */
void lijn_places_leave (LijnPlaces *self, const LijnStop *stop);

/* Steps back, or forward, from @here, which is remembered on the other side. Maps that are gone are
 * passed over.
 *
 * Returns: whether there was somewhere to go: then @to holds it, its map (transfer full). */
gboolean lijn_places_go (LijnPlaces *self, gboolean forward, const LijnStop *here, LijnStop *to);

/* Returns: whether lijn_places_go() would go somewhere. */
gboolean lijn_places_can_go (LijnPlaces *self, gboolean forward);

G_END_DECLS
