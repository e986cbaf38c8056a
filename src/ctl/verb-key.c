/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-key-slots.h"
#include "mk-store-keys.h"

#include <glib/gi18n.h>

static MkCtlExit
add_passphrase (MkCtl      *ctl,
                const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) passphrase = mk_ctl_read_passphrase (file, &error);
  g_autoptr (MkDatabase) database = passphrase != NULL ? mk_ctl_open (ctl, &error) : NULL;

  if (database == NULL || !mk_store_keys_add_passphrase (database, passphrase, &error))
    return mk_ctl_refuse (error);
  if (!ctl->json)
    g_print ("%s\n", _ ("The passphrase opens the store too."));
  return MK_CTL_DONE;
}

static MkCtlExit
new_recovery (MkCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_ctl_open (ctl, &error);
  g_autoptr (MkSecretText) code = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (database == NULL || !mk_store_keys_new_recovery (database, &code, &error))
    return mk_ctl_refuse (error);
  if (!ctl->json)
    {
      g_print (_ ("Recovery key, shown this once: %s\nThe former one opens nothing any more.\n"),
               code);
      return MK_CTL_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "gendannelsesnoegle", code);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
  return MK_CTL_DONE;
}

static void
print_slots (MkKeySlots *slots)
{
  for (guint i = 0; i < mk_key_slots_get_n (slots); i++)
    {
      MkKeySlotInfo info = mk_key_slots_get_info (slots, i);

      g_print ("%-12s  %s\n", info.kind, info.created);
    }
}

static void
print_slots_as_json (MkKeySlots *slots)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < mk_key_slots_get_n (slots); i++)
    {
      MkKeySlotInfo info = mk_key_slots_get_info (slots, i);

      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "type", info.kind);
      mk_ctl_add_member (builder, "oprettet", info.created);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mk_ctl_print_json (builder);
}

/* Which ways there are is no secret, and whoever is locked out has to know it. */
static MkCtlExit
list (MkCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkKeySlots) slots = mk_key_slots_load (ctl->directory, &error);

  if (slots == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    print_slots_as_json (slots);
  else
    print_slots (slots);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_key:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * The ways to open the store.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_key (MkCtl *ctl,
            int    argc,
            char **argv)
{
  const char *what;

  if (!mk_ctl_parse (ctl, "add-passphrase FILE | new-recovery | list", NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  what = argc > 1 ? argv[1] : "";
  if (g_str_equal (what, "add-passphrase") && argc == 3)
    return add_passphrase (ctl, argv[2]);
  if (g_str_equal (what, "new-recovery") && argc == 2)
    return new_recovery (ctl);
  if (g_str_equal (what, "list") && argc == 2)
    return list (ctl);
  return mk_ctl_wrong_use ("%s", _ ("key takes add-passphrase and a file, new-recovery, or list"));
}
