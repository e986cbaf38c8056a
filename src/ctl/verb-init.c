/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-format.h"
#include "mk-installation.h"
#include "mk-keyring.h"
#include "mk-random.h"
#include "mk-store-files.h"

#include <glib/gi18n.h>

typedef struct
{
  char *role;
  char *name;
  char *company;
  char *cvr_number;
  char *p_number;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->role);
  g_free (options->name);
  g_free (options->company);
  g_free (options->cvr_number);
  g_free (options->p_number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_name (const char *name)
{
  return name != NULL && *g_strstrip ((char *) name) != '\0' && !mk_format_has_control (name);
}

/* NULL when the options can be, else what can't be. */
static const char *
judge_options (const Options *options)
{
  MkRole role = mk_role_from_name (options->role);

  if (!(role & MK_ROLE_WORKPLACE))
    return _ ("--role is buddy or leder");
  if (!is_name (options->name))
    return _ ("--name is needed and must not be empty");
  if (options->company != NULL && !is_name (options->company))
    return _ ("--company must not be empty");
  if (options->cvr_number != NULL && !mk_format_is_cvr (options->cvr_number))
    return _ ("--cvr is no CVR number: it has 8 digits with a check");
  if (options->p_number != NULL && !mk_format_is_p_number (options->p_number))
    return _ ("--p-number is no P number: it has 10 digits");
  return NULL;
}

static void
report (MkCtl      *ctl,
        const char *id,
        const char *recovery_code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print (_ ("The store is ready.\nRecovery key, shown this once: %s\n"
                  "Write it down and keep it away from the computer.\n"),
               recovery_code);
      return;
    }
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "id", id);
  mk_ctl_add_member (builder, "gendannelsesnoegle", recovery_code);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
}

static gboolean
insert (MkDatabase   *database,
        gconstpointer installation,
        GError      **error)
{
  return mk_installation_insert (database, installation, error);
}

/* A store that the desktop's keyring opens: the keyring has the secret before the store is there. */
static MkDatabase *
create_with_keyring (MkCtl                *ctl,
                     const MkInstallation *installation,
                     char                **recovery_code,
                     GError              **error)
{
  g_autoptr (MkKeyring) keyring = mk_keyring_get_default ();
  g_autofree char *id = mk_random_uuid ();
  g_autoptr (MkSecretText) secret = mk_keyring_new_secret ();
  const MkStoreCreation creation = { .keyring_id = id,
                                     .keyring_secret = secret,
                                     .fill = insert,
                                     .fill_data = installation };
  MkDatabase *database;

  if (!mk_keyring_save (keyring, id, secret, error))
    return NULL;
  database = mk_store_files_create_full (ctl->directory, &creation, recovery_code, error);
  if (database == NULL)
    mk_keyring_remove_now (keyring, id);
  return database;
}

static MkDatabase *
create_with_passphrase (MkCtl                *ctl,
                        const MkInstallation *installation,
                        char                **recovery_code,
                        GError              **error)
{
  g_autoptr (MkSecretText) passphrase = mk_ctl_read_passphrase (ctl->passphrase_file, error);

  return passphrase != NULL ? mk_store_files_create_filled (ctl->directory, passphrase, insert,
                                                            installation, recovery_code, error)
                            : NULL;
}

static MkCtlExit
create (MkCtl                *ctl,
        const MkInstallation *installation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) recovery_code = NULL;
  g_autoptr (MkDatabase) database =
      ctl->passphrase_file != NULL
          ? create_with_passphrase (ctl, installation, &recovery_code, &error)
          : create_with_keyring (ctl, installation, &recovery_code, &error);

  if (database == NULL)
    return mk_ctl_refuse (error);
  report (ctl, installation->id, recovery_code);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_init:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * A new store.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_init (MkCtl *ctl,
             int    argc,
             char **argv)
{
  g_auto (Options) options = { 0 };
  g_autofree char *id = mk_random_uuid ();
  MkInstallation installation;
  const char *fault;
  const GOptionEntry entries[] = {
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("buddy or leder"), N_ ("ROLE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("The person's name"), N_ ("NAME") },
    { "company", 0, 0, G_OPTION_ARG_STRING, &options.company, N_ ("The company's name"),
      N_ ("NAME") },
    { "cvr", 0, 0, G_OPTION_ARG_STRING, &options.cvr_number, N_ ("CVR number"), "N" },
    { "p-number", 0, 0, G_OPTION_ARG_STRING, &options.p_number, N_ ("P number"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, NULL, entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  fault = argc > 1 ? _ ("init takes no further arguments") : judge_options (&options);
  if (fault != NULL)
    return mk_ctl_wrong_use ("%s", fault);
  installation = (MkInstallation) { id,
                                    mk_role_from_name (options.role),
                                    options.name,
                                    options.company,
                                    options.cvr_number,
                                    options.p_number };
  return create (ctl, &installation);
}
