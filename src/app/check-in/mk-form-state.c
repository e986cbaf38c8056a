/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-form-state.h"

#include "check-in/mk-check-in-words.h"
#include "mk-choice-words.h"
#include "mk-cpr.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-holidays.h"
#include "mk-isolate.h"
#include "widgets/mk-text-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
day_words (const MkCheckInDraft *draft)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (draft->data->moment);
  g_autofree char *day = mk_date_text_day (moment);
  g_autofree char *capital = mk_date_text_capitalize (day);
  g_autofree char *time = mk_date_text_time (moment);

  /* Translators: a day, and a time such as "at 11:05". */
  return mk_isolate_printf (_ ("%1$s %2$s"), capital, time);
}

static gboolean
is_attendance (const MkCheckInDraft *draft,
               const char           *attendance)
{
  return g_strcmp0 (draft->data->attendance, attendance) == 0;
}

static const char *
authority_of (const MkFormAround *around)
{
  return around->authority != NULL ? around->authority : _ ("the authority");
}

/**
 * mk_absence_notice:
 * @name: what the workplace calls the candidate
 * @authority: (nullable): what the authority is called, where that is known
 * @now: the present moment
 *
 * Returns: (transfer full): what to know before it is saved that somebody did not come
 */
char *
mk_absence_notice (const char *name,
                   const char *authority,
                   GDateTime  *now)
{
  g_autoptr (GDateTime) next = mk_working_day_after (now);
  g_autofree char *day = mk_date_text_relative (next, now);
  g_autofree char *possessive = mk_possessive (name);

  /* Translators: the authority, a day such as "tomorrow", and whose benefit it is ("Mia’s"). */
  return mk_isolate_printf (_ ("Will be sent to %1$s, %2$s at the earliest, and may affect %3$s "
                               "benefit. Have you called?"),
                            authority != NULL ? authority : _ ("the authority"), day, possessive);
}

/* Hours */

static char *
split_words (const MkCheckInDraft *draft)
{
  gint64 paid = MIN (draft->paid_minutes, draft->minutes);
  g_autofree char *with = mk_duration_to_words (paid);
  g_autofree char *without = mk_duration_to_words (draft->minutes - paid);

  if (draft->minutes == 0)
    return g_strdup (_ ("No hours yet"));
  if (draft->split == MK_SPLIT_UNPAID || (draft->split == MK_SPLIT_BOTH && paid == 0))
    return g_strdup (_ ("All without wage"));
  if (draft->split == MK_SPLIT_PAID || paid == draft->minutes)
    return g_strdup (_ ("All with wage"));
  /* Translators: two durations. */
  return mk_isolate_printf (_ ("%1$s with wage, %2$s without"), with, without);
}

/* How the hours are split, and the scheme that says so. */
static char *
split_by_words (const MkCheckInDraft *draft)
{
  g_autofree char *split = split_words (draft);

  if (draft->scheme == NULL || draft->minutes == 0)
    return g_steal_pointer (&split);
  /* Translators: how the hours are split, and the name of the scheme that says so. */
  return mk_isolate_printf (_ ("%1$s (%2$s)"), split, mk_choice_words ("ordning", draft->scheme));
}

static char *
fault_words (MkFormat fault)
{
  if (fault == MK_FORMAT_GOOD)
    return NULL;
  if (fault == MK_FORMAT_BAD_VALUE)
    return g_strdup (_ ("A day has 24 hours. Write for instance 2:30"));
  return g_strdup (_ ("Write for instance 2:30 or 150 min"));
}

static char *
hours_words (const MkCheckInDraft *draft)
{
  g_autofree char *split = split_by_words (draft);

  if (draft->hours_fault != MK_FORMAT_GOOD)
    return fault_words (draft->hours_fault);
  if (draft->hours_source == MK_HOURS_AS_PLANNED && draft->minutes > 0)
    /* Translators: %s says how the hours are split. */
    return mk_isolate_printf (_ ("As planned. %s"), split);
  if (draft->hours_source == MK_HOURS_AS_LAST && draft->minutes > 0)
    /* Translators: %s says how the hours are split. */
    return mk_isolate_printf (_ ("As last time. %s"), split);
  return g_steal_pointer (&split);
}

