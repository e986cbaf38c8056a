/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"
#include "mk-outbox.h"
#include "mk-packages-out.h"

G_BEGIN_DECLS

/**
 * MkHeldFunc:
 * @pending: an entry that is not packed yet
 * @reason: why, a Danish sentence
 * @user_data: what was given with the function
 */
typedef void (*MkHeldFunc) (const MkPending *pending,
                            const char      *reason,
                            gpointer         user_data);

/**
 * MkFilling:
 * @epoch: the present one towards the partner
 * @entries: of the package that was filled last, JSON with commas between them
 * @carried: (element-type MkCarried): the same ones
 * @n_receipts: how many of them, the first ones, are receipts
 *
 * Packages to one partner being filled from its outbox, one at a time: the one place that says what
 * goes out, in which package, and what stays. Sealing gives such a package its number, the preview
 * shows it.
 */
typedef struct
{
  MkEpoch  epoch;
  GString *entries;
  GArray  *carried;
  guint    n_receipts;

  /*< private >*/
  const MkPartner *partner;
  MkInstallation  *self;
  GPtrArray       *replaced;
  MkOutbox        *outbox;
  gsize            room;
  MkHeldFunc       held_func;
  gpointer         held_data;
} MkFilling;

MkFilling *mk_filling_new   (MkDatabase      *database,
                             const MkPartner *partner,
                             MkHeldFunc       held_func,
                             gpointer         held_data,
                             GError         **error);
void       mk_filling_free  (MkFilling *self);
gboolean   mk_filling_next  (MkFilling *self,
                             GError   **error);
GBytes    *mk_filling_write (const MkFilling *self,
                             const MkSealed  *sealed,
                             const char      *previous,
                             const char      *now);

/**
 * MkReadyFunc:
 * @pending: an entry
 * @reason: (nullable): why it stays; %NULL where it goes with the next packages
 * @user_data: what was given with the function
 */
typedef void (*MkReadyFunc) (const MkPending *pending,
                             const char      *reason,
                             gpointer         user_data);

gboolean mk_ready_each (MkDatabase      *database,
                        const MkPartner *partner,
                        MkReadyFunc      func,
                        gpointer         user_data,
                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkFilling, mk_filling_free)

G_END_DECLS
