/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-log-entry.h"

#include "check-in/mk-check-in-words.h"
#include "exchange/mk-reason-words.h"
#include "placement/mk-log-words.h"
#include "mk-record-reading.h"

/* Plain functions on the database; the window calls them on the store's thread. */

/**
 * mk_log_entry_free:
 * @self: (nullable): an entry
 */
void
mk_log_entry_free (MkLogEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->sentence);
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/**
 * mk_log_entry_equals:
 * @self: an entry
 * @other: an entry
 *
 * Returns: whether a list shows both alike
 */
gboolean
mk_log_entry_equals (const MkLogEntry *self,
                     const MkLogEntry *other)
{
  return self->key == other->key && self->progress == other->progress &&
         self->is_own == other->is_own && self->week_minutes == other->week_minutes &&
         g_str_equal (self->sentence, other->sentence) &&
         g_strcmp0 (self->text, other->text) == 0 && g_strcmp0 (self->reason, other->reason) == 0;
}

static void
describe_check_in (MkLogEntry     *self,
                   const MkListed *listed)
{
  g_autoptr (MkCheckInItem) item = mk_check_in_item_new (listed);

  if (item == NULL)
    return;
  self->sentence = mk_check_in_sentence (item, TRUE);
  self->text = mk_log_words_shorten (mk_check_in_text (item));
  self->progress = mk_check_in_item_get_progress (item);
}

static MkProgress
progress_of (const char *state)
{
  if (g_str_equal (state, "sendt"))
    return MK_PROGRESS_SENT;
  if (g_str_equal (state, "modtaget"))
    return MK_PROGRESS_RECEIVED;
  if (g_str_equal (state, "hentet"))
    return MK_PROGRESS_FETCHED;
  return g_str_equal (state, "gemt") ? MK_PROGRESS_SAVED : MK_PROGRESS_NOT_SENT;
}

static void
describe_other (MkLogEntry     *self,
                const MkListed *listed)
{
  gpointer content = mk_record_content_read (self->type, listed->data, listed->private_data);

  self->progress = progress_of (listed->state);
  if (content == NULL)
    return;
  self->sentence = mk_log_words_sentence (self->type, content, listed->changed);
  self->text = mk_log_words_shorten (mk_log_words_text (self->type, content));
  mk_shape_free (self->type->shape, content);
}

/* One that can't be read is still there, and says what it is. */
static MkLogEntry *
entry_new (const MkListed *listed)
{
  MkLogEntry *self = g_new0 (MkLogEntry, 1);

  self->key = listed->key;
  self->id = g_strdup (listed->id);
  self->type = mk_record_type_find (listed->type);
  self->reason = mk_reason_words (self->type, listed->reason);
  self->is_own = listed->own;
  if (self->type == &mk_check_in_type)
    describe_check_in (self, listed);
  else if (self->type != NULL)
    describe_other (self, listed);
  if (self->sentence == NULL)
    self->sentence = mk_log_words_unknown (self->type);
  return self;
}

static void
add_entry (const MkListed *listed,
           gpointer        user_data)
{
  g_ptr_array_add (user_data, entry_new (listed));
}

static gint32
week_of (const MkLogRow *rows,
         gsize           n_rows,
         gint64          key)
{
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].key == key)
      return rows[i].week;
  return 0;
}

/* Neighbours share their week. */
static gboolean
add_weeks (MkDatabase     *database,
           const char     *placement,
           const MkLogRow *rows,
           gsize           n_rows,
           GPtrArray      *entries,
           GError        **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      MkLogEntry *entry = g_ptr_array_index (entries, i);
      gint32 week = week_of (rows, n_rows, entry->key);
      gint64 *minutes = g_hash_table_lookup (known, GINT_TO_POINTER (week));

      if (minutes == NULL)
        {
          minutes = g_new0 (gint64, 1);
          g_hash_table_insert (known, GINT_TO_POINTER (week), minutes);
          if (!mk_log_week_minutes (database, placement, week, minutes, error))
            return FALSE;
        }
      entry->week_minutes = *minutes;
    }
  return TRUE;
}

/**
 * mk_log_entries_read:
 * @database: a store
 * @placement: UUID of the placement whose log it is
 * @rows: (array length=n_rows): which entries
 * @n_rows: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkLogEntry): those that are still there, in any order;
 *   %NULL on error
 */
GPtrArray *
mk_log_entries_read (MkDatabase     *database,
                     const char     *placement,
                     const MkLogRow *rows,
                     gsize           n_rows,
                     GError        **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_log_entry_free);
  g_autofree gint64 *keys = g_new (gint64, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    keys[i] = rows[i].key;
  if (!mk_record_pick (database, keys, n_rows, add_entry, entries, error) ||
      !add_weeks (database, placement, rows, n_rows, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}
