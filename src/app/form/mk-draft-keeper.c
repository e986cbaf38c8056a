/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-draft-keeper.h"

#include "mk-clock.h"
#include "mk-drafts.h"

/* A draft is written so soon after the first keystroke that is not, in milliseconds. */
#define DELAY_MS 300

/**
 * MkDraftKeeper:
 *
 * Keeps what was written and not saved, in the store: a moment after it was typed it is durable,
 * and it is there again when the window is. Main thread; the store's thread writes.
 */
struct _MkDraftKeeper
{
  GObject parent_instance;

  MkStore    *store;
  GHashTable *drafts; /* key to MkKeptDraft */
  GHashTable *unwritten; /* set of keys */
  guint       timeout;
};

G_DEFINE_FINAL_TYPE (MkDraftKeeper, mk_draft_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_WRITTEN,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
kept_draft_free (gpointer data)
{
  MkKeptDraft *kept = data;

  g_free (kept->text);
  g_free (kept->saved);
  g_free (kept);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_draft_free);
}

/* Writing */

/* One row on its way; without @data it is removed. */
typedef struct
{
  char *key;
  char *data;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_free (row->data);
  g_free (row);
}

static gpointer
put_func (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const Row *row = data;
  g_autofree char *now = mk_clock_text ();

  if (!mk_draft_put (database, row->key, row->data, now, error))
    return NULL;
  return g_steal_pointer (&now);
}

static gpointer
remove_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Row *row = data;

  return mk_draft_remove (database, row->key, error) ? g_strdup ("") : NULL;
}

/* Who waits for a row to be written. */
typedef struct
{
  MkDraftKeeper *keeper;
  char          *key;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->keeper);
  g_free (waiting->key);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
put_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = mk_store_run_finish (MK_STORE (object), result, &error);
  MkDraftKeeper *self = waiting->keeper;
  MkKeptDraft *kept = g_hash_table_lookup (self->drafts, waiting->key);

  if (saved == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, waiting->key, error->message);
      return;
    }
  if (kept == NULL)
    return;
  g_set_str (&kept->saved, saved);
  g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, waiting->key);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = mk_store_run_finish (MK_STORE (object), result, &error);

  /* It would only come back once more, to be emptied again. */
  if (done == NULL)
    g_debug ("Could not remove a draft: %s", error->message);
}

static void
write_one (MkDraftKeeper *self,
           const char    *key)
{
  const MkKeptDraft *kept = g_hash_table_lookup (self->drafts, key);
  Row *row;
  Waiting *waiting;

  if (kept == NULL)
    return;
  row = g_new0 (Row, 1);
  row->key = g_strdup (key);
  row->data = g_strdup (kept->text);
  waiting = g_new0 (Waiting, 1);
  waiting->keeper = g_object_ref (self);
  waiting->key = g_strdup (key);
  mk_store_run_async (self->store, put_func, row, row_free, g_free, MK_STORE_WRITE, NULL, put_cb,
                      waiting);
}

static void
timeout_cb (gpointer user_data)
{
  MkDraftKeeper *self = MK_DRAFT_KEEPER (user_data);

  self->timeout = 0;
  mk_draft_keeper_flush (self);
}

static void
mk_draft_keeper_dispose (GObject *object)
{
  MkDraftKeeper *self = MK_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mk_draft_keeper_parent_class)->dispose (object);
}

static void
mk_draft_keeper_finalize (GObject *object)
{
  MkDraftKeeper *self = MK_DRAFT_KEEPER (object);

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->unwritten);

  G_OBJECT_CLASS (mk_draft_keeper_parent_class)->finalize (object);
}

