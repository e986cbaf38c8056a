/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-lesson.h"

#include <string.h>

#define CORE \
  "kind: core\nmodule: 1\ntitle: Rollen: kort\ngoal: Du ved det.\nminutes: 3\nlanguage: da\n"
#define CARD "kind: situation\ntitle: Ikke mødt\nminutes: 1\nlanguage: da\n"

static MkLesson *
parse (const char *front,
       GError    **error)
{
  g_autofree char *text = g_strdup_printf ("---\n%s---\n\nEn linje.\n", front);

  return mk_lesson_parse ("prøve", text, error);
}

static void
assert_refused (const char *front,
                const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkLesson) lesson = parse (front, &error);

  g_assert_error (error, MK_LESSON_ERROR, MK_LESSON_ERROR_FRONT);
  g_assert_null (lesson);
  g_assert_nonnull (strstr (error->message, "prøve.md"));
  g_assert_nonnull (strstr (error->message, key));
}

static void
test_front_matter_is_taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkLesson) lesson = parse (CORE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lesson->kind, ==, MK_LESSON_CORE);
  g_assert_cmpint (lesson->module, ==, 1);
  g_assert_cmpint (lesson->minutes, ==, 3);
  g_assert_cmpstr (lesson->title, ==, "Rollen: kort");
  g_assert_cmpstr (lesson->body, ==, "\nEn linje.\n");
}

static void
test_card_needs_its_ending (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkLesson) lesson = parse (CARD "action: call\nsay: Hej.\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lesson->action, ==, "call");
  assert_refused (CARD "say: Hej.\n", "action");
  assert_refused (CARD "say: Hej.\naction: fly\n", "action");
  assert_refused (CARD "action: ask\n", "say");
}

static void
test_faults_are_named (void)
{
  assert_refused ("\n", "kind");
  assert_refused ("kind: poem\n", "kind");
  assert_refused (CORE "colour: red\n", "colour");
  assert_refused (CORE "title: Igen\n", "title");
  assert_refused (CORE "order: first\n", "order");
  assert_refused (CORE "order: 0\n", "order");
  assert_refused (CORE "goal\n", "goal");
  assert_refused ("kind: core\ntitle: A\ngoal: B\nminutes: 3\nlanguage: da\n", "module");
  assert_refused ("kind: guide\nmodule: 1\ntitle: A\ngoal: B\nminutes: 3\nlanguage: da\n",
                  "module");
  assert_refused ("kind: guide\ntitle: A\nminutes: 3\nlanguage: da\n", "goal");
  assert_refused ("kind: erfa\ntitle: A\nlanguage: da\n", "minutes");
  assert_refused ("kind: erfa\ntitle: A\nminutes: 60\n", "language");
  assert_refused ("kind: erfa\nminutes: 60\nlanguage: da\n", "title");
}

static void
test_text_without_front_matter_is_refused (void)
{
  static const char *const texts[] = {
    "", "---", "---\n", "# Rollen\n", "---\nkind: core\n", NULL
  };

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mk_lesson_parse ("prøve", texts[i], &error));
      g_assert_error (error, MK_LESSON_ERROR, MK_LESSON_ERROR_FRONT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/front-matter-is-taken", test_front_matter_is_taken);
  g_test_add_func ("/lesson/card-needs-its-ending", test_card_needs_its_ending);
  g_test_add_func ("/lesson/faults-are-named", test_faults_are_named);
  g_test_add_func ("/lesson/text-without-front-matter-is-refused",
                   test_text_without_front_matter_is_refused);
  return g_test_run ();
}
