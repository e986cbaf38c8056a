/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-form-state.h"

#include "check-in/mk-check-in-words.h"
#include "mk-cpr.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-holidays.h"

#include <glib/gi18n-lib.h>

static char *
day_words (const MkCheckInDraft *draft)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (draft->data->moment);
  g_autofree char *day = mk_date_text_day (moment);
  g_autofree char *capital = mk_date_text_capitalize (day);
  g_autofree char *time = mk_date_text_time (moment);

  /* Translators: a day, and a time such as "at 11:05". */
  return g_strdup_printf (_ ("%1$s %2$s"), capital, time);
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

static char *
absence_notice (const MkFormAround *around)
{
  g_autoptr (GDateTime) next = mk_working_day_after (around->now);
  g_autofree char *day = mk_date_text_relative (next, around->now);
  g_autofree char *possessive = mk_possessive (around->name);

  /* Translators: the authority, a day such as "tomorrow", and whose benefit it is ("Mia’s"). */
  return g_strdup_printf (_ ("Will be sent to %1$s, %2$s at the earliest, and may affect %3$s "
                             "benefit. Have you called?"),
                          authority_of (around), day, possessive);
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
  return g_strdup_printf (_ ("%1$s with wage, %2$s without"), with, without);
}

static char *
hours_words (const MkCheckInDraft *draft)
{
  g_autofree char *split = split_words (draft);

  if (draft->is_unreadable)
    return g_strdup (_ ("Write for instance 2:30 or 150 min"));
  if (draft->is_as_last && draft->minutes > 0)
    /* Translators: %s says how the hours are split. */
    return g_strdup_printf (_ ("As last time. %s"), split);
  return g_steal_pointer (&split);
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
  self->hours_are_at_fault = self->shows_hours && draft->is_unreadable;
  self->hours_title = g_strdup (is_of_today (draft, around) ? _ ("Hours today") : _ ("Hours"));
  self->hours_hint = hours_words (draft);
  self->shows_paid = self->shows_hours && draft->split == MK_SPLIT_BOTH;
  self->paid_minutes = MIN (draft->paid_minutes, draft->minutes);
}

/* Texts */

static char *
warning_for (const char *text,
             gboolean    is_sent)
{
  if (text == NULL || !mk_cpr_find (text, NULL, NULL))
    return NULL;
  if (is_sent)
    return g_strdup (_ ("This looks like a CPR number. The check-in is saved here, but not sent "
                        "before the number is gone."));
  return g_strdup (_ ("This looks like a CPR number. It does not belong here. Take it out."));
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
  return g_strjoinv (", ", names);
}

static char *
readers_words (const MkCheckInDraft *draft,
               const MkFormAround   *around)
{
  g_autofree char *names = names_of_readers (around);

  if (draft->sends_text)
    /* Translators: who reads it, and the candidate. */
    return g_strdup_printf (_ ("Read by: %1$s. %2$s may see it."), names, around->name);
  return g_strdup_printf (_ ("Your own note. Not sent. %s has a right to see it."), around->name);
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
  self->author = g_strdup_printf (_ ("Written by: %s"), draft->data->author);
  self->shows_tried = is_absent || is_attendance (draft, MK_ATTENDANCE_TRIED);
  self->notice = is_absent ? absence_notice (around) : NULL;
  judge_hours (draft, around, self);
  self->question = g_strdup_printf (_ ("What does %s think of the day?"), around->name);
  self->small_win_warning = warning_for (draft->data->small_win, draft->sends_text);
  self->note_warning = warning_for (draft->data->note, draft->sends_text);
  self->readers = readers_words (draft, around);
  self->help = g_strdup_printf (_ ("Is sent. Read by: %s."), names);
  self->can_save = draft->data->attendance != NULL && !self->hours_are_at_fault;
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
  g_free (self->author);
  g_free (self->notice);
  g_free (self->hours_title);
  g_free (self->hours_hint);
  g_free (self->question);
  g_free (self->small_win_warning);
  g_free (self->note_warning);
  g_free (self->readers);
  g_free (self->help);
  g_free (self);
}