static void
mk_draft_keeper_class_init (MkDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mk_draft_keeper_dispose;
  object_class->finalize = mk_draft_keeper_finalize;

  /**
   * MkDraftKeeper::written:
   * @self: the keeper
   * @key: what the draft is about
   *
   * A draft is durable.
   */
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MkDraftKeeper::failed:
   * @self: the keeper
   * @key: what the draft is about
   * @reason: why, a sentence
   *
   * A draft could not be written. The next keystroke tries again.
   */
  signals[SIGNAL_FAILED] =
      g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mk_draft_keeper_init (MkDraftKeeper *self)
{
  self->drafts = new_table ();
  self->unwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mk_draft_keeper_new:
 * @store: a store, opening or open
 *
 * Returns: (transfer full): a keeper that has nothing yet
 */
MkDraftKeeper *
mk_draft_keeper_new (MkStore *store)
{
  MkDraftKeeper *self = g_object_new (MK_TYPE_DRAFT_KEEPER, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * mk_draft_keeper_fill:
 * @self: a keeper that nothing was given to
 * @rows: (transfer full): what mk_drafts_read() read
 *
 * Takes over what was kept the last time.
 */
void
mk_draft_keeper_fill (MkDraftKeeper *self,
                      GHashTable    *rows)
{
  g_return_if_fail (MK_IS_DRAFT_KEEPER (self));

  g_hash_table_unref (self->drafts);
  self->drafts = rows;
}

/**
 * mk_draft_keeper_keep:
 * @self: a keeper
 * @key: what the form is about
 * @text: what stands in it, as the form puts it
 *
 * Keeps it, and writes it a moment later.
 */
void
mk_draft_keeper_keep (MkDraftKeeper *self,
                      const char    *key,
                      const char    *text)
{
  const MkKeptDraft *known;
  MkKeptDraft *kept;

  g_return_if_fail (MK_IS_DRAFT_KEEPER (self));

  known = g_hash_table_lookup (self->drafts, key);
  kept = g_new0 (MkKeptDraft, 1);
  kept->text = g_strdup (text);
  kept->saved = known != NULL ? g_strdup (known->saved) : NULL;
  g_hash_table_replace (self->drafts, g_strdup (key), kept);
  g_hash_table_add (self->unwritten, g_strdup (key));
  /* Not put off by the next keystroke: who types without a pause is written too. */
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (DELAY_MS, timeout_cb, self);
}

/**
 * mk_draft_keeper_get:
 * @self: a keeper
 * @key: what a form is about
 *
 * Returns: (transfer none) (nullable): what mk_draft_keeper_keep() kept
 */
const char *
mk_draft_keeper_get (MkDraftKeeper *self,
                     const char    *key)
{
  const MkKeptDraft *kept;

  g_return_val_if_fail (MK_IS_DRAFT_KEEPER (self), NULL);

  kept = g_hash_table_lookup (self->drafts, key);
  return kept != NULL ? kept->text : NULL;
}

/**
 * mk_draft_keeper_get_saved:
 * @self: a keeper
 * @key: what the draft is about
 *
 * Returns: (transfer none) (nullable): date-time when it was last made durable
 */
const char *
mk_draft_keeper_get_saved (MkDraftKeeper *self,
                           const char    *key)
{
  const MkKeptDraft *kept;

  g_return_val_if_fail (MK_IS_DRAFT_KEEPER (self), NULL);

  kept = g_hash_table_lookup (self->drafts, key);
  return kept != NULL ? kept->saved : NULL;
}

/**
 * mk_draft_keeper_drop:
 * @self: a keeper
 * @key: of what was saved, or emptied
 *
 * Forgets a draft, here and in the store.
 */
void
mk_draft_keeper_drop (MkDraftKeeper *self,
                      const char    *key)
{
  Row *row;

  g_return_if_fail (MK_IS_DRAFT_KEEPER (self));

  g_hash_table_remove (self->unwritten, key);
  if (!g_hash_table_contains (self->drafts, key))
    return;
  row = g_new0 (Row, 1);
  row->key = g_strdup (key);
  g_hash_table_remove (self->drafts, row->key);
  mk_store_run_async (self->store, remove_func, row, row_free, g_free, MK_STORE_WRITE, NULL,
                      removed_cb, NULL);
}

/**
 * mk_draft_keeper_flush:
 * @self: a keeper
 *
 * Gives the store everything that is not written yet, at once.
 */
void
mk_draft_keeper_flush (MkDraftKeeper *self)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (MK_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_hash_table_iter_init (&iter, self->unwritten);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    write_one (self, key);
  g_hash_table_remove_all (self->unwritten);
}

static void
add_row (const char *key,
         const char *data,
         const char *saved,
         gpointer    user_data)
{
  MkKeptDraft *kept = g_new0 (MkKeptDraft, 1);

  kept->text = g_strdup (data);
  kept->saved = g_strdup (saved);
  g_hash_table_replace (user_data, g_strdup (key), kept);
}

/**
 * mk_drafts_read:
 * @database: a store
 * @error: return location
 *
 * A plain function on the database; the window calls it on the store's thread.
 *
 * Returns: (transfer full) (element-type utf8 MkKeptDraft): all drafts by their key; %NULL on error
 */
GHashTable *
mk_drafts_read (MkDatabase *database,
                GError    **error)
{
  g_autoptr (GHashTable) rows = new_table ();

  return mk_draft_list (database, add_row, rows, error) ? g_steal_pointer (&rows) : NULL;
}
