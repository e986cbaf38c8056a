/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-key-wrap.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_KEYRING (mk_keyring_get_type ())

G_DECLARE_INTERFACE (MkKeyring, mk_keyring, MK, KEYRING, GObject)

/**
 * MkKeyringVerb:
 * @MK_KEYRING_PROBE: whether it can be used at all
 * @MK_KEYRING_LOAD: the secret that is kept under an id
 * @MK_KEYRING_SAVE: keep a secret under an id, in the place of a former one
 * @MK_KEYRING_REMOVE: forget what is kept under an id
 *
 * What a keyring is asked for.
 */
typedef enum
{
  MK_KEYRING_PROBE,
  MK_KEYRING_LOAD,
  MK_KEYRING_SAVE,
  MK_KEYRING_REMOVE
} MkKeyringVerb;

/**
 * MkKeyringQuestion:
 * @id: (nullable): UUID, the one attribute of what is kept; no name is ever given to a keyring
 * @secret: (nullable): what shall be kept
 *
 * One call of a keyring.
 */
typedef struct
{
  MkKeyringVerb verb;
  char         *id;
  MkSecretText *secret;
} MkKeyringQuestion;

/**
 * MkKeyringInterface:
 * @ask: begins to answer; ends @task, whose ownership it takes, with an [alias@SecretText] or %NULL
 *   for %MK_KEYRING_LOAD, and with any pointer for the others
 *
 * What a keyring does. It may take its time or never answer: whoever asks does not wait for it.
 */
struct _MkKeyringInterface
{
  GTypeInterface parent_interface;

  void (*ask) (MkKeyring *self, const MkKeyringQuestion *question, GTask *task);
};

MkKeyring    *mk_keyring_get_default (void);
MkSecretText *mk_keyring_new_secret  (void);

void          mk_keyring_probe_async (MkKeyring          *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void          mk_keyring_load_async  (MkKeyring          *self,
                                      const char         *id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void          mk_keyring_save_async  (MkKeyring          *self,
                                      const char         *id,
                                      const char         *secret,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void          mk_keyring_remove      (MkKeyring  *self,
                                      const char *id);
gboolean      mk_keyring_done_finish (MkKeyring    *self,
                                      GAsyncResult *result,
                                      GError      **error);
MkSecretText *mk_keyring_load_finish (MkKeyring    *self,
                                      GAsyncResult *result,
                                      GError      **error);
MkSecretText *mk_keyring_load        (MkKeyring  *self,
                                      const char *id,
                                      GError    **error);
gboolean      mk_keyring_save        (MkKeyring  *self,
                                      const char *id,
                                      const char *secret,
                                      GError    **error);
void          mk_keyring_remove_now  (MkKeyring  *self,
                                      const char *id);

G_END_DECLS
