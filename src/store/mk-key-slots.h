/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-key-wrap.h"

G_BEGIN_DECLS

/* The kinds of slots. */
#define MK_KEY_SLOT_PASSPHRASE "passphrase"
#define MK_KEY_SLOT_RECOVERY "recovery"
#define MK_KEY_SLOT_KEYRING "keyring"

/* A passphrase has at least so many characters. */
#define MK_PASSPHRASE_MIN 8

/**
 * MkKeySlots:
 *
 * The ways to a store's key: each slot of `makker.keys` holds the one key, encrypted under
 * another secret. The secrets are not in it. Not bound to a thread, and not for two at once.
 */
typedef struct _MkKeySlots MkKeySlots;

/**
 * MkKeySlotInfo:
 * @kind: `passphrase`, `recovery`, `keyring`, or a kind of a newer Makker
 * @created: RFC 3339 date-time, or the empty string
 *
 * What can be shown of a slot, borrowed from it.
 */
typedef struct
{
  const char *kind;
  const char *created;
} MkKeySlotInfo;

MkKeySlots *mk_key_slots_new   (void);
MkKeySlots *mk_key_slots_load  (const char *directory,
                                GError    **error);
MkKeySlots *mk_key_slots_parse (GBytes  *bytes,
                                GError **error);
void        mk_key_slots_free  (MkKeySlots *self);
gboolean    mk_key_slots_save  (MkKeySlots *self,
                                const char *directory,
                                GError    **error);

gboolean mk_passphrase_judge               (const char *passphrase,
                                            GError    **error);
gboolean mk_key_slots_add_passphrase       (MkKeySlots  *self,
                                            const guint8 key[MK_KEY_SIZE],
                                            const char  *passphrase,
                                            GError     **error);
gboolean mk_key_slots_add_recovery         (MkKeySlots  *self,
                                            const guint8 key[MK_KEY_SIZE],
                                            char       **code,
                                            GError     **error);
gboolean mk_key_slots_set_keyring          (MkKeySlots  *self,
                                            const guint8 key[MK_KEY_SIZE],
                                            const char  *id,
                                            const char  *secret,
                                            GError     **error);
gboolean mk_key_slots_open_with_passphrase (MkKeySlots *self,
                                            const char *passphrase,
                                            guint8      key[MK_KEY_SIZE],
                                            GError    **error);
gboolean mk_key_slots_open_with_recovery   (MkKeySlots *self,
                                            const char *code,
                                            guint8      key[MK_KEY_SIZE],
                                            GError    **error);

gboolean mk_key_slots_open_with_keyring (MkKeySlots *self,
                                         const char *secret,
                                         guint8      key[MK_KEY_SIZE],
                                         GError    **error);

guint         mk_key_slots_get_n          (MkKeySlots *self);
MkKeySlotInfo mk_key_slots_get_info       (MkKeySlots *self,
                                           guint       index);
gboolean      mk_key_slots_has            (MkKeySlots *self,
                                           const char *kind);
const char   *mk_key_slots_get_keyring_id (MkKeySlots *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkKeySlots, mk_key_slots_free)

G_END_DECLS
