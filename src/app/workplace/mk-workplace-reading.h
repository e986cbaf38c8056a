/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-post-reading.h"
#include "mk-database.h"
#include "mk-help.h"
#include "mk-installation.h"
#include "records/mk-placement.h"
#include "today/mk-day-reading.h"
#include "workplace/mk-arrangement.h"
#include "workplace/mk-check-in-item.h"

G_BEGIN_DECLS

/**
 * MkPlacementReading:
 * @authority: (nullable): what the authority that wrote it is called, where that is known
 * @arrangement: what is arranged about it here
 * @today: (element-type MkCheckInItem): of today, the last first
 * @last: (nullable): the last one with hours before today
 * @pulse_day: (nullable): YYYY-MM-DD, when the candidate answered the three questions within the
 *   last month
 */
typedef struct
{
  MkPlacement   *placement;
  char          *authority;
  MkArrangement *arrangement;
  GPtrArray     *today;
  MkCheckInItem *last;
  char          *pulse_day;
} MkPlacementReading;

/**
 * MkWorkplaceReading:
 * @leaders: (element-type utf8): names of the leaders that this installation sends to
 * @colleagues: (element-type utf8): names of those who write at this machine beside its own person
 * @placements: (element-type MkPlacementReading): the living ones, the oldest first
 * @drafts: (element-type utf8 MkKeptDraft): what was written and not saved
 * @post: how the correspondence stands
 * @help: punch cards, requests and answers
 * @day: what the page of this day shows beside its cards
 * @hotline: (element-type MkHotlineLine): everybody who can be called
 *
 * What the window shows of a store, read in one go.
 */
struct _MkWorkplaceReading
{
  MkInstallation *self;
  GPtrArray      *leaders;
  GPtrArray      *colleagues;
  GPtrArray      *placements;
  GHashTable     *drafts;
  MkPostReading  *post;
  MkHelp         *help;
  MkDayReading   *day;
  GPtrArray      *hotline;
};

MkWorkplaceReading *mk_workplace_reading_new  (MkDatabase *database,
                                               GError    **error);
void                mk_workplace_reading_free (MkWorkplaceReading *self);

GPtrArray *mk_check_ins_read (MkDatabase   *database,
                              const MkDays *days,
                              GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkWorkplaceReading, mk_workplace_reading_free)

G_END_DECLS
