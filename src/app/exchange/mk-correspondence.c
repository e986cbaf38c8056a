/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-correspondence.h"

#include "exchange/mk-post-words.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * MkCorrespondence:
 *
 * How the correspondence with the partners stands, as the window shows it. Main thread; owned by
 * the workplace, which updates it after each change.
 */
struct _MkCorrespondence
{
  GObject parent_instance;

  MkPostReading  *reading;
  MkReadyReading *ready; /* NULL until it has been counted */
  GListStore     *problems;
  GListStore     *held;
  GListStore     *sent;
  GListStore     *received;
};

G_DEFINE_FINAL_TYPE (MkCorrespondence, mk_correspondence, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* So many rows of what is done with. */
#define MOST_DONE 20

/* Rows that say the same stay, and with them the focus. */
static void
show (GListStore *list,
      GPtrArray  *items)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (list));
  gboolean is_same = n_shown == items->len;

  for (guint i = 0; is_same && i < n_shown; i++)
    {
      g_autoptr (MkPostItem) shown = g_list_model_get_item (G_LIST_MODEL (list), i);

      is_same = mk_post_item_equal (shown, g_ptr_array_index (items, i));
    }
  if (!is_same)
    g_list_store_splice (list, 0, n_shown, items->pdata, items->len);
}

typedef MkPostItem *(*ItemForPosted) (const MkPosted *posted);

static gboolean
is_in (const MkPosted *posted,
       const char     *state)
{
  return g_strcmp0 (posted->state, state) == 0;
}

static gboolean
has_come (const MkPosted *posted)
{
  return is_in (posted, "modtaget") || is_in (posted, "delvist");
}

/* Those of @all that have come so far, each as a row. */
static void
add_in_state (GPtrArray    *items,
              GPtrArray    *all,
              const char   *state,
              ItemForPosted item_for)
{
  for (guint i = 0; i < all->len; i++)
    if (is_in (g_ptr_array_index (all, i), state))
      g_ptr_array_add (items, item_for (g_ptr_array_index (all, i)));
}

static void
add_questions (GPtrArray *items,
               GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      MkPostItem *item = mk_post_question_item (g_ptr_array_index (all, i));

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
}

static void
show_problems (MkCorrespondence *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const MkPostReading *reading = self->reading;

  for (guint i = 0; i < reading->missing->len; i++)
    g_ptr_array_add (items, mk_post_missing_item (g_ptr_array_index (reading->missing, i)));
  if (reading->has_released)
    g_ptr_array_add (items, mk_post_released_item ());
  add_questions (items, reading->waiting);
  add_questions (items, reading->refused);
  add_in_state (items, reading->sent, "afvist", mk_post_refused_item);
  for (guint i = 0; i < reading->unable->len; i++)
    g_ptr_array_add (items, mk_post_unable_item (g_ptr_array_index (reading->unable, i)));
  show (self->problems, items);
}

static void
show_held (MkCorrespondence *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_in_state (items, self->reading->sent, "pakket", mk_post_unwritten_item);
  for (guint i = 0; self->ready != NULL && i < self->ready->held->len; i++)
    g_ptr_array_add (items, mk_post_held_item (g_ptr_array_index (self->ready->held, i)));
  show (self->held, items);
}

/* What the list has no room for is counted. */
static void
add_older (GPtrArray *items,
           gint64     n_all)
{
  if (n_all > items->len)
    g_ptr_array_add (items, mk_post_older_item ((guint) (n_all - items->len)));
}

static void
show_sent (MkCorrespondence *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_in_state (items, self->reading->sent, "sendt", mk_post_sent_item);
  add_older (items, self->reading->n_sent);
  show (self->sent, items);
}

static gint
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const MkPosted *left = a, *right = b;
  g_autoptr (GDateTime) first = mk_date_text_read (left->moment != NULL ? left->moment : "");
  g_autoptr (GDateTime) second = mk_date_text_read (right->moment != NULL ? right->moment : "");

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return g_date_time_compare (second, first);
}

static void
show_received (MkCorrespondence *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  g_ptr_array_extend (done, self->reading->received, NULL, NULL);
  for (guint i = 0; i < self->reading->refused->len; i++)
    if (!((const MkPosted *) g_ptr_array_index (self->reading->refused, i))->asks)
      g_ptr_array_add (done, g_ptr_array_index (self->reading->refused, i));
  for (guint i = 0; i < self->reading->sent->len; i++)
    if (has_come (g_ptr_array_index (self->reading->sent, i)))
      g_ptr_array_add (done, g_ptr_array_index (self->reading->sent, i));
  g_ptr_array_sort_values (done, compare_moments);
  for (guint i = 0; i < MIN (done->len, MOST_DONE); i++)
    g_ptr_array_add (items, mk_post_done_item (g_ptr_array_index (done, i)));
  add_older (items, self->reading->n_done);
  show (self->received, items);
}

static void
mk_correspondence_finalize (GObject *object)
{
  MkCorrespondence *self = MK_CORRESPONDENCE (object);

  mk_post_reading_free (self->reading);
  mk_ready_reading_free (self->ready);
  g_object_unref (self->problems);
  g_object_unref (self->held);
  g_object_unref (self->sent);
  g_object_unref (self->received);

  G_OBJECT_CLASS (mk_correspondence_parent_class)->finalize (object);
}

