/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-edits.h"

/* Every edit of a check-in's form makes another draft. */

/**
 * mk_check_in_draft_with_attendance:
 * @self: a draft
 * @attendance: one of the MK_ATTENDANCE_… strings
 *
 * Returns: (transfer full): the draft with that attendance
 */
MkCheckInDraft *
mk_check_in_draft_with_attendance (const MkCheckInDraft *self,
                                   const char           *attendance)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->attendance, attendance);
  return draft;
}

/**
 * mk_check_in_draft_with_moment:
 * @self: a draft
 * @moment: RFC 3339 date-time
 *
 * Returns: (transfer full): the draft about that moment
 */
MkCheckInDraft *
mk_check_in_draft_with_moment (const MkCheckInDraft *self,
                               const char           *moment)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->moment, moment);
  return draft;
}

/**
 * mk_check_in_draft_with_author:
 * @self: a draft
 * @author: who writes
 *
 * Returns: (transfer full): the draft written by them
 */
MkCheckInDraft *
mk_check_in_draft_with_author (const MkCheckInDraft *self,
                               const char           *author)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->author, author);
  return draft;
}

/**
 * mk_check_in_draft_with_minutes:
 * @self: a draft
 * @minutes: of the day, 0 to %MK_MINUTES_A_DAY
 *
 * Returns: (transfer full): the draft with those hours
 */
MkCheckInDraft *
mk_check_in_draft_with_minutes (const MkCheckInDraft *self,
                                gint64                minutes)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  if (minutes != self->minutes)
    draft->hours_source = MK_HOURS_TYPED;
  draft->hours_fault = MK_FORMAT_GOOD;
  draft->minutes = CLAMP (minutes, 0, MK_MINUTES_A_DAY);
  return draft;
}

/**
 * mk_check_in_draft_with_hours_fault:
 * @self: a draft
 * @fault: what is wrong with what is typed as hours
 *
 * Returns: (transfer full): the draft while the hours can't be understood
 */
MkCheckInDraft *
mk_check_in_draft_with_hours_fault (const MkCheckInDraft *self,
                                    MkFormat              fault)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->hours_fault = fault;
  return draft;
}

/**
 * mk_check_in_draft_with_split:
 * @self: a draft
 * @split: which hours are paid
 *
 * Returns: (transfer full): the draft split so
 */
MkCheckInDraft *
mk_check_in_draft_with_split (const MkCheckInDraft *self,
                              MkSplit               split)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_split_typed = self->is_split_typed || split != self->split;
  draft->split = split;
  draft->scheme = draft->is_split_typed ? NULL : self->scheme;
  return draft;
}

/**
 * mk_check_in_draft_with_paid:
 * @self: a draft
 * @minutes: how many of the day's minutes are paid
 *
 * Returns: (transfer full): the draft with them
 */
MkCheckInDraft *
mk_check_in_draft_with_paid (const MkCheckInDraft *self,
                             gint64                minutes)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_split_typed = self->is_split_typed || minutes != self->paid_minutes;
  draft->paid_fault = MK_FORMAT_GOOD;
  draft->paid_minutes = CLAMP (minutes, 0, MK_MINUTES_A_DAY);
  draft->scheme = draft->is_split_typed ? NULL : self->scheme;
  return draft;
}

/**
 * mk_check_in_draft_with_paid_fault:
 * @self: a draft
 * @fault: what is wrong with what is typed as paid hours
 *
 * Returns: (transfer full): the draft while they can't be understood
 */
MkCheckInDraft *
mk_check_in_draft_with_paid_fault (const MkCheckInDraft *self,
                                   MkFormat              fault)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->paid_fault = fault;
  return draft;
}

/**
 * mk_check_in_draft_with_wellbeing:
 * @self: a draft
 * @score: the candidate's own view of the day, 1 to 5, or %MK_ABSENT
 *
 * Returns: (transfer full): the draft with that answer
 */
MkCheckInDraft *
mk_check_in_draft_with_wellbeing (const MkCheckInDraft *self,
                                  gint64                score)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->data->wellbeing = score;
  return draft;
}

/**
 * mk_check_in_draft_with_pulse:
 * @self: a draft
 * @pulse: the candidate's own answers, each 1 to 5 or %MK_ABSENT
 *
 * Returns: (transfer full): the draft with those answers
 */
MkCheckInDraft *
mk_check_in_draft_with_pulse (const MkCheckInDraft *self,
                              const MkPulse        *pulse)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_clear_pointer (&draft->data->pulse, g_free);
  if (pulse->autonomy != MK_ABSENT || pulse->competence != MK_ABSENT ||
      pulse->belonging != MK_ABSENT)
    draft->data->pulse = g_memdup2 (pulse, sizeof *pulse);
  return draft;
}

