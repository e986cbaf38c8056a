/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-ready-reading.h"

#include "mk-filling.h"
#include "mk-preview.h"

/* Plain functions on the database; the window calls them on the store's thread. Every entry that
 * waits is looked at, so the more there are, the longer it takes. */

static void
ready_free (gpointer data)
{
  MkPostReady *ready = data;

  g_free (ready->name);
  g_hash_table_unref (ready->counts);
  g_free (ready);
}

/**
 * mk_ready_reading_free:
 * @self: (nullable): a reading
 */
void
mk_ready_reading_free (MkReadyReading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self);
}

/* What is found of one partner. */
typedef struct
{
  MkReadyReading *reading;
  MkPostReady    *ready;
  GHashTable     *counted; /* ids of entries that go, to whomever */
  GHashTable     *held; /* ids of entries that stay */
} Counting;

static void
count_type (MkPostReady *ready,
            const char  *type)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (ready->counts, type));

  g_hash_table_insert (ready->counts, g_strdup (type), GUINT_TO_POINTER (count + 1));
}

static void
add_held (MkReadyReading  *self,
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
read_ready (MkDatabase     *database,
            MkReadyReading *self,
            GError        **error)
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

/**
 * mk_ready_reading_new:
 * @database: a store
 * @error: return location
 *
 * Reads what is ready, what stays and why.
 *
 * Returns: (transfer full): what was read; %NULL on error
 */
MkReadyReading *
mk_ready_reading_new (MkDatabase *database,
                      GError    **error)
{
  g_autoptr (MkReadyReading) self = g_new0 (MkReadyReading, 1);

  return read_ready (database, self, error) ? g_steal_pointer (&self) : NULL;
}
