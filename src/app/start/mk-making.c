/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-making.h"

#include "mk-store-files.h"

struct _MkMaking
{
  char           *directory;
  MkSecretText   *passphrase; /* or NULL */
  char           *keyring_id; /* or NULL */
  MkSecretText   *keyring_secret; /* or NULL */
  MkInstallation *installation;
  MkSecretText   *code; /* atomic: set by the store's thread */
};

static void
clear (gpointer data)
{
  MkMaking *self = data;

  g_free (self->directory);
  mk_secret_text_free (self->passphrase);
  g_free (self->keyring_id);
  mk_secret_text_free (self->keyring_secret);
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
  const MkStoreCreation creation = { .passphrase = self->passphrase,
                                     .keyring_id = self->keyring_id,
                                     .keyring_secret = self->keyring_secret,
                                     .fill = introduce,
                                     .fill_data = self->installation };
  char *code = NULL;
  MkDatabase *database = mk_store_files_create_full (self->directory, &creation, &code, error);

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
 * mk_making_new_with_keyring:
 * @directory: (type filename): where the store goes
 * @keyring_id: UUID under which the desktop's keyring keeps @keyring_secret
 * @keyring_secret: what shall open it; copied, and wiped after use
 * @installation: (transfer full): who uses it
 *
 * Returns: (transfer full): a making that was not begun
 */
MkMaking *
mk_making_new_with_keyring (const char     *directory,
                            const char     *keyring_id,
                            const char     *keyring_secret,
                            MkInstallation *installation)
{
  MkMaking *self = mk_making_new (directory, NULL, installation);

  self->keyring_id = g_strdup (keyring_id);
  self->keyring_secret = g_strdup (keyring_secret);
  return self;
}

/**
 * mk_making_get_keyring_id:
 * @self: a making
 *
 * Returns: (nullable): what the keyring keeps its secret under; %NULL when a passphrase opens it
 */
const char *
mk_making_get_keyring_id (MkMaking *self)
{
  return self->keyring_id;
}

/**
 * mk_making_get_keyring_secret:
 * @self: a making
 *
 * Returns: (nullable): the secret for the keyring
 */
const char *
mk_making_get_keyring_secret (MkMaking *self)
{
  return self->keyring_secret;
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
