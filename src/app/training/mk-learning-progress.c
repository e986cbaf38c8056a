/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-learning.h"

#include "records/mk-learning-record.h"

#include <string.h>

/* What follows from how far a person has come with each module. */

static const char *const part_names[MK_LESSON_N_PARTS] = {
  [MK_LESSON_CORE] = "kerne", [MK_LESSON_TRY] = "proev",        [MK_LESSON_TALK] = "tal",
  [MK_LESSON_QUIZ] = "quiz",  [MK_LESSON_POCKET] = "lommekort", [MK_LESSON_MORE] = "mere",
};

/**
 * mk_learning_part_name:
 * @part: a part of a module
 *
 * Returns: by what the store knows it
 */
const char *
mk_learning_part_name (MkLessonKind part)
{
  g_return_val_if_fail (part < MK_LESSON_N_PARTS, NULL);

  return part_names[part];
}

/**
 * mk_learning_is_done:
 * @self: what is known
 * @module: 1 to 8
 *
 * Returns: whether the person said that they are through it
 */
gboolean
mk_learning_is_done (MkLearning *self,
                     guint       module)
{
  const MkProgressData *data = mk_learning_get (self, module);

  return data != NULL && g_str_equal (data->state, MK_LEARNING_DONE);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *) parts, word);
}

/**
 * mk_learning_has_part:
 * @self: what is known
 * @module: 1 to 8
 * @part: which part of it
 *
 * Returns: whether the person went through that part
 */
gboolean
mk_learning_has_part (MkLearning  *self,
                      guint        module,
                      MkLessonKind part)
{
  const MkProgressData *data = mk_learning_get (self, module);

  g_return_val_if_fail (part < MK_LESSON_N_PARTS, FALSE);

  return data != NULL && has_word (data->parts, mk_learning_part_name (part));
}

/**
 * mk_learning_count_done:
 * @self: what is known
 *
 * Returns: how many modules the person is through
 */
guint
mk_learning_count_done (MkLearning *self)
{
  guint count = 0;

  for (guint module = 1; module <= MK_LESSON_N_MODULES; module++)
    count += mk_learning_is_done (self, module);
  return count;
}

/**
 * mk_learning_get_last:
 * @self: what is known
 *
 * Returns: the module that the person left last and is not through, from 1; 0 if there is none
 */
guint
mk_learning_get_last (MkLearning *self)
{
  const char *latest = "";
  guint last = 0;

  for (guint module = 1; module <= MK_LESSON_N_MODULES; module++)
    {
      const MkProgressData *data = mk_learning_get (self, module);

      if (data == NULL || data->left == NULL || mk_learning_is_done (self, module) ||
          strcmp (data->left, latest) < 0)
        continue;
      latest = data->left;
      last = module;
    }
  return last;
}
