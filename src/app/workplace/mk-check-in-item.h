/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-records.h"
#include "records/mk-check-in.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_CHECK_IN_ITEM (mk_check_in_item_get_type ())

G_DECLARE_FINAL_TYPE (MkCheckInItem, mk_check_in_item, MK, CHECK_IN_ITEM, GObject)

/**
 * MkProgress:
 * @MK_PROGRESS_SAVED: it is saved here
 * @MK_PROGRESS_SENT: it was packed and sent
 * @MK_PROGRESS_RECEIVED: the other end has it
 * @MK_PROGRESS_NOT_SENT: it can't be sent: somebody has to do something
 * @MK_PROGRESS_FETCHED: it came from another installation
 * @MK_PROGRESS_REFUSED: the other end could not take it: somebody has to do something
 *
 * How far a record has come, in the words that a person sees.
 */
typedef enum
{
  MK_PROGRESS_SAVED,
  MK_PROGRESS_SENT,
  MK_PROGRESS_RECEIVED,
  MK_PROGRESS_NOT_SENT,
  MK_PROGRESS_FETCHED,
  MK_PROGRESS_REFUSED
} MkProgress;

MkCheckInItem       *mk_check_in_item_new          (const MkListed *listed);
const char          *mk_check_in_item_get_id       (MkCheckInItem *self);
gint64               mk_check_in_item_get_revision (MkCheckInItem *self);
const MkCheckInData *mk_check_in_item_get_data     (MkCheckInItem *self);
const char          *mk_check_in_item_get_reason   (MkCheckInItem *self);
MkProgress           mk_check_in_item_get_progress (MkCheckInItem *self);
gboolean             mk_check_in_item_is_own       (MkCheckInItem *self);

G_END_DECLS
