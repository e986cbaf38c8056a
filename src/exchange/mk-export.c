/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-export.h"

#include "mk-digest.h"
#include "mk-enclose.h"
#include "mk-folder.h"
#include "mk-installation.h"
#include "mk-packages-out.h"
#include "mk-partners.h"
#include "mk-seal.h"

/* A package that is to be a file, whose hash is @sha256: all but its bytes, which are read when it is
 * written. */
typedef struct
{
  MkSealed *sealed;
  gint64    epoch;
  char     *sha256;
  char     *name;
  char     *recipient;
} Outgoing;

typedef enum
{
  PHASE_SEAL,
  PHASE_COLLECT,
  PHASE_CHECK,
  PHASE_WRITE,
  PHASE_DONE
} Phase;

struct _MkExport
{
  MkDatabase     *database;
  MkInstallation *self;
  char           *folder;
  gint64          from;
  GPtrArray      *partners;
  Phase           phase;
  gboolean        encloses;
  guint           next; /* partner that is sealed for, or file that is made or written */
  MkSealing      *sealing;
  GPtrArray      *outgoing;
  GPtrArray      *written;
};

static void
exported_free (gpointer data)
{
  MkExported *exported = data;

  g_free (exported->file);
  g_free (exported->package_id);
  g_free (exported->recipient);
  g_free (exported);
}

static void
outgoing_free (gpointer data)
{
  Outgoing *outgoing = data;

  mk_sealed_free (outgoing->sealed);
  g_free (outgoing->sha256);
  g_free (outgoing->name);
  g_free (outgoing->recipient);
  g_free (outgoing);
}

/* The contract's name of a file, section 8. */
static char *
file_name (const char *sender,
           const char *epoch,
           gint64      number,
           gboolean    encloses)
{
  return g_strdup_printf ("makker-%.8s-%.8s-%06" G_GINT64_FORMAT ".json%s", sender, epoch, number,
                          encloses ? MK_ENCLOSE_SUFFIX : "");
}

/* Sealing */

static gboolean
seal_step (MkExport *self,
           GError  **error)
{
  gboolean sealed;

  if (self->next == self->partners->len)
    {
      self->phase = PHASE_COLLECT;
      return TRUE;
    }
  if (self->sealing == NULL)
    self->sealing = mk_sealing_new (self->database, g_ptr_array_index (self->partners, self->next));
  if (!mk_sealing_next (self->sealing, &sealed, error))
    return FALSE;
  if (!sealed)
    {
      g_clear_pointer (&self->sealing, mk_sealing_free);
      self->next++;
    }
  return TRUE;
}

/* Collecting */

static gboolean
collect (MkExport        *self,
         const MkPartner *partner,
         GError         **error)
{
  g_auto (MkEpoch) epoch = { 0 };
  g_autoptr (GPtrArray) sealed = NULL;

  if (!mk_epoch_present (self->database, partner->key, MK_DIRECTION_OUT, &epoch, error))
    return FALSE;
  sealed = mk_package_out_to_send (self->database, epoch.key, self->from, error);
  for (guint i = 0; sealed != NULL && i < sealed->len; i++)
    {
      Outgoing *outgoing = g_new0 (Outgoing, 1);

      outgoing->sealed = g_steal_pointer (&sealed->pdata[i]);
      outgoing->epoch = epoch.key;
      outgoing->sha256 = self->encloses ? NULL : g_strdup (outgoing->sealed->sha256);
      outgoing->name =
          file_name (self->self->id, epoch.id, outgoing->sealed->number, self->encloses);
      outgoing->recipient = g_strdup (partner->id);
      g_ptr_array_add (self->outgoing, outgoing);
    }
  return sealed != NULL;
}

static gboolean
collect_step (MkExport *self,
              GError  **error)
{
  for (guint i = 0; i < self->partners->len; i++)
    if (!collect (self, g_ptr_array_index (self->partners, i), error))
      return FALSE;
  self->next = 0;
  self->phase = self->outgoing->len > 0 ? PHASE_CHECK : PHASE_DONE;
  return TRUE;
}

