/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-status.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
add_text_or_null (JsonBuilder *builder,
                  const char  *name,
                  const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_partner (JsonBuilder           *builder,
             const MkPartnerStatus *status)
{
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "id", status->partner->id);
  mk_ctl_add_member (builder, "rolle", mk_role_name (status->partner->role));
  mk_ctl_add_member (builder, "navn", status->partner->name);
  add_text_or_null (builder, "epokeUd", status->epoch_out);
  add_number (builder, "naesteUd", status->next_out);
  add_text_or_null (builder, "epokeInd", status->epoch_in);
  add_number (builder, "naesteInd", status->next_in);
  json_builder_set_member_name (builder, "mangler");
  json_builder_begin_array (builder);
  for (guint i = 0; i < status->missing->len; i++)
    json_builder_add_int_value (builder, g_array_index (status->missing, gint64, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const MkStatus *status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "installation", status->self->id);
  json_builder_set_member_name (builder, "partnere");
  json_builder_begin_array (builder);
  for (guint i = 0; i < status->partners->len; i++)
    add_partner (builder, g_ptr_array_index (status->partners, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "antal");
  json_builder_begin_object (builder);
  for (guint i = 0; i < MK_N_STATES; i++)
    add_number (builder, mk_state_names[i], status->counts[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
}

static void
print_text (const MkStatus *status)
{
  g_print (_ ("Installation %s\n"), status->self->id);
  for (guint i = 0; i < status->partners->len; i++)
    {
      const MkPartnerStatus *partner = g_ptr_array_index (status->partners, i);

      g_print (_ ("%s (%s): next out %" PRId64 ", next in %" PRId64 "\n"), partner->partner->name,
               mk_role_name (partner->partner->role), partner->next_out, partner->next_in);
      for (guint j = 0; j < partner->missing->len; j++)
        g_print (_ ("    missing: %" PRId64 "\n"), g_array_index (partner->missing, gint64, j));
    }
  for (guint i = 0; i < MK_N_STATES; i++)
    g_print ("%-12s %6" PRId64 "\n", mk_state_names[i], status->counts[i]);
}

/**
 * mk_ctl_status:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Shows how the correspondence stands.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_status (MkCtl *ctl,
               int    argc,
               char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkStatus) status = NULL;

  if (!mk_ctl_parse (ctl, NULL, NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1)
    return mk_ctl_wrong_use (_ ("%s takes no arguments"), "status");
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    status = mk_status_find (database, &error);
  if (status == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    print_json (status);
  else
    print_text (status);
  return MK_CTL_DONE;
}
