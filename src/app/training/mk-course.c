/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-course.h"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* The course that is compiled in. What the desktop's language has not, Danish has. Main thread. */

#define FOLDER MK_APP_PATH "/training"
#define ENDING ".md"

static gboolean
is_there (GPtrArray  *lessons,
          const char *name)
{
  for (guint i = 0; i < lessons->len; i++)
    if (g_str_equal (((const MkLesson *) g_ptr_array_index (lessons, i))->name, name))
      return TRUE;
  return FALSE;
}

static void
add_lesson (GPtrArray  *lessons,
            const char *folder,
            const char *file)
{
  g_autofree char *path = g_build_path ("/", folder, file, NULL);
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (ENDING));
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  MkLesson *lesson;

  if (bytes == NULL || is_there (lessons, name))
    return;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lesson = mk_lesson_parse (name, text, &error);
  if (lesson != NULL)
    g_ptr_array_add (lessons, lesson);
  else
    g_warning ("A lesson is left out: %s", error->message);
}

static void
add_language (GPtrArray  *lessons,
              const char *language)
{
  g_autofree char *folder = g_build_path ("/", FOLDER, language, NULL);
  g_auto (GStrv) files =
      g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ENDING))
      add_lesson (lessons, folder, files[i]);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MkLesson *first = a, *second = b;

  if (first->module != second->module)
    return first->module < second->module ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return strcmp (first->name, second->name);
}

/**
 * mk_course_get:
 *
 * Returns: (transfer none) (element-type MkLesson): all of the course, in the order of reading
 */
const GPtrArray *
mk_course_get (void)
{
  static GPtrArray *lessons = NULL;

  if (lessons == NULL)
    {
      const char *const *languages = g_get_language_names ();

      lessons = g_ptr_array_new_with_free_func (mk_lesson_free);
      for (guint i = 0; languages[i] != NULL; i++)
        add_language (lessons, languages[i]);
      add_language (lessons, "da");
      g_ptr_array_sort_values (lessons, compare);
    }
  return lessons;
}

/**
 * mk_course_find:
 * @name: of a file, without the ending
 *
 * Returns: (transfer none) (nullable): the lesson
 */
const MkLesson *
mk_course_find (const char *name)
{
  const GPtrArray *lessons = mk_course_get ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      if (g_str_equal (lesson->name, name))
        return lesson;
    }
  return NULL;
}

/**
 * mk_course_part:
 * @module: 1 to 8
 * @kind: which part of it
 *
 * Returns: (transfer none) (nullable): that part, if the module has it
 */
const MkLesson *
mk_course_part (guint        module,
                MkLessonKind kind)
{
  const GPtrArray *lessons = mk_course_get ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      if (lesson->module == module && lesson->kind == kind)
        return lesson;
    }
  return NULL;
}

/**
 * mk_course_list:
 * @kind: of lessons
 *
 * Returns: (transfer container) (element-type MkLesson): those of a kind, in their order
 */
GPtrArray *
mk_course_list (MkLessonKind kind)
{
  const GPtrArray *lessons = mk_course_get ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < lessons->len; i++)
    {
      MkLesson *lesson = g_ptr_array_index (lessons, i);

      if (lesson->kind == kind)
        g_ptr_array_add (list, lesson);
    }
  return list;
}

/**
 * mk_course_minutes:
 * @module: 1 to 8
 *
 * Returns: what the parts of a module take together, as the course states it
 */
guint
mk_course_minutes (guint module)
{
  const GPtrArray *lessons = mk_course_get ();
  guint minutes = 0;

  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      if (lesson->module == module && lesson->kind < MK_LESSON_N_PARTS)
        minutes += lesson->minutes;
    }
  return minutes;
}

/**
 * mk_course_picture:
 * @source: of a picture, as a lesson names it
 *
 * Returns: (transfer full) (nullable): where it is among the resources; %NULL for what is no picture
 *   of the course
 */
char *
mk_course_picture (const char *source)
{
  g_autofree char *path = NULL;

  if (!g_str_has_prefix (source, "pictures/") || strstr (source, "..") != NULL)
    return NULL;
  path = g_build_path ("/", FOLDER, source, NULL);
  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL)
             ? g_steal_pointer (&path)
             : NULL;
}

/**
 * mk_course_words:
 * @lesson: a lesson
 *
 * Returns: (transfer full): what can be found in it, a line a block
 */
char *
mk_course_words (const MkLesson *lesson)
{
  g_autoptr (MkBlock) document = mk_markdown_parse (lesson->body, strlen (lesson->body), NULL);
  g_autofree char *words = document != NULL ? mk_block_words (document) : g_strdup ("");

  return g_strjoin ("\n", lesson->title, words, lesson->say, NULL);
}
