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
 *
 * What a check-in's form has to know beside what is written in it. Borrowed.
 */
typedef struct
{
  const char *name;
  const char *authority;
  const char *const *readers;
  GDateTime *now;
} MkFormAround;

/**
 * MkFormState:
 * @day: the day and time that it is about
 * @author: who writes it
 * @can_save: whether there is enough to be saved
 * @shows_tried: whether "we called" stands among the choices
 * @notice: (nullable): what to know before it is saved
 * @shows_hours: whether the day has hours
 * @hours_title: what is asked for, of today or of another day
 * @hours_hint: how the hours are split, or what can't be understood
 * @hours_are_at_fault: whether @hours_hint says the latter
 * @shows_paid: whether the paid minutes are asked for
 * @paid_minutes: how many of the minutes are paid
 * @question: asks for the candidate's own view
 * @small_win_warning: (nullable): what is wrong with that text
 * @note_warning: (nullable): what is wrong with that text
 * @readers: who reads the texts, or that nobody does
 * @help: who sees that help is needed
 *
 * All that the widgets of a check-in's form show, beside what is written in it.
 */
typedef struct
{
  char    *day;
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
  char    *question;
  char    *small_win_warning;
  char    *note_warning;
  char    *readers;
  char    *help;
} MkFormState;

MkFormState *mk_form_state_new  (const MkCheckInDraft *draft,
                                 const MkFormAround   *around);
void         mk_form_state_free (MkFormState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkFormState, mk_form_state_free)

G_END_DECLS
