/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-slots-private.h"

#include "mk-key-file.h"
#include "mk-recovery-code.h"

#include <glib/gi18n-lib.h>

/* What a slot is encrypted for, so that none is passed off as one of another kind. */
#define PURPOSE "makker key slot 1 "

/* A passphrase is guessed at, so it is made slow: about a fifth of a second and 64 MiB. */
static MkKeyWrap passphrase_costs = { .memory = 65536, .passes = 3 };

/* A recovery key is random, and can't be guessed at any speed. */
static MkKeyWrap recovery_costs = { .memory = 8192, .passes = 1 };

/* Nor can what is in a keyring, which is read at each start. */
static const MkKeyWrap keyring_costs = { .memory = 1024, .passes = 1 };

/* The file as it was read: slots of a kind this version does not know stay in it. */
struct _MkKeySlots
{
  JsonObject *root;
  JsonArray  *slots; /* in the root */
};

static MkKeySlots *
new_from_root (JsonObject *root)
{
  MkKeySlots *self = g_new0 (MkKeySlots, 1);

  self->root = root;
  self->slots = json_object_get_array_member (root, "slots");
  return self;
}

/**
 * mk_key_slots_new:
 *
 * Returns: (transfer full): no slots yet
 */
MkKeySlots *
mk_key_slots_new (void)
{
  return new_from_root (mk_key_file_new ());
}

/**
 * mk_key_slots_free:
 * @self: (transfer full) (nullable): the slots
 *
 * Frees them. There is nothing secret in them.
 */
void
mk_key_slots_free (MkKeySlots *self)
{
  if (self == NULL)
    return;
  json_object_unref (self->root);
  g_free (self);
}

/**
 * mk_key_slots_load:
 * @directory: the store's directory
 * @error: return location
 *
 * Reads `makker.keys`.
 *
 * Returns: (transfer full): the slots; %NULL with %MK_STORE_ERROR_NO_KEY when the file is missing,
 *   %MK_STORE_ERROR_DAMAGED, %MK_STORE_ERROR_NEWER, or what kept it from being read
 */
MkKeySlots *
mk_key_slots_load (const char *directory,
                   GError    **error)
{
  JsonObject *root = mk_key_file_read (directory, error);

  return root != NULL ? new_from_root (root) : NULL;
}

/**
 * mk_key_slots_parse:
 * @bytes: the bytes of a `makker.keys`, such as a backup holds
 * @error: return location
 *
 * Returns: (transfer full): the slots; %NULL with %MK_STORE_ERROR_DAMAGED or %MK_STORE_ERROR_NEWER
 */
MkKeySlots *
mk_key_slots_parse (GBytes  *bytes,
                    GError **error)
{
  JsonObject *root = mk_key_file_parse (bytes, error);

  return root != NULL ? new_from_root (root) : NULL;
}

/**
 * mk_key_slots_save:
 * @self: the slots
 * @directory: the store's directory, whose lock the caller holds
 * @error: return location
 *
 * Writes `makker.keys`, readable by its owner only. At any moment it is the old file or the new
 * one, whole.
 *
 * Returns: whether the new one is on the disk
 */
gboolean
mk_key_slots_save (MkKeySlots *self,
                   const char *directory,
                   GError    **error)
{
  return mk_key_file_write (self->root, directory, error);
}

static gboolean
add_slot (MkKeySlots   *self,
          const char   *kind,
          MkKeyWrap    *wrap,
          const char   *secret,
          const guint8 *key,
          GError      **error)
{
  g_autofree char *purpose = g_strconcat (PURPOSE, kind, NULL);

  if (json_array_get_length (self->slots) >= MK_KEY_FILE_SLOTS_MAX)
    {
      g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED,
                   _ ("A store has at most %d ways to open it. Nothing was changed."),
                   MK_KEY_FILE_SLOTS_MAX);
      return FALSE;
    }
  if (!mk_key_wrap_seal (wrap, secret, purpose, key, error))
    return FALSE;
  json_array_add_object_element (self->slots, mk_key_slot_new (wrap, kind));
  return TRUE;
}

