/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"
#include "lijn-store.h"

G_BEGIN_DECLS

/* What only the model's own files may do with an object: LijnProject makes, loads and ends them. */

LijnObject *lijn_object_new (LijnProject *project, LijnTable table, const char *id);

/* Takes the values of the row under @cursor, which lijn_object_select_sql() has selected.
 * Returns: whether any changed. */
gboolean lijn_object_load (LijnObject *self, LijnCursor *cursor);

/* Returns: whether the row under @cursor refers to other things, or stands elsewhere in order, than
 * the object did until now. */
gboolean lijn_object_moves (LijnObject *self, LijnCursor *cursor);

/* Returns: (transfer full): "SELECT id, …" of the columns that are kept in memory. */
char *lijn_object_select_sql (LijnTable table);

void lijn_object_set_gone (LijnObject *self, gboolean gone);
void lijn_object_forget_project (LijnObject *self);
void lijn_object_emit_changed (LijnObject *self);
gpointer lijn_object_get_values (LijnObject *self);

/* lijn-nouns.c */
GType lijn_noun_type (LijnTable table);
const gsize *lijn_noun_offsets (LijnTable table);

/* Returns: the column that orders the lists of @table, or -1. */
int lijn_noun_order (LijnTable table);

/* Compares for the order of lists: rank, number, date or time, then id. */
int lijn_noun_compare (gconstpointer a, gconstpointer b, gpointer unused);

G_END_DECLS