static char *
paid_fault_words (const MkCheckInDraft *draft)
{
  if (draft->paid_fault != MK_FORMAT_GOOD)
    return fault_words (draft->paid_fault);
  if (draft->paid_minutes > draft->minutes)
    return g_strdup (_ ("More than the hours of the day"));
  return NULL;
}

static gboolean
is_of_today (const MkCheckInDraft *draft,
             const MkFormAround   *around)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (draft->data->moment);

  return g_date_time_get_year (moment) == g_date_time_get_year (around->now) &&
         g_date_time_get_day_of_year (moment) == g_date_time_get_day_of_year (around->now);
}

static void
judge_hours (const MkCheckInDraft *draft,
             const MkFormAround   *around,
             MkFormState          *self)
{
  self->shows_hours = mk_check_in_draft_shows_hours (draft);
  self->hours_are_at_fault = self->shows_hours && draft->hours_fault != MK_FORMAT_GOOD;
  self->hours_title = g_strdup (is_of_today (draft, around) ? _ ("Hours today") : _ ("Hours"));
  self->hours_hint = hours_words (draft);
  self->shows_paid = self->shows_hours && draft->split == MK_SPLIT_BOTH;
  self->paid_minutes = draft->paid_minutes;
  self->paid_fault = self->shows_paid ? paid_fault_words (draft) : NULL;
}

/* A day that has not come can't be told about. */
static char *
day_fault_words (const MkCheckInDraft *draft,
                 const MkFormAround   *around)
{
  g_autofree char *today = g_date_time_format (around->now, "%Y-%m-%d");
  g_autofree char *day = mk_check_in_draft_dup_day (draft);

  return strcmp (day, today) > 0 ? g_strdup (_ ("That day has not come yet.")) : NULL;
}

/* Texts */

static char *
warning_for (const char *text,
             gboolean    is_sent,
             glong       length,
             glong       most)
{
  if (text == NULL || !mk_cpr_find (text, NULL, NULL))
    return mk_text_count_words (length, most);
  if (is_sent)
    return g_strdup (_ ("This looks like a CPR number. The check-in is saved here, but not sent "
                        "before the number is gone."));
  return g_strdup (_ ("This looks like a CPR number. It does not belong here. Take it out."));
}

/**
 * mk_line_warning:
 * @text: (nullable): one line that somebody wrote
 * @is_sent: whether it is to be sent
 *
 * Returns: (transfer full) (nullable): what is to be said about it: that it looks like a CPR number,
 *   or how long it is
 */
char *
mk_line_warning (const char *text,
                 gboolean    is_sent)
{
  return warning_for (text, is_sent, text != NULL ? g_utf8_strlen (text, -1) : 0, MK_LINE_MAX);
}

/* What stays here is one text together, and as one it may be too long. */
static glong
note_length (const MkCheckInDraft *draft)
{
  g_autofree char *stays = mk_check_in_draft_dup_private (draft);
  glong kept = stays != NULL ? g_utf8_strlen (stays, -1) : 0;
  glong sent = draft->data->note != NULL ? g_utf8_strlen (draft->data->note, -1) : 0;

  return draft->sends_text ? MAX (kept, sent) : kept;
}

static char *
names_of_readers (const MkFormAround *around)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (around->readers != NULL)
    g_strv_builder_addv (builder, (const char **) around->readers);
  g_strv_builder_add (builder, authority_of (around));
  names = g_strv_builder_end (builder);
  return mk_isolate_join (", ", (const char *const *) names);
}

static char *
readers_words (const MkCheckInDraft *draft,
               const MkFormAround   *around)
{
  g_autofree char *names = names_of_readers (around);

  if (draft->sends_text)
    /* Translators: who reads it, and the candidate. */
    return mk_isolate_printf (_ ("Read by: %1$s. %2$s may see it."), names, around->name);
  return mk_isolate_printf (_ ("Your own note. Not sent. %s has a right to see it."), around->name);
}

static void
judge_texts (const MkCheckInDraft *draft,
             const MkFormAround   *around,
             MkFormState          *self)
{
  const MkCheckInData *data = draft->data;

  self->small_win_warning = mk_line_warning (data->small_win, draft->sends_text);
  self->difficult_warning = mk_line_warning (data->difficult, draft->sends_text);
  self->next_step_warning = mk_line_warning (data->next_step, draft->sends_text);
  self->note_warning =
      warning_for (data->note, draft->sends_text, note_length (draft), MK_TEXT_MAX);
  self->readers = readers_words (draft, around);
}

