/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-fail-vfs.h"

#include <string.h>

/* A file of SQLite's own, with what has to be asked before it is touched. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} FailFile;

static sqlite3_vfs *real_vfs;
static GMutex lock;
static guint left;        /* calls until one fails, 0 for never */
static gboolean for_good; /* whether all after it fail too */
static gboolean failed;
static int code;

#define REAL(file) (((FailFile *) (file))->real)
#define FORWARD(file, method, ...) REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__)

/* One more call: SQLITE_OK where it may go through. */
static int
ask (void)
{
  int rc = SQLITE_OK;

  g_mutex_lock (&lock);
  if (left > 0 && --left == 0)
    {
      rc = code;
      failed = TRUE;
      left = for_good ? 1 : 0;
    }
  g_mutex_unlock (&lock);

  return rc;
}

static int
close_file (sqlite3_file *file)
{
  return FORWARD (file, xClose);
}

static int
read_file (sqlite3_file *file,
           void         *data,
           int           n,
           sqlite3_int64 offset)
{
  int rc = ask ();

  return rc != SQLITE_OK ? SQLITE_IOERR_READ : FORWARD (file, xRead, data, n, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *data,
            int           n,
            sqlite3_int64 offset)
{
  int rc = ask ();

  return rc != SQLITE_OK ? rc : FORWARD (file, xWrite, data, n, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  int rc = ask ();

  return rc != SQLITE_OK ? SQLITE_IOERR_TRUNCATE : FORWARD (file, xTruncate, size);
}

/* What reaches the disk plays no part here, and waiting for it would. */
static int
sync_file (sqlite3_file *file,
           int           flags)
{
  return ask () != SQLITE_OK ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
get_size (sqlite3_file  *file,
          sqlite3_int64 *size)
{
  return FORWARD (file, xFileSize, size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return ask () != SQLITE_OK ? SQLITE_IOERR_LOCK : FORWARD (file, xLock, level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return FORWARD (file, xUnlock, level);
}

static int
check_lock (sqlite3_file *file,
            int          *result)
{
  return FORWARD (file, xCheckReservedLock, result);
}

static int
control (sqlite3_file *file,
         int           op,
         void         *data)
{
  return FORWARD (file, xFileControl, op, data);
}

static int
get_sector (sqlite3_file *file)
{
  return FORWARD (file, xSectorSize);
}

static int
get_traits (sqlite3_file *file)
{
  return FORWARD (file, xDeviceCharacteristics);
}

static int
map_shared (sqlite3_file   *file,
            int             page,
            int             size,
            int             extend,
            void volatile **data)
{
  return ask () != SQLITE_OK ? SQLITE_IOERR_SHMMAP : FORWARD (file, xShmMap, page, size, extend, data);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return FORWARD (file, xShmLock, offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  FORWARD (file, xShmBarrier);
}

static int
unmap_shared (sqlite3_file *file,
              int           remove)
{
  return FORWARD (file, xShmUnmap, remove);
}

static const sqlite3_io_methods methods = {
  2, close_file, read_file, write_file, truncate_file, sync_file, get_size, lock_file, unlock_file, check_lock, control,
  get_sector, get_traits, map_shared, lock_shared, order_shared, unmap_shared, NULL, NULL,
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  FailFile *self = (FailFile *) file;
  int rc;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (ask () != SQLITE_OK)
    return SQLITE_CANTOPEN;
  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;

  return rc;
}

/**
 * sp_fail_vfs_register:
 *
 * Makes every file that SQLite opens from now on one that can be made to fail.
 */
void
sp_fail_vfs_register (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fail";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (FailFile) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  sqlite3_vfs_register (&vfs, 1);
}

/**
 * sp_fail_vfs_set:
 * @nth: which call fails, from 1 on
 * @all_after: whether all after it fail as well
 * @with: what a write answers then; other calls have codes of their own
 */
void
sp_fail_vfs_set (guint    nth,
                 gboolean all_after,
                 int      with)
{
  g_mutex_lock (&lock);
  left = nth;
  for_good = all_after;
  code = with;
  failed = FALSE;
  g_mutex_unlock (&lock);
}

/**
 * sp_fail_vfs_heal:
 *
 * From now on nothing fails.
 */
void
sp_fail_vfs_heal (void)
{
  g_mutex_lock (&lock);
  left = 0;
  g_mutex_unlock (&lock);
}

/**
 * sp_fail_vfs_has_failed:
 *
 * Returns: whether any call failed since it was last set
 */
gboolean
sp_fail_vfs_has_failed (void)
{
  return failed;
}
