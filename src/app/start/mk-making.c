/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-making.h"

#include "mk-store-files.h"

struct _MkMaking
{
  char           *directory;
  MkSecretText   *passphrase;
  MkInstallation *installation;
  MkSecretText   *code; /* atomic: set by the store's thread */
};

static void
clear (gpointer data)
{
  MkMaking *self = data;

  g_free (self->directory);
  mk_secret_text_free (self->passphrase);
  mk_installation_free (self->installation);
  mk_secret_text_free (self->code);
}

static gboolean
introduce (MkDatabase   *database,
           gconstpointer installation,
           GError      **error)
{
  return mk_installation_insert (database, installation, error);
}

static MkDatabase *
open_func (gpointer data,
           GError **error)
{
  MkMaking *self = data;
  char *code = NULL;
  MkDatabase *database = mk_store_files_create_filled (self->directory, self->passphrase, introduce,
                                                       self->installation, &code, error);

  g_atomic_pointer_set (&self->code, code);
  return database;
}

static void
unref (gpointer data)
{
  mk_making_unref (data);
}

/**
 * mk_making_new:
 * @directory: (type filename): where the store goes
 * @passphrase: what shall open it; copied, and wiped after use
 * @installation: (transfer full): who uses it
 *
 * Returns: (transfer full): a making that was not begun
 */
MkMaking *
mk_making_new (const char     *directory,
               const char     *passphrase,
               MkInstallation *installation)
{
  MkMaking *self = g_atomic_rc_box_new0 (MkMaking);

  self->directory = g_strdup (directory);
  self->passphrase = g_strdup (passphrase);
  self->installation = installation;
  return self;
}

/**
 * mk_making_begin:
 * @self: a making that was not begun
 *
 * Makes the store on its own thread. It is there with everything it must hold, or not at all.
 *
 * Returns: (transfer full): the store, being made; its first work tells whether it could
 */
MkStore *
mk_making_begin (MkMaking *self)
{
  return mk_store_new (open_func, g_atomic_rc_box_acquire (self), unref);
}

/**
 * mk_making_take_code:
 * @self: a making
 *
 * Takes the recovery code out, to be shown this once.
 *
 * Returns: (transfer full) (nullable): the code; %NULL before the store's first work is done, and
 *   after the first time
 */
MkSecretText *
mk_making_take_code (MkMaking *self)
{
  return g_atomic_pointer_exchange (&self->code, NULL);
}

/**
 * mk_making_unref:
 * @self: (nullable): a making
 */
void
mk_making_unref (MkMaking *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}
