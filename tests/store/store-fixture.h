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

/* Adds a row in a transaction of its own, labelled "Add". */
void store_fixture_add_party (StoreFixture *f, const char *id, const char *name);

/* Removes @folder and all in it. */
void store_remove_folder (const char *folder);
