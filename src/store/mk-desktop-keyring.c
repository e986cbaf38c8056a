/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-desktop-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/**
 * MkDesktopKeyring:
 *
 * The keyring of the desktop session: over its Secret Service, or in a sandbox, which does not reach
 * that one, in a file under a key that a portal gives. What is kept there bears the id of a key slot
 * and no name.
 */
struct _MkDesktopKeyring
{
  GObject parent_instance;
};

static void keyring_init (MkKeyringInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MkDesktopKeyring, mk_desktop_keyring, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MK_TYPE_KEYRING, keyring_init))

static const SecretSchema schema = {
  "dk.makker.Makker.Store",
  SECRET_SCHEMA_NONE,
  { { "store", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static void
end (GTask  *task,
     GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_task_get_source_object (task), NULL);
}

static void
probed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  secret_password_free (secret_password_lookup_finish (result, &error));
  end (task, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  char *secret = secret_password_lookup_nonpageable_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (secret), (GDestroyNotify) mk_secret_text_free);
  secret_password_free (secret);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  secret_password_store_finish (result, &error);
  end (task, error);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  end (task, error);
}

static void
mk_desktop_keyring_ask (MkKeyring               *keyring,
                        const MkKeyringQuestion *question,
                        GTask                   *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  switch (question->verb)
    {
    case MK_KEYRING_LOAD:
      secret_password_lookup (&schema, cancellable, loaded_cb, task, "store", question->id, NULL);
      break;
    case MK_KEYRING_SAVE:
      secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, _ ("Makker’s key"),
                             question->secret, cancellable, saved_cb, task, "store", question->id,
                             NULL);
      break;
    case MK_KEYRING_REMOVE:
      secret_password_clear (&schema, cancellable, removed_cb, task, "store", question->id, NULL);
      break;
    case MK_KEYRING_PROBE:
    default:
      /* Whoever answers that there is no such key has a place for keys. */
      secret_password_lookup (&schema, cancellable, probed_cb, task, "store", "", NULL);
      break;
    }
}

static void
keyring_init (MkKeyringInterface *interface)
{
  interface->ask = mk_desktop_keyring_ask;
}

static void
mk_desktop_keyring_class_init (MkDesktopKeyringClass *klass)
{
}

static void
mk_desktop_keyring_init (MkDesktopKeyring *self)
{
}

/**
 * mk_desktop_keyring_new:
 *
 * Returns: (transfer full): the desktop's keyring, which may turn out not to be there
 */
MkKeyring *
mk_desktop_keyring_new (void)
{
  return g_object_new (MK_TYPE_DESKTOP_KEYRING, NULL);
}