/* The same letters give the same bytes, on whatever keyboard and system they are typed. %NULL when
 * it is no UTF-8. */
static MkSecretText *
normalize (const char *passphrase)
{
  return g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
}

/**
 * mk_passphrase_judge:
 * @passphrase: what a person wants
 * @error: return location
 *
 * Judges a new passphrase; one that opens an old store is never judged.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_REFUSED when it is shorter than MK_PASSPHRASE_MIN characters
 *   or no UTF-8 text
 */
gboolean
mk_passphrase_judge (const char *passphrase,
                     GError    **error)
{
  g_autoptr (MkSecretText) normal = normalize (passphrase);

  if (normal != NULL && g_utf8_strlen (normal, -1) >= MK_PASSPHRASE_MIN)
    return TRUE;
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "The passphrase is too short: it needs at least %d character. Nothing "
                            "was changed. A short sentence is easy to remember.",
                            "The passphrase is too short: it needs at least %d characters. Nothing "
                            "was changed. A short sentence is easy to remember.",
                            MK_PASSPHRASE_MIN),
               MK_PASSPHRASE_MIN);
  return FALSE;
}

/**
 * mk_key_slots_add_passphrase:
 * @self: the slots
 * @key: the store's key
 * @passphrase: what shall open it, as it is typed
 * @error: return location
 *
 * Adds a slot. It counts when the slots are saved. Takes about a fifth of a second and 64 MiB.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_REFUSED when the passphrase is too short
 */
gboolean
mk_key_slots_add_passphrase (MkKeySlots  *self,
                             const guint8 key[MK_KEY_SIZE],
                             const char  *passphrase,
                             GError     **error)
{
  MkKeyWrap wrap = passphrase_costs;
  g_autoptr (MkSecretText) normal = normalize (passphrase);

  return mk_passphrase_judge (passphrase, error) &&
         add_slot (self, MK_KEY_SLOT_PASSPHRASE, &wrap, normal, key, error);
}

static JsonObject *
get_slot (MkKeySlots *self,
          guint       index)
{
  return json_array_get_object_element (self->slots, index);
}

static void
remove_kind (MkKeySlots *self,
             const char *kind)
{
  for (guint i = json_array_get_length (self->slots); i > 0; i--)
    if (g_strcmp0 (mk_key_slot_get_text (get_slot (self, i - 1), "kind"), kind) == 0)
      json_array_remove_element (self->slots, i - 1);
}

/**
 * mk_key_slots_add_recovery:
 * @self: the slots
 * @key: the store's key
 * @code: (out) (transfer full): the recovery key, to be shown once and printed; an
 *   [alias@SecretText]
 * @error: return location
 *
 * Adds a slot for a new recovery key, in the place of the former one. It counts when the slots are
 * saved.
 *
 * Returns: whether it was added
 */
gboolean
mk_key_slots_add_recovery (MkKeySlots  *self,
                           const guint8 key[MK_KEY_SIZE],
                           char       **code,
                           GError     **error)
{
  MkKeyWrap wrap = recovery_costs;
  g_autoptr (MkSecretText) text = mk_recovery_code_new ();

  remove_kind (self, MK_KEY_SLOT_RECOVERY);
  if (!add_slot (self, MK_KEY_SLOT_RECOVERY, &wrap, text, key, error))
    return FALSE;
  *code = g_steal_pointer (&text);
  return TRUE;
}

/**
 * mk_key_slots_set_keyring:
 * @self: the slots
 * @key: the store's key
 * @id: UUID under which the keyring keeps the secret
 * @secret: the secret, of mk_keyring_new_secret()
 * @error: return location
 *
 * Adds a slot for a secret that the desktop's keyring keeps, in the place of the former one. It
 * counts when the slots are saved.
 *
 * Returns: whether it was added
 */
