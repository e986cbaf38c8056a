/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-check-in.h"

#include <glib/gi18n.h>

static const char *const attendances[] = {
  MK_ATTENDANCE_MET,    MK_ATTENDANCE_LATE,  MK_ATTENDANCE_EXCUSED,
  MK_ATTENDANCE_ABSENT, MK_ATTENDANCE_TRIED, NULL,
};

static const char *const paths[] = { MK_PATH_INWARD, MK_PATH_PERIPHERAL, MK_PATH_ON_THE_WAY_OUT,
                                     NULL };

static const MkField pulse_fields[] = {
  MK_SCORE (MkPulse, autonomy, "autonomi", N_ ("I help decide how I do it"), MK_REQUIRED),
  MK_SCORE (MkPulse, competence, "kompetence", N_ ("I can manage the tasks"), MK_REQUIRED),
  MK_SCORE (MkPulse, belonging, "samhoerighed", N_ ("I am part of the team"), MK_REQUIRED),
};

static const MkShape pulse_shape = MK_SHAPE (MkPulse, pulse_fields, NULL);

static const MkField fields[] = {
  MK_REFERENCE (MkCheckInData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED, "forloeb"),
  MK_DATE_TIME (MkCheckInData, moment, "tidspunkt", N_ ("When"), MK_REQUIRED),
  MK_TEXT (MkCheckInData, author, "forfatter", N_ ("Written by"), MK_REQUIRED),
  MK_CHOICE (MkCheckInData, attendance, "fremmoede", N_ ("Attendance"), MK_REQUIRED, attendances),
  MK_INTEGER (MkCheckInData, paid_minutes, "loennedeMinutter", N_ ("Paid minutes"), MK_REQUIRED, 0,
              MK_MINUTES_A_DAY),
  MK_INTEGER (MkCheckInData, unpaid_minutes, "uloennedeMinutter", N_ ("Unpaid minutes"),
              MK_REQUIRED, 0, MK_MINUTES_A_DAY),
  MK_SCORE (MkCheckInData, wellbeing, "trivsel", N_ ("Own view of the day"), MK_OPTIONAL),
  MK_OBJECT (MkCheckInData, pulse, MkPulse, "puls", N_ ("Own answers"), MK_OPTIONAL, &pulse_shape),
  MK_CHOICE (MkCheckInData, path, "bane", N_ ("Part of the team"), MK_OPTIONAL, paths),
  MK_BOOLEAN (MkCheckInData, breaks_with_colleagues, "pauserMedKolleger",
              N_ ("Breaks with colleagues"), MK_OPTIONAL),
  MK_TEXT (MkCheckInData, small_win, "lilleSejr", N_ ("What worked"), MK_FREE_TEXT | MK_SEARCHED),
  MK_TEXT (MkCheckInData, difficult, "svaert", N_ ("What was hard"), MK_FREE_TEXT | MK_SEARCHED),
  MK_TEXT (MkCheckInData, next_step, "naesteSkridt", N_ ("Next step"), MK_FREE_TEXT | MK_SEARCHED),
  MK_TEXT (MkCheckInData, note, "note", N_ ("Notes"), MK_FREE_TEXT | MK_SEARCHED),
  MK_BOOLEAN (MkCheckInData, needs_help, "behovForHjaelp", N_ ("We need help"), MK_REQUIRED),
  MK_TEXT (MkCheckInData, private_note, "privatNote", N_ ("Your own note"),
           MK_PRIVATE | MK_FREE_TEXT | MK_SEARCHED),
  MK_CHOICE (MkCheckInData, private_path, "privatBane", N_ ("Part of the team, by your own note"),
             MK_PRIVATE, paths),
  MK_DATE_TIME (MkCheckInData, send_earliest, "sendesTidligst", N_ ("Sent at the earliest"),
                MK_PRIVATE),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkCheckInData *check_in = data;
  g_autofree char *place = g_strdup_printf ("%s/uloennedeMinutter", pointer);

  if (check_in->paid_minutes + check_in->unpaid_minutes > MK_MINUTES_A_DAY)
    mk_faults_add (faults, MK_CODE_VALUE, place,
                   "»loennedeMinutter« og »uloennedeMinutter« er tilsammen mere end et døgn.");
}

static const MkShape shape = MK_SHAPE (MkCheckInData, fields, check);

const MkRecordType mk_check_in_type = {
  .name = "checkin",
  .label = N_ ("Check-in"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
};

MK_DEFINE_RECORD (MkCheckIn, mk_check_in, mk_check_in_type)
