/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-lesson.h"

#include <string.h>

/* A lesson is Markdown after a small front matter: lines of "key: value" between two of "---". Its
 * faults are told to whoever writes lessons, and name the file and the key. */

G_DEFINE_QUARK (mk - lesson - error - quark, mk_lesson_error)

#define FENCE "---\n"
#define MOST_MINUTES 240

static const char *const kinds[MK_LESSON_N_KINDS] = {
  [MK_LESSON_CORE] = "core",           [MK_LESSON_TRY] = "try",       [MK_LESSON_TALK] = "talk",
  [MK_LESSON_QUIZ] = "quiz",           [MK_LESSON_POCKET] = "pocket", [MK_LESSON_MORE] = "more",
  [MK_LESSON_SITUATION] = "situation", [MK_LESSON_GUIDE] = "guide",   [MK_LESSON_LEADER] = "leader",
  [MK_LESSON_ERFA] = "erfa",           [MK_LESSON_HELP] = "help",
};

static const char *const actions[] = { "call", "ask", "write", NULL };

/**
 * mk_lesson_free:
 * @data: (nullable): an MkLesson
 */
void
mk_lesson_free (gpointer data)
{
  MkLesson *self = data;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->goal);
  g_free (self->language);
  g_free (self->action);
  g_free (self->say);
  g_free (self->body);
  g_free (self);
}

static gboolean
refuse (const MkLesson *self,
        const char     *what,
        const char     *key,
        GError        **error)
{
  g_set_error (error, MK_LESSON_ERROR, MK_LESSON_ERROR_FRONT, "%s.md: %s: %s", self->name, key,
               what);
  return FALSE;
}

static gboolean
take_number (const MkLesson *self,
             const char     *key,
             const char     *value,
             guint64         most,
             guint          *number,
             GError        **error)
{
  guint64 read;

  if (!g_ascii_string_to_unsigned (value, 10, 1, most, &read, NULL))
    return refuse (self, "is no number, or out of range", key, error);
  *number = (guint) read;
  return TRUE;
}

static gboolean
take_kind (MkLesson   *self,
           const char *value,
           GError    **error)
{
  for (guint i = 0; i < MK_LESSON_N_KINDS; i++)
    if (g_str_equal (kinds[i], value))
      {
        self->kind = (MkLessonKind) i;
        return TRUE;
      }
  return refuse (self, "is none of the kinds", "kind", error);
}

static char **
text_of (MkLesson   *self,
         const char *key)
{
  if (g_str_equal (key, "title"))
    return &self->title;
  if (g_str_equal (key, "goal"))
    return &self->goal;
  if (g_str_equal (key, "language"))
    return &self->language;
  if (g_str_equal (key, "action"))
    return &self->action;
  return g_str_equal (key, "say") ? &self->say : NULL;
}

static gboolean
take (MkLesson   *self,
      const char *key,
      const char *value,
      GError    **error)
{
  char **text = text_of (self, key);

  if (*value == '\0')
    return refuse (self, "is empty", key, error);
  if (text != NULL)
    return *text == NULL ? g_set_str (text, value) : refuse (self, "stands twice", key, error);
  if (g_str_equal (key, "kind"))
    return take_kind (self, value, error);
  if (g_str_equal (key, "module"))
    return take_number (self, key, value, MK_LESSON_N_MODULES, &self->module, error);
  if (g_str_equal (key, "minutes"))
    return take_number (self, key, value, MOST_MINUTES, &self->minutes, error);
  if (g_str_equal (key, "order"))
    return take_number (self, key, value, G_MAXUINT16, &self->order, error);
  return refuse (self, "is not known", key, error);
}

static gboolean
take_line (MkLesson   *self,
           const char *line,
           GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (line, ":", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return refuse (self, "has no colon", line, error);
  return take (self, g_strstrip (parts[0]), g_strstrip (parts[1]), error);
}

static gboolean
judge_situation (const MkLesson *self,
                 GError        **error)
{
  if (self->action == NULL || !g_strv_contains (actions, self->action))
    return refuse (self, "is none of call, ask and write", "action", error);
  return self->say != NULL || refuse (self, "is missing", "say", error);
}

static gboolean
judge (const MkLesson *self,
       GError        **error)
{
  gboolean is_part = self->kind < MK_LESSON_N_PARTS;

  if (self->kind == MK_LESSON_N_KINDS)
    return refuse (self, "is missing", "kind", error);
  if (self->title == NULL)
    return refuse (self, "is missing", "title", error);
  if (self->language == NULL)
    return refuse (self, "is missing", "language", error);
  if (self->minutes == 0)
    return refuse (self, "is missing", "minutes", error);
  if (is_part != (self->module > 0))
    return refuse (self, "is for the parts of a module, and for them alone", "module", error);
  if ((self->kind == MK_LESSON_CORE || self->kind == MK_LESSON_GUIDE) && self->goal == NULL)
    return refuse (self, "is missing", "goal", error);
  return self->kind != MK_LESSON_SITUATION || judge_situation (self, error);
}

static gboolean
take_front (MkLesson   *self,
            const char *front,
            GError    **error)
{
  g_auto (GStrv) lines = g_strsplit (front, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !take_line (self, lines[i], error))
      return FALSE;
  return judge (self, error);
}

/**
 * mk_lesson_parse:
 * @name: of the file, without the ending
 * @text: what stands in it
 * @error: return location
 *
 * Reads a file of the course.
 *
 * Returns: (transfer full): the lesson; %NULL where its front matter has a fault, which is named
 */
MkLesson *
mk_lesson_parse (const char *name,
                 const char *text,
                 GError    **error)
{
  g_autoptr (MkLesson) self = g_new0 (MkLesson, 1);
  const char *end =
      g_str_has_prefix (text, FENCE) ? strstr (text + strlen (FENCE), "\n" FENCE) : NULL;
  g_autofree char *front = NULL;

  self->name = g_strdup (name);
  self->kind = MK_LESSON_N_KINDS;
  if (end == NULL)
    {
      refuse (self, "does not stand between two lines of ---", "front matter", error);
      return NULL;
    }
  front = g_strndup (text + strlen (FENCE), (gsize) (end - text) - strlen (FENCE));
  if (!take_front (self, front, error))
    return NULL;
  self->body = g_strdup (end + 1 + strlen (FENCE));
  return g_steal_pointer (&self);
}
