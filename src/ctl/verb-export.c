/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-export.h"
#include "mk-preview.h"
#include "mk-seal.h"

#include <glib/gi18n.h>

static void
print_exported_json (GPtrArray *exported)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < exported->len; i++)
    {
      const MkExported *file = g_ptr_array_index (exported, i);

      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "fil", file->file);
      mk_ctl_add_member (builder, "pakkeId", file->package_id);
      mk_ctl_add_member (builder, "modtager", file->recipient);
      json_builder_set_member_name (builder, "loebenummer");
      json_builder_add_int_value (builder, file->number);
      json_builder_set_member_name (builder, "antal");
      json_builder_add_int_value (builder, file->entries);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mk_ctl_print_json (builder);
}

static void
print_exported_text (GPtrArray *exported)
{
  if (exported->len == 0)
    {
      g_print (_ ("There is nothing to send.\n"));
      return;
    }
  for (guint i = 0; i < exported->len; i++)
    {
      const MkExported *file = g_ptr_array_index (exported, i);

      g_print ("%6" G_GINT64_FORMAT "  %5" G_GINT64_FORMAT "  %s\n", file->number, file->entries,
               file->file);
    }
  g_print (_ ("The file is not locked. Do not send it by ordinary mail. Use Digital Post or secure "
              "mail.\n"));
}

/**
 * mk_ctl_export:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Packs what is not packed, and writes the packages as files.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_export (MkCtl *ctl,
               int    argc,
               char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (GPtrArray) exported = NULL;
  gint64 from = G_MININT64;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_INT64, &from, N_ ("Every package from this number on"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "DIR", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 2 || *argv[1] == '\0')
    return mk_ctl_wrong_use (_ ("export needs one folder"));
  if (from < 1 && from != G_MININT64)
    return mk_ctl_wrong_use (_ ("--from is a number from 1"));
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    exported = mk_export (database, argv[1], MAX (from, 0), &error);
  if (exported == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    print_exported_json (exported);
  else
    print_exported_text (exported);
  return MK_CTL_DONE;
}

static void
add_packages (JsonBuilder *builder,
              GPtrArray   *packages)
{
  json_builder_set_member_name (builder, "pakker");
  json_builder_begin_array (builder);
  for (guint i = 0; i < packages->len; i++)
    {
      const MkPreviewed *package = g_ptr_array_index (packages, i);
      JsonNode *entries = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (entries, package->entries);
      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "modtager", package->recipient);
      json_builder_set_member_name (builder, "poster");
      json_builder_add_value (builder, entries);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_held (JsonBuilder *builder,
          GPtrArray   *all)
{
  json_builder_set_member_name (builder, "tilbageholdt");
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const MkHeld *held = g_ptr_array_index (all, i);

      json_builder_begin_object (builder);
      mk_ctl_add_member (builder, "type", held->type);
      mk_ctl_add_member (builder, "id", held->id);
      mk_ctl_add_member (builder, "grund", held->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_preview_text (const MkPreview *preview)
{
  for (guint i = 0; i < preview->packages->len; i++)
    {
      const MkPreviewed *package = g_ptr_array_index (preview->packages, i);
      g_autoptr (JsonNode) entries = json_node_new (JSON_NODE_ARRAY);
      g_autofree char *text = NULL;

      json_node_set_array (entries, package->entries);
      text = json_to_string (entries, TRUE);
      g_print (_ ("To %s:\n%s\n"), package->name, text);
    }
  for (guint i = 0; i < preview->held->len; i++)
    {
      const MkHeld *held = g_ptr_array_index (preview->held, i);

      g_print (_ ("Held back: %s %s: %s\n"), held->type, held->id, held->reason);
    }
  if (preview->packages->len == 0 && preview->held->len == 0)
    g_print (_ ("There is nothing to send.\n"));
}

/**
 * mk_ctl_preview:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Shows what the next packages hold.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_preview (MkCtl *ctl,
                int    argc,
                char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkPreview) preview = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!mk_ctl_parse (ctl, NULL, NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1)
    return mk_ctl_wrong_use (_ ("%s takes no arguments"), "preview");
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    preview = mk_preview_find (database, &error);
  if (preview == NULL)
    return mk_ctl_refuse (error);
  if (!ctl->json)
    {
      print_preview_text (preview);
      return MK_CTL_DONE;
    }
  json_builder_begin_object (builder);
  add_packages (builder, preview->packages);
  add_held (builder, preview->held);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
  return MK_CTL_DONE;
}