/* The candidate's own answers */

static gboolean
lacks_an_answer (const MkPulse *pulse)
{
  return pulse != NULL && (pulse->autonomy == MK_ABSENT || pulse->competence == MK_ABSENT ||
                           pulse->belonging == MK_ABSENT);
}

static char *
pulse_words (const MkFormAround *around,
             gboolean            asks)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (asks)
    /* Translators: %s is the candidate. */
    return mk_isolate_printf (_ ("Once a month. Let %s read and press, or leave it out. Is sent."),
                              around->name);
  day = mk_date_text_read (around->pulse_day);
  date = mk_date_text_long (day);
  return mk_isolate_printf (_ ("Answered %s. Asked again after a month."), date);
}

static void
judge_pulse (const MkCheckInDraft *draft,
             const MkFormAround   *around,
             MkFormState          *self)
{
  self->asks_pulse = around->pulse_day == NULL || draft->data->pulse != NULL;
  self->pulse_title = mk_isolate_printf (_ ("%s answers"), around->name);
  self->pulse_hint = pulse_words (around, self->asks_pulse);
  if (lacks_an_answer (draft->data->pulse))
    self->pulse_fault = g_strdup (_ ("Answer all three, or take the answers back."));
}

static void
judge_path (const MkCheckInDraft *draft,
            const MkFormAround   *around,
            MkFormState          *self)
{
  g_autofree char *names = names_of_readers (around);

  self->asks_to_send_path = draft->data->path != NULL;
  if (draft->sends_path)
    self->path_readers =
        mk_isolate_printf (_ ("Read by: %1$s. %2$s may see it."), names, around->name);
  else
    self->path_readers =
        mk_isolate_printf (_ ("Not sent. %s has a right to see it."), around->name);
}

static gboolean
can_save (const MkCheckInDraft *draft,
          const MkFormState    *self)
{
  return draft->data->attendance != NULL && self->day_fault == NULL && !self->hours_are_at_fault &&
         self->paid_fault == NULL && self->pulse_fault == NULL &&
         note_length (draft) <= MK_TEXT_MAX;
}

/**
 * mk_form_state_new:
 * @draft: what stands in the form
 * @around: what else there is to know
 *
 * Works out everything that the form shows. It looks at nothing but its arguments.
 *
 * Returns: (transfer full): the state of the form
 */
MkFormState *
mk_form_state_new (const MkCheckInDraft *draft,
                   const MkFormAround   *around)
{
  MkFormState *self = g_new0 (MkFormState, 1);
  gboolean is_absent = is_attendance (draft, MK_ATTENDANCE_ABSENT);
  g_autofree char *names = names_of_readers (around);

  self->day = day_words (draft);
  self->day_fault = day_fault_words (draft, around);
  self->author = mk_isolate_printf (_ ("Written by: %s – change"), draft->data->author);
  self->shows_tried = is_absent || is_attendance (draft, MK_ATTENDANCE_TRIED);
  self->notice =
      is_absent ? mk_absence_notice (around->name, around->authority, around->now) : NULL;
  judge_hours (draft, around, self);
  self->question = mk_isolate_printf (_ ("What does %s think of the day?"), around->name);
  judge_texts (draft, around, self);
  judge_pulse (draft, around, self);
  judge_path (draft, around, self);
  self->help = mk_isolate_printf (_ ("Is sent. Read by: %s."), names);
  self->can_save = can_save (draft, self);
  return self;
}

/**
 * mk_form_state_free:
 * @self: (nullable): a state
 */
void
mk_form_state_free (MkFormState *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_free (self->day_fault);
  g_free (self->author);
  g_free (self->notice);
  g_free (self->hours_title);
  g_free (self->hours_hint);
  g_free (self->question);
  g_free (self->small_win_warning);
  g_free (self->difficult_warning);
  g_free (self->next_step_warning);
  g_free (self->note_warning);
  g_free (self->paid_fault);
  g_free (self->pulse_title);
  g_free (self->pulse_hint);
  g_free (self->pulse_fault);
  g_free (self->path_readers);
  g_free (self->readers);
  g_free (self->help);
  g_free (self);
}
