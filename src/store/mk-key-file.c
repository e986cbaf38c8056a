/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-key-file.h"

#include "mk-clock.h"
#include "mk-durable.h"
#include "mk-store-names.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FORMAT_VERSION 1
#define FILE_SIZE_MAX 65536

/**
 * mk_key_file_new:
 *
 * Returns: (transfer full): a key file without slots
 */
JsonObject *
mk_key_file_new (void)
{
  JsonObject *root = json_object_new ();

  json_object_set_int_member (root, "version", FORMAT_VERSION);
  json_object_set_array_member (root, "slots", json_array_new ());
  return root;
}

/**
 * mk_key_file_set_damaged:
 * @error: return location
 *
 * Says that the key file is damaged.
 */
void
mk_key_file_set_damaged (GError **error)
{
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
               _ ("The key file “%s” is damaged. It and the store were left as they are. Put the "
                  "key file of a backup in its place."),
               MK_STORE_KEYS_FILE);
}

static void
set_missing (GError **error)
{
  g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY,
               _ ("The key file “%s” is missing, and without it the store can’t be read. The store "
                  "was left as it is. Put the key file of a backup beside it."),
               MK_STORE_KEYS_FILE);
}

static GBytes *
read_bounded (int      fd,
              GError **error)
{
  g_autofree char *buffer = g_malloc (FILE_SIZE_MAX + 1);
  gsize length = 0;
  ssize_t got = 1;

  while (length <= FILE_SIZE_MAX && got != 0)
    {
      got = read (fd, buffer + length, FILE_SIZE_MAX + 1 - length);
      if (got < 0 && errno != EINTR)
        {
          mk_durable_set_error (error, MK_STORE_KEYS_FILE, errno);
          return NULL;
        }
      length += (gsize) MAX (got, 0);
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static GBytes *
read_file (const char *directory,
           GError    **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_KEYS_FILE, NULL);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes = NULL;

  if (fd >= 0)
    bytes = read_bounded (fd, error);
  else if (errno == ENOENT)
    set_missing (error);
  else
    mk_durable_set_error (error, path, errno);
  if (fd >= 0)
    close (fd);
  return bytes;
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length > FILE_SIZE_MAX || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/**
 * mk_key_slot_get_text:
 * @slot: a slot
 * @name: the member
 *
 * Returns: (transfer none) (nullable): its text, %NULL when it is not there or of another type
 */
const char *
mk_key_slot_get_text (JsonObject *slot,
                      const char *name)
{
  JsonNode *node = json_object_get_member (slot, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_integer (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

static gboolean
judge_version (JsonObject *root,
               GError    **error)
{
  gint64 version = get_integer (root, "version");

  if (version == FORMAT_VERSION)
    return TRUE;
  if (version < FORMAT_VERSION)
    mk_key_file_set_damaged (error);
  else
    g_set_error (error, MK_STORE_ERROR, MK_STORE_ERROR_NEWER,
                 _ ("The key file “%s” was made by a newer Makker. It was left as it is. Install "
                    "the newer Makker to open the store."),
                 MK_STORE_KEYS_FILE);
  return FALSE;
}

static gboolean
judge_slots (JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "slots");
  JsonArray *slots;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  slots = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (slots); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (slots, i)))
      return FALSE;
  return json_array_get_length (slots) <= MK_KEY_FILE_SLOTS_MAX;
}

/**
 * mk_key_file_parse:
 * @bytes: what should be a key file
 * @error: return location
 *
 * Judges the form of a key file; a slot may still be damaged.
 *
 * Returns: (transfer full): the file's object, whose "slots" is an array of objects; or %NULL with
 *   %MK_STORE_ERROR_DAMAGED or %MK_STORE_ERROR_NEWER
 */
JsonObject *
mk_key_file_parse (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (JsonNode) node = parse (bytes);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    mk_key_file_set_damaged (error);
  else if (judge_version (json_node_get_object (node), error))
    {
      if (judge_slots (json_node_get_object (node)))
        return json_node_dup_object (node);
      mk_key_file_set_damaged (error);
    }
  return NULL;
}

/**
 * mk_key_file_read_bytes:
 * @directory: the store's directory
 * @error: return location
 *
 * Reads `makker.keys` as it is.
 *
 * Returns: (transfer full): its bytes; %NULL with %MK_STORE_ERROR_NO_KEY when the file is missing, or
 *   with what kept it from being read
 */
GBytes *
mk_key_file_read_bytes (const char *directory,
                        GError    **error)
{
  return read_file (directory, error);
}

/**
 * mk_key_file_read:
 * @directory: the store's directory
 * @error: return location
 *
 * Reads `makker.keys` and judges its form.
 *
 * Returns: (transfer full): as mk_key_file_parse(); or %NULL, see mk_key_slots_load()
 */
JsonObject *
mk_key_file_read (const char *directory,
                  GError    **error)
{
  g_autoptr (GBytes) bytes = read_file (directory, error);

  return bytes != NULL ? mk_key_file_parse (bytes, error) : NULL;
}

/**
 * mk_key_file_write:
 * @root: the file's object
 * @directory: the store's directory
 * @error: return location
 *
 * Writes `makker.keys`.
 *
 * Returns: whether it is on the disk
 */
gboolean
mk_key_file_write (JsonObject *root,
                   const char *directory,
                   GError    **error)
{
  g_autofree char *path = g_build_filename (directory, MK_STORE_KEYS_FILE, NULL);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), root);
  g_autofree char *text = json_to_string (node, TRUE);

  return mk_durable_write (path, text, strlen (text), error);
}

