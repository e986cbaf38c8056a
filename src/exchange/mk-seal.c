/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-seal.h"

#include "mk-clock.h"
#include "mk-hold.h"
#include "mk-installation.h"
#include "mk-package-writer.h"
#include "mk-random.h"

#include <string.h>

/* Sealing: what is not packed becomes packages, each once, with its number in the chain. */

/* Room in a header for the number, the count and the hash of the package before, which are not
 * known until it is written. */
#define ROOM_FOR_NUMBERS 128

/**
 * mk_held_free:
 * @data: an MkHeld
 */
void
mk_held_free (gpointer data)
{
  MkHeld *held = data;

  g_free (held->type);
  g_free (held->id);
  g_free (held->reason);
  g_free (held);
}

/**
 * mk_ready_free:
 * @self: (nullable): what is ready
 */
void
mk_ready_free (MkReady *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->receipts, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self);
}

/* A package being filled, with @room for its entries. */
typedef struct
{
  MkDatabase      *database;
  const MkPartner *partner;
  MkInstallation  *self;
  MkEpoch          epoch;
  GPtrArray       *replaced;
  gsize            room;
  GString         *entries;
  GPtrArray       *packed;
} Filling;

static void
filling_clear (Filling *filling)
{
  mk_installation_free (filling->self);
  mk_epoch_clear (&filling->epoch);
  g_clear_pointer (&filling->replaced, g_ptr_array_unref);
  if (filling->entries != NULL)
    g_string_free (filling->entries, TRUE);
  g_clear_pointer (&filling->packed, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

static GBytes *
write_package (const Filling *filling,
               MkSealed      *sealed,
               const char    *previous,
               const char    *now)
{
  const MkInstallation *self = filling->self;
  const MkPartner *partner = filling->partner;
  MkPart sender = { self->id, (char *) mk_role_name (self->role),
                    (char *) mk_installation_title (self), self->cvr_number, self->p_number };
  MkPart recipient = { partner->known ? partner->id : NULL, (char *) mk_role_name (partner->role),
                       partner->name, partner->cvr_number, partner->p_number };
  MkPackageHeader header = {
    .format = (char *) MK_PACKAGE_FORMAT,
    .version = MK_PACKAGE_VERSION,
    .package_id = sealed->id,
    .sender = &sender,
    .recipient = &recipient,
    .epoch = filling->epoch.id,
    .supersedes = sealed->number == 1 && filling->replaced->len > 0 ? filling->replaced : NULL,
    .number = sealed->number,
    .previous_sha256 = (char *) previous,
    .created = (char *) now,
    .count = sealed->entries,
  };

  return mk_package_write (&header, filling->entries);
}

/* How much of a package is left for entries when its header is as long as it can be. */
static gsize
room_for_entries (const Filling *filling)
{
  g_autofree char *now = mk_clock_text ();
  g_autofree char *id = mk_random_uuid ();
  MkSealed first = { .number = 1, .id = id };
  g_autoptr (GBytes) bytes = write_package (filling, &first, NULL, now);

  return MK_PACKAGE_MOST_BYTES -
         MIN (MK_PACKAGE_MOST_BYTES, g_bytes_get_size (bytes) + ROOM_FOR_NUMBERS);
}

static gboolean
filling_init (Filling         *filling,
              MkDatabase      *database,
              const MkPartner *partner,
              GError         **error)
{
  *filling = (Filling) { .database = database,
                         .partner = partner,
                         .entries = g_string_new (NULL),
                         .packed = g_ptr_array_new () };
  filling->self = mk_installation_get (database, error);
  if (filling->self == NULL ||
      !mk_epoch_present (database, partner->key, MK_DIRECTION_OUT, &filling->epoch, error))
    return FALSE;
  filling->replaced = mk_epoch_replaced (database, partner->key, MK_DIRECTION_OUT, error);
  if (filling->replaced == NULL)
    return FALSE;
  filling->room = room_for_entries (filling);
  return TRUE;
}

/* The workplace's own words are looked through; what those above wrote is not for us to judge. */
static const char *
reason_to_hold (const Filling   *filling,
                const MkPending *pending,
                const char      *now)
{
  gboolean from_above = filling->partner->role == MK_ROLE_BUDDY && pending->origin != NULL;
  const char *reason =
      from_above ? NULL : mk_hold_reason (pending->data, pending->private_data, now);
  g_autofree char *entry = NULL;

  if (reason != NULL || pending->data == NULL || strlen (pending->data) < MK_PACKAGE_MOST_BYTES / 2)
    return reason;
  entry = mk_package_write_entry (pending);
  return strlen (entry) > filling->room
             ? "Den er for stor til en pakke. Den sendes, når der er kommet en mindre udgave."
             : NULL;
}

static MkHeld *
held_new (const MkPending *pending,
          const char      *reason)
{
  MkHeld *held = g_new0 (MkHeld, 1);

  held->type = g_strdup (pending->type);
  held->id = g_strdup (pending->id);
  held->reason = g_strdup (reason);
  return held;
}

/* Moves what must stay from the pending ones to the held ones. */
static void
hold_back (const Filling *filling,
           MkReady       *ready)
{
  g_autofree char *now = mk_clock_text ();
  guint kept = 0;

  for (guint i = 0; i < ready->pending->len; i++)
    {
      MkPending *pending = g_ptr_array_index (ready->pending, i);
      const char *reason = reason_to_hold (filling, pending, now);

      if (reason == NULL)
        {
          ready->pending->pdata[i] = ready->pending->pdata[kept];
          ready->pending->pdata[kept++] = pending;
        }
      else
        g_ptr_array_add (ready->held, held_new (pending, reason));
    }
  g_ptr_array_set_size (ready->pending, (gint) kept);
}

/**
 * mk_ready_find:
 * @database: a store
 * @partner: to whom
 * @error: return location
 *
 * The one place that says what goes out; the preview shows it and the sealing packs it.
 *
 * Returns: (transfer full): what the next packages hold; %NULL on error
 */
MkReady *
mk_ready_find (MkDatabase      *database,
               const MkPartner *partner,
               GError         **error)
{
  g_autoptr (MkReady) ready = g_new0 (MkReady, 1);
  g_auto (Filling) filling = { 0 };

  if (!filling_init (&filling, database, partner, error))
    return NULL;
  ready->held = g_ptr_array_new_with_free_func (mk_held_free);
  ready->receipts = mk_outbox_receipts (database, partner->id, error);
  if (ready->receipts == NULL)
    return NULL;
  ready->pending = mk_outbox_list (database, partner, error);
  if (ready->pending == NULL)
    return NULL;
  hold_back (&filling, ready);
  return g_steal_pointer (&ready);
}

static gboolean
mark_packed (Filling *filling,
             gint64   package,
             GError **error)
{
  for (guint i = 0; i < filling->packed->len; i++)
    {
      const MkPending *pending = g_ptr_array_index (filling->packed, i);

      if (!mk_package_out_carry (filling->database, package, pending->record, pending->revision,
                                 error))
        return FALSE;
    }
  return TRUE;
}

/* Gives the package its number and keeps its bytes; the caller's transaction marks the rest. */
static gboolean
close_package (Filling *filling,
               GError **error)
{
  g_autoptr (MkSealed) sealed = g_new0 (MkSealed, 1);
  g_autofree char *previous = NULL;
  g_autofree char *now = mk_clock_text ();
  gint64 newest, package;

  if (filling->packed->len == 0)
    return TRUE;
  if (!mk_package_out_newest (filling->database, filling->epoch.key, &newest, &previous, error))
    return FALSE;
  sealed->number = newest + 1;
  sealed->id = mk_random_uuid ();
  sealed->entries = filling->packed->len;
  sealed->bytes = write_package (filling, sealed, previous, now);
  sealed->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sealed->bytes);
  package = mk_package_out_add (filling->database, filling->epoch.key, sealed, now, error);
  if (package == 0 || !mark_packed (filling, package, error))
    return FALSE;
  g_string_truncate (filling->entries, 0);
  g_ptr_array_set_size (filling->packed, 0);
  return TRUE;
}

static gboolean
fill (Filling         *filling,
      const GPtrArray *list,
      GError         **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      MkPending *pending = g_ptr_array_index (list, i);
      g_autofree char *entry = mk_package_write_entry (pending);
      gsize size = filling->entries->len + strlen (entry) + 1;

      if ((filling->packed->len >= MK_PACKAGE_MOST_ENTRIES || size > filling->room) &&
          !close_package (filling, error))
        return FALSE;
      if (filling->entries->len > 0)
        g_string_append_c (filling->entries, ',');
      g_string_append (filling->entries, entry);
      g_ptr_array_add (filling->packed, pending);
    }
  return TRUE;
}

static gboolean
seal (MkDatabase      *database,
      const MkPartner *partner,
      GError         **error)
{
  g_autoptr (MkReady) ready = mk_ready_find (database, partner, error);
  g_auto (Filling) filling = { 0 };

  return ready != NULL && filling_init (&filling, database, partner, error) &&
         fill (&filling, ready->receipts, error) && fill (&filling, ready->pending, error) &&
         close_package (&filling, error);
}

/**
 * mk_seal:
 * @database: a store
 * @partner: to whom
 * @error: return location
 *
 * Seals everything that is ready for @partner: each package gets its number and its exact bytes
 * are kept in the transaction that marks its entries as packed. Nothing ready seals nothing.
 *
 * Returns: whether it is done; on error nothing was sealed
 */
gboolean
mk_seal (MkDatabase      *database,
         const MkPartner *partner,
         GError         **error)
{
  return mk_database_begin (database, error) &&
         mk_database_end (database, seal (database, partner, error), error);
}
