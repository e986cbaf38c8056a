/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkPending:
 * @record: key of the record
 * @data: (nullable): %NULL when @deleted
 * @origin: (nullable): UUID of the installation that wrote it, when it is only carried
 * @is_receipt: whether it is one of the receipts that go first
 *
 * A record whose newest revision has not been packed for a partner, borrowed from an
 * [struct@Outbox] until its next call.
 */
typedef struct
{
  gint64      record;
  const char *id;
  const char *type;
  gint64      revision;
  gboolean    deleted;
  const char *changed;
  const char *data;
  const char *private_data;
  const char *origin;
  gboolean    is_receipt;
} MkPending;

/**
 * MkOutbox:
 *
 * What is to go to one partner and is not packed in the present epoch: receipts first, then own
 * records and those carried on, by section 7 of the exchange contract, in the order in which they
 * were stored, so that what an entry refers to comes before it. It is read one by one, and holds
 * one at a time. Between two calls of mk_outbox_pause() and mk_outbox_next() what was read may be
 * packed, and anything else be written: what changes comes again, at the end. Bound to the
 * database's thread.
 */
typedef struct _MkOutbox MkOutbox;

MkOutbox        *mk_outbox_new    (MkDatabase      *database,
                                   const MkPartner *partner);
void             mk_outbox_free   (MkOutbox *self);
const MkPending *mk_outbox_next   (MkOutbox *self,
                                   GError  **error);
void             mk_outbox_pause  (MkOutbox *self);
void             mk_outbox_return (MkOutbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkOutbox, mk_outbox_free)

G_END_DECLS
