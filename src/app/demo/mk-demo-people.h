/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who writes at the invented workplace. */
#define MK_DEMO_PER "Per"
#define MK_DEMO_ANNA "Anna"
#define MK_DEMO_HENNING "Henning"

/**
 * MkDemoPlacement:
 * @id: UUID
 * @name_here: (nullable): what the workplace calls the candidate, where the packages say another alias
 * @from: its first day, counted from today
 * @to: the last day that is written about
 * @expected: on which days of a week counted from today somebody is expected: bit 0 is today and
 *   each day whole weeks from it, bit 1 tomorrow, bit 6 yesterday
 * @begins: when such a day begins
 * @ends: when it ends
 * @buddy: who writes about it
 * @paid_from: the first day with ordinary wage
 * @paid_minutes: how many of a day's are paid from then on; the rest is not
 * @hard_from: the first day of some hard weeks
 * @hard_to: the last one
 * @wins: %NULL-terminated, what worked
 * @notes: %NULL-terminated, what was seen or heard
 *
 * One invented placement, as far as the workplace writes about it. The days of a week are counted
 * from today, so that the same stands on the page of this day whatever day it is.
 */
typedef struct
{
  const char *id;
  const char *name_here;
  int         from;
  int         to;
  guint       expected;
  const char *begins;
  const char *ends;
  const char *buddy;
  int         paid_from;
  gint64      paid_minutes;
  int         hard_from;
  int         hard_to;
  const char *const *wins;
  const char *const *notes;
} MkDemoPlacement;

const MkDemoPlacement *mk_demo_placements_get    (guint *n_placements);
gboolean               mk_demo_placement_expects (const MkDemoPlacement *self,
                                                  int                    day);
gint64                 mk_demo_placement_minutes (const MkDemoPlacement *self);

G_END_DECLS
