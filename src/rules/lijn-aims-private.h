/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-aims.h"

G_BEGIN_DECLS

/* What the aims are made of: the project is read once into facts (lijn-aims-facts.c). A figure is
 * then a walk over the facts of its aim at one moment (lijn-aims.c). */

/* A thing that an aim looks at, from when it is there, and from when it counts. */
typedef struct
{
  LijnObject *object; /* (owned) */
  LijnParty *party; /* (owned) (nullable) */
  gint64 since; /* it is there from then on */
  gint64 counts_since; /* it is in the numerator from then on; G_MAXINT64 and !counts: never */
  gboolean counts; /* whether it ever does */
  guint session; /* understanding: at which it was rated */
  double gap;
} LijnAimFact;

struct _LijnAims
{
  GPtrArray *sessions; /* (owned) LijnSession, in order */
  GPtrArray *facts[LIJN_N_AIMS]; /* (owned) LijnAimFact */
  gboolean has_times; /* some interface has both a norm and an actual time */
};

/* Reads the facts of @project; the sessions are there already. */
void lijn_aims_look (LijnAims *self, LijnProject *project);

void lijn_aim_fact_free (gpointer fact);

G_END_DECLS
