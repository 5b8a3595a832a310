/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-id.h"
#include "store-fixture.h"

/* A machine that makes random edits over all tables. Whatever it did: undoing all gives back each
 * state there was, down to the empty project; redoing all gives them again; the file opened anew
 * holds the same, with the same stacks; and it is sound. */

#define EDITS 60

typedef struct
{
  StoreFixture *f;
  GRand *rand;
  GPtrArray *ids[LIJN_N_TABLES];
} Machine;

static const char *
pick (Machine *m, LijnTable table)
{
  GPtrArray *ids = m->ids[table];

  return ids->len > 0 ? g_ptr_array_index (ids, g_rand_int_range (m->rand, 0, (gint32) ids->len))
                      : NULL;
}

/* Ids of rows that are there, as deleting takes others along. */
static void
refresh_ids (Machine *m)
{
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id",
                                              lijn_table_info (i)->name);
      g_autoptr (LijnCursor) row = lijn_store_select (m->f->store, sql, NULL);

      g_ptr_array_set_size (m->ids[i], 0);
      while (lijn_cursor_next (row, NULL))
        g_ptr_array_add (m->ids[i], g_strdup (lijn_cursor_get_text (row, 0)));
    }
}

/* Gives @cell a random value. Returns: FALSE when it needs a row that is not there. */
static gboolean
fill_cell (Machine *m, const LijnColumn *column, LijnCell *cell)
{
  static const char *const texts[] = { "", "Check the claim", "Ünïcödé “quotes” 'n\" all", "x" };
  gint32 number = g_rand_int_range (m->rand, -5, 5);

  *cell = (LijnCell){ .column = column->name };
  if (lijn_column_is_reference (column->kind))
    {
      const char *id = pick (m, column->refers);
      gboolean null = column->kind != LIJN_COLUMN_OWNER && g_rand_boolean (m->rand);

      if (id == NULL && column->kind == LIJN_COLUMN_OWNER)
        return FALSE;
      cell->type = id == NULL || null ? LIJN_CELL_NULL : LIJN_CELL_TEXT;
      cell->text = id;
      return TRUE;
    }

  cell->type = LIJN_CELL_INT;
  cell->integer = column->kind == LIJN_COLUMN_FLAG ? number > 0 : number;
  if (column->kind == LIJN_COLUMN_TEXT || column->kind == LIJN_COLUMN_DATE)
    {
      cell->type = LIJN_CELL_TEXT;
      cell->text = texts[g_rand_int_range (m->rand, 0, G_N_ELEMENTS (texts))];
    }
  else if (column->kind == LIJN_COLUMN_ENUM)
    {
      cell->type = LIJN_CELL_TEXT;
      cell->text = column->nicks[g_rand_int_range (
          m->rand, 0, (gint32) g_strv_length ((char **) (gsize) column->nicks))];
    }
  else if (column->kind == LIJN_COLUMN_REAL || column->kind == LIJN_COLUMN_NUM)
    {
      cell->type = LIJN_CELL_REAL;
      cell->real = number / 3.0;
    }
  else if (column->kind == LIJN_COLUMN_BLOB)
    {
      cell->type = LIJN_CELL_BLOB;
      cell->bytes = g_bytes_new (&number, sizeof number);
    }
  return TRUE;
}

/* Returns: (transfer full): cells for some (or, for a new row, all) columns of @table. */
static GArray *
make_cells (Machine *m, LijnTable table, gboolean all)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autoptr (GArray) cells = g_array_new (TRUE, TRUE, sizeof (LijnCell));

  for (guint i = 0; i < info->n_columns; i++)
    {
      LijnCell cell;

      if (!all && g_rand_boolean (m->rand))
        continue;
      if (!fill_cell (m, &info->columns[i], &cell))
        return NULL;
      g_array_append_val (cells, cell);
    }
  return g_steal_pointer (&cells);
}

static void
free_cells (GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    g_clear_pointer (&g_array_index (cells, LijnCell, i).bytes, g_bytes_unref);
  g_array_unref (cells);
}

static void
change_one_row (Machine *m, LijnTransaction *edit)
{
  LijnTable table = (LijnTable) g_rand_int_range (m->rand, 0, LIJN_N_TABLES);
  int what = table == LIJN_TABLE_ABOUT ? 7 : g_rand_int_range (m->rand, 0, 10);
  const char *id = pick (m, table);
  GArray *cells;

  if (id != NULL && what == 9)
    {
      store_delete (edit, table, id);
      refresh_ids (m);
      return;
    }
  if (id == NULL || what < 6)
    {
      g_autofree char *new_id = lijn_id_new ();

      cells = make_cells (m, table, TRUE);
      if (cells == NULL)
        return;
      store_insert (edit, table, new_id, (const LijnCell *) cells->data);
      g_ptr_array_add (m->ids[table], g_steal_pointer (&new_id));
    }
  else
    {
      cells = make_cells (m, table, FALSE);
      if (cells == NULL)
        return;
      store_update (edit, table, id, (const LijnCell *) cells->data);
    }
  free_cells (cells);
}

static void
edit_at_random (Machine *m)
{
  LijnTransaction *edit = store_begin (m->f->store, "Edit");
  int n = g_rand_int_range (m->rand, 1, 12);

  for (int i = 0; i < n; i++)
    {
      change_one_row (m, edit);
      if (g_rand_int_range (m->rand, 0, 5) == 0)
        g_assert_true (lijn_transaction_flush (edit, NULL));
    }
  if (g_rand_int_range (m->rand, 0, 8) == 0)
    lijn_transaction_drop (edit);
  else
    store_commit (edit);
  refresh_ids (m);
}

static void
assert_is (LijnStore *store, const char *expected)
{
  g_autofree char *now = store_dump (store);

  g_assert_cmpstr (now, ==, expected);
}

static void
step_through (Machine *m, GPtrArray *states, gboolean back)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < states->len; i++)
    {
      guint place = back ? states->len - 1 - i : i;

      if (back)
        lijn_store_undo (m->f->store, NULL, &error);
      else
        lijn_store_redo (m->f->store, NULL, &error);
      g_assert_no_error (error);
      assert_is (m->f->store, g_ptr_array_index (states, place));
    }
}

static void
run_machine (StoreFixture *f, guint32 seed)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Machine m = { f, g_rand_new_with_seed (seed), { NULL } };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    m.ids[i] = g_ptr_array_new_with_free_func (g_free);
  refresh_ids (&m);

  g_ptr_array_add (states, store_dump (f->store));
  for (int i = 0; i < EDITS; i++)
    {
      g_autofree char *before = g_strdup (lijn_store_get_revision (f->store));

      edit_at_random (&m);
      if (g_strcmp0 (before, lijn_store_get_revision (f->store)) != 0)
        g_ptr_array_add (states, store_dump (f->store));
    }

  step_through (&m, states, TRUE);
  g_assert_null (lijn_store_get_undo_label (f->store));
  g_clear_object (&f->store);
  f->store = store_fixture_open_again (f);
  step_through (&m, states, FALSE);
  g_assert_null (lijn_store_get_redo_label (f->store));

  lijn_store_verify (f->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    g_ptr_array_unref (m.ids[i]);
  g_rand_free (m.rand);
}

static void
test_fixed_seeds (StoreFixture *f, gconstpointer unused)
{
  run_machine (f, 1);
}

static void
test_new_seed (StoreFixture *f, gconstpointer unused)
{
  run_machine (f, (guint32) g_test_rand_int ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/random/fixed-seed", test_fixed_seeds);
  STORE_TEST ("/random/new-seed", test_new_seed);
  return g_test_run ();
}
