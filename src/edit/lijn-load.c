/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-load.h"

#include "lijn-load-private.h"
#include "lijn-id.h"
#include "lijn-place.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Rows in bulk. They are written as they come, without looking at each other; readers are told once,
 * when the last is in. Then what the source left out is made:
 *
 *   - rank: in the order in which the rows came, after those that were there;
 *   - the number of an interface, friction point or session: one more than the highest;
 *   - the height of a lane, the size of an element: those of a new one;
 *   - the place of an element (x or y left out, or ""): the whole map is tidied when nothing on it
 *     has a place; else each is placed in its lane after what leads to it;
 *   - the kind of a flow, the interface of a hand-over, the route of a flow: as when it is drawn.
 *
 * Lanes grow to hold what is in them. Last, the rules are asked of every row that came
 * (lijn-load-finish.c). */

static double
last_rank (LijnProject *project, LijnTable table)
{
  if (lijn_table_find_column (table, "rank") < 0)
    return 0;
  return lijn_verb_last_rank (lijn_project_list (project, table)) - 1;
}

LijnLoad *
lijn_load_begin (LijnProject *project, const char *label, GError **error)
{
  LijnEdit *edit = lijn_edit_begin (project, label, error);
  LijnLoad *self;

  if (edit == NULL)
    return NULL;

  self = g_new0 (LijnLoad, 1);
  self->edit = edit;
  self->edit->loading = TRUE;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LijnLoadRow));
  self->unplaced = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    self->ranks[i] = last_rank (project, (LijnTable) i);
  return self;
}

void
lijn_load_drop (LijnLoad *self)
{
  g_clear_pointer (&self->edit, lijn_edit_drop);
  g_hash_table_unref (self->unplaced);
  g_array_unref (self->rows);
  g_hash_table_unref (self->ids);
  g_free (self);
}

/* Values. */

static gboolean
refuse_value (const LijnColumn *column, const char *value, GError **error)
{
  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE, _ ("“%s” cannot be “%s”."),
               column->name, value);
  return FALSE;
}

static gboolean
read_cell (const LijnColumn *column, const char *value, LijnCell *cell, GError **error)
{
  double number = NAN;
  gboolean is_number = *value == '\0' || lijn_number_from_text (value, &number);
  char *end;

  switch (column->kind)
    {
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_FLAG:
    case LIJN_COLUMN_TIME:
      *cell = (LijnCell) LIJN_INT (column->name, g_ascii_strtoll (value, &end, 10));
      return *end == '\0' || refuse_value (column, value, error);
    case LIJN_COLUMN_REAL:
      *cell = (LijnCell) LIJN_REAL (column->name, *value != '\0' ? number : 0);
      return is_number || refuse_value (column, value, error);
    case LIJN_COLUMN_NUM:
      *cell = (LijnCell) LIJN_REAL (column->name, number);
      return is_number || refuse_value (column, value, error);
    case LIJN_COLUMN_ENUM:
      *cell = (LijnCell) LIJN_TEXT (column->name, *value != '\0' ? value : column->nicks[0]);
      return lijn_nick_to_value (column->nicks, cell->text) >= 0 ||
             refuse_value (column, value, error);
    case LIJN_COLUMN_DATE:
    case LIJN_COLUMN_TEXT:
      *cell = (LijnCell) LIJN_TEXT (column->name, value);
      return g_utf8_validate (value, -1, NULL) || refuse_value (column, "?", error);
    case LIJN_COLUMN_BLOB:
      *cell = (LijnCell) LIJN_BLOB (column->name, NULL);
      return TRUE;
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
    default:
      *cell = (LijnCell) LIJN_TO_ID (column->name, value);
      return TRUE;
    }
}

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((LijnCell *) data)->bytes, g_bytes_unref);
}

/* Base64, without anything that is not. */
static gboolean
read_blob (LijnCell *cell, const char *value, GError **error)
{
  gsize length = 0;
  guchar *data = g_base64_decode (value, &length);

  cell->bytes = g_bytes_new_take (data, length);
  if (*value == '\0' || length > 0)
    return TRUE;

  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("An attachment is not written as base64."));
  return FALSE;
}

