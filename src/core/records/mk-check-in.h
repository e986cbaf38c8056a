/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record.h"

G_BEGIN_DECLS

/* The contract's choices of `fremmoede`. */
#define MK_ATTENDANCE_MET "moedt"
#define MK_ATTENDANCE_LATE "forsinket"
#define MK_ATTENDANCE_EXCUSED "aftaltFravaer"
#define MK_ATTENDANCE_ABSENT "fravaer"
#define MK_ATTENDANCE_TRIED "forsoegtKontakt"

/* The contract's choices of `bane`. */
#define MK_PATH_INWARD "indad"
#define MK_PATH_PERIPHERAL "perifer"
#define MK_PATH_ON_THE_WAY_OUT "paaVejUd"

/* More than a day has none. */
#define MK_MINUTES_A_DAY 1440

/**
 * MkPulse:
 *
 * The candidate's own answers, each 1 to 5.
 */
typedef struct
{
  gint64 autonomy;
  gint64 competence;
  gint64 belonging;
} MkPulse;

/**
 * MkCheckInData:
 * @attendance: one of the MK_ATTENDANCE_… strings
 * @paid_minutes: minutes of ordinary wage; with @unpaid_minutes at most 1440
 * @wellbeing: the candidate's own view of the day, 1 to 5, or %MK_ABSENT
 * @path: one of the MK_PATH_… strings, where that is sent
 * @private_note: stays here
 * @private_path: the same as @path where it stays here
 * @send_earliest: date-time before which the entry is not packed; stays here
 *
 * `checkin`: one short log entry about one day or conversation, written by the workplace.
 */
typedef struct
{
  char    *placement_id;
  char    *moment;
  char    *author;
  char    *attendance;
  gint64   paid_minutes;
  gint64   unpaid_minutes;
  gint64   wellbeing;
  MkPulse *pulse;
  char    *path;
  int      breaks_with_colleagues;
  char    *small_win;
  char    *difficult;
  char    *next_step;
  char    *note;
  int      needs_help;
  char    *private_note;
  char    *private_path;
  char    *send_earliest;
} MkCheckInData;

#define MK_TYPE_CHECK_IN (mk_check_in_get_type ())
G_DECLARE_FINAL_TYPE (MkCheckIn, mk_check_in, MK, CHECK_IN, MkRecord)

extern const MkRecordType mk_check_in_type;

G_END_DECLS
