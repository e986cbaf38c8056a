/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-format.h"
#include "mk-json.h"
#include "mk-records.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean json;
  guint    count;
} Printing;

/* One element at a time: a list may be long. */
static void
print_json (const MkListed *listed,
            gpointer        user_data)
{
  Printing *printing = user_data;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *data = mk_record_whole (listed->data, listed->own ? listed->private_data : NULL);
  g_autofree char *head = NULL;

  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "id", listed->id);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, listed->revision);
  mk_ctl_add_member (builder, "ophav", listed->writer);
  mk_ctl_add_member (builder, "aendret", listed->changed);
  mk_ctl_add_member (builder, "tilstand", listed->state);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  head = json_to_string (root, FALSE);
  head[strlen (head) - 1] = '\0';
  g_print ("%s%s,\"data\":%s}", printing->count++ > 0 ? ",\n" : "", head, data);
}

static void
print_text (const MkListed *listed,
            gpointer        user_data)
{
  Printing *printing = user_data;

  printing->count++;
  g_print ("%s  %3" G_GINT64_FORMAT "  %-12s  %s\n", listed->id, listed->revision, listed->state,
           listed->changed);
}

/* The types that the contract names grow with versions, so that any name may be asked for. */
static gboolean
is_type_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return FALSE;
  return *name != '\0';
}

/**
 * mk_ctl_list:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Lists records.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_list (MkCtl *ctl,
             int    argc,
             char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autofree char *placement = NULL;
  MkListing listing = { .limit = -1 };
  Printing printing = { FALSE, 0 };
  const GOptionEntry entries[] = {
    { "placement", 0, 0, G_OPTION_ARG_STRING, &placement, N_ ("Only of this placement"), "ID" },
    { "deleted", 0, 0, G_OPTION_ARG_NONE, &listing.deleted, N_ ("The deleted alone"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &listing.limit, N_ ("At most so many"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT64, &listing.offset, N_ ("Leave out so many first"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "TYPE", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 2 || !is_type_name (argv[1]))
    return mk_ctl_wrong_use (_ ("list needs one type"));
  if (placement != NULL && mk_format_judge_uuid (placement) != MK_FORMAT_GOOD)
    return mk_ctl_wrong_use (_ ("--placement is no UUID in lower case"));
  if (listing.limit < -1 || listing.offset < 0)
    return mk_ctl_wrong_use (_ ("--limit and --offset are not below 0"));
  listing.type = argv[1];
  listing.placement = placement;
  printing.json = ctl->json;
  database = mk_ctl_open (ctl, &error);
  if (database == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    g_print ("[");
  if (!mk_record_list (database, &listing, ctl->json ? print_json : print_text, &printing, &error))
    return mk_ctl_refuse (error);
  if (ctl->json)
    g_print ("]\n");
  return MK_CTL_DONE;
}
