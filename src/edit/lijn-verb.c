/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-id.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* What the verbs share: beginning and ending, rows by object, numbers, ranks and the grid. */

const char *
lijn_verb_id (gpointer object)
{
  return object != NULL ? lijn_object_get_id (object) : NULL;
}

LijnEdit *
lijn_verb_begin (gpointer object, const char *label, GError **error)
{
  LijnProject *project = lijn_object_get_project (object);

  if (project == NULL || lijn_object_is_gone (object))
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                   _ ("“%s” has been removed. Undo brings it back."),
                   lijn_object_get_name (object));
      return NULL;
    }
  return lijn_edit_begin (project, label, error);
}

char *
lijn_verb_insert (LijnEdit *edit, LijnTable table, const LijnCell *cells, GError **error)
{
  g_autofree char *id = lijn_id_new ();

  if (!lijn_transaction_insert (edit->transaction, table, id, cells, error))
    return NULL;

  return g_steal_pointer (&id);
}

gboolean
lijn_verb_update (LijnEdit *edit, gpointer object, const LijnCell *cells, GError **error)
{
  return lijn_transaction_update (edit->transaction, lijn_object_get_table (object),
                                  lijn_object_get_id (object), cells, error);
}

gboolean
lijn_verb_delete (LijnEdit *edit, gpointer object, GError **error)
{
  return lijn_transaction_delete (edit->transaction, lijn_object_get_table (object),
                                  lijn_object_get_id (object), error);
}

gboolean
lijn_verb_flush (LijnEdit *edit, GError **error)
{
  return lijn_transaction_flush (edit->transaction, error);
}

gpointer
lijn_verb_finish (LijnEdit *edit, LijnTable table, const char *id, GError **error)
{
  g_autoptr (LijnProject) project = g_object_ref (edit->project);

  if (!lijn_edit_commit (edit, error))
    return NULL;

  return lijn_project_find (project, table, id);
}

/* Whether the rules take the texts and dates that a new row starts with. */
static gboolean
check_words (LijnObject *object, const LijnCell *cells, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));
  LijnParty *speaker = lijn_verb_speaker (lijn_object_get_project (object));

  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    {
      int place = lijn_table_find_column (lijn_object_get_table (object), cell->column);
      LijnColumnKind kind = info->columns[place].kind;

      if ((kind == LIJN_COLUMN_TEXT || kind == LIJN_COLUMN_DATE) &&
          !lijn_rules_value (object, cell->column, cell->text, speaker, error))
        return FALSE;
    }
  return TRUE;
}

gpointer
lijn_verb_make (LijnEdit *edit, LijnTable table, const LijnCell *cells, GError **error)
{
  g_autofree char *id = lijn_verb_insert (edit, table, cells, error);

  if (id == NULL || !lijn_verb_flush (edit, error) ||
      !check_words (lijn_project_find (edit->project, table, id), cells, error))
    {
      lijn_edit_drop (edit);
      return NULL;
    }
  return lijn_verb_finish (edit, table, id, error);
}

LijnParty *
lijn_verb_speaker (LijnProject *project)
{
  return lijn_project_find (project, LIJN_TABLE_PARTY,
                            lijn_store_get_speaker (lijn_project_get_store (project)));
}

int
lijn_verb_next_number (GListModel *objects, const char *column)
{
  int place = -1;
  gint64 highest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (objects, i);

      if (place < 0)
        place = lijn_table_find_column (lijn_object_get_table (object), column);
      highest = MAX (highest, lijn_object_get_int (object, place));
    }
  return (int) MIN (highest, G_MAXINT - 1) + 1;
}

char *
lijn_verb_text (const char *text)
{
  return g_strstrip (g_utf8_make_valid (text != NULL ? text : "", -1));
}

static double
rank_of (LijnObject *object)
{
  return lijn_object_get_number (object,
                                 lijn_table_find_column (lijn_object_get_table (object), "rank"));
}

/* Ranks 1, 2, 3 … with @place left free. */
static gboolean
rank_afresh (LijnEdit *edit, GPtrArray *siblings, guint place, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      LijnObject *object = g_ptr_array_index (siblings, i);
      double rank = 1.0 + i + (i >= place ? 1 : 0);

      if (!lijn_verb_update (edit, object, LIJN_CELLS (LIJN_REAL ("rank", rank)), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_verb_rank (LijnEdit *edit, GPtrArray *siblings, guint place, double *rank, GError **error)
{
  double before, after;

  if (place >= siblings->len)
    {
      *rank = lijn_verb_last_rank_of (siblings);
      return TRUE;
    }

  after = rank_of (g_ptr_array_index (siblings, place));
  before = place > 0 ? rank_of (g_ptr_array_index (siblings, place - 1)) : after - 2;
  *rank = before + (after - before) / 2;
  if (*rank > before && *rank < after && isfinite (*rank))
    return TRUE;

  *rank = 1.0 + place;
  return rank_afresh (edit, siblings, place, error);
}

gboolean
lijn_verb_rank_before (LijnEdit *edit, GPtrArray *siblings, gpointer row, gpointer before,
                       double *rank, GError **error)
{
  guint place;

  g_ptr_array_remove (siblings, row);
  if (before == NULL || !g_ptr_array_find (siblings, before, &place))
    place = siblings->len;

  return lijn_verb_rank (edit, siblings, place, rank, error);
}

double
lijn_verb_last_rank_of (GPtrArray *objects)
{
  double last = 0;

  for (guint i = 0; i < objects->len; i++)
    last = MAX (last, rank_of (g_ptr_array_index (objects, i)));

  return floor (last) + 1;
}

double
lijn_verb_last_rank (GListModel *list)
{
  double last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      last = MAX (last, rank_of (object));
    }
  return floor (last) + 1;
}

GPtrArray *
lijn_verb_referrers (LijnEdit *edit, LijnTable table, const char *column, gpointer to)
{
  GPtrArray *all = lijn_project_referrers (edit->project, table, column, to);
  GPtrArray *own = g_ptr_array_new_full (all->len, g_object_unref);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (own, g_object_ref (g_ptr_array_index (all, i)));

  return own;
}

double
lijn_verb_snap (double value)
{
  double half = LIJN_GRID / 2;

  if (!isfinite (value))
    return 0;
  if (fabs (value / half - nearbyint (value / half)) < 1e-9)
    return value;

  return nearbyint (value / LIJN_GRID) * LIJN_GRID;
}
