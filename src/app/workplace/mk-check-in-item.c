/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-check-in-item.h"

#include "exchange/mk-reason-words.h"
#include "mk-cpr.h"
#include "mk-record-reading.h"

/**
 * MkCheckInItem:
 *
 * A check-in as a list shows it: the record, how far it has come, and why not further. Immutable;
 * made on the store's thread, shown on the main one.
 */
struct _MkCheckInItem
{
  GObject parent_instance;

  MkCheckIn *record;
  char      *reason;
};

G_DEFINE_FINAL_TYPE (MkCheckInItem, mk_check_in_item, G_TYPE_OBJECT)

static void
mk_check_in_item_finalize (GObject *object)
{
  MkCheckInItem *self = MK_CHECK_IN_ITEM (object);

  g_clear_object (&self->record);
  g_free (self->reason);

  G_OBJECT_CLASS (mk_check_in_item_parent_class)->finalize (object);
}

static void
mk_check_in_item_class_init (MkCheckInItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_check_in_item_finalize;
}

static void
mk_check_in_item_init (MkCheckInItem *self)
{
}

/**
 * mk_check_in_item_new:
 * @listed: a row of the store's list of check-ins
 *
 * Returns: (transfer full) (nullable): an item; %NULL when the row can't be read
 */
MkCheckInItem *
mk_check_in_item_new (const MkListed *listed)
{
  MkCheckInItem *self;
  MkEnvelope envelope = { .id = listed->id,
                          .revision = listed->revision,
                          .writer = listed->writer,
                          .changed = listed->changed,
                          .state = listed->state };
  gpointer content = mk_record_content_read (&mk_check_in_type, listed->data, listed->private_data);

  if (content == NULL)
    return NULL;
  self = g_object_new (MK_TYPE_CHECK_IN_ITEM, NULL);
  self->record = mk_record_new (&envelope, MK_TYPE_CHECK_IN, content);
  self->reason = mk_reason_words (&mk_check_in_type, listed->reason);
  return self;
}

/**
 * mk_check_in_item_get_id:
 * @self: an item
 *
 * Returns: UUID of the record
 */
const char *
mk_check_in_item_get_id (MkCheckInItem *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), NULL);

  return mk_record_get_id (MK_RECORD (self->record));
}

/**
 * mk_check_in_item_get_revision:
 * @self: an item
 *
 * Returns: the revision of the record that is shown
 */
gint64
mk_check_in_item_get_revision (MkCheckInItem *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), 0);

  return mk_record_get_revision (MK_RECORD (self->record));
}

/**
 * mk_check_in_item_get_data:
 * @self: an item
 *
 * Returns: (transfer none): what is written in it
 */
const MkCheckInData *
mk_check_in_item_get_data (MkCheckInItem *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), NULL);

  return mk_record_get_content (MK_RECORD (self->record));
}

/**
 * mk_check_in_item_get_reason:
 * @self: an item
 *
 * Returns: (nullable): why it was refused or is held back, a Danish sentence
 */
const char *
mk_check_in_item_get_reason (MkCheckInItem *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), NULL);

  return self->reason;
}

static gboolean
has_cpr (const MkCheckInData *data)
{
  const char *const texts[] = { data->small_win, data->difficult, data->next_step, data->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && mk_cpr_find (texts[i], NULL, NULL))
      return TRUE;
  return FALSE;
}

/* What only waits for its day has come as far as anything that is saved and not sent yet. */
static gboolean
only_waits (MkCheckInItem *self)
{
  const MkCheckInData *data = mk_check_in_item_get_data (self);

  return data->send_earliest != NULL && !has_cpr (data);
}

/**
 * mk_check_in_item_get_progress:
 * @self: an item
 *
 * Returns: how far it has come
 */
MkProgress
mk_check_in_item_get_progress (MkCheckInItem *self)
{
  const char *state;

  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), MK_PROGRESS_SAVED);

  state = mk_record_get_state (MK_RECORD (self->record));
  if (g_str_equal (state, "sendt"))
    return MK_PROGRESS_SENT;
  if (g_str_equal (state, "modtaget"))
    return MK_PROGRESS_RECEIVED;
  if (g_str_equal (state, "hentet"))
    return MK_PROGRESS_FETCHED;
  if (g_str_equal (state, "afvist"))
    return MK_PROGRESS_REFUSED;
  if (g_str_equal (state, "tilbageholdt") && !only_waits (self))
    return MK_PROGRESS_NOT_SENT;
  return MK_PROGRESS_SAVED;
}

/**
 * mk_check_in_item_is_own:
 * @self: an item
 *
 * Returns: whether it was written here, and so can be changed here
 */
gboolean
mk_check_in_item_is_own (MkCheckInItem *self)
{
  g_return_val_if_fail (MK_IS_CHECK_IN_ITEM (self), FALSE);

  return !g_str_equal (mk_record_get_state (MK_RECORD (self->record)), "hentet");
}