/* Checking */

static GBytes *
find_bytes (MkExport       *self,
            const Outgoing *outgoing,
            GError        **error)
{
  return self->encloses ? mk_enclose (self->database, outgoing->recipient, outgoing->sealed->id,
                                      outgoing->epoch, outgoing->sealed->number, error)
                        : mk_package_out_bytes (self->database, outgoing->epoch,
                                                outgoing->sealed->number, error);
}

/* A sealed file is known by its own hash, so it is made before anything is written. */
static gboolean
make_file (MkExport *self,
           Outgoing *outgoing,
           GError  **error)
{
  g_autoptr (GBytes) bytes = find_bytes (self, outgoing, error);

  if (bytes == NULL)
    return FALSE;
  outgoing->sha256 = mk_sha256 (bytes);
  return TRUE;
}

static gboolean
may_write_all (MkExport *self,
               GError  **error)
{
  for (guint i = 0; i < self->outgoing->len; i++)
    {
      const Outgoing *outgoing = g_ptr_array_index (self->outgoing, i);

      if (!mk_folder_may_write (self->folder, outgoing->name, outgoing->sha256, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_step (MkExport *self,
            GError  **error)
{
  if (self->encloses && self->next < self->outgoing->len)
    return make_file (self, g_ptr_array_index (self->outgoing, self->next++), error);
  self->next = 0;
  self->phase = PHASE_WRITE;
  return mk_folder_prepare (self->folder, error) && may_write_all (self, error);
}

/* Writing */

static MkExported *
exported_new (const MkExport *self,
              const Outgoing *outgoing)
{
  MkExported *done = g_new0 (MkExported, 1);

  done->file = g_build_filename (self->folder, outgoing->name, NULL);
  done->package_id = g_strdup (outgoing->sealed->id);
  done->recipient = g_strdup (outgoing->recipient);
  done->number = outgoing->sealed->number;
  done->entries = outgoing->sealed->entries;
  return done;
}

static gboolean
write_step (MkExport *self,
            GError  **error)
{
  const Outgoing *outgoing = g_ptr_array_index (self->outgoing, self->next);
  g_autoptr (GBytes) bytes = find_bytes (self, outgoing, error);

  if (bytes == NULL || !mk_folder_write (self->folder, outgoing->name, bytes, error) ||
      !mk_package_out_written (self->database, outgoing->sealed->id, error))
    return FALSE;
  g_ptr_array_add (self->written, exported_new (self, outgoing));
  if (++self->next == self->outgoing->len)
    self->phase = PHASE_DONE;
  return TRUE;
}

/* All partners, or the one that is written to. */
static GPtrArray *
partners_of (MkDatabase *database,
             const char *recipient,
             GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = partners != NULL && recipient != NULL ? partners->len : 0; i > 0; i--)
    if (!g_str_equal (((const MkPartner *) g_ptr_array_index (partners, i - 1))->id, recipient))
      g_ptr_array_remove_index (partners, i - 1);
  return g_steal_pointer (&partners);
}

/**
 * mk_export_new:
 * @database: a store
 * @folder: path; made if only its last part is missing
 * @recipient: (nullable): UUID of the one partner to write to; %NULL for all
 * @from: every package of the present epochs from this number on; 0 for those not yet received
 * @error: return location
 *
 * Begins to pack what is not packed, and to write the packages as files, each whole or not at all.
 *
 * Returns: (transfer full): an export before its first step; %NULL on error
 */
MkExport *
mk_export_new (MkDatabase *database,
               const char *folder,
               const char *recipient,
               gint64      from,
               GError    **error)
{
  g_autoptr (MkExport) self = g_new0 (MkExport, 1);

  self->database = database;
  self->folder = g_strdup (folder);
  self->from = from;
  self->outgoing = g_ptr_array_new_with_free_func (outgoing_free);
  self->written = g_ptr_array_new_with_free_func (exported_free);
  self->self = mk_installation_get (database, error);
  self->partners = self->self != NULL ? partners_of (database, recipient, error) : NULL;
  return self->partners != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mk_export_enclose:
 * @self: an export before its first step
 * @error: return location
 *
 * Lets it write sealed files instead of plain ones, each for the certificate that is pinned for its
 * recipient. Refused when something goes to a recipient that has none.
 *
 * Returns: %FALSE with %MK_ENVELOPE_ERROR_NO_CERTIFICATE, or on an error of the store
 */
gboolean
mk_export_enclose (MkExport *self,
                   GError  **error)
{
  g_return_val_if_fail (self->phase == PHASE_SEAL && self->next == 0, FALSE);

  self->encloses = TRUE;
  return mk_enclose_is_possible (self->database, self->from, error);
}

/**
 * mk_export_free:
 * @self: (nullable): an export, at any step
 */
void
mk_export_free (MkExport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sealing, mk_sealing_free);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  mk_installation_free (self->self);
  g_ptr_array_unref (self->outgoing);
  g_ptr_array_unref (self->written);
  g_free (self->folder);
  g_free (self);
}

/**
 * mk_export_step:
 * @self: an export that is not done
 * @error: return location
 *
 * Does the next step. Sealed packages are kept, so that after an error, or when the export is given
 * up, the same bytes are written the next time; files that were written stay.
 *
 * Returns: %FALSE on error, when the export can't go on
 */
gboolean
mk_export_step (MkExport *self,
                GError  **error)
{
  switch (self->phase)
    {
    case PHASE_SEAL:
      return seal_step (self, error);
    case PHASE_COLLECT:
      return collect_step (self, error);
    case PHASE_CHECK:
      return check_step (self, error);
    case PHASE_WRITE:
      return write_step (self, error);
    case PHASE_DONE:
    default:
      g_assert_not_reached ();
    }
}

/**
 * mk_export_is_done:
 * @self: an export
 *
 * Returns: whether there is no further step
 */
gboolean
mk_export_is_done (const MkExport *self)
{
  return self->phase == PHASE_DONE;
}

/**
 * mk_export_n_files:
 * @self: an export
 *
 * Returns: how many files there will be; 0 while that is not known yet
 */
guint
mk_export_n_files (const MkExport *self)
{
  return self->outgoing->len;
}

/**
 * mk_export_get_files:
 * @self: an export
 *
 * Returns: (transfer none) (element-type MkExported): the files written so far
 */
const GPtrArray *
mk_export_get_files (const MkExport *self)
{
  return self->written;
}

/**
 * mk_export_finish:
 * @self: an export
 * @error: return location
 *
 * Does all steps that are left.
 *
 * Returns: (transfer full) (element-type MkExported): the files; empty when there is nothing to
 *   write or nobody to write to; %NULL on error
 */
GPtrArray *
mk_export_finish (MkExport *self,
                  GError  **error)
{
  while (!mk_export_is_done (self))
    if (!mk_export_step (self, error))
      return NULL;
  return g_ptr_array_ref (self->written);
}

/**
 * mk_export:
 * @database: a store
 * @folder: path; made if only its last part is missing
 * @recipient: (nullable): UUID of the one partner to write to; %NULL for all
 * @from: every package of the present epochs from this number on; 0 for those not yet received
 * @error: return location
 *
 * All steps of mk_export_new() at once.
 *
 * Returns: (transfer full) (element-type MkExported): the files, as of mk_export_finish(); %NULL on
 *   error
 */
GPtrArray *
mk_export (MkDatabase *database,
           const char *folder,
           const char *recipient,
           gint64      from,
           GError    **error)
{
  g_autoptr (MkExport) self = mk_export_new (database, folder, recipient, from, error);

  return self != NULL ? mk_export_finish (self, error) : NULL;
}
