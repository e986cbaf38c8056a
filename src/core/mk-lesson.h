/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkLessonKind:
 * @MK_LESSON_CORE: what a module is about, in three minutes
 * @MK_LESSON_TRY: what to try at work
 * @MK_LESSON_TALK: what to talk over with a colleague
 * @MK_LESSON_QUIZ: questions with their answers
 * @MK_LESSON_POCKET: a card for the pocket
 * @MK_LESSON_MORE: for whoever wants to know more
 * @MK_LESSON_SITUATION: what to do when something happens
 * @MK_LESSON_GUIDE: a guide that is used from elsewhere
 * @MK_LESSON_LEADER: for the leader
 * @MK_LESSON_ERFA: agenda of a peer meeting
 * @MK_LESSON_HELP: how the program itself is used
 *
 * What a file of the course is for. The parts of a module come first, in the order of reading.
 */
typedef enum
{
  MK_LESSON_CORE,
  MK_LESSON_TRY,
  MK_LESSON_TALK,
  MK_LESSON_QUIZ,
  MK_LESSON_POCKET,
  MK_LESSON_MORE,
  MK_LESSON_SITUATION,
  MK_LESSON_GUIDE,
  MK_LESSON_LEADER,
  MK_LESSON_ERFA,
  MK_LESSON_HELP,
  MK_LESSON_N_KINDS
} MkLessonKind;

/* The parts of a module are the kinds below this one. */
#define MK_LESSON_N_PARTS MK_LESSON_SITUATION

#define MK_LESSON_N_MODULES 8u

/**
 * MkLesson:
 * @name: of its file, without the ending
 * @module: 1 to 8, or 0 for what belongs to none
 * @minutes: how long it takes, as its writer says
 * @order: its place among its kind, or 0
 * @goal: (nullable): what one knows afterwards
 * @action: (nullable): what a card for a situation ends in: call, ask or write
 * @say: (nullable): the one sentence to say aloud
 * @body: its Markdown
 *
 * A file of the course: what its front matter says of it, and its text.
 */
typedef struct
{
  char        *name;
  MkLessonKind kind;
  guint        module;
  guint        minutes;
  guint        order;
  char        *title;
  char        *goal;
  char        *language;
  char        *action;
  char        *say;
  char        *body;
} MkLesson;

#define MK_LESSON_ERROR (mk_lesson_error_quark ())
GQuark mk_lesson_error_quark (void);

typedef enum
{
  MK_LESSON_ERROR_FRONT
} MkLessonError;

MkLesson *mk_lesson_parse (const char *name,
                           const char *text,
                           GError    **error);
void      mk_lesson_free  (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkLesson, mk_lesson_free)

G_END_DECLS
