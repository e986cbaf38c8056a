/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-restoring.h"

#include "mk-key-wrap.h"
#include "mk-restore.h"
#include "mk-store-files.h"

struct _MkRestoring
{
  char         *directory;
  char         *path;
  MkSecretText *secret;
  MkRestored   *restored; /* atomic: set by the store's thread */
};

static void
clear (gpointer data)
{
  MkRestoring *self = data;

  g_free (self->directory);
  g_free (self->path);
  mk_secret_text_free (self->secret);
  mk_restored_free (self->restored);
}

/* The secret opened the backup, so it is the one or the other of what opens its store. */
static MkDatabase *
open_restored (MkRestoring *self,
               GError     **error)
{
  g_autoptr (GError) no_passphrase = NULL;
  MkDatabase *database = mk_store_files_open (self->directory, self->secret, &no_passphrase);

  if (database != NULL)
    return database;
  if (g_error_matches (no_passphrase, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY) ||
      g_error_matches (no_passphrase, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY))
    return mk_store_files_open_with_recovery (self->directory, self->secret, error);
  g_propagate_error (error, g_steal_pointer (&no_passphrase));
  return NULL;
}

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  MkRestoring *self = data;
  MkRestored *restored = mk_restore (self->directory, self->path, self->secret, error);

  if (restored == NULL)
    return NULL;
  g_atomic_pointer_set (&self->restored, restored);
  return open_restored (self, error);
}

static void
unref (gpointer data)
{
  mk_restoring_unref (data);
}

/**
 * mk_restoring_new:
 * @directory: (type filename): where the store goes
 * @path: (type filename): a backup
 * @secret: the passphrase or the recovery key; copied, and wiped after use
 *
 * Returns: (transfer full): a restoring that was not begun
 */
MkRestoring *
mk_restoring_new (const char *directory,
                  const char *path,
                  const char *secret)
{
  MkRestoring *self = g_atomic_rc_box_new0 (MkRestoring);

  self->directory = g_strdup (directory);
  self->path = g_strdup (path);
  self->secret = g_strdup (secret);
  return self;
}

/**
 * mk_restoring_begin:
 * @self: a restoring that was not begun
 *
 * Restores the backup on the store's own thread, and opens the store.
 *
 * Returns: (transfer full): the store; its first work tells whether it could
 */
MkStore *
mk_restoring_begin (MkRestoring *self)
{
  return mk_store_new (open_func, g_atomic_rc_box_acquire (self), unref);
}

/**
 * mk_restoring_take_restored:
 * @self: a restoring
 *
 * Returns: (transfer full) (nullable): what was done; %NULL when nothing was changed, before the
 *   store's first work is done, and after the first time
 */
MkRestored *
mk_restoring_take_restored (MkRestoring *self)
{
  return g_atomic_pointer_exchange (&self->restored, NULL);
}

/**
 * mk_restoring_unref:
 * @self: (nullable): a restoring
 */
void
mk_restoring_unref (MkRestoring *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}
