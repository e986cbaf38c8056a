/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-post-reading.h"

#include "mk-filling.h"
#include "mk-post.h"
#include "mk-preview.h"
#include "mk-status.h"
#include "mk-take.h"

/* Plain functions on the database; the window calls them on the store's thread. */

/* What is older is received, or there is more to worry about than this list. */
#define MOST_SENT 100
#define MOST_RECEIVED 20

static void
ready_free (gpointer data)
{
  MkPostReady *ready = data;

  g_free (ready->name);
  g_hash_table_unref (ready->counts);
  g_free (ready);
}

static void
missing_free (gpointer data)
{
  MkPostMissing *missing = data;

  g_free (missing->name);
  g_array_unref (missing->numbers);
  g_free (missing);
}

/**
 * mk_post_reading_free:
 * @self: (nullable): a reading
 */
void
mk_post_reading_free (MkPostReading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->sent, g_ptr_array_unref);
  g_clear_pointer (&self->received, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->unable, g_ptr_array_unref);
  g_free (self);
}

/* What is found of one partner. */
typedef struct
{
  MkPostReading *reading;
  MkPostReady   *ready;
  GHashTable    *counted; /* ids of entries that go, to whomever */
  GHashTable    *held; /* ids of entries that stay */
} Counting;

static void
count_type (MkPostReady *ready,
            const char  *type)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (ready->counts, type));

  g_hash_table_insert (ready->counts, g_strdup (type), GUINT_TO_POINTER (count + 1));
}

static void
add_held (MkPostReading   *self,
          const MkPending *pending,
          const char      *reason)
{
  MkHeld *held = g_new0 (MkHeld, 1);

  held->type = g_strdup (pending->type);
  held->id = g_strdup (pending->id);
  held->reason = g_strdup (reason);
  g_ptr_array_add (self->held, held);
}

static void
count (const MkPending *pending,
       const char      *reason,
       gpointer         user_data)
{
  Counting *counting = user_data;

  if (pending->is_receipt)
    counting->ready->n_receipts++;
  else if (reason == NULL)
    {
      count_type (counting->ready, pending->type);
      counting->reading->n_ready += g_hash_table_add (counting->counted, g_strdup (pending->id));
    }
  else if (g_hash_table_add (counting->held, g_strdup (pending->id)))
    add_held (counting->reading, pending, reason);
}

static MkPostReady *
ready_new (const MkPartner *partner)
{
  MkPostReady *ready = g_new0 (MkPostReady, 1);

  ready->name = g_strdup (partner->name);
  ready->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return ready;
}

static gboolean
read_ready (MkDatabase    *database,
            MkPostReading *self,
            GError       **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->ready = g_ptr_array_new_with_free_func (ready_free);
  self->held = g_ptr_array_new_with_free_func (mk_held_free);
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      Counting counting = { self, ready_new (g_ptr_array_index (partners, i)), counted, held };

      g_ptr_array_add (self->ready, counting.ready);
      if (!mk_ready_each (database, g_ptr_array_index (partners, i), count, &counting, error))
        return FALSE;
    }
  return partners != NULL;
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* One that waits for a person's yes has come, though the contract counts its number as missing. */
static gboolean
is_here (const MkPostReading   *self,
         const MkPartnerStatus *partner,
         gint64                 number)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const MkPosted *posted = g_ptr_array_index (self->waiting, i);

      if (posted->asks && posted->number == number &&
          g_strcmp0 (posted->partner_id, partner->partner->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_missing (MkPostReading         *self,
             const MkPartnerStatus *partner)
{
  MkPostMissing *missing = g_new0 (MkPostMissing, 1);

  missing->name = g_strdup (partner->partner->name);
  missing->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < partner->missing->len; i++)
    {
      gint64 number = g_array_index (partner->missing, gint64, i);

      if (!is_here (self, partner, number))
        g_array_append_val (missing->numbers, number);
    }
  g_array_sort (missing->numbers, compare_numbers);
  if (missing->numbers->len > 0)
    g_ptr_array_add (self->missing, missing);
  else
    missing_free (missing);
}

/* Only where something waits for its turn can something be missing. */
static gboolean
read_missing (MkDatabase    *database,
              MkPostReading *self,
              GError       **error)
{
  g_autoptr (MkStatus) status = NULL;

  self->missing = g_ptr_array_new_with_free_func (missing_free);
  if (self->waiting->len == 0)
    return TRUE;
  status = mk_status_find (database, error);
  for (guint i = 0; status != NULL && i < status->partners->len; i++)
    add_missing (self, g_ptr_array_index (status->partners, i));
  return status != NULL;
}

static gboolean
read_post (MkDatabase    *database,
           MkPostReading *self,
           GError       **error)
{
  return (self->sent = mk_post_sent (database, MOST_SENT, error)) != NULL &&
         (self->received = mk_post_received (database, MOST_RECEIVED, error)) != NULL &&
         (self->waiting = mk_post_waiting (database, error)) != NULL &&
         (self->refused = mk_post_refused (database, MOST_RECEIVED, error)) != NULL &&
         (self->unable = mk_refused_entries (database, MOST_RECEIVED, error)) != NULL &&
         mk_post_count (database, &self->n_sent, &self->n_done, error) &&
         (self->waiting->len == 0 || mk_take_has_released (database, &self->has_released, error));
}

/**
 * mk_post_reading_new:
 * @database: a store
 * @error: return location
 *
 * Reads what is ready, what stays and why, what went, what came, and what is missing.
 *
 * Returns: (transfer full): what was read; %NULL on error
 */
MkPostReading *
mk_post_reading_new (MkDatabase *database,
                     GError    **error)
{
  g_autoptr (MkPostReading) self = g_new0 (MkPostReading, 1);

  if (!read_ready (database, self, error) || !read_post (database, self, error) ||
      !read_missing (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
