/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-reader.h"
#include "training/mk-course-cards.h"
#include "training/mk-course-sheet.h"
#include "training/mk-course.h"

#include <string.h>

/* The course on paper, read back from the file that the same drawing makes. */

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("It does not say “%s”:\n%s", wanted, text);
}

/* Takes @content. */
static char *
print (const MkPaperKind *kind,
       gpointer           content)
{
  g_autoptr (GBytes) file = mk_paper_to_pdf (kind, content);

  kind->free_content (content);
  return mk_reader_bytes (file);
}

static void
test_every_module_has_its_card (MkWindow *window)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (MK_LESSON_POCKET);
  g_autofree char *text = print (&mk_course_cards_kind, mk_course_cards_new (""));

  g_assert_cmpuint (lessons->len, ==, MK_LESSON_N_MODULES);
  g_assert_cmpuint (count (text, "\f"), ==, 2);
  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);
      g_autofree char *module = g_strdup_printf ("Modul %u", lesson->module);

      g_assert_cmpuint (count (text, module), ==, 1);
    }
  assert_holds (text, "Én ting ad gangen.");
  assert_holds (text, "Ro først: lav stemme, få ord.");
}

static void
test_one_card_four_times (MkWindow *window)
{
  g_autofree char *text = print (&mk_course_cards_kind, mk_course_cards_new ("modul-6-lommekort"));

  g_assert_cmpuint (count (text, "\f"), ==, 1);
  g_assert_cmpuint (count (text, "Modul 6"), ==, 4);
  g_assert_cmpuint (count (text, "Tæl til tre."), ==, 4);
}

/* A course that is written anew may have longer cards; they lose no word. */
static void
test_a_long_card_stays_whole (MkWindow *window)
{
  g_autoptr (GString) body = g_string_new (NULL);
  MkLesson lesson = { .kind = MK_LESSON_POCKET, .module = 1, .title = (char *) "Langt kort" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 14; i++)
    g_string_append_printf (body, "- Det her er punkt nummer %u, og det fylder en hel linje.\n", i);
  lesson.body = body->str;
  g_ptr_array_add (cards, &lesson);
  text = print (&mk_course_cards_kind, g_steal_pointer (&cards));
  for (guint i = 1; i <= 14; i++)
    {
      g_autofree char *point = g_strdup_printf ("nummer %u,", i);

      g_assert_cmpuint (count (text, point), ==, 4);
    }
}

static MkLearning *
learning_of (MkWindow *window)
{
  return mk_shell_get_learning (mk_window_get_shell (window));
}

static void
test_sheet_says_who_what_when_and_how_long (MkWindow *window)
{
  MkLearning *learning = learning_of (window);
  g_autofree char *text = NULL;

  mk_learning_set_done (learning, 2, TRUE);
  mk_learning_set_done (learning, 5, TRUE);
  text = print (&mk_course_sheet_kind, mk_course_sheet_new (learning));
  g_assert_cmpuint (count (text, "\f"), ==, 1);
  assert_holds (text, "Kurset indtil nu");
  assert_holds (text, mk_learning_get_person (learning));
  assert_holds (text, "2. Før første dag");
  assert_holds (text, "5. Fællesskab og motivation");
  assert_holds (text, "3. december 2026");
  assert_holds (text, "2 af 8 moduler gennemgået");
  g_assert_null (strstr (text, "1. Rollen"));
}

/* The hours are those that the files of the course name, and their sum. */
static void
test_hours_are_as_the_course_states_them (MkWindow *window)
{
  MkLearning *learning = learning_of (window);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  guint minutes = 0;

  for (guint module = 1; module <= MK_LESSON_N_MODULES; module++)
    {
      mk_learning_set_done (learning, module, TRUE);
      minutes += mk_course_minutes (module);
    }
  text = print (&mk_course_sheet_kind, mk_course_sheet_new (learning));
  sum = g_strdup_printf ("%u t %u min", minutes / 60, minutes % 60);
  g_assert_cmpuint (minutes, >=, 3 * 60);
  g_assert_cmpuint (minutes, <=, 5 * 60);
  assert_holds (text, "Kursusbevis");
  assert_holds (text, "8 af 8 moduler gennemgået");
  assert_holds (text, sum);
}

/* Somebody else's modules do not stand on it. */
static void
test_sheet_is_one_persons (MkWindow *window)
{
  MkLearning *learning = learning_of (window);
  g_autofree char *text = NULL;

  mk_learning_set_done (learning, 1, TRUE);
  mk_learning_set_person (learning, "Anna");
  mk_learning_set_done (learning, 3, TRUE);
  text = print (&mk_course_sheet_kind, mk_course_sheet_new (learning));
  assert_holds (text, "Anna");
  assert_holds (text, "3. Forventninger");
  g_assert_null (strstr (text, "1. Rollen"));
}

static void
assert_shown_as_printed (MkWindow   *window,
                         const char *title,
                         guint       n_pages)
{
  AdwDialog *dialog = mk_app_test_wait_for_dialog (window);

  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, title);
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (dialog), GTK_TYPE_DRAWING_AREA), ==, n_pages);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
}

static void
test_shown_as_printed (MkWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);

  gtk_widget_activate_action (widget, "win.print-course-cards", "s", "");
  assert_shown_as_printed (window, "Lommekort", 2);
  gtk_widget_activate_action (widget, "win.print-course-cards", "s", "modul-1-lommekort");
  assert_shown_as_printed (window, "Lommekort", 1);
  gtk_widget_activate_action (widget, "win.print-course", NULL);
  assert_shown_as_printed (window, "Kurset indtil nu", 1);
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/course-paper/every-module-has-its-card", test_every_module_has_its_card);
  mk_app_test_add ("/course-paper/one-card-fills-a-sheet", test_one_card_four_times);
  mk_app_test_add ("/course-paper/a-long-card-stays-whole", test_a_long_card_stays_whole);
  mk_app_test_add ("/course-paper/the-sheet-says-who-what-when-and-how-long",
                   test_sheet_says_who_what_when_and_how_long);
  mk_app_test_add ("/course-paper/hours-are-as-the-course-states-them",
                   test_hours_are_as_the_course_states_them);
  mk_app_test_add ("/course-paper/the-sheet-is-one-persons", test_sheet_is_one_persons);
  mk_app_test_add ("/course-paper/shown-as-printed", test_shown_as_printed);
  return g_test_run ();
}
