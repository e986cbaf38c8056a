/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record.h"

G_BEGIN_DECLS

/**
 * MkOpeningHours:
 * @days: GArray of gint64, 1 to 7, Monday is 1
 * @from: time of day
 * @to: time of day; before @from it is of the day after
 */
typedef struct
{
  GArray *days;
  char   *from;
  char   *to;
} MkOpeningHours;

/**
 * MkContactData:
 * @priority: 1 is called first
 * @opening_hours: GPtrArray of MkOpeningHours; empty means always
 * @placement_id: the placement it is for, or %NULL for all
 *
 * `kontakt`: somebody to call when something is wrong, written by the authority.
 */
typedef struct
{
  char      *name;
  char      *function;
  char      *organization;
  char      *telephone;
  char      *email;
  char      *description;
  gint64     priority;
  GPtrArray *opening_hours;
  char      *placement_id;
  char      *confirmed_date;
} MkContactData;

#define MK_TYPE_CONTACT (mk_contact_get_type ())
G_DECLARE_FINAL_TYPE (MkContact, mk_contact, MK, CONTACT, MkRecord)

extern const MkShape mk_opening_hours_shape;
extern const MkRecordType mk_contact_type;

G_END_DECLS
