/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fail-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FailFile;

static struct
{
  FailKind kind;
  guint count, n;
  gboolean lasting, happened;
} plan;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;
static sqlite3_mem_methods real_memory;

/* Returns: whether the operation, which is one of @kind, is to fail. */
static gboolean
is_due (FailKind kind)
{
  if (plan.kind != kind)
    return FALSE;

  plan.count++;
  if (plan.count != plan.n && !(plan.lasting && plan.count > plan.n))
    return FALSE;

  plan.happened = TRUE;
  if (kind == FAIL_KILL)
    raise (SIGKILL);
  return TRUE;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FailFile *) file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  int code = real (file)->pMethods != NULL ? real (file)->pMethods->xClose (real (file))
                                           : SQLITE_OK;

  g_free (real (file));
  return code;
}

static int
read_cb (sqlite3_file *file, void *data, int n, sqlite3_int64 at)
{
  return is_due (FAIL_READ) ? SQLITE_IOERR_READ
                            : real (file)->pMethods->xRead (real (file), data, n, at);
}

static int
write_cb (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  is_due (FAIL_KILL);
  if (is_due (FAIL_FULL))
    return SQLITE_FULL;
  if (is_due (FAIL_WRITE))
    {
      real (file)->pMethods->xWrite (real (file), data, n / 2, at);
      return SQLITE_IOERR_WRITE;
    }
  return real (file)->pMethods->xWrite (real (file), data, n, at);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  is_due (FAIL_KILL);
  return real (file)->pMethods->xTruncate (real (file), size);
}

/* Nothing is really synced, which would take most of a test's time: what dies here is a process,
 * not the machine. */
static int
sync_cb (sqlite3_file *file, int flags)
{
  is_due (FAIL_KILL);
  return is_due (FAIL_SYNC) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
lock_cb (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xLock (real (file), lock);
}

static int
unlock_cb (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xUnlock (real (file), lock);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *reserved)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), reserved);
}

static int
file_control_cb (sqlite3_file *file, int operation, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
characteristics_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = file_size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_reserved_lock_cb,
  .xFileControl = file_control_cb,
  .xSectorSize = sector_size_cb,
  .xDeviceCharacteristics = characteristics_cb,
};

static int
open_cb (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FailFile *f = (FailFile *) file;
  int code;

  f->base.pMethods = NULL;
  if (is_due (FAIL_OPEN))
    return SQLITE_CANTOPEN;

  f->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, f->real, flags, out_flags);
  if (code == SQLITE_OK)
    f->base.pMethods = &methods;
  else
    g_free (f->real);
  return code;
}

static int
delete_cb (sqlite3_vfs *self, const char *name, int sync)
{
  is_due (FAIL_KILL);
  return is_due (FAIL_DELETE) ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, 0);
}

static void *
malloc_cb (int size)
{
  return is_due (FAIL_MEMORY) ? NULL : real_memory.xMalloc (size);
}

static void *
realloc_cb (void *memory, int size)
{
  return is_due (FAIL_MEMORY) ? NULL : real_memory.xRealloc (memory, size);
}

void
fail_install (void)
{
  sqlite3_mem_methods memory;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  memory = real_memory;
  memory.xMalloc = malloc_cb;
  memory.xRealloc = realloc_cb;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &memory), ==, SQLITE_OK);

  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fail";
  vfs.szOsFile = sizeof (FailFile);
  vfs.xOpen = open_cb;
  vfs.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
fail_at (FailKind kind, guint n, gboolean lasting)
{
  memset (&plan, 0, sizeof plan);
  plan.kind = kind;
  plan.n = n;
  plan.lasting = lasting;
}

gboolean
fail_stop (void)
{
  gboolean happened = plan.happened;

  memset (&plan, 0, sizeof plan);
  return happened;
}
