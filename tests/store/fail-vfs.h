/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A disk and a memory that fail on demand: a VFS around SQLite's own, and an allocator around
 * malloc(). */

typedef enum
{
  FAIL_NOTHING,
  FAIL_FULL, /* writes: the disk is full */
  FAIL_WRITE, /* writes: half of it arrives */
  FAIL_SYNC,
  FAIL_DELETE,
  FAIL_OPEN,
  FAIL_READ,
  FAIL_MEMORY,
  FAIL_KILL, /* the process dies instead of a write, sync, truncation or deletion */
  N_FAILURES
} FailKind;

/* Makes them SQLite's. Before anything else of SQLite. */
void fail_install (void);

/* Lets the @n-th of the operations of @kind fail, counted from 1; with @lasting all after it
 * too. */
void fail_at (FailKind kind, guint n, gboolean lasting);

/* Lets nothing fail any more. Returns: whether something did. */
gboolean fail_stop (void);
