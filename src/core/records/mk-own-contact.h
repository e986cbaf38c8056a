/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkOwnContactData:
 * @function: (nullable): what they do
 * @priority: 1 is called first
 * @opening_hours: GPtrArray of MkOpeningHours; empty means always
 * @placement_id: (nullable): the placement it is for, or %NULL for all
 * @confirmed_date: the day on which somebody last said that the number is right
 *
 * `egenKontakt`: somebody whom this workplace itself wants to be able to call. Stays at this
 * workplace, so that no package writes over it.
 */
typedef struct
{
  char      *name;
  char      *function;
  char      *telephone;
  char      *description;
  gint64     priority;
  GPtrArray *opening_hours;
  char      *placement_id;
  char      *confirmed_date;
} MkOwnContactData;

extern const MkRecordType mk_own_contact_type;

G_END_DECLS
