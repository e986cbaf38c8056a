/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"

G_BEGIN_DECLS

/**
 * MkFormAround:
 * @name: what the workplace calls the candidate
 * @authority: (nullable): what the authority is called, where that is known
 * @readers: (nullable): who else reads what is sent, names as `GStrv`
 * @now: the present moment
 * @pulse_day: (nullable): YYYY-MM-DD, when the candidate answered the three questions within the
 *   last month
 *
 * What a check-in's form has to know beside what is written in it. Borrowed.
 */
typedef struct
{
  const char *name;
  const char *authority;
  const char *const *readers;
  GDateTime  *now;
  const char *pulse_day;
} MkFormAround;

/* So many days after the three answers they are asked for again. */
#define MK_PULSE_DAYS 28

/* The longest text of one line, as its entry lets it through. */
#define MK_LINE_MAX 1000

/**
 * MkFormState:
 * @day: the day and time that it is about
 * @day_fault: (nullable): why that can't be
 * @author: who writes it
 * @can_save: whether there is enough to be saved
 * @shows_tried: whether "we called" stands among the choices
 * @notice: (nullable): what to know before it is saved
 * @shows_hours: whether the day has hours
 * @hours_title: what is asked for, of today or of another day
 * @hours_hint: how the hours are split, or what can't be understood
 * @hours_are_at_fault: whether @hours_hint says the latter
 * @shows_paid: whether the paid minutes are asked for
 * @paid_fault: (nullable): what is wrong with what is typed there
 * @paid_minutes: how many of the minutes are paid
 * @question: asks for the candidate's own view
 * @small_win_warning: (nullable): what is wrong with that text, or about to be
 * @difficult_warning: (nullable): the same
 * @next_step_warning: (nullable): the same
 * @note_warning: (nullable): the same
 * @readers: who reads the texts, or that nobody does
 * @pulse_title: that the candidate answers
 * @pulse_hint: how, or when that was
 * @asks_pulse: whether the three answers are asked for this time
 * @pulse_fault: (nullable): what is missing in them
 * @asks_to_send_path: whether there is something to send or not
 * @path_readers: who reads that, or that nobody does
 * @help: who sees that help is needed
 *
 * All that the widgets of a check-in's form show, beside what is written in it.
 */
typedef struct
{
  char    *day;
  char    *day_fault;
  char    *author;
  gboolean can_save;
  gboolean shows_tried;
  char    *notice;
  gboolean shows_hours;
  char    *hours_title;
  char    *hours_hint;
  gboolean hours_are_at_fault;
  gboolean shows_paid;
  gint64   paid_minutes;
  char    *paid_fault;
  char    *question;
  char    *small_win_warning;
  char    *difficult_warning;
  char    *next_step_warning;
  char    *note_warning;
  char    *readers;
  char    *pulse_title;
  char    *pulse_hint;
  gboolean asks_pulse;
  char    *pulse_fault;
  gboolean asks_to_send_path;
  char    *path_readers;
  char    *help;
} MkFormState;

MkFormState *mk_form_state_new  (const MkCheckInDraft *draft,
                                 const MkFormAround   *around);
char        *mk_line_warning    (const char *text,
                                 gboolean    is_sent);
char        *mk_absence_notice  (const char *name,
                                 const char *authority,
                                 GDateTime  *now);
void         mk_form_state_free (MkFormState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkFormState, mk_form_state_free)

G_END_DECLS
