/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ddl.h"

/* Writes the SQL of lijn-columns.h's tables, and of the two tables of the history. SQLite keeps the
 * text of CREATE statements as it was given, so the same text serves to make a file and to
 * recognise one. References are deferred: within a transaction rows may come in any order. */

static const LijnDdl history[] = {
  { "table", "revision", "revision",
    "CREATE TABLE \"revision\" (\n"
    "  \"seq\" INTEGER PRIMARY KEY NOT NULL,\n"
    "  \"id\" TEXT NOT NULL,\n"
    "  \"parent\" TEXT NOT NULL,\n"
    "  \"kind\" TEXT NOT NULL CHECK (\"kind\" IN ('edit', 'undo', 'redo')),\n"
    "  \"of\" TEXT NOT NULL,\n"
    "  \"at\" INTEGER NOT NULL,\n"
    "  \"party\" TEXT NOT NULL,\n"
    "  \"person\" TEXT NOT NULL,\n"
    "  \"session\" TEXT NOT NULL,\n"
    "  \"label\" TEXT NOT NULL,\n"
    "  \"changeset\" BLOB\n"
    ") STRICT" },
  { "table", "known_revision", "known_revision",
    "CREATE TABLE \"known_revision\" (\n"
    "  \"id\" TEXT PRIMARY KEY NOT NULL\n"
    ") STRICT, WITHOUT ROWID" },
};

/* Not IN: for that SQLite would build a table of the words for every row it writes. */
static void
append_check (GString *sql, const LijnColumn *column)
{
  g_string_append (sql, " CHECK (");
  for (guint i = 0; column->nicks[i] != NULL; i++)
    g_string_append_printf (sql, "%s\"%s\" = '%s'", i > 0 ? " OR " : "", column->name,
                            column->nicks[i]);
  g_string_append_c (sql, ')');
}

static void
append_reference (GString *sql, const LijnColumn *column, gboolean cascade)
{
  g_string_append_printf (sql,
                          " REFERENCES \"%s\" (\"id\") ON DELETE %s DEFERRABLE INITIALLY DEFERRED",
                          lijn_table_info (column->refers)->name, cascade ? "CASCADE" : "SET NULL");
}

static void
append_column (GString *sql, const LijnColumn *column)
{
  g_string_append_printf (sql, ",\n  \"%s\" ", column->name);
  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
      g_string_append (sql, "TEXT NOT NULL DEFAULT ''");
      break;
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_TIME:
      g_string_append (sql, "INTEGER NOT NULL DEFAULT 0");
      break;
    case LIJN_COLUMN_FLAG:
      g_string_append_printf (sql, "INTEGER NOT NULL DEFAULT 0 CHECK (\"%s\" IN (0, 1))",
                              column->name);
      break;
    case LIJN_COLUMN_REAL:
      g_string_append (sql, "REAL NOT NULL DEFAULT 0");
      break;
    case LIJN_COLUMN_NUM:
      g_string_append (sql, "REAL");
      break;
    case LIJN_COLUMN_ENUM:
      g_string_append_printf (sql, "TEXT NOT NULL DEFAULT '%s'", column->nicks[0]);
      append_check (sql, column);
      break;
    case LIJN_COLUMN_OWNER:
      g_string_append (sql, "TEXT NOT NULL");
      append_reference (sql, column, TRUE);
      break;
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      g_string_append (sql, "TEXT");
      append_reference (sql, column, TRUE);
      break;
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
      g_string_append (sql, "TEXT");
      append_reference (sql, column, FALSE);
      break;
    case LIJN_COLUMN_BLOB:
      g_string_append (sql, "BLOB NOT NULL DEFAULT x''");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add (GPtrArray *all, const char *type, const char *name, const char *table, const char *sql)
{
  LijnDdl *ddl = g_new (LijnDdl, 1);

  *ddl = (LijnDdl){ type, g_intern_string (name), g_intern_string (table), g_intern_string (sql) };
  g_ptr_array_add (all, ddl);
}

static void
add_table (GPtrArray *all, const LijnTableInfo *info)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE \"%s\" (\n  \"id\" TEXT PRIMARY KEY NOT NULL", info->name);
  for (guint i = 0; i < info->n_columns; i++)
    append_column (sql, &info->columns[i]);
  g_string_append (sql, "\n) STRICT");
  add (all, "table", info->name, info->name, sql->str);
}

static void
add_indexes (GPtrArray *all, const LijnTableInfo *info)
{
  for (guint i = 0; i < info->n_columns; i++)
    {
      const LijnColumn *column = &info->columns[i];
      g_autofree char *name = NULL;
      g_autofree char *sql = NULL;

      if (column->kind != LIJN_COLUMN_OWNER && column->kind != LIJN_COLUMN_LINK &&
          column->kind != LIJN_COLUMN_PART)
        continue;

      name = g_strdup_printf ("%s_%s", info->name, column->name);
      sql = g_strdup_printf ("CREATE INDEX \"%s\" ON \"%s\" (\"%s\")", name, info->name,
                             column->name);
      add (all, "index", name, info->name, sql);
    }
}

static gpointer
make_all (gpointer unused)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      add_table (all, lijn_table_info ((LijnTable) i));
      add_indexes (all, lijn_table_info ((LijnTable) i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    add (all, history[i].type, history[i].name, history[i].table, history[i].sql);
  return all;
}

const GPtrArray *
lijn_ddl (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_all, NULL);
}
