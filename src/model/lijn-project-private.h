/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

#include "lijn-gone.h"
#include "lijn-index.h"
#include "lijn-list.h"

G_BEGIN_DECLS

struct _LijnProject
{
  GObject parent_instance;

  LijnStore *store;
  LijnList *lists[LIJN_N_TABLES];
  GHashTable *objects[LIJN_N_TABLES]; /* id -> LijnObject, those that the lists own */
  LijnGone *gone; /* those that somebody else still holds */
  LijnIndex *index;
};

/* lijn-project-read.c */

/* Reads every row, of a project that has no object yet. */
gboolean lijn_project_load (LijnProject *self, GError **error);

/* Brings the objects, the lists and the index up to date with @changes, then tells the objects. What
 * cannot be read stays as it was, with a warning. */
void lijn_project_refresh (LijnProject *self, LijnChanges *changes);

G_END_DECLS
