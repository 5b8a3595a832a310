/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* A sorted list model of the objects of one table. Finding, adding, removing and moving one object
 * takes log n. */
#define LIJN_TYPE_LIST (lijn_list_get_type ())
G_DECLARE_FINAL_TYPE (LijnList, lijn_list, LIJN, LIST, GObject)

LijnList *lijn_list_new (GType type);

void lijn_list_add (LijnList *self, LijnObject *object);
void lijn_list_remove (LijnList *self, LijnObject *object);

/* Takes @object, whose values changed, out of the list when it stands wrong between its neighbours,
 * to be added again. Where several changed, ask until all stand right. Returns: whether it did. */
gboolean lijn_list_take_misplaced (LijnList *self, LijnObject *object);

/* Fills an empty list at once. @objects need not be sorted. */
void lijn_list_fill (LijnList *self, GPtrArray *objects);

G_END_DECLS
