/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"
#include "lijn-transaction.h"

G_BEGIN_DECLS

/* What the verbs share; for this room only. */

struct _LijnEdit
{
  LijnProject *project; /* (owned) */
  LijnTransaction *transaction; /* (owned) */
  gboolean loading; /* what comes in says itself what is assumed, whoever speaks */
};

/* A reference to @object (nullable) as a cell. */
#define LIJN_TO(column, object) LIJN_REF (column, lijn_verb_id (object))

/* A reference by id, where "" is none. */
#define LIJN_TO_ID(column, id) LIJN_REF (column, ((id) != NULL && *(id) != '\0') ? (id) : NULL)

/* Returns: the id of @object; NULL for NULL. */
const char *lijn_verb_id (gpointer object);

/* As lijn_edit_begin() in the project of @object, which must still be there. */
LijnEdit *lijn_verb_begin (gpointer object, const char *label, GError **error);

/* The row verbs of the transaction, within @edit. lijn_verb_insert() gives the new row's id.
 * (transfer full) (nullable) */
char *lijn_verb_insert (LijnEdit *edit, LijnTable table, const LijnCell *cells, GError **error);
gboolean lijn_verb_update (LijnEdit *edit, gpointer object, const LijnCell *cells, GError **error);
gboolean lijn_verb_delete (LijnEdit *edit, gpointer object, GError **error);
gboolean lijn_verb_flush (LijnEdit *edit, GError **error);

/* Commits and gives the object of row @id: the end of a verb that makes something. Takes @edit.
 * (transfer none) (nullable) */
gpointer lijn_verb_finish (LijnEdit *edit, LijnTable table, const char *id, GError **error);

/* As lijn_verb_insert() and lijn_verb_finish() at once. Takes @edit. (transfer none) (nullable) */
gpointer lijn_verb_make (LijnEdit *edit, LijnTable table, const LijnCell *cells, GError **error);

/* Returns: the party on whose behalf this is done; NULL when nobody has said. (transfer none) */
LijnParty *lijn_verb_speaker (LijnProject *project);

/* Returns: one more than the highest value of the INT column @column among @objects. */
int lijn_verb_next_number (GListModel *objects, const char *column);

/* Returns: (transfer full): @text without white space around it, valid; lines are kept. */
char *lijn_verb_text (const char *text);

/* Gives a rank between those of @siblings (in their order) number @place - 1 and @place. Where
 * there is no room left between two, all get new ranks. */
gboolean lijn_verb_rank (LijnEdit *edit, GPtrArray *siblings, guint place, double *rank,
                         GError **error);

/* Gives a rank for @row, which is one of @siblings and is taken out of them, in front of @before;
 * without @before, or when it is none of them, after all. */
gboolean lijn_verb_rank_before (LijnEdit *edit, GPtrArray *siblings, gpointer row, gpointer before,
                                double *rank, GError **error);

/* Returns: a rank after all of @list. */
double lijn_verb_last_rank (GListModel *list);
double lijn_verb_last_rank_of (GPtrArray *objects);

/* As lijn_project_referrers(), but an array that stays as it is while one edits, with references.
 * (transfer full) */
GPtrArray *lijn_verb_referrers (LijnEdit *edit, LijnTable table, const char *column, gpointer to);

/* lijn-setters.c: what a column with consequences is passed on to; NULL for one without. */
typedef gboolean (*LijnSetter) (LijnObject *object, const char *value, GError **error);
LijnSetter lijn_setter_find (LijnTable table, const char *column);

/* Verbs that only lijn_edit_set() asks for: a lane given to another party, an element put in another
 * lane (nullable) or turned into another kind, a session planned again. */
gboolean lijn_lane_give (LijnLane *lane, LijnParty *party, GError **error);
gboolean lijn_element_put (LijnElement *element, LijnLane *lane, GError **error);
gboolean lijn_element_turn_into (LijnElement *element, LijnElementKind kind, GError **error);
gboolean lijn_session_plan (LijnSession *session, GError **error);
gboolean lijn_object_assume (LijnObject *object, GError **error);

/* Returns: the place on the grid that is nearest to @value; what lies on half of the grid, such as
 * a shape centred on its neighbours, stays there. */
double lijn_verb_snap (double value);

G_END_DECLS
