/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-export.h"

#include "mk-folder.h"
#include "mk-installation.h"
#include "mk-packages-out.h"
#include "mk-partners.h"
#include "mk-seal.h"

static void
exported_free (gpointer data)
{
  MkExported *exported = data;

  g_free (exported->file);
  g_free (exported->package_id);
  g_free (exported->recipient);
  g_free (exported);
}

/* A file to be written: the package, and where it goes. */
typedef struct
{
  MkSealed *sealed;
  char     *name;
  char     *recipient;
} Outgoing;

static void
outgoing_free (gpointer data)
{
  Outgoing *outgoing = data;

  mk_sealed_free (outgoing->sealed);
  g_free (outgoing->name);
  g_free (outgoing->recipient);
  g_free (outgoing);
}

/* The contract's name of a file, section 8. */
static char *
file_name (const char *sender,
           const char *epoch,
           gint64      number)
{
  return g_strdup_printf ("makker-%.8s-%.8s-%06" G_GINT64_FORMAT ".json", sender, epoch, number);
}

static gboolean
collect (MkDatabase           *database,
         const MkInstallation *self,
         const MkPartner      *partner,
         gint64                from,
         GPtrArray            *files,
         GError              **error)
{
  g_auto (MkEpoch) epoch = { 0 };
  g_autoptr (GPtrArray) sealed = NULL;

  if (!mk_epoch_present (database, partner->key, MK_DIRECTION_OUT, &epoch, error))
    return FALSE;
  sealed = mk_package_out_to_send (database, epoch.key, from, error);
  for (guint i = 0; sealed != NULL && i < sealed->len; i++)
    {
      Outgoing *outgoing = g_new0 (Outgoing, 1);

      outgoing->sealed = g_ptr_array_index (sealed, i);
      outgoing->name = file_name (self->id, epoch.id, outgoing->sealed->number);
      outgoing->recipient = g_strdup (partner->id);
      g_ptr_array_add (files, outgoing);
    }
  if (sealed == NULL)
    return FALSE;
  g_ptr_array_set_free_func (sealed, NULL);
  return TRUE;
}

static GPtrArray *
seal_and_collect (MkDatabase *database,
                  gint64      from,
                  GError    **error)
{
  g_autoptr (MkInstallation) self = mk_installation_get (database, error);
  g_autoptr (GPtrArray) partners = self != NULL ? mk_partner_list (database, error) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (outgoing_free);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);

      if (!mk_seal (database, partner, error) ||
          !collect (database, self, partner, from, files, error))
        return NULL;
    }
  return partners != NULL ? g_steal_pointer (&files) : NULL;
}

static gboolean
may_write_all (const char      *folder,
               const GPtrArray *files,
               GError         **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const Outgoing *outgoing = g_ptr_array_index (files, i);

      if (!mk_folder_may_write (folder, outgoing->name, outgoing->sealed->bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_one (const char     *folder,
           const Outgoing *outgoing,
           GPtrArray      *exported,
           GError        **error)
{
  MkExported *done;

  if (!mk_folder_write (folder, outgoing->name, outgoing->sealed->bytes, error))
    return FALSE;
  done = g_new0 (MkExported, 1);
  done->file = g_build_filename (folder, outgoing->name, NULL);
  done->package_id = g_strdup (outgoing->sealed->id);
  done->recipient = g_strdup (outgoing->recipient);
  done->number = outgoing->sealed->number;
  done->entries = outgoing->sealed->entries;
  g_ptr_array_add (exported, done);
  return TRUE;
}

/**
 * mk_export:
 * @database: a store
 * @folder: path; made if only its last part is missing
 * @from: every package of the present epochs from this number on; 0 for those not yet received
 * @error: return location
 *
 * Packs what is not packed, and writes the packages as files, each whole or not at all. Sealed
 * packages are kept, so that after an error the same bytes are written the next time.
 *
 * Returns: (transfer full) (element-type MkExported): the files; empty when there is nothing to
 *   write or nobody to write to; %NULL on error
 */
GPtrArray *
mk_export (MkDatabase *database,
           const char *folder,
           gint64      from,
           GError    **error)
{
  g_autoptr (GPtrArray) exported = g_ptr_array_new_with_free_func (exported_free);
  g_autoptr (GPtrArray) files = seal_and_collect (database, from, error);

  if (files == NULL)
    return NULL;
  if (files->len == 0)
    return g_steal_pointer (&exported);
  if (!mk_folder_prepare (folder, error) || !may_write_all (folder, files, error))
    return NULL;
  for (guint i = 0; i < files->len; i++)
    if (!write_one (folder, g_ptr_array_index (files, i), exported, error))
      return NULL;
  return g_steal_pointer (&exported);
}
