/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-author-popover.h"
#include "mk-app-test.h"
#include "mk-export.h"
#include "mk-preview.h"
#include "training/mk-course.h"
#include "training/mk-lesson-page.h"
#include "training/mk-markdown-view.h"
#include "training/mk-markdown-words.h"
#include "training/mk-module-page.h"
#include "training/mk-quiz-view.h"
#include "training/mk-situations-button.h"
#include "training/mk-situations-page.h"
#include "training/mk-training-page.h"

#include <glib/gstdio.h>
#include <string.h>

/* The course in the window, on the invented workplace. */

static GtkWidget *
find (MkWindow *window,
      GType     type)
{
  return mk_app_test_find (GTK_WIDGET (window), type);
}

static void
go (MkWindow   *window,
    const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  mk_app_test_settle ();
}

static gboolean
is_whole (gpointer window)
{
  GtkWidget *page = find (window, MK_TYPE_MODULE_PAGE);

  return page == NULL || mk_module_page_is_whole (MK_MODULE_PAGE (page));
}

static void
show_lesson (MkWindow   *window,
             const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-lesson", "s", name);
  mk_app_test_wait (is_whole, window);
  mk_app_test_settle ();
}

static gboolean
is_told (gpointer data)
{
  gpointer *parts = data;

  return mk_app_test_find_text (parts[0], parts[1]) != NULL;
}

static void
wait_for_text (MkWindow   *window,
               const char *text)
{
  gpointer parts[] = { window, (gpointer) text };

  mk_app_test_wait (is_told, parts);
}

static GtkAdjustment *
way_of (MkWindow *window)
{
  GtkWidget *scroll =
      mk_app_test_find (find (window, MK_TYPE_MODULE_PAGE), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
}

static void
test_every_module_is_on_the_path (MkWindow *window)
{
  g_autoptr (GPtrArray) cores = mk_course_list (MK_LESSON_CORE);

  go (window, "win.show-training");
  g_assert_cmpuint (cores->len, >, 0);
  for (guint i = 0; i < cores->len; i++)
    {
      const MkLesson *core = g_ptr_array_index (cores, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", core->module, core->title);

      g_assert_nonnull (mk_app_test_find_text (find (window, MK_TYPE_TRAINING_PAGE), title));
    }
}

static gboolean
is_away_from_the_top (gpointer data)
{
  return gtk_adjustment_get_value (way_of (data)) > 0;
}

/* Whoever leaves a module in the middle comes back to the middle. */
static void
test_opens_where_it_was_left (MkWindow *window)
{
  GtkAdjustment *way;
  double left;

  mk_app_test_resize (window, 720, 600);
  show_lesson (window, "modul-1-kerne");
  way = way_of (window);
  left = (gtk_adjustment_get_upper (way) - gtk_adjustment_get_page_size (way)) / 2;
  g_assert_cmpfloat (left, >, 50);
  gtk_adjustment_set_value (way, left);
  go (window, "win.show-today");
  g_assert_null (find (window, MK_TYPE_MODULE_PAGE));

  show_lesson (window, "modul-1-kerne");
  mk_app_test_wait (is_away_from_the_top, window);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (way_of (window)), left, 5);
}

/* Whoever comes from the search goes to what was found, and not to where they were before. */
static void
test_what_is_found_comes_before_the_place (MkWindow *window)
{
  /* In whatever language the program speaks. */
  const char *passage = g_dgettext (GETTEXT_PACKAGE, "I have gone through it");
  GtkWidget *words, *content;
  graphene_rect_t bounds;

  mk_app_test_resize (window, 720, 600);
  show_lesson (window, "modul-1-kerne");
  gtk_adjustment_set_value (way_of (window), 100);
  go (window, "win.show-today");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-passage", "(ss)", "modul-1-kerne",
                              passage);
  mk_app_test_wait (is_away_from_the_top, window);
  mk_app_test_settle ();
  content = find (window, MK_TYPE_MODULE_PAGE);
  words = mk_app_test_find_text (content, passage);
  g_assert_true (gtk_widget_compute_bounds (words, content, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 600);
}

/* It stands at the top, with a little above it, and not somewhere in view or out of it. */
static void
test_what_is_found_stands_at_the_top (MkWindow *window)
{
  static const char *const passages[] = { "Mødet, trin for trin", "Aftalen på én side" };

  mk_app_test_resize (window, 720, 600);
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      GtkWidget *scroll, *words;
      graphene_rect_t bounds;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-passage", "(ss)",
                                  "guide-matchmoede", passages[i]);
      mk_app_test_settle ();
      mk_app_test_settle ();
      scroll = mk_app_test_find (find (window, MK_TYPE_LESSON_PAGE), GTK_TYPE_SCROLLED_WINDOW);
      words = mk_app_test_find_text (scroll, passages[i]);
      g_assert_true (gtk_widget_compute_bounds (words, scroll, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >, 0);
      g_assert_cmpfloat (bounds.origin.y, <, 80);
      go (window, "win.show-today");
    }
}

