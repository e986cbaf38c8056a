/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-attention.h"
#include "mk-clock.h"
#include "mk-generate.h"
#include "mk-random.h"
#include "placement/mk-placement-page.h"
#include "shell/mk-settings.h"
#include "shell/mk-sidebar-row.h"
#include "shell/mk-sidebar.h"
#include "today/mk-day-words.h"
#include "today/mk-note-row.h"
#include "today/mk-today-card.h"

#include <string.h>

/* The page of this day and the sidebar, on the invented workplace. */

static GtkWidget *
page_of (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkTodayPage"));
}

static gboolean
is_done (gpointer done)
{
  return *(gboolean *) done;
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
refresh (MkWindow *window)
{
  gboolean done = FALSE;

  mk_workplace_refresh_async (mk_shell_get_workplace (mk_window_get_shell (window)), refreshed_cb,
                              &done);
  mk_app_test_wait (is_done, &done);
  mk_app_test_settle ();
}

static gboolean
shows (MkWindow   *window,
       const char *text)
{
  return mk_app_test_find_text (page_of (window), text) != NULL;
}

/* Since last time */

#define ANSWER \
  "Du bad om hjælp mandag den 30. november. Hjælpen kommer onsdag den 9. december kl.\u00a010.00."

static void
test_tells_what_came_back (MkWindow *window)
{
  g_assert_true (shows (window, "Siden sidst"));
  g_assert_true (shows (window, ANSWER));
  g_assert_true (
      shows (window, "Jobcenter Eksempelby har modtaget det, du sendte tirsdag den 1. december."));
}

static void
test_what_was_seen_is_not_told_again (MkWindow *window)
{
  gtk_widget_activate_action (page_of (window), "today.seen", NULL);
  refresh (window);
  g_assert_false (shows (window, "Siden sidst"));
  g_assert_false (shows (window, ANSWER));
  refresh (window);
  g_assert_false (shows (window, ANSWER));
}

static void
test_answers_are_sentences (void)
{
  static const struct
  {
    MkCameBack back;
    const char *title;
  } answers[] = {
    { { .partner = (char *) "Byen",
        .status = (char *) "afvist",
        .kind = MK_CAME_BACK_ANSWER,
        .moment = (char *) "2026-12-02T12:00:00+01:00" },
      "Du bad om hjælp i går. Byen svarer nej." },
    { { .partner = (char *) "Byen",
        .status = (char *) "modtaget",
        .kind = MK_CAME_BACK_ANSWER,
        .moment = (char *) "2026-12-03T08:00:00+01:00" },
      "Du bad om hjælp i dag. Byen har modtaget det." },
    { { .partner = (char *) "Byen", .status = (char *) "leveret", .kind = MK_CAME_BACK_ANSWER },
      "Hjælpen er givet." },
    { { .partner = (char *) "Byen", .status = (char *) "planlagt", .kind = MK_CAME_BACK_ANSWER },
      "Hjælpen er planlagt." },
    { { .partner = (char *) "Byen",
        .status = (char *) "delvist",
        .count = 2,
        .moment = (char *) "2026-12-02T12:00:00+01:00" },
      "Byen har modtaget det, du sendte i går, undtagen 2 poster." },
    { { .partner = (char *) "Byen", .status = (char *) "afvist" },
      "Byen kunne ikke tage imod det, du sendte tidligere." },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (MK_APP_TEST_NOW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (MkNote) note = mk_came_back_note (&answers[i].back, now);

      g_assert_cmpstr (mk_note_get_line (note)->title, ==, answers[i].title);
    }
}

/* Cards */

static void
test_card_says_from_when_to_when (MkWindow *window)
{
  GtkWidget *card = mk_app_test_find (page_of (window), MK_TYPE_TODAY_CARD);

  g_assert_nonnull (mk_app_test_find_text (card, "Mia"));
  g_assert_nonnull (mk_app_test_find_text (card, "kl.\u00a08.00–11.00"));
}

/* Another day is another page: on Friday Sara comes, Jonas does not, and Mia does. */
/* The menu is made when it is asked for. */
static void
test_card_has_a_menu (MkWindow *window)
{
  GtkWidget *card = mk_app_test_find (page_of (window), MK_TYPE_TODAY_CARD);
  GtkWidget *button = mk_app_test_find (card, GTK_TYPE_MENU_BUTTON);

  for (guint times = 0; times < 2; times++)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      mk_app_test_settle ();
      g_assert_true (gtk_widget_get_mapped (
          GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
      g_assert_cmpint (g_menu_model_get_n_items (
                           gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button))),
                       >, 0);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
      mk_app_test_settle ();
    }
}

static void
test_another_day_is_another_page (MkWindow *window)
{
  g_assert_true (mk_clock_set ("2026-12-04T00:00:30+01:00", NULL));
  refresh (window);
  g_assert_true (shows (window, "Fredag den 4. december"));
  g_assert_cmpuint (mk_app_test_count (page_of (window), MK_TYPE_TODAY_CARD), ==, 2);
  g_assert_true (shows (window, "kl.\u00a09.00–13.00"));
  g_assert_false (shows (window, "kl.\u00a07.30–10.30"));
}

static void
test_nobody_expected_is_calm (MkWindow *window)
{
  g_assert_true (mk_clock_set ("2026-12-05T09:00:00+01:00", NULL));
  refresh (window);
  g_assert_cmpuint (mk_app_test_count (page_of (window), MK_TYPE_TODAY_CARD), ==, 0);
  g_assert_true (shows (window, "Ingen er ventet i dag."));
}

/* Questions */

static guint
count_prompts (MkWindow *window)
{
  GtkWidget *page = page_of (window);
  GtkWidget *list =
      GTK_WIDGET (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "prompts_list"));

  return mk_app_test_count (list, MK_TYPE_NOTE_ROW);
}

