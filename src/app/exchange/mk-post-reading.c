/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-post-reading.h"

#include "mk-post.h"
#include "mk-status.h"
#include "mk-take.h"

/* Plain functions on the database; the window calls them on the store's thread. */

/* What is older is received, or there is more to worry about than this list. */
#define MOST_SENT 100
#define MOST_RECEIVED 20

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
  g_clear_pointer (&self->sent, g_ptr_array_unref);
  g_clear_pointer (&self->received, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->unable, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_partners (MkDatabase    *database,
               MkPostReading *self,
               GError       **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  self->has_partners = partners != NULL && partners->len > 0;
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
 * Reads what went, what came, and what is missing.
 *
 * Returns: (transfer full): what was read; %NULL on error
 */
MkPostReading *
mk_post_reading_new (MkDatabase *database,
                     GError    **error)
{
  g_autoptr (MkPostReading) self = g_new0 (MkPostReading, 1);

  if (!read_partners (database, self, error) || !read_post (database, self, error) ||
      !read_missing (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
