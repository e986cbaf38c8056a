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
 * MkReadyReading:
 * @ready: (element-type MkPostReady): one for each partner
 * @n_ready: entries that are ready, each counted once however many get it
 * @held: (element-type MkHeld): entries that stay, each once
 *
 * What is to be sent, and what stays for now.
 */
typedef struct
{
  GPtrArray *ready;
  guint      n_ready;
  GPtrArray *held;
} MkReadyReading;

MkReadyReading *mk_ready_reading_new  (MkDatabase *database,
                                       GError    **error);
void            mk_ready_reading_free (MkReadyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkReadyReading, mk_ready_reading_free)

G_END_DECLS