static void
test_not_now_is_remembered (MkWindow *window)
{
  g_assert_cmpuint (count_prompts (window), ==, 3);
  g_assert_true (shows (window, "Ingen kvittering fra Jobcenter Prøvestad i en uge"));
  g_assert_true (shows (window, "Er der brug for hjælp?"));
  g_assert_true (shows (window, "Klippekortet udløber 27. december 2026"));
  g_assert_true (shows (window, "7 klip er tilbage."));

  gtk_widget_activate_action (page_of (window), "today.not-now", "(ss)", "hjaelp", "");
  refresh (window);
  g_assert_false (shows (window, "Er der brug for hjælp?"));
  g_assert_true (shows (window, "Forløbet med Jonas ventes at slutte 10. januar 2027"));
  g_assert_cmpuint (count_prompts (window), ==, 3);

  g_assert_true (mk_clock_set ("2026-12-10T09:00:00+01:00", NULL));
  refresh (window);
  g_assert_true (shows (window, "Er der brug for hjælp?"));
}

#define ABOUT_HELP "Er der brug for hjælp?"
#define ABOUT_CARD "Klippekortet udløber 27. december 2026"

static void
press_not_now (MkWindow   *window,
               const char *question)
{
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (window), question);
  GtkWidget *row = gtk_widget_get_ancestor (label, MK_TYPE_NOTE_ROW);

  gtk_widget_activate (
      GTK_WIDGET (gtk_widget_get_template_child (row, MK_TYPE_NOTE_ROW, "not_now")));
}

static gboolean
asks_neither (gpointer window)
{
  return !shows (window, ABOUT_HELP) && !shows (window, ABOUT_CARD);
}

/* A press lasts a moment, in which the other question goes. */
static void
test_not_now_is_heard_while_another_goes (MkWindow *window)
{
  press_not_now (window, ABOUT_CARD);
  gtk_widget_activate_action (page_of (window), "today.not-now", "(ss)", "hjaelp", "");
  mk_app_test_wait (asks_neither, window);
}

static void
test_question_about_help_can_be_turned_off (MkWindow *window)
{
  g_autoptr (GSettings) settings = mk_settings_new ();

  g_settings_set_boolean (settings, "prompt-help", FALSE);
  mk_app_test_settle ();
  g_assert_false (shows (window, "Er der brug for hjælp?"));
  g_settings_reset (settings, "prompt-help");
}

/* What worked stands in the words that were written, also where they are not sent. */
static void
test_wins_stand_in_their_words (MkWindow *window)
{
  g_assert_true (shows (window, "Viste selv den nye, hvor pallerne skal stå"));
  g_assert_true (shows (window, "Pakkede 40 ordrer uden en fejl"));
  g_assert_true (shows (window, "Gjorde salatbaren klar alene"));
  /* More than seven days ago. */
  g_assert_false (shows (window, "Bestilte selv pap hjem for første gang"));
}

/* The sidebar */

static void
test_sidebar_says_when (MkWindow *window)
{
  GtkWidget *sidebar = mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkSidebar"));

  g_assert_nonnull (mk_app_test_find_text (sidebar, "Varemodtagelsen · 8.00–11.00"));
  g_assert_nonnull (mk_app_test_find_text (sidebar, "Lager · i morgen"));
  g_assert_nonnull (mk_app_test_find_text (sidebar, "Lager og truck · tirsdag"));
  g_assert_nonnull (mk_app_test_find_text (sidebar, "Kasse og butik · begynder 14. december"));
  /* Mia's day, an answer and a receipt. */
  g_assert_nonnull (mk_app_test_find_text (sidebar, "3"));
}

