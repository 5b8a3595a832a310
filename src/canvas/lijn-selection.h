/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* An ordered set of objects: in an array, for the order, and in a set, so that painting can ask for
 * every object it meets. Each function that changes it returns whether it did. */
typedef struct _LijnSelection LijnSelection;

LijnSelection *lijn_selection_new (void);
void lijn_selection_free (LijnSelection *self);

GPtrArray *lijn_selection_get_objects (LijnSelection *self); /* (transfer none) */
LijnObject *lijn_selection_get_last (LijnSelection *self); /* (nullable) (transfer none) */
gboolean lijn_selection_contains (LijnSelection *self, LijnObject *object);

/* Makes it hold these, each once and without those that are gone. */
gboolean lijn_selection_set (LijnSelection *self, LijnObject *const *objects, guint n);
gboolean lijn_selection_toggle (LijnSelection *self, LijnObject *object);
gboolean lijn_selection_forget_gone (LijnSelection *self);

G_END_DECLS