gboolean
mk_key_slots_set_keyring (MkKeySlots  *self,
                          const guint8 key[MK_KEY_SIZE],
                          const char  *id,
                          const char  *secret,
                          GError     **error)
{
  MkKeyWrap wrap = keyring_costs;

  remove_kind (self, MK_KEY_SLOT_KEYRING);
  if (!add_slot (self, MK_KEY_SLOT_KEYRING, &wrap, secret, key, error))
    return FALSE;
  json_object_set_string_member (get_slot (self, mk_key_slots_get_n (self) - 1), "id", id);
  return TRUE;
}

typedef enum
{
  NO_SLOT,
  DAMAGED_SLOT,
  WRONG_SECRET,
} Miss;

/* Tries every slot of the kind; one that is damaged does not keep the others from opening. */
static gboolean
open_kind (MkKeySlots *self,
           const char *kind,
           const char *secret,
           guint8     *key,
           Miss       *miss,
           GError    **error)
{
  g_autofree char *purpose = g_strconcat (PURPOSE, kind, NULL);
  GError *failure = NULL;

  *miss = NO_SLOT;
  for (guint i = 0; i < json_array_get_length (self->slots) && failure == NULL; i++)
    {
      JsonObject *slot = get_slot (self, i);
      MkKeyWrap wrap;

      if (g_strcmp0 (mk_key_slot_get_text (slot, "kind"), kind) != 0)
        continue;
      *miss = MAX (*miss, DAMAGED_SLOT);
      if (!mk_key_slot_get_wrap (slot, &wrap))
        continue;
      if (mk_key_wrap_open (&wrap, secret, purpose, key, &failure))
        return TRUE;
      *miss = WRONG_SECRET;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return FALSE;
}

/* @wrong: what to say when a whole slot did not open; @none: when there is no slot. */
static gboolean
open_or_explain (MkKeySlots *self,
                 const char *kind,
                 const char *secret,
                 guint8     *key,
                 const char *wrong,
                 const char *none,
                 GError    **error)
{
  GError *failure = NULL;
  Miss miss;

  if (open_kind (self, kind, secret, key, &miss, &failure))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (miss == WRONG_SECRET)
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY, wrong);
  else if (miss == DAMAGED_SLOT)
    mk_key_file_set_damaged (error);
  else
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY, none);
  return FALSE;
}

/**
 * mk_key_slots_open_with_passphrase:
 * @self: the slots
 * @passphrase: what a person typed
 * @key: (out caller-allocates): the store's key, to be wiped after use
 * @error: return location
 *
 * Finds the key. Takes about a fifth of a second and 64 MiB for each slot that is tried.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_WRONG_KEY when it opens no slot, %MK_STORE_ERROR_NO_KEY when
 *   no slot has a passphrase, %MK_STORE_ERROR_DAMAGED when those that have are damaged
 */
gboolean
mk_key_slots_open_with_passphrase (MkKeySlots *self,
                                   const char *passphrase,
                                   guint8      key[MK_KEY_SIZE],
                                   GError    **error)
{
  g_autoptr (MkSecretText) normal = normalize (passphrase);

  return open_or_explain (self, MK_KEY_SLOT_PASSPHRASE, normal != NULL ? normal : "", key,
                          _ ("The passphrase does not open the store. Nothing was changed. Look at "
                             "capital letters and the keyboard’s language and try again, or use "
                             "the recovery key."),
                          _ ("The store has no passphrase. Nothing was changed. Open it with the "
                             "recovery key."),
                          error);
}

/**
 * mk_key_slots_open_with_recovery:
 * @self: the slots
 * @code: the recovery key as a person typed it
 * @key: (out caller-allocates): the store's key, to be wiped after use
 * @error: return location
 *
 * Finds the key, however sloppily the recovery key was typed.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_WRONG_KEY when it has a typing fault or is another store's,
 *   %MK_STORE_ERROR_NO_KEY when no slot has a recovery key, %MK_STORE_ERROR_DAMAGED when those that
 *   have are damaged
 */
