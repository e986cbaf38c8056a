/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-shell.h"

#include "training/mk-course.h"
#include "training/mk-situations-page.h"
#include "training/mk-training-page.h"

/* The ways into the course. */

static MkTrainingPage *
training_page (MkShell *self)
{
  if (!MK_IS_TRAINING_PAGE (mk_shell_get_page (self)))
    mk_shell_show_training (self);
  return MK_TRAINING_PAGE (mk_shell_get_page (self));
}

/**
 * mk_shell_show_lesson:
 * @self: a shell
 * @name: of a text of the course
 * @passage: (nullable): words in it to go to
 *
 * Goes to a text of the course, if it is there.
 */
void
mk_shell_show_lesson (MkShell    *self,
                      const char *name,
                      const char *passage)
{
  const MkLesson *lesson;

  g_return_if_fail (MK_IS_SHELL (self));

  lesson = mk_course_find (name);
  if (lesson == NULL)
    return;
  if (lesson->kind == MK_LESSON_SITUATION)
    {
      if (!MK_IS_SITUATIONS_PAGE (mk_shell_get_page (self)))
        mk_shell_show_situations (self);
      mk_situations_page_show (MK_SITUATIONS_PAGE (mk_shell_get_page (self)), lesson, passage);
      return;
    }
  mk_training_page_show (training_page (self), lesson, passage);
}

/**
 * mk_shell_show_material:
 * @self: a shell
 * @id: UUID of a material that came in a package
 * @searched: (nullable): what it was found by
 *
 * Goes to it, and to where the words stand that it was found by.
 */
void
mk_shell_show_material (MkShell    *self,
                        const char *id,
                        const char *searched)
{
  g_return_if_fail (MK_IS_SHELL (self));

  mk_training_page_show_material (training_page (self), id, searched);
}

/**
 * mk_shell_show_meetings:
 * @self: a shell
 *
 * Goes to the meetings of buddies.
 */
void
mk_shell_show_meetings (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  mk_training_page_show_meetings (training_page (self));
}

/**
 * mk_shell_keep:
 * @self: a shell
 *
 * Remembers where the person is in the course, before the store is closed.
 */
void
mk_shell_keep (MkShell *self)
{
  g_return_if_fail (MK_IS_SHELL (self));

  if (MK_IS_TRAINING_PAGE (mk_shell_get_page (self)))
    mk_training_page_keep (MK_TRAINING_PAGE (mk_shell_get_page (self)));
}
