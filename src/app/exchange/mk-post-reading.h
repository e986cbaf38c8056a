/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

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
 * @has_partners: whether there is anybody to correspond with
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
 * How the correspondence stands, but for what is ready, read in one go.
 */
typedef struct
{
  gboolean   has_partners;
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
