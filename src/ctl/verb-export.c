/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-export.h"
#include "mk-preview.h"

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
print_exported_text (GPtrArray *exported,
                     gboolean   sealed)
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
  if (!sealed)
    g_print (_ ("The file is not locked. Do not send it by ordinary mail. Use Digital Post or "
                "secure mail.\n"));
}

static GPtrArray *export (MkDatabase *database, const char *folder, gint64 from, gboolean sealed,
                          GError **error)
{
  g_autoptr (MkExport) self = mk_export_new (database, folder, NULL, from, error);

  if (self == NULL || (sealed && !mk_export_enclose (self, error)))
    return NULL;
  return mk_export_finish (self, error);
}

/**
 * mk_ctl_export:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Packs what is not packed, and writes the packages as files. With `--sealed` every recipient to whom
 * something goes must have a certificate that is trusted here; otherwise nothing is packed.
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
  gboolean sealed = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_INT64, &from, N_ ("Every package from this number on"), "N" },
    { "sealed", 0, 0, G_OPTION_ARG_NONE, &sealed,
      N_ ("Seal the files; each recipient needs a trusted certificate"), NULL },
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
    exported = export (database, argv[1], MAX (from, 0), sealed, &error);
  if (exported == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    print_exported_json (exported);
  else
    print_exported_text (exported, sealed);
  return MK_CTL_DONE;
}

/* The packages are printed one by one, so that any number of entries can be shown. */

typedef struct
{
  gboolean json;
  guint    n_packages;
} Showing;

static char *
write_value (JsonNode *owned,
             gboolean  pretty)
{
  g_autoptr (JsonNode) node = owned;

  return json_to_string (node, pretty);
}

static void
show_package (const MkPreviewed *package,
              gpointer           user_data)
{
  Showing *showing = user_data;
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *entries = json_node_init_array (json_node_alloc (), package->entries);
  g_autofree char *text = NULL;

  if (showing->json)
    {
      json_object_set_string_member (object, "modtager", package->recipient);
      json_object_set_member (object, "poster", entries);
      text = write_value (json_node_init_object (json_node_alloc (), object), FALSE);
      g_print ("%s%s", showing->n_packages > 0 ? ",\n" : "{\"pakker\":[", text);
    }
  else
    {
      text = write_value (entries, TRUE);
      g_print (_ ("To %s:\n%s\n"), package->name, text);
    }
  showing->n_packages++;
}

static void
show_held_json (const Showing *showing,
                GPtrArray     *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

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
  text = write_value (json_builder_get_root (builder), FALSE);
  g_print ("%s],\n\"tilbageholdt\":%s}\n", showing->n_packages > 0 ? "" : "{\"pakker\":[", text);
}

static void
show_held_text (const Showing *showing,
                GPtrArray     *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const MkHeld *held = g_ptr_array_index (all, i);

      g_print (_ ("Held back: %s %s: %s\n"), held->type, held->id, held->reason);
    }
  if (showing->n_packages == 0 && all->len == 0)
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
  g_autoptr (GPtrArray) held = NULL;
  Showing showing = { FALSE, 0 };

  if (!mk_ctl_parse (ctl, NULL, NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1)
    return mk_ctl_wrong_use (_ ("%s takes no arguments"), "preview");
  showing.json = ctl->json;
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    held = mk_preview_each (database, show_package, &showing, &error);
  if (held == NULL)
    return mk_ctl_refuse (error);
  if (ctl->json)
    show_held_json (&showing, held);
  else
    show_held_text (&showing, held);
  return MK_CTL_DONE;
}