/* A leader with so many placements that one searches. */
static MkDatabase *
open_many (gpointer data,
           GError **error)
{
  guint8 key[MK_KEY_SIZE];
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Anna" };
  MkVolume volume = { .check_ins = 0, .placements = 15, .seed = 7 };
  g_autoptr (MkDatabase) database = NULL;

  mk_random_bytes (key, sizeof key);
  database = mk_database_create (data, key, error);
  if (database == NULL || !mk_installation_insert (database, &self, error) ||
      !mk_generate (database, &volume, error))
    return NULL;
  return g_steal_pointer (&database);
}

static guint
search_for (MkSidebar  *sidebar,
            const char *text)
{
  GtkWidget *entry = mk_app_test_find (GTK_WIDGET (sidebar), GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  return mk_app_test_count (GTK_WIDGET (sidebar), MK_TYPE_SIDEBAR_ROW);
}

/* The pages that help and the training, which every sidebar has. */
#define N_HELPING 4

/* They come a few with each frame. */
static gboolean
has_all_rows (gpointer sidebar)
{
  return mk_app_test_count (sidebar, MK_TYPE_SIDEBAR_ROW) == 17 + N_HELPING;
}

static void
test_one_of_many_is_searched_for (MkWindow *window)
{
  g_autofree char *folder = mk_demo_directory (NULL);
  g_autoptr (MkStore) store = mk_store_new (open_many, folder, NULL);
  g_autoptr (MkWorkplace) workplace = mk_workplace_new (store, FALSE);
  MkSidebar *sidebar = g_object_ref_sink (g_object_new (MK_TYPE_SIDEBAR, NULL));
  GtkWidget *beside = gtk_window_new ();
  GtkWidget *few = mk_app_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  gboolean done = FALSE;

  g_assert_false (gtk_widget_get_visible (few));
  mk_sidebar_set_workplace (sidebar, workplace);
  gtk_window_set_child (GTK_WINDOW (beside), GTK_WIDGET (sidebar));
  gtk_window_present (GTK_WINDOW (beside));
  mk_workplace_refresh_async (workplace, refreshed_cb, &done);
  mk_app_test_wait (is_done, &done);
  mk_app_test_wait (has_all_rows, sidebar);
  g_assert_cmpuint (search_for (sidebar, ""), ==, 17 + N_HELPING);
  /* This day, what helps and the correspondence stay. */
  g_assert_cmpuint (search_for (sidebar, "KANDIDAT 12"), ==, 3 + N_HELPING);
  g_assert_cmpuint (search_for (sidebar, "nobody"), ==, 2 + N_HELPING);
  mk_workplace_close (workplace);
  gtk_window_destroy (GTK_WINDOW (beside));
  g_assert_finalize_object (sidebar);
  mk_demo_remove (folder);
}

/* A store that can't be read: what was read stays, and why stands above it, until it can. */
static void
test_trouble_is_told (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  mk_workplace_close (workplace);
  mk_workplace_refresh (workplace);
  while (mk_workplace_get_trouble (workplace) == NULL)
    g_main_context_iteration (NULL, TRUE);
  mk_app_test_settle ();
  g_assert_true (shows (window, "_Prøv igen") || shows (window, "Prøv igen"));
  g_assert_true (shows (window, ANSWER));
}

static void
test_fits_a_narrow_window (MkWindow *window)
{
  int minimum;

  mk_app_test_resize (window, 360, 640);
  gtk_widget_measure (page_of (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/today/tells-what-came-back", test_tells_what_came_back);
  mk_app_test_add ("/today/what-was-seen-is-not-told-again", test_what_was_seen_is_not_told_again);
  g_test_add_func ("/today/answers-are-sentences", test_answers_are_sentences);
  mk_app_test_add ("/today/card-says-from-when-to-when", test_card_says_from_when_to_when);
  mk_app_test_add ("/today/card-has-a-menu", test_card_has_a_menu);
  mk_app_test_add ("/today/another-day-is-another-page", test_another_day_is_another_page);
  mk_app_test_add ("/today/nobody-expected-is-calm", test_nobody_expected_is_calm);
  mk_app_test_add ("/today/not-now-is-remembered", test_not_now_is_remembered);
  mk_app_test_add ("/today/not-now-is-heard-while-another-goes",
                   test_not_now_is_heard_while_another_goes);
  mk_app_test_add ("/today/question-about-help-can-be-turned-off",
                   test_question_about_help_can_be_turned_off);
  mk_app_test_add ("/today/wins-stand-in-their-words", test_wins_stand_in_their_words);
  mk_app_test_add ("/today/sidebar-says-when", test_sidebar_says_when);
  mk_app_test_add ("/today/one-of-many-is-searched-for", test_one_of_many_is_searched_for);
  mk_app_test_add ("/today/trouble-is-told", test_trouble_is_told);
  mk_app_test_add ("/today/fits-a-narrow-window", test_fits_a_narrow_window);
  return g_test_run ();
}
