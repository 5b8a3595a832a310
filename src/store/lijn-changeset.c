/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-id.h"
#include "lijn-store-private.h"

#include <string.h>

/* Reads a changeset by itself. SQLite's own reader trusts what it is given: three wrong bytes keep
 * it busy for ever, and a file from a message can hold any. So every changeset is read here, to its
 * last byte, before SQLite applies it; what touches which row is learned on the way.
 *
 * The form (from the comment at the head of SQLite's sqlite3session.c), for each table:
 *
 *   'T', the number of columns as a varint, a byte a column that is 1 for the key, name and NUL;
 *   then for each row: the operation, whether indirect, the old record unless it was inserted, and
 *   the new record unless it was deleted. A record holds a value for each column: a byte for its
 *   type (0: not in this record), then 8 bytes for a number, or a varint and as many bytes.
 *
 * In all tables of the model the key is the first column, and text. */

enum
{
  VALUE_ABSENT,
  VALUE_INTEGER,
  VALUE_REAL,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL,
};

typedef struct
{
  const guint8 *at, *end;
} Reader;

static gboolean
read_byte (Reader *r, guint8 *byte)
{
  if (r->at >= r->end)
    return FALSE;
  *byte = *r->at++;
  return TRUE;
}

/* Seven bits a byte, the highest first. None of ours needs more than five bytes. */
static gboolean
read_varint (Reader *r, gsize *number)
{
  guint8 byte = 0x80;

  *number = 0;
  for (int i = 0; i < 5 && (byte & 0x80) != 0; i++)
    {
      if (!read_byte (r, &byte))
        return FALSE;
      *number = (*number << 7) | (byte & 0x7f);
    }
  return (byte & 0x80) == 0;
}

static gboolean
skip (Reader *r, gsize n)
{
  if ((gsize) (r->end - r->at) < n)
    return FALSE;
  r->at += n;
  return TRUE;
}

/* Reads a value; @data and @size are those of a text or blob. */
static gboolean
read_value (Reader *r, guint8 *type, const guint8 **data, gsize *size)
{
  *data = NULL;
  *size = 0;
  if (!read_byte (r, type))
    return FALSE;

  switch (*type)
    {
    case VALUE_ABSENT:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_REAL:
      return skip (r, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      if (!read_varint (r, size))
        return FALSE;
      *data = r->at;
      return skip (r, *size);
    default:
      return FALSE;
    }
}

/* Reads a record. @whole tells that every column must be there; @id: (nullable): must be there, and
 * is given; else it must not be. @columns gets a bit for the place of each column that is there; of a
 * whole record, of each that is not NULL. */
static gboolean
read_record (Reader *r, gsize n_columns, gboolean whole, char **id, guint64 *columns)
{
  const guint8 *data;
  guint8 type;
  gsize size;

  if (!read_value (r, &type, &data, &size))
    return FALSE;
  if (id == NULL && type != VALUE_ABSENT)
    return FALSE;
  if (id != NULL)
    {
      if (type != VALUE_TEXT || memchr (data, 0, size) != NULL)
        return FALSE;
      *id = g_strndup ((const char *) data, size);
      if (!lijn_id_is_valid (*id))
        return FALSE;
    }
  *columns = 0;
  for (gsize i = 1; i < n_columns; i++)
    {
      if (!read_value (r, &type, &data, &size) || (whole && type == VALUE_ABSENT))
        return FALSE;
      if (type != VALUE_ABSENT && !(whole && type == VALUE_NULL))
        *columns |= G_GUINT64_CONSTANT (1) << (i - 1);
    }
  return TRUE;
}

static gboolean
read_row (Reader *r, LijnTable table, LijnChanges *changes)
{
  gsize n_columns = lijn_table_info (table)->n_columns + 1;
  g_autofree char *id = NULL;
  guint8 operation, indirect;
  guint64 before, columns = 0;
  LijnChangeKind kind;
  gboolean good;

  if (!read_byte (r, &operation) || !read_byte (r, &indirect) || indirect > 1)
    return FALSE;

  switch (operation)
    {
    case SQLITE_INSERT:
      kind = LIJN_CHANGE_INSERT;
      good = read_record (r, n_columns, TRUE, &id, &before);
      break;
    case SQLITE_DELETE:
      kind = LIJN_CHANGE_DELETE;
      good = read_record (r, n_columns, TRUE, &id, &columns);
      break;
    case SQLITE_UPDATE:
      kind = LIJN_CHANGE_UPDATE;
      good = read_record (r, n_columns, FALSE, &id, &before) &&
             read_record (r, n_columns, FALSE, NULL, &columns);
      break;
    default:
      return FALSE;
    }
  if (good)
    lijn_changes_add (changes, table, kind, id, columns);
  return good;
}

static gboolean
read_table (Reader *r, LijnTable *table)
{
  const guint8 *keys, *name;
  gsize n_columns;
  int found;

  if (!skip (r, 1) || !read_varint (r, &n_columns))
    return FALSE;
  keys = r->at;
  if (n_columns < 1 || !skip (r, n_columns) || keys[0] != 1)
    return FALSE;
  for (gsize i = 1; i < n_columns; i++)
    if (keys[i] != 0)
      return FALSE;

  name = r->at;
  if (memchr (name, 0, (gsize) (r->end - r->at)) == NULL)
    return FALSE;
  found = lijn_table_from_name ((const char *) name);
  if (found < 0 || lijn_table_info ((LijnTable) found)->n_columns + 1 != n_columns)
    return FALSE;

  *table = (LijnTable) found;
  return skip (r, strlen ((const char *) name) + 1);
}

gboolean
lijn_changes_add_changeset (LijnChanges *self, const void *changeset, gsize size)
{
  Reader r = { changeset, (const guint8 *) changeset + size };
  LijnTable table = LIJN_N_TABLES;

  while (r.at < r.end)
    if (!(*r.at == 'T' ? read_table (&r, &table)
                       : table != LIJN_N_TABLES && read_row (&r, table, self)))
      return FALSE;
  return TRUE;
}
