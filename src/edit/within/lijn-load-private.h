/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-consequences.h"
#include "lijn-load.h"

G_BEGIN_DECLS

/* What loading knows between its first row and its end. */

typedef struct
{
  LijnTable table;
  const char *id; /* owned by `ids` of the load */
} LijnLoadRow;

struct _LijnLoad
{
  LijnEdit *edit;
  GHashTable *ids; /* (owned) text to itself */
  GArray *rows; /* LijnLoadRow, in the order in which they came */
  GHashTable *unplaced; /* ids of elements without a place */
  gboolean fits_names; /* asked for by lijn_load_fit_names() */
  double ranks[LIJN_N_TABLES]; /* the last one given */
};

/* lijn-load-fit.c: gives room to what has a name that would be cut off, where that is asked for. */
gboolean lijn_load_fit (LijnLoad *self, GError **error);

/* lijn-load-place.c: gives places to the elements that came without, and room to the lanes. */
gboolean lijn_load_place (LijnLoad *self, GError **error);

G_END_DECLS