static void
test_done_is_the_persons_own_word (MkWindow *window)
{
  show_lesson (window, "modul-1-kerne");
  go (window, "win.show-training");
  wait_for_text (window, "0 af 8");
  show_lesson (window, "modul-1-kerne");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_widget_get_ancestor (mk_app_test_find_text (GTK_WIDGET (window),
                                                                        "Jeg har gennemgået det"),
                                                 GTK_TYPE_CHECK_BUTTON)),
      TRUE);
  wait_for_text (window, "1 af 8");
}

/* Who hears the list is asked the question of the button, and not who writes. */
static void
test_who_reads_is_asked_by_name (MkWindow *window)
{
  GtkWidget *popover, *list;

  go (window, "win.show-training");
  popover = find (window, MK_TYPE_AUTHOR_POPOVER);
  list = mk_app_test_find (popover, GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hvem læser?");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hvem læser?");
}

/* Somebody else who sits here has come no further than they have. */
static void
test_each_person_has_their_own (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));
  g_autoptr (MkLearning) learning = mk_learning_new (workplace);

  mk_learning_set_done (learning, 1, TRUE);
  g_assert_cmpuint (mk_learning_count_done (learning), ==, 1);
  mk_learning_set_person (learning, "Anna");
  g_assert_cmpuint (mk_learning_count_done (learning), ==, 0);
  g_assert_null (mk_learning_get (learning, 1));
}

/* What is to be sent now, as the preview shows it, and as the files hold it. */

static gpointer
read_preview (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (MkPreview) preview = mk_preview_find (database, G_MAXUINT64, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; preview != NULL && i < preview->packages->len; i++)
    {
      MkPreviewed *package = g_ptr_array_index (preview->packages, i);
      g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), package->entries);
      g_autofree char *entries = json_to_string (node, FALSE);

      g_string_append (text, entries);
    }
  return g_string_free_and_steal (text);
}

static gpointer
write_export (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-training-XXXXXX", NULL);
  g_autoptr (GPtrArray) sent = mk_export (database, folder, NULL, 0, error);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  GString *text = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (sent);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_string_append (text, content);
      g_assert_true (g_unlink (path) == 0);
    }
  g_assert_true (g_rmdir (folder) == 0);
  return g_string_free_and_steal (text);
}

static void
assert_sends (MkWindow   *window,
              MkStoreFunc how,
              const char *wanted)
{
  g_autofree char *text = mk_app_test_on_store (window, how, NULL);

  if (wanted == NULL)
    g_assert_null (strstr (text, "\"laering\""));
  else
    g_assert_nonnull (strstr (text, wanted));
  /* Where somebody is, what they tried and when they left is never in it, and no type that stays. */
  g_assert_null (strstr (text, "fremskridt"));
  g_assert_null (strstr (text, "krydser"));
  g_assert_null (strstr (text, "plads\""));
  g_assert_null (strstr (text, "medarbejder"));
}

static gboolean
shows (gpointer learning)
{
  return mk_learning_get_shows (learning);
}

static gboolean
shows_not (gpointer learning)
{
  return !mk_learning_get_shows (learning);
}

static void
let_be_sent (MkLearning *learning,
             gboolean    is_sent)
{
  mk_learning_set_shows (learning, is_sent);
  mk_app_test_wait (is_sent ? shows : shows_not, learning);
}

static void
test_sent_only_when_ticked (MkWindow *window)
{
  MkLearning *learning = mk_shell_get_learning (mk_window_get_shell (window));

  mk_learning_set_done (learning, 1, TRUE);
  mk_learning_set_place (learning, 2, 500);
  g_assert_false (mk_learning_get_shows (learning));
  assert_sends (window, read_preview, NULL);
  let_be_sent (learning, TRUE);
  assert_sends (window, read_preview, "\"tilstand\":\"gennemgaaet\"");
  let_be_sent (learning, FALSE);
  assert_sends (window, read_preview, NULL);
  assert_sends (window, write_export, NULL);
}

/* What went out is taken back, and what comes later is sent as long as it is ticked. */
static void
test_what_was_sent_is_taken_back (MkWindow *window)
{
  MkLearning *learning = mk_shell_get_learning (mk_window_get_shell (window));

  let_be_sent (learning, TRUE);
  assert_sends (window, read_preview, NULL);
  mk_learning_set_done (learning, 3, TRUE);
  assert_sends (window, write_export, "\"tilstand\":\"gennemgaaet\"");
  /* Reading on says nothing new. */
  mk_learning_set_place (learning, 3, 700);
  assert_sends (window, read_preview, NULL);
  let_be_sent (learning, FALSE);
  assert_sends (window, write_export, "\"handling\":\"slet\"");
}