/**
 * mk_check_in_draft_with_path:
 * @self: a draft
 * @path: (nullable): one of the MK_PATH_… strings
 *
 * Returns: (transfer full): the draft with it
 */
MkCheckInDraft *
mk_check_in_draft_with_path (const MkCheckInDraft *self,
                             const char           *path)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->path, path);
  return draft;
}

/**
 * mk_check_in_draft_with_sends_path:
 * @self: a draft
 * @sends_path: whether the candidate's place in the team is sent
 *
 * Returns: (transfer full): the draft with that choice
 */
MkCheckInDraft *
mk_check_in_draft_with_sends_path (const MkCheckInDraft *self,
                                   gboolean              sends_path)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->sends_path = sends_path;
  return draft;
}

/**
 * mk_check_in_draft_with_breaks:
 * @self: a draft
 * @breaks: whether breaks were taken with colleagues, or %MK_ABSENT
 *
 * Returns: (transfer full): the draft with that answer
 */
MkCheckInDraft *
mk_check_in_draft_with_breaks (const MkCheckInDraft *self,
                               int                   breaks)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->data->breaks_with_colleagues = breaks;
  return draft;
}

/**
 * mk_check_in_draft_with_small_win:
 * @self: a draft
 * @text: what worked, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_small_win (const MkCheckInDraft *self,
                                  const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->small_win, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_difficult:
 * @self: a draft
 * @text: what was hard, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_difficult (const MkCheckInDraft *self,
                                  const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->difficult, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_next_step:
 * @self: a draft
 * @text: what is next, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_next_step (const MkCheckInDraft *self,
                                  const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->next_step, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_note:
 * @self: a draft
 * @text: the note, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_note (const MkCheckInDraft *self,
                             const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->note, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_sends_text:
 * @self: a draft
 * @sends_text: whether the texts are sent
 *
 * Returns: (transfer full): the draft with that choice
 */
MkCheckInDraft *
mk_check_in_draft_with_sends_text (const MkCheckInDraft *self,
                                   gboolean              sends_text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->sends_text = sends_text;
  return draft;
}

/**
 * mk_check_in_draft_with_needs_help:
 * @self: a draft
 * @needs_help: whether the workplace needs help
 *
 * Returns: (transfer full): the draft with that choice
 */
MkCheckInDraft *
mk_check_in_draft_with_needs_help (const MkCheckInDraft *self,
                                   gboolean              needs_help)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->data->needs_help = needs_help;
  return draft;
}

/* What nobody typed follows the plan of its day. */
static void
take_plan (MkCheckInDraft  *draft,
           const char      *day,
           const GPtrArray *plans)
{
  const MkPlanDay *planned = mk_plan_day_on (plans, day);

  if (draft->id != NULL || planned == NULL)
    return;
  if (draft->hours_source == MK_HOURS_TYPED && draft->minutes > 0)
    return;
  draft->minutes = mk_plan_day_minutes (planned);
  draft->hours_source = MK_HOURS_AS_PLANNED;
}

static void
take_scheme (MkCheckInDraft  *draft,
             const char      *day,
             const GPtrArray *schemes)
{
  const MkSchemeData *scheme = mk_scheme_on (schemes, day);

  if (draft->id != NULL || draft->is_split_typed)
    return;
  draft->scheme = NULL;
  if (scheme == NULL)
    return;
  draft->scheme = g_intern_string (scheme->scheme);
  draft->paid_minutes = mk_scheme_paid (scheme, draft->minutes);
  if (draft->paid_minutes == 0)
    draft->split = MK_SPLIT_UNPAID;
  else
    draft->split = draft->paid_minutes == draft->minutes ? MK_SPLIT_PAID : MK_SPLIT_BOTH;
}

/**
 * mk_check_in_draft_arranged:
 * @self: a draft
 * @plans: (nullable) (element-type MkAttendancePlanData): of its placement
 * @schemes: (nullable) (element-type MkSchemeData): of its placement
 *
 * Lets the hours of a new check-in follow the attendance plan, and their split the scheme, as far
 * as nobody has typed anything else.
 *
 * Returns: (transfer full): the draft with what is arranged for its day
 */
MkCheckInDraft *
mk_check_in_draft_arranged (const MkCheckInDraft *self,
                            const GPtrArray      *plans,
                            const GPtrArray      *schemes)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);
  g_autofree char *day = mk_check_in_draft_dup_day (self);

  take_plan (draft, day, plans);
  take_scheme (draft, day, schemes);
  return draft;
}
