/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-backup.h"
#include "mk-key-wrap.h"
#include "mk-restore.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
add_content (JsonBuilder           *builder,
             const char            *path,
             const MkBackupContent *content)
{
  mk_ctl_add_member (builder, "fil", path);
  mk_ctl_add_member (builder, "lavet", content->made);
  mk_ctl_add_member (builder, "installation", content->installation);
  json_builder_set_member_name (builder, "antal");
  json_builder_begin_object (builder);
  for (guint i = 0; i < content->types->len; i++)
    {
      json_builder_set_member_name (builder, content->types->pdata[i]);
      json_builder_add_int_value (builder, g_array_index (content->counts, gint64, i));
    }
  json_builder_end_object (builder);
}

static void
print_content (MkCtl                 *ctl,
               const char            *path,
               const MkBackupContent *content,
               const char            *kept)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (ctl->json)
    {
      json_builder_begin_object (builder);
      add_content (builder, path, content);
      mk_ctl_add_member (builder, "gemtVedSiden", kept);
      json_builder_end_object (builder);
      mk_ctl_print_json (builder);
      return;
    }
  g_print (_ ("A good backup of installation %s, made %s\n"), content->installation, content->made);
  for (guint i = 0; i < content->types->len; i++)
    g_print ("%-20s %8" PRId64 "\n", (char *) content->types->pdata[i],
             g_array_index (content->counts, gint64, i));
  if (kept != NULL)
    g_print (_ ("What was there before is kept in %s\n"), kept);
}

/* The one argument; NULL when the use is wrong, which has been said then. */
static const char *
parse_file (MkCtl      *ctl,
            const char *verb,
            int         argc,
            char      **argv)
{
  if (!mk_ctl_parse (ctl, "FILE", NULL, &argc, &argv))
    return NULL;
  if (argc == 2)
    return argv[1];
  mk_ctl_wrong_use (_ ("%s takes one file"), verb);
  return NULL;
}

static MkBackupContent *
back_up (MkCtl      *ctl,
         const char *path,
         GError    **error)
{
  g_autoptr (MkDatabase) database = mk_ctl_open (ctl, error);

  return database != NULL && mk_backup_make (database, path, error)
             ? mk_backup_describe_own (database, path, error)
             : NULL;
}

/**
 * mk_ctl_backup:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * A verified copy of the store.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_backup (MkCtl *ctl,
               int    argc,
               char **argv)
{
  const char *path = parse_file (ctl, "backup", argc, argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupContent) content = NULL;

  if (path == NULL)
    return MK_CTL_WRONG_USE;
  content = back_up (ctl, path, &error);
  if (content == NULL)
    return mk_ctl_refuse (error);
  print_content (ctl, path, content, NULL);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_verify:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Opens a backup, reads all of it, and says what is in it.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_verify (MkCtl *ctl,
               int    argc,
               char **argv)
{
  const char *path = parse_file (ctl, "verify", argc, argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkBackupContent) content = NULL;
  g_autoptr (MkSecretText) secret = NULL;

  if (path == NULL)
    return MK_CTL_WRONG_USE;
  secret = mk_ctl_passphrase (ctl, &error);
  if (secret != NULL)
    content = mk_backup_verify (path, secret, &error);
  if (content == NULL)
    return mk_ctl_refuse (error);
  print_content (ctl, path, content, NULL);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_restore:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Puts a backup in the store's place.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_restore (MkCtl *ctl,
                int    argc,
                char **argv)
{
  const char *path = parse_file (ctl, "restore", argc, argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkRestored) restored = NULL;
  g_autoptr (MkSecretText) secret = NULL;

  if (path == NULL)
    return MK_CTL_WRONG_USE;
  secret = mk_ctl_passphrase (ctl, &error);
  if (secret != NULL)
    restored = mk_restore (ctl->directory, path, secret, &error);
  if (restored == NULL)
    return mk_ctl_refuse (error);
  print_content (ctl, path, restored->content, restored->kept);
  return MK_CTL_DONE;
}
