/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"

#include <glib/gi18n.h>

/* SQLite's result codes as sentences for people: what happened, and what to do next. SQLite's own
 * words follow where they may help the one who is asked for help. */

/* Its name is made of these tokens, spaces included. */
/* clang-format off */
G_DEFINE_QUARK (lijn-store-error-quark, lijn_store_error)
/* clang-format on */

char *
lijn_store_display_name (const char *path)
{
  return g_filename_display_basename (path);
}

typedef struct
{
  int code; /* a primary result code of SQLite */
  LijnStoreError error;
  const char *words; /* with the file's name for %s */
} Meaning;

static const Meaning meanings[] = {
  { SQLITE_FULL, LIJN_STORE_ERROR_DISK,
    N_ ("There is no room left on the disk for “%s”. Make room and try again.") },
  { SQLITE_IOERR, LIJN_STORE_ERROR_DISK,
    N_ ("“%s” could not be read or written. Check the disk or the network, and try again.") },
  { SQLITE_NOMEM, LIJN_STORE_ERROR_DISK,
    N_ ("There is too little memory to work on “%s”. Close other programs and try again.") },
  { SQLITE_READONLY, LIJN_STORE_ERROR_READ_ONLY,
    N_ ("“%s” may only be read. Save a copy in a place of your own to change it.") },
  { SQLITE_BUSY, LIJN_STORE_ERROR_BUSY,
    N_ ("Another program is writing to “%s”. Try again in a moment.") },
  { SQLITE_LOCKED, LIJN_STORE_ERROR_BUSY,
    N_ ("Another program is writing to “%s”. Try again in a moment.") },
  { SQLITE_CORRUPT, LIJN_STORE_ERROR_DAMAGED,
    N_ ("“%s” is damaged. Ask for the file again, or take an earlier copy.") },
  { SQLITE_NOTADB, LIJN_STORE_ERROR_FOREIGN, N_ ("“%s” is not a Waslijn project.") },
  { SQLITE_CANTOPEN, LIJN_STORE_ERROR_DISK,
    N_ ("“%s” could not be opened. Check that its folder is there and may be used.") },
  { SQLITE_PERM, LIJN_STORE_ERROR_DISK,
    N_ ("“%s” could not be opened. Check that its folder is there and may be used.") },
  { SQLITE_INTERRUPT, LIJN_STORE_ERROR_HOSTILE,
    N_ ("Reading “%s” took too long and was stopped. Ask for the file again.") },
  { SQLITE_TOOBIG, LIJN_STORE_ERROR_INVALID,
    N_ ("What was to be kept in “%s” is too large. Make it smaller and try again.") },
  { SQLITE_CONSTRAINT, LIJN_STORE_ERROR_INVALID,
    N_ ("The change does not fit what is in “%s”, and was not made.") },
};

static void
set_error (int code, const char *path, const char *details, GError **error)
{
  g_autofree char *name = lijn_store_display_name (path);
  LijnStoreError kind = LIJN_STORE_ERROR_DISK;
  const char *format = N_ ("Something went wrong with “%s”. Try again.");
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].code == (code & 0xff))
      {
        kind = meanings[i].error;
        format = meanings[i].words;
        break;
      }

#pragma GCC diagnostic push
      /* The format comes from the table above, or from its translation, which msgfmt checks. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (_ (format), name);
#pragma GCC diagnostic pop
  if (details != NULL)
    g_set_error (error, LIJN_STORE_ERROR, (int) kind, "%s (%s)", words, details);
  else
    g_set_error_literal (error, LIJN_STORE_ERROR, (int) kind, words);
}

gboolean
lijn_store_fail (sqlite3 *db, const char *path, GError **error)
{
  set_error (sqlite3_extended_errcode (db), path, sqlite3_errmsg (db), error);
  return FALSE;
}

gboolean
lijn_store_fail_code (int code, const char *path, GError **error)
{
  set_error (code, path, sqlite3_errstr (code), error);
  return FALSE;
}
