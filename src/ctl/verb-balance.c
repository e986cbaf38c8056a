/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-help.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_post (JsonBuilder        *builder,
          const MkLedgerPost *post)
{
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "anmodningId", post->request_id);
  mk_ctl_add_member (builder, "ydelse", post->service);
  add_number (builder, "klip", post->punches);
  mk_ctl_add_member (builder, "status", post->status);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *balances)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < balances->len; i++)
    {
      const MkBalance *balance = g_ptr_array_index (balances, i);

      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "klippekortId", balance->card_id);
      add_number (builder, "antalKlip", balance->granted);
      add_number (builder, "brugt", balance->used);
      add_number (builder, "reserveret", balance->reserved);
      add_number (builder, "tilbage", balance->left);
      json_builder_set_member_name (builder, "poster");
      json_builder_begin_array (builder);
      for (guint j = 0; j < balance->posts->len; j++)
        add_post (builder, g_ptr_array_index (balance->posts, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mk_ctl_print_json (builder);
}

static void
print_text (const GPtrArray *balances)
{
  for (guint i = 0; i < balances->len; i++)
    {
      const MkBalance *balance = g_ptr_array_index (balances, i);

      g_print (_ ("%s: %" PRId64 " granted, %" PRId64 " used, %" PRId64 " reserved, %" PRId64
                  " left\n"),
               balance->card_id, balance->granted, balance->used, balance->reserved, balance->left);
      for (guint j = 0; j < balance->posts->len; j++)
        {
          const MkLedgerPost *post = g_ptr_array_index (balance->posts, j);

          g_print ("    %s  %-14s %3" PRId64 "  %s\n", post->request_id, post->status,
                   post->punches, post->service != NULL ? post->service : "");
        }
    }
}

/**
 * mk_ctl_balance:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Shows each punch card's ledger.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_balance (MkCtl *ctl,
                int    argc,
                char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkHelp) help = NULL;

  if (!mk_ctl_parse (ctl, NULL, NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1)
    return mk_ctl_wrong_use (_ ("%s takes no arguments"), "balance");
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    help = mk_help_read (database, &error);
  if (help == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    print_json (help->balances);
  else
    print_text (help->balances);
  return MK_CTL_DONE;
}
