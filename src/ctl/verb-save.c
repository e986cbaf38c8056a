/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-folder.h"
#include "mk-format.h"
#include "mk-gate.h"
#include "mk-own-records.h"
#include "mk-package.h"

#include "records/mk-receipt.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Standard input as a file: "/dev/stdin" is no ordinary file where it is a pipe. */
static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && bytes->len <= MK_PACKAGE_MOST_BYTES)
    g_byte_array_append (bytes, buffer, (guint) n);
  if (!ferror (stdin))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("Standard input cannot be read. Nothing was saved."));
  return NULL;
}

static void
print_faults (const MkFaults *faults)
{
  const MkFault *fault;

  for (guint i = 0; (fault = mk_faults_get (faults, i)) != NULL; i++)
    g_printerr ("makkerctl: %s: %s %s\n", fault->code, fault->pointer, fault->reason);
  g_printerr ("makkerctl: %s\n", _ ("Nothing was saved."));
}

/* A struct of the type's shape, or NULL after its faults were told. */
static gpointer
read_content (const MkRecordType *type,
              GBytes             *bytes)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
  gpointer content = NULL;

  if (gate != NULL && mk_json_kind (mk_gate_root (gate)) != MK_JSON_OBJECT)
    mk_faults_add (faults, MK_CODE_FIELD, "", "Indholdet skal være et JSON-objekt.");
  else if (gate != NULL)
    content = mk_shape_read (type->shape, mk_gate_root (gate), MK_READ_PRIVATE | MK_READ_CLOSED, "",
                             faults);
  if (mk_faults_count (faults) == 0)
    return content;
  print_faults (faults);
  if (content != NULL)
    mk_shape_free (type->shape, content);
  return NULL;
}

static MkCtlExit
save (MkCtl              *ctl,
      const MkRecordType *type,
      const char         *id,
      const char         *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = mk_ctl_open (ctl, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MkSaved) saved = NULL;
  gpointer content;

  if (database != NULL)
    bytes = file != NULL ? mk_folder_read_file (file, MK_PACKAGE_MOST_BYTES, &error)
                         : read_standard_input (&error);
  if (bytes == NULL)
    return mk_ctl_refuse (error);
  content = read_content (type, bytes);
  if (content == NULL)
    return MK_CTL_REFUSED;
  saved = mk_own_record_save (database, type, id, content, &error);
  mk_shape_free (type->shape, content);
  if (saved == NULL)
    return mk_ctl_refuse (error);
  mk_ctl_print_saved (ctl, saved);
  return MK_CTL_DONE;
}

/**
 * mk_ctl_save:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Writes one record of this installation.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_save (MkCtl *ctl,
             int    argc,
             char **argv)
{
  g_autofree char *id = NULL;
  const MkRecordType *type;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("The record to revise"), "UUID" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "TYPE [FILE]", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc < 2 || argc > 3)
    return mk_ctl_wrong_use (_ ("save needs a type, and takes one file"));
  type = mk_record_type_find (argv[1]);
  if (type == NULL)
    return mk_ctl_wrong_use (_ ("“%s” is no type of record"), argv[1]);
  if (id != NULL && mk_format_judge_uuid (id) != MK_FORMAT_GOOD)
    return mk_ctl_wrong_use (_ ("--id is no UUID in lower case"));
  if (type == &mk_receipt_type)
    return mk_ctl_refuse_receipt ();
  return save (ctl, type, id, argc == 3 ? argv[2] : NULL);
}
