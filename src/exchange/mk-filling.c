/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-filling.h"

#include "mk-clock.h"
#include "mk-hold.h"
#include "mk-package-writer.h"
#include "mk-random.h"

#include <string.h>

/* Room in a header for the number, the count and the hash of the package before, which are not
 * known until it is written. */
#define ROOM_FOR_NUMBERS 128

/**
 * mk_filling_free:
 * @self: (nullable): a filling
 */
void
mk_filling_free (MkFilling *self)
{
  if (self == NULL)
    return;
  mk_installation_free (self->self);
  mk_epoch_clear (&self->epoch);
  g_clear_pointer (&self->replaced, g_ptr_array_unref);
  g_clear_pointer (&self->outbox, mk_outbox_free);
  g_string_free (self->entries, TRUE);
  g_array_unref (self->carried);
  g_free (self);
}

/**
 * mk_filling_write:
 * @self: a filling
 * @sealed: number, id and count of the package that was filled last
 * @previous: (nullable): hash of the package before it
 * @now: date-time of its making
 *
 * Returns: (transfer full): the package's bytes
 */
GBytes *
mk_filling_write (const MkFilling *self,
                  const MkSealed  *sealed,
                  const char      *previous,
                  const char      *now)
{
  const MkPartner *partner = self->partner;
  MkPart sender = { self->self->id, (char *) mk_role_name (self->self->role),
                    (char *) mk_installation_title (self->self), self->self->cvr_number,
                    self->self->p_number };
  MkPart recipient = { partner->known ? partner->id : NULL, (char *) mk_role_name (partner->role),
                       partner->name, partner->cvr_number, partner->p_number };
  MkPackageHeader header = {
    .format = (char *) MK_PACKAGE_FORMAT,
    .version = MK_PACKAGE_VERSION,
    .package_id = sealed->id,
    .sender = &sender,
    .recipient = &recipient,
    .epoch = self->epoch.id,
    .supersedes = sealed->number == 1 && self->replaced->len > 0 ? self->replaced : NULL,
    .number = sealed->number,
    .previous_sha256 = (char *) previous,
    .created = (char *) now,
    .count = sealed->entries,
  };

  return mk_package_write (&header, self->entries);
}

/* How much of a package is left for entries when its header is as long as it can be. */
static gsize
room_for_entries (const MkFilling *self)
{
  g_autofree char *now = mk_clock_text ();
  g_autofree char *id = mk_random_uuid ();
  MkSealed first = { .number = 1, .id = id };
  g_autoptr (GBytes) bytes = mk_filling_write (self, &first, NULL, now);

  return MK_PACKAGE_MOST_BYTES -
         MIN (MK_PACKAGE_MOST_BYTES, g_bytes_get_size (bytes) + ROOM_FOR_NUMBERS);
}

/**
 * mk_filling_new:
 * @database: a store
 * @partner: to whom; must outlive the filling
 * @held_func: (scope forever) (nullable): told of each entry that stays
 * @held_data: for @held_func
 * @error: return location
 *
 * Returns: (transfer full): a filling before its first package; %NULL on error
 */
MkFilling *
mk_filling_new (MkDatabase      *database,
                const MkPartner *partner,
                MkHeldFunc       held_func,
                gpointer         held_data,
                GError         **error)
{
  g_autoptr (MkFilling) self = g_new0 (MkFilling, 1);

  self->entries = g_string_new (NULL);
  self->carried = g_array_new (FALSE, FALSE, sizeof (MkCarried));
  self->partner = partner;
  self->held_func = held_func;
  self->held_data = held_data;
  self->self = mk_installation_get (database, error);
  if (self->self == NULL ||
      !mk_epoch_present (database, partner->key, MK_DIRECTION_OUT, &self->epoch, error))
    return NULL;
  self->replaced = mk_epoch_replaced (database, partner->key, MK_DIRECTION_OUT, error);
  if (self->replaced == NULL)
    return NULL;
  self->outbox = mk_outbox_new (database, partner);
  self->room = room_for_entries (self);
  return g_steal_pointer (&self);
}

static const char *
reason_for_size (const MkFilling *self,
                 const MkPending *pending)
{
  g_autoptr (GString) entry = NULL;

  if (pending->data == NULL || strlen (pending->data) < MK_PACKAGE_MOST_BYTES / 2)
    return NULL;
  entry = g_string_new (NULL);
  mk_package_append_entry (entry, pending);
  return entry->len > self->room
             ? "Den er for stor til en pakke. Den sendes, når der er kommet en mindre udgave."
             : NULL;
}

/* The workplace's own words are looked through; what those above wrote is not for us to judge, and
 * a receipt holds no words of a person. */
static const char *
reason_to_hold (const MkFilling *self,
                const MkPending *pending,
                const char      *now)
{
  gboolean from_above = self->partner->role == MK_ROLE_BUDDY && pending->origin != NULL;
  const char *reason = NULL;

  if (pending->is_receipt)
    return NULL;
  if (!from_above)
    reason = mk_hold_reason (pending->data, pending->private_data, now);
  return reason != NULL ? reason : reason_for_size (self, pending);
}

/* Whether the entry still fits into the package; if not, the package is as it was. */
static gboolean
append (MkFilling       *self,
        const MkPending *pending)
{
  gsize before = self->entries->len;
  MkCarried carried = { pending->record, pending->revision };

  if (self->carried->len >= MK_PACKAGE_MOST_ENTRIES)
    return FALSE;
  if (before > 0)
    g_string_append_c (self->entries, ',');
  mk_package_append_entry (self->entries, pending);
  if (self->entries->len > self->room && before > 0)
    {
      g_string_truncate (self->entries, before);
      return FALSE;
    }
  g_array_append_val (self->carried, carried);
  self->n_receipts += pending->is_receipt;
  return TRUE;
}

/**
 * mk_filling_next:
 * @self: a filling
 * @error: return location
 *
 * Fills the next package, up to the most that the contract allows in one.
 *
 * Returns: whether there is one; %FALSE with @error set on failure
 */
gboolean
mk_filling_next (MkFilling *self,
                 GError   **error)
{
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GError) local = NULL;
  const MkPending *pending;

  g_string_truncate (self->entries, 0);
  g_array_set_size (self->carried, 0);
  self->n_receipts = 0;
  while ((pending = mk_outbox_next (self->outbox, &local)) != NULL)
    {
      const char *reason = reason_to_hold (self, pending, now);

      if (reason != NULL && self->held_func != NULL)
        self->held_func (pending, reason, self->held_data);
      if (reason == NULL && !append (self, pending))
        {
          mk_outbox_return (self->outbox);
          return TRUE;
        }
    }
  if (local == NULL)
    return self->carried->len > 0;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_ready_each:
 * @database: a store
 * @partner: to whom
 * @func: (scope call): called for each entry, receipts first
 * @user_data: for @func
 * @error: return location
 *
 * Goes through what the next packages would hold and what would stay, without writing them.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_ready_each (MkDatabase      *database,
               const MkPartner *partner,
               MkReadyFunc      func,
               gpointer         user_data,
               GError         **error)
{
  g_autoptr (MkFilling) filling = mk_filling_new (database, partner, NULL, NULL, error);
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GError) local = NULL;
  const MkPending *pending;

  if (filling == NULL)
    return FALSE;
  while ((pending = mk_outbox_next (filling->outbox, &local)) != NULL)
    func (pending, reason_to_hold (filling, pending, now), user_data);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