gboolean
mk_key_slots_open_with_recovery (MkKeySlots *self,
                                 const char *code,
                                 guint8      key[MK_KEY_SIZE],
                                 GError    **error)
{
  g_autoptr (MkSecretText) parsed = mk_recovery_code_parse (code, error);

  return parsed != NULL &&
         open_or_explain (self, MK_KEY_SLOT_RECOVERY, parsed, key,
                          _ ("The recovery key is typed as a recovery key is, but it is not the "
                             "one of this store. Nothing was changed. Look for the newest "
                             "printed one."),
                          _ ("The store has no recovery key. Nothing was changed. Open it with "
                             "the passphrase."),
                          error);
}

/**
 * mk_key_slots_open_with_keyring:
 * @self: the slots
 * @secret: what the keyring keeps
 * @key: (out caller-allocates): the store's key, to be wiped after use
 * @error: return location
 *
 * Finds the key.
 *
 * Returns: %FALSE with %MK_STORE_ERROR_KEYRING when the secret opens no slot,
 *   %MK_STORE_ERROR_NO_KEY when no slot has one, %MK_STORE_ERROR_DAMAGED when that is damaged
 */
gboolean
mk_key_slots_open_with_keyring (MkKeySlots *self,
                                const char *secret,
                                guint8      key[MK_KEY_SIZE],
                                GError    **error)
{
  g_autoptr (GError) failure = NULL;

  if (open_or_explain (self, MK_KEY_SLOT_KEYRING, secret, key,
                       _ ("What the computer’s keyring has does not open the store. Nothing was "
                          "changed. Use the passphrase or the recovery key."),
                       _ ("The store is not opened by the computer’s keyring. Nothing was "
                          "changed. Use the passphrase or the recovery key."),
                       &failure))
    return TRUE;
  /* There is nothing that a person could type better. */
  if (g_error_matches (failure, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY))
    failure->code = MK_STORE_ERROR_KEYRING;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * mk_key_slots_get_n:
 * @self: the slots
 *
 * Returns: how many there are
 */
guint
mk_key_slots_get_n (MkKeySlots *self)
{
  return json_array_get_length (self->slots);
}

/**
 * mk_key_slots_get_info:
 * @self: the slots
 * @index: which, from 0
 *
 * Returns: what can be shown of it, borrowed from @self
 */
MkKeySlotInfo
mk_key_slots_get_info (MkKeySlots *self,
                       guint       index)
{
  JsonObject *slot = get_slot (self, index);
  const char *kind = mk_key_slot_get_text (slot, "kind");
  const char *created = mk_key_slot_get_text (slot, "created");

  return (MkKeySlotInfo) { .kind = kind != NULL ? kind : "",
                           .created = created != NULL ? created : "" };
}

static JsonObject *
find_slot (MkKeySlots *self,
           const char *kind)
{
  for (guint i = 0; i < mk_key_slots_get_n (self); i++)
    if (g_strcmp0 (mk_key_slot_get_text (get_slot (self, i), "kind"), kind) == 0)
      return get_slot (self, i);
  return NULL;
}

/**
 * mk_key_slots_has:
 * @self: the slots
 * @kind: one of the MK_KEY_SLOT_… strings
 *
 * Returns: whether there is a slot of that kind
 */
gboolean
mk_key_slots_has (MkKeySlots *self,
                  const char *kind)
{
  return find_slot (self, kind) != NULL;
}

/**
 * mk_key_slots_get_keyring_id:
 * @self: the slots
 *
 * Returns: (transfer none) (nullable): the UUID under which the keyring keeps its secret
 */
const char *
mk_key_slots_get_keyring_id (MkKeySlots *self)
{
  JsonObject *slot = find_slot (self, MK_KEY_SLOT_KEYRING);

  return slot != NULL ? mk_key_slot_get_text (slot, "id") : NULL;
}

/**
 * mk_key_slots_weaken_for_tests:
 *
 * From here on, slots are made that cost next to nothing, and protect nothing. Opening is the same.
 */
void
mk_key_slots_weaken_for_tests (void)
{
  passphrase_costs = recovery_costs = (MkKeyWrap) { .memory = 1024, .passes = 1 };
}
