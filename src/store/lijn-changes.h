/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lijn-schema.h"

G_BEGIN_DECLS

/* Which rows a changeset touched: a set, in no order (the session extension groups rows by table
 * and promises no more). */

typedef enum
{
  LIJN_CHANGE_INSERT,
  LIJN_CHANGE_UPDATE,
  LIJN_CHANGE_DELETE,
} LijnChangeKind;

/* @columns has a bit for the place of each column that an update set, or that held something in what
 * was deleted. */
typedef struct
{
  LijnTable table;
  LijnChangeKind kind;
  char *id;
  guint64 columns;
} LijnChange;

typedef struct _LijnChanges LijnChanges;

#define LIJN_TYPE_CHANGES (lijn_changes_get_type ())
GType lijn_changes_get_type (void);

LijnChanges *lijn_changes_ref (LijnChanges *changes);
void lijn_changes_unref (LijnChanges *changes);

gsize lijn_changes_get_size (LijnChanges *changes);

/* Returns: (transfer none): change number @i, from 0. */
const LijnChange *lijn_changes_get (LijnChanges *changes, gsize i);

/* Returns: whether anything changed in a way that cannot be told row by row (the whole file was
 * replaced), so that everything must be read again; the list is then empty. */
gboolean lijn_changes_is_everything (LijnChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnChanges, lijn_changes_unref)

G_END_DECLS
