/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"

G_BEGIN_DECLS

/* Rows in bulk, for what brings whole maps or files in: an importer, a merge, a generator. One
 * transaction, without the consequences of single verbs; at its end every reference must hold and
 * the rules are asked of the whole. Rows may come in any order. */
typedef struct _LijnLoad LijnLoad;

LijnLoad *lijn_load_begin (LijnProject *project, const char *label, GError **error);

/* Puts a row. Columns that are left out have their defaults. @id NULL: a new one.
 * Returns: (transfer none) (nullable): the id, good until the load ends. */
typedef struct
{
  const char *column;
  const char *value; /* as for lijn_edit_set(); base64 for BLOB */
} LijnLoadCell;
const char *lijn_load_put (LijnLoad *self, LijnTable table, const char *id,
                           const LijnLoadCell *cells, gsize n, GError **error);

/* Changes columns of a row that was there before, such as the project's title. */
gboolean lijn_load_set (LijnLoad *self, LijnTable table, const char *id, const LijnLoadCell *cells,
                        gsize n, GError **error);

/* Adds a revision that the source knew, so that copies can be brought together later. */
gboolean lijn_load_know (LijnLoad *self, const char *revision, GError **error);

/* Asks that what has a name that would be cut off is given room for it at the end: for drawings by
 * programs that set names otherwise. What is ours keeps its size. */
void lijn_load_fit_names (LijnLoad *self);

/* Routes flows that have no route and makes interfaces for hand-overs that have none, then commits.
 * Takes @self. */
gboolean lijn_load_finish (LijnLoad *self, GError **error);
void lijn_load_drop (LijnLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnLoad, lijn_load_drop)

G_END_DECLS
