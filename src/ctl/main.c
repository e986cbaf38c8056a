/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mk-ctl.h"
#include "mk-locale.h"

#include <glib/gi18n.h>
#include <string.h>

/* makkerctl: a verb is a page of argument handling around one call of the libraries. */

static const struct
{
  const char *name;
  MkCtlVerb verb;
  const char *use;
} verbs[] = {
  { "init", mk_ctl_init,
    "init --role buddy|leder --name NAVN [--company NAVN] [--cvr N] [--p-number N]" },
  { "import", mk_ctl_import, "import FILE… [--accept]" },
  { "check", mk_ctl_check, "check FILE… [--accept]" },
  { "start", mk_ctl_start, "start --role buddy --name NAVN --placement ID…" },
  { "save", mk_ctl_save, "save TYPE [--id UUID] [FILE]" },
  { "delete", mk_ctl_delete, "delete TYPE ID" },
  { "undo", mk_ctl_undo, "undo TYPE ID" },
  { "list", mk_ctl_list, "list TYPE [--placement ID] [--deleted] [--limit N] [--offset N]" },
  { "search", mk_ctl_search, "search TEXT [--limit N]" },
  { "preview", mk_ctl_preview, "preview" },
  { "export", mk_ctl_export, "export DIR [--from N] [--sealed]" },
  { "status", mk_ctl_status, "status" },
  { "balance", mk_ctl_balance, "balance" },
  { "generate", mk_ctl_generate, "generate --check-ins N [--placements N] [--seed N]" },
  { "identity", mk_ctl_identity, "identity [--certificate FILE]" },
  { "trust", mk_ctl_trust, "trust ID CERT" },
  { "new-epoch", mk_ctl_new_epoch, "new-epoch [PARTNER]" },
  { "backup", mk_ctl_backup, "backup FILE" },
  { "verify", mk_ctl_verify, "verify FILE" },
  { "restore", mk_ctl_restore, "restore FILE" },
  { "person", mk_ctl_person, "person PLACEMENT FILE" },
  { "key", mk_ctl_key, "key add-passphrase FILE | new-recovery | list" },
};

static void
print_usage (GPrintFunc print)
{
  GString *usage = g_string_new (
      "makkerctl [--data-dir DIR] [--passphrase-file FILE] [--format text|json] VERB [ARGUMENTS]\n");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (usage, "  %s\n", verbs[i].use);
  print (usage->str);
  g_string_free (usage, TRUE);
}

static void
print_to_stderr (const char *text)
{
  g_printerr ("%s", text);
}

static void
print_to_stdout (const char *text)
{
  g_print ("%s", text);
}

static MkCtlExit
wrong_use (const char *reason)
{
  g_printerr ("makkerctl: %s\n\n", reason);
  print_usage (print_to_stderr);
  return MK_CTL_WRONG_USE;
}

/* The verb is the first argument that is neither an option nor an option's value. */
static int
find_verb (int    argc,
           char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (argv[i][0] != '-')
        return i;
      if (strchr (argv[i], '=') == NULL)
        i++;
    }
  return 0;
}

/* Puts the verb first, in the program's place, so that its options may stand on either side. */
static void
move_verb_first (int    at,
                 char **argv)
{
  char *verb = argv[at];

  for (int i = at; i > 0; i--)
    argv[i] = argv[i - 1];
  argv[0] = verb;
  /* The program's name, now the first argument, goes away. */
}

static MkCtlExit
run_verb (MkCtl *ctl,
          int    argc,
          char **argv)
{
  int at = find_verb (argc, argv);

  if (at == 0)
    return wrong_use (_ ("no verb was given"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (argv[at], verbs[i].name))
        continue;
      move_verb_first (at, argv);
      for (int j = 1; j + 1 < argc; j++)
        argv[j] = argv[j + 1];
      argv[argc - 1] = NULL;
      return verbs[i].verb (ctl, argc - 1, argv);
    }
  return wrong_use (_ ("there is no such verb"));
}

int
main (int    argc,
      char **argv)
{
  MkCtl ctl = { NULL, NULL, FALSE };
  MkCtlExit status;

  mk_locale_init ();
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("makkerctl %s\n", MK_VERSION);
      return MK_CTL_DONE;
    }
  if (argc == 2 && g_str_equal (argv[1], "--help"))
    {
      print_usage (print_to_stdout);
      return MK_CTL_DONE;
    }
  status = run_verb (&ctl, argc, argv);
  g_free (ctl.directory);
  g_free (ctl.passphrase_file);
  return status;
}