/* One person's choice is nobody else's. */
static void
test_each_person_chooses (MkWindow *window)
{
  MkLearning *learning = mk_shell_get_learning (mk_window_get_shell (window));

  let_be_sent (learning, TRUE);
  mk_learning_set_person (learning, "Anna");
  g_assert_false (mk_learning_get_shows (learning));
  mk_learning_set_done (learning, 1, TRUE);
  assert_sends (window, read_preview, NULL);
}

static GtkWidget *
first_task (MkWindow *window)
{
  GtkWidget *view = find (window, MK_TYPE_MODULE_PAGE);

  return mk_app_test_find (view, GTK_TYPE_CHECK_BUTTON);
}

static void
test_ticks_are_there_again (MkWindow *window)
{
  show_lesson (window, "modul-1-kerne");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first_task (window)), TRUE);
  go (window, "win.show-today");
  show_lesson (window, "modul-1-kerne");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first_task (window))));
}

static void
test_answers_are_explained_right_or_wrong (MkWindow *window)
{
  const MkLesson *lesson = mk_course_part (1, MK_LESSON_QUIZ);
  MkQuizView *quiz = mk_quiz_view_new (lesson);
  GtkWidget *button;

  g_object_ref_sink (quiz);
  button = mk_app_test_find (GTK_WIDGET (quiz), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (button)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (button)));
  g_object_unref (quiz);
}

/* From anywhere: the page, then the card. */
static void
test_cards_are_two_taps_away (MkWindow *window)
{
  g_autoptr (GPtrArray) cards = mk_course_list (MK_LESSON_SITUATION);
  const MkLesson *card = g_ptr_array_index (cards, 0);
  GtkWidget *label;

  go (window, "win.show-situations");
  label = mk_app_test_find_text (find (window, MK_TYPE_SITUATIONS_PAGE), card->title);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (find (window, MK_TYPE_LESSON_PAGE), card->say));
}

/* Also where the sidebar is away, and on every page that has a tag of its own in it. */
static void
test_cards_are_two_taps_away_when_narrow (MkWindow *window)
{
  static const char *const pages[] = { "win.show-today",       "win.show-exchange",
                                       "win.show-punch-cards", "win.show-training",
                                       "win.show-hotline",     "win.search" };

  mk_app_test_resize (window, 360, 640);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button;

      g_test_message ("%s", pages[i]);
      go (window, pages[i]);
      button = find (window, MK_TYPE_SITUATIONS_BUTTON);
      g_assert_true (gtk_widget_get_mapped (button));
      g_signal_emit_by_name (button, "clicked");
      mk_app_test_settle ();
      g_assert_nonnull (find (window, MK_TYPE_SITUATIONS_PAGE));
    }
  mk_app_test_resize (window, 1000, 640);
  go (window, "win.show-today");
  g_assert_false (gtk_widget_get_mapped (find (window, MK_TYPE_SITUATIONS_BUTTON)));
}

static void
test_each_card_ends_in_its_button (MkWindow *window)
{
  static const char *const actions[][2] = { { "call", "win.hotline" },
                                            { "ask", "win.ask-help" },
                                            { "write", "win.new-check-in" } };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      MkLesson lesson = { .name = (char *) "naar",
                          .kind = MK_LESSON_SITUATION,
                          .title = (char *) "Et kort",
                          .action = (char *) actions[i][0],
                          .say = (char *) "Hej.",
                          .body = (char *) "Tekst." };
      g_autoptr (MkLessonPage) page = g_object_ref_sink (mk_lesson_page_new (&lesson));
      GObject *button =
          gtk_widget_get_template_child (GTK_WIDGET (page), MK_TYPE_LESSON_PAGE, "ending_button");

      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, actions[i][1]);
    }
}

static int
font_size_in (MkWindow *window,
              GType     page)
{
  GtkWidget *view = mk_app_test_find (find (window, page), MK_TYPE_MARKDOWN_VIEW);
  PangoContext *context = gtk_widget_get_pango_context (mk_app_test_find (view, GTK_TYPE_LABEL));

  return pango_font_description_get_size (pango_context_get_font_description (context));
}

static void
resize_text (MkWindow   *window,
             GType       page,
             const char *action)
{
  gtk_widget_activate_action (find (window, page), action, NULL);
  mk_app_test_settle ();
}