/* (transfer full) (nullable): the cells as the transaction takes them, ended. */
static GArray *
read_cells (LijnTable table, const LijnLoadCell *cells, gsize n, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autoptr (GArray) all = g_array_sized_new (TRUE, TRUE, sizeof (LijnCell), (guint) n + 8);

  g_array_set_clear_func (all, cell_clear);
  for (gsize i = 0; i < n; i++)
    {
      int place = lijn_table_find_column (table, cells[i].column);
      const char *value = cells[i].value != NULL ? cells[i].value : "";
      LijnCell cell;

      if (place < 0)
        {
          g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("There is no field “%s”."), cells[i].column);
          return NULL;
        }
      if (!read_cell (&info->columns[place], value, &cell, error))
        return NULL;
      g_array_append_val (all, cell);
      if (cell.type == LIJN_CELL_BLOB &&
          !read_blob (&g_array_index (all, LijnCell, all->len - 1), value, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

static LijnCell *
find_cell (GArray *cells, const char *column)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (g_array_index (cells, LijnCell, i).column, column))
      return &g_array_index (cells, LijnCell, i);

  return NULL;
}

static void
set_real (GArray *cells, const char *column, double value)
{
  LijnCell *old = find_cell (cells, column);
  LijnCell cell = LIJN_REAL (column, value);

  if (old != NULL)
    *old = cell;
  else
    g_array_append_val (cells, cell);
}

static gboolean
is_positive (GArray *cells, const char *column)
{
  LijnCell *cell = find_cell (cells, column);

  return cell != NULL && cell->real > 0;
}

static void
complete_element (LijnLoad *self, GArray *cells, char *id, gboolean placed)
{
  LijnCell *kind = find_cell (cells, "kind");
  double width, height;

  lijn_place_default_size (
      kind != NULL ? (LijnElementKind) lijn_nick_to_value (lijn_element_kind_nicks, kind->text)
                   : LIJN_ELEMENT_KIND_STEP,
      &width, &height);
  if (!is_positive (cells, "width"))
    set_real (cells, "width", width);
  if (!is_positive (cells, "height"))
    set_real (cells, "height", height);

  if (!placed)
    g_hash_table_add (self->unplaced, id);
}

static gboolean
has_value (const LijnLoadCell *cells, gsize n, const char *column)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (cells[i].column, column))
      return cells[i].value != NULL && *cells[i].value != '\0';

  return FALSE;
}

const char *
lijn_load_put (LijnLoad *self, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n,
               GError **error)
{
  g_autoptr (GArray) row = read_cells (table, cells, n, error);
  char *own = id != NULL ? g_strdup (id) : lijn_id_new ();

  if (row == NULL)
    {
      g_free (own);
      return NULL;
    }

  if (lijn_table_find_column (table, "rank") >= 0 && !has_value (cells, n, "rank"))
    set_real (row, "rank", ++self->ranks[table]);
  if (table == LIJN_TABLE_LANE && !is_positive (row, "height"))
    set_real (row, "height", LIJN_LANE_HEIGHT);
  if (g_hash_table_contains (self->ids, own) ||
      lijn_project_find_any (self->edit->project, own) != NULL)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                   _ ("There are two things with the id “%s”."), own);
      g_free (own);
      return NULL;
    }
  g_hash_table_add (self->ids, own);
  if (table == LIJN_TABLE_ELEMENT)
    complete_element (self, row, own, has_value (cells, n, "x") && has_value (cells, n, "y"));

  g_array_append_val (self->rows, ((LijnLoadRow){ table, own }));
  return lijn_transaction_insert (self->edit->transaction, table, own,
                                  (const LijnCell *) (gpointer) row->data, error)
             ? own
             : NULL;
}

gboolean
lijn_load_set (LijnLoad *self, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n,
               GError **error)
{
  g_autoptr (GArray) row = read_cells (table, cells, n, error);

  if (row == NULL || !lijn_transaction_update (self->edit->transaction, table, id,
                                               (const LijnCell *) (gpointer) row->data, error))
    return FALSE;
  if (!g_hash_table_contains (self->ids, id))
    g_hash_table_add (self->ids, g_strdup (id));

  g_array_append_val (self->rows, ((LijnLoadRow){ table, g_hash_table_lookup (self->ids, id) }));
  return TRUE;
}

void
lijn_load_fit_names (LijnLoad *self)
{
  self->fits_names = TRUE;
}

gboolean
lijn_load_know (LijnLoad *self, const char *revision, GError **error)
{
  return lijn_transaction_add_known_revision (self->edit->transaction, revision, error);
}
