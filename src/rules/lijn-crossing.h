/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* What becomes of interfaces when elements come to other parties: told before it is done. */
typedef struct
{
  guint made; /* new ones */
  guint ended; /* that carry nothing any more */
  guint passed; /* that get another giver or receiver, and so lose what those had signed */
} LijnCrossing;

/* The party that @element would belong to. (nullable) (transfer none) */
typedef LijnParty *(*LijnPartyAfter) (LijnElement *element, gpointer data);

/* Fills @crossing for @flows (element-type LijnFlow), all those of the elements that move. */
void lijn_rules_crossing (GPtrArray *flows, LijnPartyAfter party_after, gpointer data,
                          LijnCrossing *crossing);

/* The same for one flow that gets these ends. */
void lijn_rules_crossing_between (LijnFlow *flow, LijnElement *source, LijnElement *target,
                                  LijnCrossing *crossing);

/* Returns: (transfer full) (nullable): the same in words, a sentence a line; NULL when nothing
 * becomes of any interface. */
char *lijn_crossing_describe (const LijnCrossing *crossing);

G_END_DECLS
