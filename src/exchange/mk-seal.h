/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkHeld:
 * @reason: a Danish sentence
 *
 * An entry that is not packed yet, and why.
 */
typedef struct
{
  char *type;
  char *id;
  char *reason;
} MkHeld;

/**
 * MkReady:
 * @receipts: (element-type MkPending): receipts that go with them
 * @pending: (element-type MkPending): entries that go now
 * @held: (element-type MkHeld): entries that stay
 *
 * What the next packages to one partner hold.
 */
typedef struct
{
  GPtrArray *receipts;
  GPtrArray *pending;
  GPtrArray *held;
} MkReady;

void     mk_held_free  (gpointer data);
MkReady *mk_ready_find (MkDatabase      *database,
                        const MkPartner *partner,
                        GError         **error);
void     mk_ready_free (MkReady *self);

gboolean mk_seal (MkDatabase      *database,
                  const MkPartner *partner,
                  GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkReady, mk_ready_free)

G_END_DECLS
