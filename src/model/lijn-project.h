/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-nouns.h"
#include "lijn-store.h"

G_BEGIN_DECLS

/* An open project: the objects of its rows, in lists that follow the file. Loading reads every row
 * once; after that only touched rows are read. */

#define LIJN_TYPE_PROJECT (lijn_project_get_type ())
G_DECLARE_FINAL_TYPE (LijnProject, lijn_project, LIJN, PROJECT, GObject)

/* signals:
 *   "refreshed" (LijnChanges *): the objects have just been brought up to date with these changes;
 * once for each "changed" of the store. */

/* Makes a new project file at @path with nothing in it but its title. (transfer full) (nullable) */
LijnProject *lijn_project_create (const char *path, GError **error);

/* Opens; see lijn_store_open(). (transfer full) (nullable) */
LijnProject *lijn_project_open (const char *path, LijnStoreFlags flags, GError **error);

LijnStore *lijn_project_get_store (LijnProject *self);
const char *lijn_project_get_title (LijnProject *self);

/* Returns: (transfer none): the one row of table `about`. */
LijnAbout *lijn_project_get_about (LijnProject *self);

/* Returns: (transfer none): all objects of @table, a live list of the table's GType, ordered by
 * rank, number, date or time (what the table has, in that order), then id. */
GListModel *lijn_project_list (LijnProject *self, LijnTable table);

/* Returns: how many there are. */
guint lijn_project_count (LijnProject *self, LijnTable table);

/* Returns: (transfer none) (nullable): the object of row @id. Constant time. NULL and "" give NULL.
 */
gpointer lijn_project_find (LijnProject *self, LijnTable table, const char *id);

/* Returns: (transfer none) (nullable): the object of row @id in whatever table it is. */
LijnObject *lijn_project_find_any (LijnProject *self, const char *id);

/* What refers to an object: the objects of @table whose OWNER, LINK or PART column @column (a name)
 * refers to @to. Constant time. The array is the project's own and changes with the next edit; it
 * may be walked while nothing is edited. Sorted as lijn_project_list().
 *
 * Returns: (transfer none) (element-type LijnObject): never NULL. */
GPtrArray *lijn_project_referrers (LijnProject *self, LijnTable table, const char *column,
                                   LijnObject *to);

/* Returns: (transfer none) (nullable): the first of these whose column @other_column refers to
 * @other, such as the membership of a person in a team. Linear in how many refer to @to. */
gpointer lijn_project_find_link (LijnProject *self, LijnTable table, const char *column,
                                 LijnObject *to, const char *other_column, LijnObject *other);

/* Parties in order; customer first where ranks are equal. Lanes of a map in the order in which they
 * stand, over all parties. (transfer container) */
GPtrArray *lijn_project_list_parties (LijnProject *self);
GPtrArray *lijn_map_list_lanes (LijnMap *map);
GPtrArray *lijn_map_list_parties (LijnMap *map); /* those with a lane on it, in order */

/* Returns: (transfer none) (nullable): the first map. */
LijnMap *lijn_project_get_first_map (LijnProject *self);

/* Returns: (transfer none) (nullable): the session that is running. */
LijnSession *lijn_project_get_running_session (LijnProject *self);

G_END_DECLS
