/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-memory-keyring.h"

/* A keyring that stands in for the desktop's, in any mood that one can be in. */
struct _MkMemoryKeyring
{
  GObject parent_instance;

  MkMemoryKeyringMood mood;
  GHashTable         *secrets;
};

static void keyring_init (MkKeyringInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MkMemoryKeyring, mk_memory_keyring, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MK_TYPE_KEYRING, keyring_init))

static void
answer (MkMemoryKeyring         *self,
        const MkKeyringQuestion *question,
        GTask                   *task)
{
  switch (question->verb)
    {
    case MK_KEYRING_LOAD:
      g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->secrets, question->id)),
                             (GDestroyNotify) mk_secret_text_free);
      return;
    case MK_KEYRING_SAVE:
      g_hash_table_replace (self->secrets, g_strdup (question->id), g_strdup (question->secret));
      break;
    case MK_KEYRING_REMOVE:
      g_hash_table_remove (self->secrets, question->id);
      break;
    case MK_KEYRING_PROBE:
    default:
      break;
    }
  g_task_return_pointer (task, self, NULL);
}

/* Nobody waits for it any more. */
static void
give_up_cb (GCancellable *cancellable,
            GTask        *task)
{
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits");
  g_object_unref (task);
}

static void
mk_memory_keyring_ask (MkKeyring               *keyring,
                       const MkKeyringQuestion *question,
                       GTask                   *task)
{
  MkMemoryKeyring *self = MK_MEMORY_KEYRING (keyring);

  if (self->mood == MK_MEMORY_KEYRING_SILENT)
    {
      g_signal_connect (g_task_get_cancellable (task), "cancelled", G_CALLBACK (give_up_cb), task);
      return;
    }
  if (self->mood == MK_MEMORY_KEYRING_MISSING)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no keyring");
  else
    answer (self, question, task);
  g_object_unref (task);
}

static void
keyring_init (MkKeyringInterface *interface)
{
  interface->ask = mk_memory_keyring_ask;
}

static void
mk_memory_keyring_finalize (GObject *object)
{
  MkMemoryKeyring *self = MK_MEMORY_KEYRING (object);

  g_hash_table_unref (self->secrets);

  G_OBJECT_CLASS (mk_memory_keyring_parent_class)->finalize (object);
}

static void
mk_memory_keyring_class_init (MkMemoryKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_memory_keyring_finalize;
}

static void
mk_memory_keyring_init (MkMemoryKeyring *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * mk_memory_keyring_new:
 *
 * Returns: (transfer full): an empty, willing keyring
 */
MkMemoryKeyring *
mk_memory_keyring_new (void)
{
  return g_object_new (MK_TYPE_MEMORY_KEYRING, NULL);
}

/**
 * mk_memory_keyring_set_mood:
 * @self: a keyring
 * @mood: how it answers from now on
 */
void
mk_memory_keyring_set_mood (MkMemoryKeyring    *self,
                            MkMemoryKeyringMood mood)
{
  self->mood = mood;
}

/**
 * mk_memory_keyring_empty:
 * @self: a keyring
 *
 * Loses what it keeps, as when a person gets a new computer.
 */
void
mk_memory_keyring_empty (MkMemoryKeyring *self)
{
  g_hash_table_remove_all (self->secrets);
}

/**
 * mk_memory_keyring_get_n:
 * @self: a keyring
 *
 * Returns: how much it keeps
 */
guint
mk_memory_keyring_get_n (MkMemoryKeyring *self)
{
  return g_hash_table_size (self->secrets);
}
