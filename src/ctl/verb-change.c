/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-format.h"
#include "mk-new-epoch.h"
#include "mk-own-records.h"

#include "records/mk-receipt.h"

#include <glib/gi18n.h>

/* delete, undo and new-epoch: changes that need no content. */

typedef MkSaved *(*Change) (MkDatabase         *database,
                            const MkRecordType *type,
                            const char         *id,
                            GError            **error);

static MkCtlExit
change (MkCtl *ctl,
        int    argc,
        char **argv,
        Change func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkSaved) saved = NULL;
  const MkRecordType *type;

  if (!mk_ctl_parse (ctl, "TYPE ID", NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 3)
    return mk_ctl_wrong_use (_ ("%s needs a type and an id"), argv[0]);
  type = mk_record_type_find (argv[1]);
  if (type == NULL)
    return mk_ctl_wrong_use (_ ("“%s” is no type of record"), argv[1]);
  if (mk_format_judge_uuid (argv[2]) != MK_FORMAT_GOOD)
    return mk_ctl_wrong_use (_ ("the id is no UUID in lower case"));
  if (type == &mk_receipt_type)
    return mk_ctl_refuse_receipt ();
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    saved = func (database, type, argv[2], &error);
  if (saved == NULL)
    return mk_ctl_refuse (error);
  mk_ctl_print_saved (ctl, saved);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_delete:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Writes a tombstone.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_delete (MkCtl *ctl,
               int    argc,
               char **argv)
{
  return change (ctl, argc, argv, mk_own_record_delete);
}

/**
 * mk_ctl_undo:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Writes the content before the newest revision as a new one.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_undo (MkCtl *ctl,
             int    argc,
             char **argv)
{
  return change (ctl, argc, argv, mk_own_record_undo);
}

static void
print_begun (MkCtl     *ctl,
             GPtrArray *begun)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "epoker");
  json_builder_begin_array (builder);
  for (guint i = 0; i < begun->len; i++)
    {
      const MkBegun *one = g_ptr_array_index (begun, i);

      if (!ctl->json)
        g_print ("%s  %s\n", one->partner, one->epoch);
      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "partner", one->partner);
      mk_ctl_add_member (builder, "epoke", one->epoch);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->json)
    mk_ctl_print_json (builder);
}

/**
 * mk_ctl_new_epoch:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Begins new epochs.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_new_epoch (MkCtl *ctl,
                  int    argc,
                  char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (GPtrArray) begun = NULL;

  if (!mk_ctl_parse (ctl, "[PARTNER]", NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc > 2 || (argc == 2 && mk_format_judge_uuid (argv[1]) != MK_FORMAT_GOOD))
    return mk_ctl_wrong_use (_ ("new-epoch takes at most the id of one partner"));
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    begun = mk_new_epoch (database, argc == 2 ? argv[1] : NULL, &error);
  if (begun == NULL)
    return mk_ctl_refuse (error);
  print_begun (ctl, begun);
  return MK_CTL_DONE;
}
