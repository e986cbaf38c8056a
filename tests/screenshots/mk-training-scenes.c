/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-training-scenes.h"

#include "mk-app-test.h"
#include "mk-own-records.h"
#include "mk-sent-material.h"
#include "mk-test-film.h"
#include "records/mk-peer-meeting.h"
#include "training/mk-film-view.h"
#include "training/mk-lesson-page.h"
#include "training/mk-module-page.h"
#include "training/mk-pdf-view.h"
#include "training/mk-quiz-view.h"

#include <gst/gst.h>

/* The course: its path, a module, its questions, and the cards for what may happen. */

static gboolean
is_whole (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_MODULE_PAGE);

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

void
mk_scene_module (MkWindow *window)
{
  show_lesson (window, "modul-1-kerne");
}

/* What each of the others begins with. */
#define MODULE_SCENE(number)                         \
  void mk_scene_module_##number (MkWindow *window)   \
  {                                                  \
    show_lesson (window, "modul-" #number "-kerne"); \
  }

MODULE_SCENE (2)
MODULE_SCENE (3)
MODULE_SCENE (4)
MODULE_SCENE (5)
MODULE_SCENE (6)
MODULE_SCENE (7)
MODULE_SCENE (8)

/* One that is begun. */
void
mk_scene_training (MkWindow *window)
{
  mk_scene_module (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-training", NULL);
  mk_app_test_settle ();
}

static GtkWidget *
choice_of (GtkWidget *root,
           guint      wanted)
{
  GtkWidget *group = gtk_widget_get_first_child (root);
  GtkWidget *child = gtk_widget_get_first_child (group);

  while (child != NULL && (!GTK_IS_CHECK_BUTTON (child) || wanted-- > 0))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A wrong answer and then the right one stand there with their reasons. */
void
mk_scene_quiz (MkWindow *window)
{
  GtkWidget *quiz;

  mk_scene_module (window);
  quiz = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_QUIZ_VIEW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice_of (quiz, 0)), TRUE);
  mk_module_page_show_passage (
      MK_MODULE_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_MODULE_PAGE)), "Spørgsmål");
  mk_app_test_settle ();
}

void
mk_scene_course_cards (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-course-cards", "s", "");
  mk_app_test_wait_for_dialog (window);
}

/* Of somebody who is through half of it. */
void
mk_scene_course_sheet (MkWindow *window)
{
  MkLearning *learning = mk_shell_get_learning (mk_window_get_shell (window));

  for (guint module = 1; module <= MK_LESSON_N_MODULES / 2; module++)
    mk_learning_set_done (learning, module, TRUE);
  mk_scene_training (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-course", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_meetings_none (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-meetings", NULL);
  mk_app_test_wait_for_counting (window);
}

static gpointer
save_meeting_func (MkDatabase   *database,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  return mk_own_record_save (database, &mk_peer_meeting_type, NULL, data, error);
}

static char *
save_meeting (MkWindow                *window,
              const MkPeerMeetingData *data)
{
  g_autoptr (MkSaved) saved = mk_app_test_on_store (window, save_meeting_func, (gpointer) data);

  return g_strdup (saved->id);
}

/* Two that were held. Returns the second. */
static char *
save_meetings (MkWindow *window)
{
  MkPeerMeetingData first = { .date = (char *) "2026-08-27",
                              .agenda = (char *) "erfa-1",
                              .attended = (char *) "Anna, Per og to fra køkkenet" };
  MkPeerMeetingData second = { .date = (char *) "2026-10-14",
                               .from = (char *) "14:30",
                               .place = (char *) "Kantinen",
                               .agenda = (char *) "erfa-2",
                               .attended = (char *) "Anna, Per og Birgitte",
                               .take_home = (char *) "Vi deler pakkebordet op i fire trin og "
                                                     "viser dem to gange." };
  g_autofree char *id = save_meeting (window, &first);

  g_free (g_steal_pointer (&id));
  id = save_meeting (window, &second);
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  mk_app_test_wait_for_counting (window);
  return g_steal_pointer (&id);
}

void
mk_scene_meetings (MkWindow *window)
{
  g_free (save_meetings (window));
  mk_scene_meetings_none (window);
}