static void
mk_correspondence_class_init (MkCorrespondenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_correspondence_finalize;

  /**
   * MkCorrespondence::changed:
   *
   * It was read again.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_correspondence_init (MkCorrespondence *self)
{
  self->problems = g_list_store_new (MK_TYPE_POST_ITEM);
  self->held = g_list_store_new (MK_TYPE_POST_ITEM);
  self->sent = g_list_store_new (MK_TYPE_POST_ITEM);
  self->received = g_list_store_new (MK_TYPE_POST_ITEM);
}

/**
 * mk_correspondence_new:
 *
 * Returns: (transfer full): a correspondence that knows nothing yet
 */
MkCorrespondence *
mk_correspondence_new (void)
{
  return g_object_new (MK_TYPE_CORRESPONDENCE, NULL);
}

/**
 * mk_correspondence_update:
 * @self: a correspondence
 * @reading: (transfer full): what was read
 *
 * Shows what was read.
 */
void
mk_correspondence_update (MkCorrespondence *self,
                          MkPostReading    *reading)
{
  g_return_if_fail (MK_IS_CORRESPONDENCE (self));
  g_return_if_fail (reading != NULL);

  mk_post_reading_free (self->reading);
  self->reading = reading;
  show_problems (self);
  show_held (self);
  show_sent (self);
  show_received (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_correspondence_update_ready:
 * @self: a correspondence that was updated
 * @reading: (transfer full): what is to be sent
 *
 * Shows what was counted.
 */
void
mk_correspondence_update_ready (MkCorrespondence *self,
                                MkReadyReading   *reading)
{
  g_return_if_fail (MK_IS_CORRESPONDENCE (self));
  g_return_if_fail (reading != NULL);

  mk_ready_reading_free (self->ready);
  self->ready = reading;
  show_held (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_correspondence_get_n_ready:
 * @self: a correspondence
 *
 * Returns: how many entries are ready to be sent, receipts aside
 */
guint
mk_correspondence_get_n_ready (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), 0);

  return self->ready != NULL ? self->ready->n_ready : 0;
}

/**
 * mk_correspondence_has_partners:
 * @self: a correspondence
 *
 * Returns: whether there is anybody to send to
 */
gboolean
mk_correspondence_has_partners (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), FALSE);

  return self->reading != NULL && self->reading->has_partners;
}

/**
 * mk_correspondence_has_receipts:
 * @self: a correspondence
 *
 * Returns: whether receipts are ready to be sent
 */
gboolean
mk_correspondence_has_receipts (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), FALSE);

  for (guint i = 0; self->ready != NULL && i < self->ready->ready->len; i++)
    if (((const MkPostReady *) g_ptr_array_index (self->ready->ready, i))->n_receipts > 0)
      return TRUE;
  return FALSE;
}

/**
 * mk_correspondence_has_unwritten:
 * @self: a correspondence
 *
 * Returns: whether a package is packed and was never written
 */
gboolean
mk_correspondence_has_unwritten (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), FALSE);

  for (guint i = 0; self->reading != NULL && i < self->reading->sent->len; i++)
    if (is_in (g_ptr_array_index (self->reading->sent, i), "pakket"))
      return TRUE;
  return FALSE;
}

/**
 * mk_correspondence_dup_ready_words:
 * @self: a correspondence
 *
 * Returns: (transfer full) (nullable): what is ready for whom; %NULL when nothing is
 */
char *
mk_correspondence_dup_ready_words (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), NULL);

  return self->ready != NULL ? mk_post_ready_words (self->ready) : NULL;
}

/**
 * mk_correspondence_dup_summary:
 * @self: a correspondence
 *
 * Returns: (transfer full): how it stands, in a few words
 */
char *
mk_correspondence_dup_summary (MkCorrespondence *self)
{
  guint n_ready = mk_correspondence_get_n_ready (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->problems)) > 0)
    return g_strdup (_ ("something must be mended"));
  if (self->ready == NULL)
    return g_strdup (_ ("being counted…"));
  if (n_ready > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u ready to send", "%u ready to send", n_ready), n_ready);
  if (mk_correspondence_has_unwritten (self))
    return g_strdup (_ ("packed, not written yet"));
  if (mk_correspondence_has_receipts (self))
    return g_strdup (_ ("receipt ready to send"));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->sent)) > 0)
    return g_strdup (_ ("waits for receipt"));
  if (!mk_correspondence_has_partners (self))
    return g_strdup (_ ("nobody to send to yet"));
  return g_strdup (_ ("everything is received"));
}

/**
 * mk_correspondence_get_problems:
 * @self: a correspondence
 *
 * Returns: (transfer none): a list of [class@PostItem], what a person has to do something about
 */
GListModel *
mk_correspondence_get_problems (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), NULL);

  return G_LIST_MODEL (self->problems);
}

/**
 * mk_correspondence_get_held:
 * @self: a correspondence
 *
 * Returns: (transfer none): a list of [class@PostItem], the packages that were never written, and
 *   the entries that stay
 */
GListModel *
mk_correspondence_get_held (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), NULL);

  return G_LIST_MODEL (self->held);
}

/**
 * mk_correspondence_get_sent:
 * @self: a correspondence
 *
 * Returns: (transfer none): a list of [class@PostItem], the packages without a receipt
 */
GListModel *
mk_correspondence_get_sent (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), NULL);

  return G_LIST_MODEL (self->sent);
}

/**
 * mk_correspondence_get_received:
 * @self: a correspondence
 *
 * Returns: (transfer none): a list of [class@PostItem], what is done with, the newest first
 */
GListModel *
mk_correspondence_get_received (MkCorrespondence *self)
{
  g_return_val_if_fail (MK_IS_CORRESPONDENCE (self), NULL);

  return G_LIST_MODEL (self->received);
}
