/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkPostReady:
 * @name: what the partner is called
 * @counts: (element-type utf8 guint): of each type of record, how many entries are ready
 * @n_receipts: receipts that go with them
 *
 * What the next packages to one partner hold.
 */
typedef struct
{
  char       *name;
  GHashTable *counts;
  guint       n_receipts;
} MkPostReady;

/**
 * MkPostMissing:
 * @name: what the partner is called
 * @numbers: GArray of gint64, the smallest first
 *
 * Packages that have not come though later ones have.
 */
typedef struct
{
  char   *name;
  GArray *numbers;
} MkPostMissing;

/**
 * MkPostReading:
 * @ready: (element-type MkPostReady): one for each partner
 * @n_ready: entries that are ready, each counted once however many get it
 * @held: (element-type MkHeld): entries that stay, each once
 * @sent: (element-type MkPosted): the newest first
 * @n_sent: how many went and have no receipt, also those that are too old for @sent
 * @received: (element-type MkPosted): the newest first
 * @n_done: how many are done with, also those that are too old for the lists
 * @waiting: (element-type MkPosted): taken in, but not yet to be used
 * @refused: (element-type MkPosted): kept aside, the newest first
 * @missing: (element-type MkPostMissing)
 * @unable: (element-type MkRefusedEntry): records that the other end could not take
 * @has_released: whether something that waited has its turn, and its fetching was not brought to its
 *   end
 *
 * How the correspondence stands, read in one go.
 */
typedef struct
{
  GPtrArray *ready;
  guint      n_ready;
  GPtrArray *held;
  GPtrArray *sent;
  gint64     n_sent;
  GPtrArray *received;
  gint64     n_done;
  GPtrArray *waiting;
  GPtrArray *refused;
  GPtrArray *missing;
  GPtrArray *unable;
  gboolean   has_released;
} MkPostReading;

MkPostReading *mk_post_reading_new  (MkDatabase *database,
                                     GError    **error);
void           mk_post_reading_free (MkPostReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPostReading, mk_post_reading_free)

G_END_DECLS
