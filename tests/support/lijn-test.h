/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"
#include "lijn-transaction.h"

G_BEGIN_DECLS

/* A project file in a folder of its own, which is removed with it. */
typedef struct
{
  char *folder;
  char *path;
  LijnProject *project;
} LijnTest;

/* Makes a new, empty project. */
void lijn_test_set_up (LijnTest *test, gconstpointer unused);
void lijn_test_tear_down (LijnTest *test, gconstpointer unused);

/* Closes the project and opens it again from the file. */
void lijn_test_reopen (LijnTest *test);

/* Puts a row straight into the file, as one transaction. Returns: its object. */
gpointer lijn_test_put (LijnTest *test, LijnTable table, const LijnCell *cells);

/* Changes a row straight in the file, as one transaction. */
void lijn_test_change (LijnTest *test, gpointer object, const LijnCell *cells);
void lijn_test_delete (LijnTest *test, gpointer object);

/* Returns: (transfer full): every row of every table of the schema as text, in a fixed order. */
char *lijn_test_dump (LijnStore *store);

G_END_DECLS
