/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-training-scenes.h"

#include "exchange/mk-fetch-flow.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-own-records.h"
#include "records/mk-peer-meeting.h"
#include "training/mk-module-page.h"
#include "training/mk-pdf-view.h"
#include "training/mk-quiz-view.h"

#include <cairo-pdf.h>

/* The course: its path, a module, its questions, and the cards for what may happen. */

static void
show_lesson (MkWindow   *window,
             const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-lesson", "s", name);
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

#define MATERIAL "bbbbbbbb-0000-4000-8000-000000000001"

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages that say where they are. */
static GBytes *
make_pdf (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_font_size (cairo, 32);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Velkommen som buddy, side %u", i);

      cairo_move_to (cairo, 60, 100);
      cairo_show_text (cairo, text);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
fetch_pdf (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autoptr (GBytes) pdf = make_pdf (12);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *content = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_autofree char *entry = g_strdup_printf (
      "{\"type\":\"materiale\",\"id\":\"" MATERIAL "\",\"revision\":1,\"handling\":\"gem\","
      "\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{\"titel\":\"Velkommen som buddy\","
      "\"sprog\":\"da\",\"format\":\"pdf\",\"indhold\":\"%s\",\"sha256\":\"%s\"}}",
      content, sha256);
  g_autofree char *path = mk_authority_write (authority, 1, entry);
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { path, NULL });
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
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
  fetch_pdf (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-material", "s", MATERIAL);
  mk_app_test_wait (has_page, window);
  mk_app_test_settle ();
}
