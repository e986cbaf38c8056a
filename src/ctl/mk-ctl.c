/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-folder.h"
#include "mk-key-slots.h"
#include "mk-keyring.h"
#include "mk-store-file.h"
#include "mk-store-files.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the verbs share: their options, their refusals, the key, and JSON on standard output. */

static gboolean
parse_format (const char *option G_GNUC_UNUSED,
              const char *value,
              gpointer    data,
              GError    **error)
{
  MkCtl *ctl = data;

  if (!g_str_equal (value, "text") && !g_str_equal (value, "json"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no format; it is text or json"), value);
      return FALSE;
    }
  ctl->json = g_str_equal (value, "json");
  return TRUE;
}

/**
 * mk_ctl_parse:
 * @ctl: what all verbs share; its options are taken too, wherever they stand
 * @arguments: how the usage names the arguments behind the options
 * @entries: (nullable): the verb's own options
 * @argc: (inout): how many arguments
 * @argv: (inout): the arguments, the verb's name first; what is left are those behind the options
 *
 * Returns: %FALSE when the use is wrong, which has been said then, with the usage
 */
gboolean
mk_ctl_parse (MkCtl              *ctl,
              const char         *arguments,
              const GOptionEntry *entries,
              int                *argc,
              char             ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  GOptionGroup *group = g_option_group_new ("all", "", "", ctl, NULL);
  const GOptionEntry shared[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &ctl->directory, N_ ("The folder of the store"),
      N_ ("DIR") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &ctl->passphrase_file,
      N_ ("A file with the passphrase in its first line"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_CALLBACK, parse_format, N_ ("text or json"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_group_add_entries (group, shared);
  if (entries != NULL)
    g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, NULL);
  g_option_context_set_main_group (context, group);
  if (g_option_context_parse (context, argc, argv, &error))
    {
      if (ctl->directory == NULL)
        ctl->directory = g_build_filename (g_get_user_data_dir (), "makker", NULL);
      return TRUE;
    }
  help = g_option_context_get_help (context, TRUE, NULL);
  g_printerr ("makkerctl: %s\n\n%s", error->message, help);
  return FALSE;
}

/**
 * mk_ctl_wrong_use:
 * @format: what is wrong with the use
 *
 * Returns: %MK_CTL_WRONG_USE, after saying so
 */
MkCtlExit
mk_ctl_wrong_use (const char *format,
                  ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("makkerctl: %s\n%s\n", reason, _ ("“makkerctl --help” shows the usage."));
  return MK_CTL_WRONG_USE;
}

/**
 * mk_ctl_refuse:
 * @error: why
 *
 * Returns: %MK_CTL_REFUSED, after saying why
 */
MkCtlExit
mk_ctl_refuse (const GError *error)
{
  g_printerr ("makkerctl: %s\n", error->message);
  return MK_CTL_REFUSED;
}

/**
 * mk_ctl_read_passphrase:
 * @file: (type filename): a file
 * @error: return location
 *
 * Returns: (transfer full): its first line; %NULL when it can't be read
 */
MkSecretText *
mk_ctl_read_passphrase (const char *file,
                        GError    **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    {
      g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY,
                           _ ("The passphrase file cannot be read. Nothing was changed."));
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  return g_steal_pointer (&text);
}

static void
set_no_key (GError **error)
{
  g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_NO_KEY,
                       _ ("The store needs its key. Give --passphrase-file FILE. Nothing was "
                          "changed."));
}

/**
 * mk_ctl_passphrase:
 * @ctl: what all verbs share
 * @error: return location
 *
 * Returns: (transfer full): the first line of the passphrase file; %NULL when there is none
 */
MkSecretText *
mk_ctl_passphrase (MkCtl   *ctl,
                   GError **error)
{
  if (ctl->passphrase_file != NULL)
    return mk_ctl_read_passphrase (ctl->passphrase_file, error);
  set_no_key (error);
  return NULL;
}

static MkDatabase *
open_with_passphrase (MkCtl   *ctl,
                      GError **error)
{
  g_autoptr (MkSecretText) passphrase = mk_ctl_passphrase (ctl, error);

  return passphrase != NULL ? mk_store_files_open (ctl->directory, passphrase, error) : NULL;
}

static MkDatabase *
open_with_keyring (MkCtl   *ctl,
                   GError **error)
{
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (ctl->directory, error);
  const char *id = slots != NULL ? mk_key_slots_get_keyring_id (slots) : NULL;
  g_autoptr (MkKeyring) keyring = mk_keyring_get_default ();
  g_autoptr (MkSecretText) secret = NULL;

  if (slots == NULL)
    return NULL;
  if (id == NULL)
    {
      set_no_key (error);
      return NULL;
    }
  secret = mk_keyring_load (keyring, id, error);
  return secret != NULL ? mk_store_files_open_with_keyring (ctl->directory, secret, error) : NULL;
}

/**
 * mk_ctl_open:
 * @ctl: what all verbs share
 * @error: return location
 *
 * Opens the store with the passphrase file, or else with the desktop's keyring.
 *
 * Returns: (transfer full): the store; %NULL when it can't be opened
 */
MkDatabase *
mk_ctl_open (MkCtl   *ctl,
             GError **error)
{
  g_autofree char *path = g_build_filename (ctl->directory, MK_STORE_DATABASE_FILE, NULL);

  if (ctl->passphrase_file != NULL)
    return open_with_passphrase (ctl, error);
  return mk_store_file_require (path, error) ? open_with_keyring (ctl, error) : NULL;
}

/**
 * mk_ctl_write_new:
 * @path: of a file that is not there yet
 * @bytes: what it shall hold
 * @error: return location
 *
 * Writes a file whole or not at all. One that is there already stays, unless it holds the same.
 *
 * Returns: whether the file is there with these bytes
 */
gboolean
mk_ctl_write_new (const char *path,
                  GBytes     *bytes,
                  GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) local = NULL;

  if (mk_folder_write (folder, name, bytes, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                         _ ("There is another file of that name. It was left as it is. Give the "
                            "new one another name."));
  else
    g_set_error_literal (error, local->domain, local->code,
                         _ ("It could not be written there. Nothing else was changed. Give it "
                            "another place."));
  return FALSE;
}

/**
 * mk_ctl_print_json:
 * @builder: with a whole value
 *
 * Prints the value on standard output.
 */
void
mk_ctl_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  g_print ("%s\n", text);
}

/**
 * mk_ctl_add_member:
 * @builder: in an object
 * @name: of the member
 * @text: (nullable): its text; %NULL leaves the member out
 */
void
mk_ctl_add_member (JsonBuilder *builder,
                   const char  *name,
                   const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/**
 * mk_ctl_refuse_receipt:
 *
 * Returns: %MK_CTL_REFUSED, after saying that receipts are nobody's to write
 */
MkCtlExit
mk_ctl_refuse_receipt (void)
{
  g_printerr ("makkerctl: %s\n",
              _ ("Receipts are written by the program itself. Nothing was changed."));
  return MK_CTL_REFUSED;
}

/**
 * mk_ctl_print_saved:
 * @ctl: what all verbs share
 * @saved: what was written
 *
 * Prints the id and the revision.
 */
void
mk_ctl_print_saved (MkCtl         *ctl,
                    const MkSaved *saved)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print ("%s  %" G_GINT64_FORMAT "\n", saved->id, saved->revision);
      return;
    }
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "id", saved->id);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, saved->revision);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
}
