/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/* The choices of `ordning`. */
#define MK_SCHEME_INTERNSHIP "praktik"
#define MK_SCHEME_WAGE_SUBSIDY "loentilskud"
#define MK_SCHEME_SMALL_JOB "smaajob"
#define MK_SCHEME_HYBRID "hybridpraktik"
#define MK_SCHEME_FLEX_JOB "fleksjob"
#define MK_SCHEME_ORDINARY "ordinaer"

/**
 * MkSchemeData:
 * @scheme: one of the MK_SCHEME_… strings
 * @to_date: (nullable): its last day
 * @paid_minutes_a_day: of a hybrid: how much of a day is paid as ordinary wage, or %MK_ABSENT
 *
 * `ordning`: what the placement is by law, which decides what of a day's hours is ordinary wage.
 * Stays at this workplace.
 */
typedef struct
{
  char  *placement_id;
  char  *scheme;
  char  *from_date;
  char  *to_date;
  gint64 paid_minutes_a_day;
} MkSchemeData;

extern const MkRecordType mk_scheme_type;
extern const char *const mk_scheme_names[];

const MkSchemeData *mk_scheme_on   (const GPtrArray *schemes,
                                    const char      *date);
gint64              mk_scheme_paid (const MkSchemeData *scheme,
                                    gint64              minutes);

G_END_DECLS
