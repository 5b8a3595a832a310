/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store.h"
#include "lijn-transaction.h"

/* A folder of one's own with a new project in it, for every test. */

typedef struct
{
  char *folder;
  char *path;
  LijnStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *f, gconstpointer unused);
void store_fixture_tear_down (StoreFixture *f, gconstpointer unused);

#define STORE_TEST(name, function)                                                                 \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

/* Returns: the first column of the first row of @sql. */
gint64 store_count (LijnStore *store, const char *sql);

/* Returns: (transfer full): every row of every table of the model, the same for equal contents. */
char *store_dump (LijnStore *store);

/* Opens @f's file a second time, as another program would. */
LijnStore *store_fixture_open_again (StoreFixture *f);

/* Begins a transaction, inserts, updates or deletes, which must not fail. */
LijnTransaction *store_begin (LijnStore *store, const char *label);
void store_insert (LijnTransaction *edit, LijnTable table, const char *id, const LijnCell *cells);
void store_update (LijnTransaction *edit, LijnTable table, const char *id, const LijnCell *cells);
void store_delete (LijnTransaction *edit, LijnTable table, const char *id);
void store_commit (LijnTransaction *edit);

/* Runs @sql on the file at @path with bare SQLite, which must not fail. */
void store_run_bare (const char *path, const char *sql);

/* Adds a row in a transaction of its own, labelled "Add". */
void store_fixture_add_party (StoreFixture *f, const char *id, const char *name);

/* Removes @folder and all in it. */
void store_remove_folder (const char *folder);
