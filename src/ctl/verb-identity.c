/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-certificate.h"
#include "mk-folder.h"
#include "mk-format.h"
#include "mk-identity.h"
#include "mk-installation.h"
#include "mk-pins.h"

#include <glib/gi18n.h>

/* Certificates of the sealed transport: this installation's own out, a partner's pinned. */

static void
print_fingerprint (MkCtl      *ctl,
                   const char *fingerprint)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print ("%s\n", fingerprint);
      return;
    }
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "fingeraftryk", fingerprint);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
}

static gboolean
write_certificate (const char       *path,
                   const MkIdentity *identity,
                   GError          **error)
{
  g_autoptr (GBytes) pem = mk_certificate_to_pem (identity->certificate);

  return mk_ctl_write_new (path, pem, error);
}

/**
 * mk_ctl_identity:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Shows the fingerprint of this installation's certificate, which is made the first time, and writes
 * the certificate to a file.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_identity (MkCtl *ctl,
                 int    argc,
                 char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkIdentity) identity = NULL;
  g_autofree char *file = NULL;
  g_autofree char *fingerprint = NULL;
  const GOptionEntry entries[] = {
    { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("Write the certificate to a new file, as PEM"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, NULL, entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1 || (file != NULL && *file == '\0'))
    return mk_ctl_wrong_use (_ ("identity takes no arguments"));
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    identity = mk_identity_get (database, &error);
  if (identity == NULL || (file != NULL && !write_certificate (file, identity, &error)))
    return mk_ctl_refuse (error);
  fingerprint = mk_certificate_fingerprint (identity->certificate);
  print_fingerprint (ctl, fingerprint);
  return MK_CTL_DONE;
}

static gboolean
is_own (MkDatabase *database,
        const char *id,
        GError    **error)
{
  g_autoptr (MkInstallation) self = mk_installation_get (database, error);

  if (self != NULL && !g_str_equal (self->id, id))
    return FALSE;
  if (self != NULL)
    g_set_error_literal (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED,
                         _ ("That is this installation itself, which needs no trust. Nothing was "
                            "changed."));
  return TRUE;
}

static char *
pin (MkDatabase *database,
     const char *id,
     const char *path,
     GError    **error)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) certificate = NULL;

  if (is_own (database, id, error))
    return NULL;
  file = mk_folder_read_file (path, MK_CERTIFICATE_MOST_BYTES, error);
  if (file == NULL)
    return NULL;
  certificate = mk_certificate_read (file, error);
  return certificate != NULL ? mk_pin_put (database, id, certificate, error) : NULL;
}

/**
 * mk_ctl_trust:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Pins another installation's certificate, in the place of one that was pinned before. Its dates say
 * nothing: a person vouches for it.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_trust (MkCtl *ctl,
              int    argc,
              char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autofree char *fingerprint = NULL;

  if (!mk_ctl_parse (ctl, "ID CERT", NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 3 || *argv[2] == '\0')
    return mk_ctl_wrong_use (_ ("trust needs an ID and a certificate"));
  if (mk_format_judge_uuid (argv[1]) != MK_FORMAT_GOOD)
    return mk_ctl_wrong_use (_ ("the id is no UUID in lower case"));
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    fingerprint = pin (database, argv[1], argv[2], &error);
  if (fingerprint == NULL)
    return mk_ctl_refuse (error);
  print_fingerprint (ctl, fingerprint);
  return MK_CTL_DONE;
}