static void
put_bytes (JsonObject   *slot,
           const char   *name,
           const guint8 *bytes,
           gsize         size)
{
  g_autofree char *text = g_base64_encode (bytes, size);

  json_object_set_string_member (slot, name, text);
}

static gboolean
get_bytes (JsonObject *slot,
           const char *name,
           guint8     *bytes,
           gsize       size)
{
  const char *text = mk_key_slot_get_text (slot, name);
  gsize length = 0;
  g_autofree guint8 *decoded = text != NULL ? g_base64_decode (text, &length) : NULL;

  if (length != size)
    return FALSE;
  memcpy (bytes, decoded, size);
  return TRUE;
}

/**
 * mk_key_slot_new:
 * @wrap: a sealed wrap
 * @kind: the kind of slot
 *
 * Returns: (transfer full): the slot, made now
 */
JsonObject *
mk_key_slot_new (const MkKeyWrap *wrap,
                 const char      *kind)
{
  g_autofree char *now = mk_clock_text ();
  JsonObject *slot = json_object_new ();

  json_object_set_string_member (slot, "kind", kind);
  json_object_set_string_member (slot, "created", now);
  json_object_set_string_member (slot, "kdf", "argon2id");
  json_object_set_int_member (slot, "memory", wrap->memory);
  json_object_set_int_member (slot, "passes", wrap->passes);
  put_bytes (slot, "salt", wrap->salt, sizeof wrap->salt);
  put_bytes (slot, "nonce", wrap->nonce, sizeof wrap->nonce);
  put_bytes (slot, "wrapped", wrap->wrapped, sizeof wrap->wrapped);
  return slot;
}

/**
 * mk_key_slot_get_wrap:
 * @slot: a slot
 * @wrap: (out caller-allocates): what it holds
 *
 * Returns: %FALSE when it does not hold a wrap with bearable costs
 */
gboolean
mk_key_slot_get_wrap (JsonObject *slot,
                      MkKeyWrap  *wrap)
{
  wrap->memory = get_integer (slot, "memory");
  wrap->passes = get_integer (slot, "passes");
  return g_strcmp0 (mk_key_slot_get_text (slot, "kdf"), "argon2id") == 0 &&
         mk_key_wrap_is_sane (wrap) && get_bytes (slot, "salt", wrap->salt, sizeof wrap->salt) &&
         get_bytes (slot, "nonce", wrap->nonce, sizeof wrap->nonce) &&
         get_bytes (slot, "wrapped", wrap->wrapped, sizeof wrap->wrapped);
}
