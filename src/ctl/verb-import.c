/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-take.h"

#include <glib/gi18n.h>

static void
add_missing (JsonBuilder *builder,
             GArray      *missing)
{
  if (missing == NULL)
    return;
  json_builder_set_member_name (builder, "mangler");
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    json_builder_add_int_value (builder, g_array_index (missing, gint64, i));
  json_builder_end_array (builder);
}

static void
add_entries (JsonBuilder *builder,
             GPtrArray   *entries)
{
  if (entries->len == 0)
    return;
  json_builder_set_member_name (builder, "poster");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const MkVerdictEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "id", entry->id);
      json_builder_set_member_name (builder, "revision");
      json_builder_add_int_value (builder, entry->revision);
      mk_ctl_add_member (builder, "kode", entry->code);
      mk_ctl_add_member (builder, "grund", entry->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
reason_with_place (const MkVerdict *verdict)
{
  if (verdict->reason == NULL || verdict->pointer == NULL || *verdict->pointer == '\0')
    return g_strdup (verdict->reason);
  return g_strdup_printf ("%s (%s)", verdict->reason, verdict->pointer);
}

/* To be known and to wait for one's turn are states, and no faults. */
static gboolean
is_fault (const MkVerdict *verdict)
{
  return verdict->status != MK_VERDICT_KNOWN && g_strcmp0 (verdict->code, MK_CODE_WAITS) != 0;
}

static void
add_verdict (JsonBuilder     *builder,
             const MkVerdict *verdict)
{
  g_autofree char *reason = reason_with_place (verdict);

  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "fil", verdict->file);
  mk_ctl_add_member (builder, "pakkeId", verdict->package_id);
  if (verdict->number != MK_ABSENT)
    {
      json_builder_set_member_name (builder, "loebenummer");
      json_builder_add_int_value (builder, verdict->number);
    }
  mk_ctl_add_member (builder, "status", mk_verdict_status_name (verdict->status));
  mk_ctl_add_member (builder, "kode", is_fault (verdict) ? verdict->code : NULL);
  mk_ctl_add_member (builder, "grund", reason);
  add_missing (builder, verdict->missing);
  add_entries (builder, verdict->entries);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *verdicts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < verdicts->len; i++)
    add_verdict (builder, g_ptr_array_index (verdicts, i));
  json_builder_end_array (builder);
  mk_ctl_print_json (builder);
}

static void
print_missing (GArray *missing)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (missing == NULL || missing->len == 0)
    return;
  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (missing, gint64, i));
  g_print (_ ("    missing: %s\n"), numbers->str);
}

static void
print_text (const MkVerdict *verdict)
{
  g_autofree char *reason = reason_with_place (verdict);

  g_print ("%-10s", mk_verdict_status_name (verdict->status));
  if (verdict->number != MK_ABSENT)
    g_print (" %6" G_GINT64_FORMAT, verdict->number);
  g_print ("  %s\n", verdict->file != NULL ? verdict->file : _ ("(had waited)"));
  if (reason != NULL)
    g_print ("    %s: %s\n", verdict->code, reason);
  if (verdict->asks && verdict->sender != NULL)
    g_print (_ ("    sender: %s (%s), CVR %s\n"), verdict->sender->name, verdict->sender->role,
             verdict->sender->cvr_number != NULL ? verdict->sender->cvr_number : "–");
  print_missing (verdict->missing);
  for (guint i = 0; i < verdict->entries->len; i++)
    {
      const MkVerdictEntry *entry = g_ptr_array_index (verdict->entries, i);

      g_print ("    %s %s: %s\n", entry->id, entry->code, entry->reason);
    }
}

/* The reasons go to standard error too, which a script keeps; they hold no name and no value. */
static MkCtlExit
report (MkCtl     *ctl,
        GPtrArray *verdicts)
{
  MkCtlExit status = MK_CTL_DONE;

  if (ctl->json)
    print_json (verdicts);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MkVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (!ctl->json)
        print_text (verdict);
      if (!mk_verdict_is_trouble (verdict))
        continue;
      status = MK_CTL_REFUSED;
      g_printerr ("makkerctl: %u: %s: %s\n", i + 1, verdict->code, verdict->reason);
    }
  return status;
}

static MkCtlExit
take (MkCtl      *ctl,
      int         argc,
      char      **argv,
      MkTakeFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (GPtrArray) verdicts = NULL;
  gboolean accept = FALSE;
  const GOptionEntry entries[] = {
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept,
      N_ ("Say yes for these files, where a person is asked"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "FILE…", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc < 2)
    return mk_ctl_wrong_use (_ ("%s needs at least one file"), argv[0]);
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    verdicts = mk_take_files (database, (const char *const *) argv + 1,
                              flags | (accept ? MK_TAKE_ACCEPT : MK_TAKE_PLAIN), &error);
  return verdicts != NULL ? report (ctl, verdicts) : mk_ctl_refuse (error);
}

/**
 * mk_ctl_import:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Takes packages.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_import (MkCtl *ctl,
               int    argc,
               char **argv)
{
  return take (ctl, argc, argv, MK_TAKE_PLAIN);
}

/**
 * mk_ctl_check:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Judges packages and changes nothing.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_check (MkCtl *ctl,
              int    argc,
              char **argv)
{
  return take (ctl, argc, argv, MK_TAKE_CHECK);
}
