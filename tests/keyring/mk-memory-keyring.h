/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-keyring-private.h"

G_BEGIN_DECLS

#define MK_TYPE_MEMORY_KEYRING (mk_memory_keyring_get_type ())

G_DECLARE_FINAL_TYPE (MkMemoryKeyring, mk_memory_keyring, MK, MEMORY_KEYRING, GObject)

/**
 * MkMemoryKeyringMood:
 * @MK_MEMORY_KEYRING_WILLING: answers at once
 * @MK_MEMORY_KEYRING_MISSING: fails, as where there is no keyring
 * @MK_MEMORY_KEYRING_SILENT: never answers, not even when it is cancelled
 */
typedef enum
{
  MK_MEMORY_KEYRING_WILLING,
  MK_MEMORY_KEYRING_MISSING,
  MK_MEMORY_KEYRING_SILENT
} MkMemoryKeyringMood;

MkMemoryKeyring *mk_memory_keyring_new      (void);
void             mk_memory_keyring_set_mood (MkMemoryKeyring    *self,
                                             MkMemoryKeyringMood mood);
void             mk_memory_keyring_empty    (MkMemoryKeyring *self);
guint            mk_memory_keyring_get_n    (MkMemoryKeyring *self);

G_END_DECLS