/* The size holds on every page with a text, and until another one is chosen. */
static void
test_text_is_as_large_as_chosen (MkWindow *window)
{
  int usual, larger;

  show_lesson (window, "naar-ikke-moedt");
  usual = font_size_in (window, MK_TYPE_LESSON_PAGE);
  resize_text (window, MK_TYPE_LESSON_PAGE, "text.smaller");
  g_assert_cmpint (font_size_in (window, MK_TYPE_LESSON_PAGE), ==, usual);
  for (guint i = 0; i < 10; i++)
    resize_text (window, MK_TYPE_LESSON_PAGE, "text.larger");
  larger = font_size_in (window, MK_TYPE_LESSON_PAGE);
  g_assert_cmpint (larger, >, usual * 19 / 10);
  resize_text (window, MK_TYPE_LESSON_PAGE, "text.smaller");
  g_assert_cmpint (font_size_in (window, MK_TYPE_LESSON_PAGE), <, larger);
  larger = font_size_in (window, MK_TYPE_LESSON_PAGE);
  show_lesson (window, "modul-1-kerne");
  g_assert_cmpint (font_size_in (window, MK_TYPE_MODULE_PAGE), >, usual);
  show_lesson (window, "naar-ikke-moedt");
  g_assert_cmpint (font_size_in (window, MK_TYPE_LESSON_PAGE), ==, larger);
  resize_text (window, MK_TYPE_LESSON_PAGE, "text.usual");
  g_assert_cmpint (font_size_in (window, MK_TYPE_LESSON_PAGE), ==, usual);
}

/* A page of the web is asked about, a lesson is not. */
static void
test_links_out_are_asked_about (MkWindow *window)
{
  GtkWidget *label = mk_markdown_label_new ("<a href=\"https://example.org\">a</a>");
  gboolean is_handled = FALSE;

  show_lesson (window, "modul-1-kerne");
  gtk_box_append (GTK_BOX (
                      mk_app_test_find (find (window, MK_TYPE_MODULE_PAGE), MK_TYPE_MARKDOWN_VIEW)),
                  label);
  g_signal_emit_by_name (label, "activate-link", "https://example.org", &is_handled);
  g_assert_true (is_handled);
  g_assert_true (ADW_IS_ALERT_DIALOG (mk_app_test_wait_for_dialog (window)));
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
  g_signal_emit_by_name (label, "activate-link", "lesson:naar-ikke-moedt", &is_handled);
  mk_app_test_settle ();
  g_assert_nonnull (find (window, MK_TYPE_SITUATIONS_PAGE));
}

static void
test_fits_a_narrow_window (MkWindow *window)
{
  static const char *const names[] = { "modul-1-kerne", "naar-ikke-moedt", NULL };

  mk_app_test_resize (window, 360, 640);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int minimum;

      show_lesson (window, names[i]);
      gtk_widget_measure (GTK_WIDGET (mk_window_get_shell (window)), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/training/every-module-is-on-the-path", test_every_module_is_on_the_path);
  mk_app_test_add ("/training/opens-where-it-was-left", test_opens_where_it_was_left);
  mk_app_test_add ("/training/what-is-found-comes-before-the-place",
                   test_what_is_found_comes_before_the_place);
  mk_app_test_add ("/training/what-is-found-stands-at-the-top",
                   test_what_is_found_stands_at_the_top);
  mk_app_test_add ("/training/done-is-the-persons-own-word", test_done_is_the_persons_own_word);
  mk_app_test_add ("/training/who-reads-is-asked-by-name", test_who_reads_is_asked_by_name);
  mk_app_test_add ("/training/each-person-has-their-own", test_each_person_has_their_own);
  mk_app_test_add ("/training/sent-only-when-ticked", test_sent_only_when_ticked);
  mk_app_test_add ("/training/what-was-sent-is-taken-back", test_what_was_sent_is_taken_back);
  mk_app_test_add ("/training/each-person-chooses-what-is-sent", test_each_person_chooses);
  mk_app_test_add ("/training/ticks-are-there-again", test_ticks_are_there_again);
  mk_app_test_add ("/training/answers-are-explained-right-or-wrong",
                   test_answers_are_explained_right_or_wrong);
  mk_app_test_add ("/training/cards-are-two-taps-away", test_cards_are_two_taps_away);
  mk_app_test_add ("/training/cards-are-two-taps-away-when-narrow",
                   test_cards_are_two_taps_away_when_narrow);
  mk_app_test_add ("/training/each-card-ends-in-its-button", test_each_card_ends_in_its_button);
  mk_app_test_add ("/training/text-is-as-large-as-chosen", test_text_is_as_large_as_chosen);
  mk_app_test_add ("/training/links-out-are-asked-about", test_links_out_are_asked_about);
  mk_app_test_add ("/training/fits-a-narrow-window", test_fits_a_narrow_window);
  return g_test_run ();
}