void
mk_scene_meeting (MkWindow *window)
{
  mk_scene_meetings (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-meeting", "s", "");
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_meeting_held (MkWindow *window)
{
  g_autofree char *id = save_meetings (window);

  mk_scene_meetings_none (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-meeting", "s", id);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_situations (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-situations", NULL);
  mk_app_test_settle ();
}

void
mk_scene_situation (MkWindow *window)
{
  show_lesson (window, "naar-ikke-moedt");
}

/* A guide, where its table stands. */
void
mk_scene_lesson (MkWindow *window)
{
  show_lesson (window, "guide-matchmoede");
  mk_lesson_page_show_passage (MK_LESSON_PAGE (
                                   mk_app_test_find (GTK_WIDGET (window), MK_TYPE_LESSON_PAGE)),
                               "Mødet, trin for trin");
  mk_app_test_settle ();
}

/* The same in the largest letters. */
void
mk_scene_lesson_large (MkWindow *window)
{
  GtkWidget *page;

  show_lesson (window, "guide-matchmoede");
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_LESSON_PAGE);
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (page, "text.larger", NULL);
  mk_app_test_settle ();
}

#define MATERIAL "bbbbbbbb-0000-4000-8000-000000000001"

static void
fetch (MkWindow   *window,
       const char *title,
       const char *format,
       GBytes     *bytes)
{
  g_autofree char *entry = mk_sent_material_entry (MATERIAL, title, format, bytes);

  mk_sent_material_fetch (window, (const char *[]) { entry, NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-material", "s", MATERIAL);
}

static gboolean
has_page (gpointer window)
{
  GtkWidget *view = mk_app_test_find (window, MK_TYPE_PDF_VIEW);

  return view != NULL && mk_pdf_view_count_drawn (MK_PDF_VIEW (view)) > 0;
}

/* A PDF that came in a package. */
void
mk_scene_material (MkWindow *window)
{
  g_autoptr (GBytes) pdf = mk_sent_material_pdf (12, 1);

  fetch (window, "Velkommen som buddy", "pdf", pdf);
  mk_app_test_wait (has_page, window);
  mk_app_test_settle ();
}

static gboolean
has_film (gpointer window)
{
  GtkWidget *view = mk_app_test_find (window, MK_TYPE_FILM_VIEW);

  return view != NULL && gtk_widget_get_mapped (view);
}

static GtkWidget *
find_yes (gpointer window)
{
  GtkWidget *label = mk_app_test_find_text (window, "Afspil filmen");

  return label != NULL && gtk_widget_get_mapped (label)
             ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON)
             : NULL;
}

static gboolean
has_question (gpointer window)
{
  return find_yes (window) != NULL;
}

/* A film that nobody signed. */
void
mk_scene_film_question (MkWindow *window)
{
  g_autoptr (GBytes) film = mk_test_film_make (4, TRUE);

  fetch (window, "Den første dag", "video", film);
  mk_app_test_wait (has_question, window);
  mk_app_test_settle ();
}

/* It stands at its beginning. */
void
mk_scene_film (MkWindow *window)
{
  mk_scene_film_question (window);
  g_signal_emit_by_name (find_yes (window), "clicked");
  mk_app_test_wait (has_film, window);
  mk_app_test_settle ();
}

/* Over the whole screen. */
void
mk_scene_film_alone (MkWindow *window)
{
  mk_scene_film (window);
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FILM_VIEW),
                              "film.screen", NULL);
  mk_app_test_settle ();
}

static gboolean
has_caption (gpointer film)
{
  return mk_film_get_caption (film) != NULL;
}

static gboolean
is_past_the_first_second (gpointer film)
{
  return mk_film_get_place (film) >= 1;
}

/* It plays, with its captions. */
void
mk_scene_film_playing (MkWindow *window)
{
  MkFilm *film;

  mk_scene_film (window);
  film = mk_film_view_get_film (
      MK_FILM_VIEW (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FILM_VIEW)));
  mk_film_play (film);
  mk_app_test_wait (is_past_the_first_second, film);
  mk_app_test_wait (has_caption, film);
}

static gboolean
has_problem (gpointer window)
{
  GtkWidget *label = mk_app_test_find_text (window, "Det kan ikke vises");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* This computer has nothing that reads its pictures. */
void
mk_scene_film_missing (MkWindow *window)
{
  GstRegistry *registry;
  g_autoptr (GstPluginFeature) decoder = NULL;

  mk_scene_film_question (window);
  registry = gst_registry_get ();
  decoder = gst_registry_lookup_feature (registry, "vp8dec");
  gst_registry_remove_feature (registry, decoder);
  g_signal_emit_by_name (find_yes (window), "clicked");
  mk_app_test_wait (has_problem, window);
  gst_registry_add_feature (registry, g_steal_pointer (&decoder));
}
