/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-search.h"

#include <glib/gi18n.h>

static void
add_found (const MkFound *found,
           gpointer       user_data)
{
  JsonBuilder *builder = user_data;

  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "type", found->type);
  mk_ctl_add_member (builder, "id", found->id);
  mk_ctl_add_member (builder, "uddrag", found->excerpt != NULL ? found->excerpt : "");
  json_builder_end_object (builder);
}

static void
print_found (const MkFound *found,
             gpointer       user_data G_GNUC_UNUSED)
{
  g_print ("%-10s %s  %s\n", found->type, found->id, found->excerpt != NULL ? found->excerpt : "");
}

/**
 * mk_ctl_search:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Searches as the window does.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_search (MkCtl *ctl,
               int    argc,
               char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 limit = -1;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_ ("At most so many"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "TEXT", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 2 || !g_utf8_validate (argv[1], -1, NULL))
    return mk_ctl_wrong_use (_ ("search needs one text"));
  if (limit < -1)
    return mk_ctl_wrong_use (_ ("--limit is not below 0"));
  database = mk_ctl_open (ctl, &error);
  if (database == NULL)
    return mk_ctl_refuse (error);
  json_builder_begin_array (builder);
  if (!mk_search (database, argv[1], limit, ctl->json ? add_found : print_found, builder, &error))
    return mk_ctl_refuse (error);
  json_builder_end_array (builder);
  if (ctl->json)
    mk_ctl_print_json (builder);
  return MK_CTL_DONE;
}
