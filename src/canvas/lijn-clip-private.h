/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-clip.h"

G_BEGIN_DECLS

/* A clip from inside: rows by themselves, each value as text. */
typedef struct
{
  LijnTable table;
  char *id;
  GHashTable *values; /* column to text, both owned; what is empty is not there */
  gboolean shared; /* may leave its project */
} LijnClipRow;

struct _LijnClip
{
  GPtrArray *parties, *lanes; /* LijnClipRow; those that elements lie in, from above */
  GPtrArray *elements; /* from left to right */
  GPtrArray *flows, *interfaces;
  GWeakRef home; /* LijnProject: where it comes from; NULL when that is not known */
};

LijnClip *lijn_clip_new_empty (void);
GPtrArray *lijn_clip_get_rows (LijnClip *self,
                               LijnTable table); /* NULL: a clip has none of these */
LijnClipRow *lijn_clip_add_row (LijnClip *self, LijnTable table, const char *id, gboolean shared);

const char *lijn_clip_row_get (const LijnClipRow *row, const char *column); /* "" for none */
double lijn_clip_row_get_number (const LijnClipRow *row, const char *column); /* 0 for none */
const LijnClipRow *lijn_clip_find_row (GPtrArray *rows, const char *id); /* (nullable) */

/* What of a row of @table goes with it: columns, ended by NULL. */
const char *const *lijn_clip_list_columns (LijnTable table);

G_END_DECLS
