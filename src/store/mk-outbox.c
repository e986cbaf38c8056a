/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-outbox.h"

/* A query over the revisions, no second truth beside them. It is asked in parts, one after the
 * other, each from the last entry that was read on, so that nothing but one row is ever held. */

/* Down, placements and cards go before what refers to them. */
#define N_PARTS_UP 2
#define N_PARTS_DOWN 4

struct _MkOutbox
{
  MkDatabase  *database;
  gint64       partner;
  char        *partner_id;
  gboolean     is_down;
  guint        part;
  gint64       read; /* newest entry of the part that was read */
  gint64       before; /* the one read before it */
  MkStatement *statement; /* NULL while it rests */
  MkPending    pending;
};

/**
 * mk_outbox_new:
 * @database: a store
 * @partner: to whom
 *
 * Returns: (transfer full): an outbox before its first entry
 */
MkOutbox *
mk_outbox_new (MkDatabase      *database,
               const MkPartner *partner)
{
  MkOutbox *self = g_new0 (MkOutbox, 1);

  self->database = database;
  self->partner = partner->key;
  self->partner_id = g_strdup (partner->id);
  self->is_down = partner->role == MK_ROLE_BUDDY;
  return self;
}

/**
 * mk_outbox_free:
 * @self: (nullable): an outbox
 */
void
mk_outbox_free (MkOutbox *self)
{
  if (self == NULL)
    return;
  mk_outbox_pause (self);
  g_free (self->partner_id);
  g_free (self);
}

static MkStatement *
ask (MkOutbox *self)
{
  if (self->part == 0)
    return mk_database_query (self->database, "receipts-to-send", self->partner_id, self->read);
  if (self->is_down)
    return mk_database_query (self->database, "outbox-down", self->partner, self->read,
                              (gint64) self->part - 1);
  return mk_database_query (self->database, "outbox-up", self->partner, self->read);
}

static const MkPending *
read_pending (MkOutbox *self)
{
  MkStatement *statement = self->statement;

  self->before = self->read;
  self->read = mk_statement_int64 (statement, 9);
  self->pending = (MkPending) {
    .record = mk_statement_int64 (statement, 0),
    .id = mk_statement_text (statement, 1),
    .type = mk_statement_text (statement, 2),
    .revision = mk_statement_int64 (statement, 3),
    .deleted = mk_statement_int64 (statement, 4) != 0,
    .changed = mk_statement_text (statement, 5),
    .data = mk_statement_text (statement, 6),
    .private_data = mk_statement_text (statement, 7),
    .origin = mk_statement_text (statement, 8),
    .is_receipt = self->part == 0,
  };
  return &self->pending;
}

/**
 * mk_outbox_next:
 * @self: an outbox
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the next entry, until the next call; %NULL when there is
 *   none, and with @error set on failure
 */
const MkPending *
mk_outbox_next (MkOutbox *self,
                GError  **error)
{
  guint n_parts = self->is_down ? N_PARTS_DOWN : N_PARTS_UP;

  while (self->part < n_parts)
    {
      g_autoptr (GError) local = NULL;

      if (self->statement == NULL)
        self->statement = ask (self);
      if (mk_statement_step (self->statement, &local))
        return read_pending (self);
      self->statement = NULL;
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      self->part++;
      self->read = 0;
    }
  return NULL;
}

/**
 * mk_outbox_pause:
 * @self: an outbox
 *
 * Lets go of the database; mk_outbox_next() goes on after the last entry that it gave.
 */
void
mk_outbox_pause (MkOutbox *self)
{
  g_clear_pointer (&self->statement, mk_statement_reset);
}

/**
 * mk_outbox_return:
 * @self: an outbox whose last call gave an entry
 *
 * Puts that entry back, to be given again, and lets go of the database.
 */
void
mk_outbox_return (MkOutbox *self)
{
  mk_outbox_pause (self);
  self->read = self->before;
}
