/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-materials.h"
#include "mk-sent-material.h"
#include "mk-test-film.h"
#include "training/mk-film-view.h"
#include "training/mk-film-words.h"
#include "training/mk-markdown-view.h"
#include "training/mk-pdf-view.h"
#include "widgets/mk-stage.h"

#include <gst/gst.h>
#include <gst/pbutils/descriptions.h>
#include <string.h>

/* Films that came in a package, played in place. */

#define FILM "bbbbbbbb-0000-4000-8000-000000000001"
#define OTHER "bbbbbbbb-0000-4000-8000-000000000002"
#define TEXT "bbbbbbbb-0000-4000-8000-000000000003"

#define QUESTION "Skal filmen afspilles?"

static void
fetch_film (MkWindow *window,
            GBytes   *bytes)
{
  g_autofree char *entry = mk_sent_material_entry (FILM, "Den første dag", "video", bytes);

  mk_sent_material_fetch (window, (const char *[]) { entry, NULL });
}

static void
open_material (MkWindow   *window,
               const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-material", "s", id);
  mk_app_test_settle ();
}

static gboolean
is_told (gpointer data)
{
  gpointer *parts = data;
  GtkWidget *label = mk_app_test_find_text (parts[0], parts[1]);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
wait_for_text (MkWindow   *window,
               const char *text)
{
  gpointer parts[] = { window, (gpointer) text };

  mk_app_test_wait (is_told, parts);
}

static gpointer
accept_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return GINT_TO_POINTER (mk_material_accept (database, data, error));
}

static gboolean
has_view (gpointer window)
{
  GtkWidget *view = mk_app_test_find (window, MK_TYPE_FILM_VIEW);

  return view != NULL && gtk_widget_get_mapped (view);
}

static MkFilmView *
wait_for_view (MkWindow *window)
{
  mk_app_test_wait (has_view, window);
  return MK_FILM_VIEW (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FILM_VIEW));
}

/* One that a person said yes to before. */
static MkFilmView *
show_film (MkWindow *window,
           guint     seconds)
{
  g_autoptr (GBytes) bytes = mk_test_film_make (seconds, TRUE);

  fetch_film (window, bytes);
  g_assert_nonnull (mk_app_test_on_store (window, accept_func, (gpointer) FILM));
  open_material (window, FILM);
  return wait_for_view (window);
}

static void
act (MkFilmView *view,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (view), action, NULL);
}

static void
say_yes (MkWindow *window)
{
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (window), "Afspil filmen");

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
test_nobody_signed_is_asked_first (MkWindow *window)
{
  g_autoptr (GBytes) bytes = mk_test_film_make (1, FALSE);

  fetch_film (window, bytes);
  open_material (window, FILM);
  wait_for_text (window, QUESTION);
  g_assert_null (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FILM_VIEW));
  say_yes (window);
  wait_for_view (window);
}

static void
test_yes_is_remembered (MkWindow *window)
{
  show_film (window, 1);
  g_assert_false (is_told ((gpointer[]) { window, (gpointer) QUESTION }));
}

static gboolean
is_over (gpointer film)
{
  return !mk_film_is_playing (film) && mk_film_get_place (film) >= mk_film_get_length (film);
}

static gboolean
has_moved (gpointer film)
{
  return mk_film_get_place (film) > 0.2;
}

static void
test_plays_to_its_end (MkWindow *window)
{
  MkFilmView *view = show_film (window, 2);
  MkFilm *film = mk_film_view_get_film (view);

  g_assert_false (mk_film_is_playing (film));
  g_assert_cmpint ((int) (mk_film_get_length (film) + 0.5), ==, 2);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (mk_film_get_paintable (film)), ==, 320);
  act (view, "film.toggle");
  g_assert_true (mk_film_is_playing (film));
  mk_app_test_wait (is_over, film);
  wait_for_text (window, "0:02 af 0:02");
}

static void
test_plays_anew_from_its_end (MkWindow *window)
{
  MkFilmView *view = show_film (window, 1);
  MkFilm *film = mk_film_view_get_film (view);

  act (view, "film.toggle");
  mk_app_test_wait (is_over, film);
  act (view, "film.toggle");
  g_assert_true (mk_film_is_playing (film));
  g_assert_cmpfloat (mk_film_get_place (film), <, 1);
  mk_app_test_wait (is_over, film);
}

static gboolean
is_at_twenty (gpointer film)
{
  return ABS (mk_film_get_place (film) - 20) < 0.2;
}

static void
test_keys_go_ten_seconds (MkWindow *window)
{
  MkFilmView *view = show_film (window, 25);
  MkFilm *film = mk_film_view_get_film (view);

  gtk_widget_activate_action (GTK_WIDGET (view), "film.move", "d", 10.0);
  gtk_widget_activate_action (GTK_WIDGET (view), "film.move", "d", 10.0);
  mk_app_test_wait (is_at_twenty, film);
  wait_for_text (window, "0:20 af 0:25");
  gtk_widget_activate_action (GTK_WIDGET (view), "film.move", "d", -60.0);
  wait_for_text (window, "0:00 af 0:25");
}

static void
test_speed_is_chosen (MkWindow *window)
{
  MkFilmView *view = show_film (window, 3);
  MkFilm *film = mk_film_view_get_film (view);
  GtkWidget *speed = mk_app_test_find (GTK_WIDGET (view), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (speed), 3);
  g_assert_cmpfloat_with_epsilon (mk_film_get_speed (film), 1.5, 0.001);
  act (view, "film.toggle");
  mk_app_test_wait (has_moved, film);
  mk_app_test_wait (is_over, film);
}

static void
test_volume_follows_the_keys (MkWindow *window)
{
  MkFilmView *view = show_film (window, 1);
  MkFilm *film = mk_film_view_get_film (view);

  gtk_widget_activate_action (GTK_WIDGET (view), "film.louder", "d", -0.1);
  g_assert_cmpfloat_with_epsilon (mk_film_get_volume (film), 0.9, 0.001);
  act (view, "film.silence");
  g_assert_cmpfloat (mk_film_get_volume (film), <=, 0);
  act (view, "film.silence");
  g_assert_cmpfloat_with_epsilon (mk_film_get_volume (film), 0.9, 0.001);
}

static void
test_captions_are_words (MkWindow *window)
{
  MkFilmView *view = show_film (window, 3);

  act (view, "film.toggle");
  wait_for_text (window, "Linje 2: velkommen som buddy");
  act (view, "film.captions");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *words = g_strdup_printf ("Linje %u: velkommen som buddy", i);

      g_assert_false (is_told ((gpointer[]) { window, words }));
    }
}

static void
test_pauses_when_it_is_left (MkWindow *window)
{
  g_autoptr (MkFilm) film = g_object_ref (mk_film_view_get_film (show_film (window, 5)));

  mk_film_play (film);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  mk_app_test_settle ();
  g_assert_false (mk_film_is_playing (film));
}

static gboolean
is_alone (MkFilmView *view)
{
  return mk_stage_is_alone (GTK_WIDGET (view));
}

/* The bar with the way back, and the list of where one can go. */
static gboolean
shows_the_rest (MkWindow *window)
{
  return gtk_widget_get_mapped (mk_app_test_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR));
}

/* It goes on as it was, there and back, and the focus goes with it. */
static void
test_fills_the_screen_and_plays_on (MkWindow *window)
{
  MkFilmView *view = show_film (window, 5);
  MkFilm *film = mk_film_view_get_film (view);
  GtkWidget *speed = mk_app_test_find (GTK_WIDGET (view), GTK_TYPE_DROP_DOWN);
  GtkWidget *focus;

  mk_film_play (film);
  gtk_widget_grab_focus (speed);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  for (guint i = 0; i < 4; i++)
    {
      act (view, "film.screen");
      mk_app_test_settle ();
      g_assert_cmpint (is_alone (view), ==, i % 2 == 0);
      g_assert_cmpint (shows_the_rest (window), ==, i % 2 == 1);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
      g_assert_true (mk_film_is_playing (film));
    }
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (window), MK_TYPE_FILM_VIEW), ==, 1);
}

/* What is gone to meanwhile is shown beside all the rest. */
static void
test_another_page_ends_the_full_screen (MkWindow *window)
{
  MkFilmView *view = show_film (window, 5);
  g_autoptr (MkFilm) film = g_object_ref (mk_film_view_get_film (view));

  mk_film_play (film);
  act (view, "film.screen");
  mk_app_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  mk_app_test_settle ();
  g_assert_null (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FILM_VIEW));
  g_assert_true (shows_the_rest (window));
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  g_assert_false (mk_film_is_playing (film));
}

/* A window that is closed meanwhile takes all of it with it, which the test's own end looks at. */
static void
test_may_be_closed_in_full_screen (MkWindow *window)
{
  MkFilmView *view = show_film (window, 2);

  act (view, "film.screen");
  mk_app_test_settle ();
  g_assert_true (is_alone (view));
}

static void
show_bytes (MkWindow *window,
            GBytes   *bytes)
{
  fetch_film (window, bytes);
  g_assert_nonnull (mk_app_test_on_store (window, accept_func, (gpointer) FILM));
  open_material (window, FILM);
}

static void
test_what_is_damaged_is_told (MkWindow *window)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("ikke en film", strlen ("ikke en film"));

  show_bytes (window, bytes);
  wait_for_text (window,
                 "Denne film er beskadiget og kan ikke afspilles. Bed afsenderen om at sende "
                 "den igen.");
}

/* Zeros in the middle of it, where the pictures stand. */
static void
test_damage_in_the_middle_ends_nothing_else (MkWindow *window)
{
  g_autoptr (GBytes) good = mk_test_film_make (2, FALSE);
  gsize size;
  guchar *data = g_bytes_unref_to_data (g_bytes_ref (good), &size);
  g_autoptr (GBytes) bytes = NULL;

  memset (data + size / 3, 0, size / 3);
  bytes = g_bytes_new_take (data, size);
  show_bytes (window, bytes);
  mk_film_play (mk_film_view_get_film (wait_for_view (window)));
  g_assert_true (has_view (window));
}

/* Takes what reads the pictures of the film away. */
static void
test_missing_decoder_is_named (MkWindow *window)
{
  g_autoptr (GBytes) bytes = mk_test_film_make (1, FALSE);
  GstRegistry *registry = gst_registry_get ();
  g_autoptr (GstCaps) caps = gst_caps_new_empty_simple ("video/x-vp8");
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GstPluginFeature) decoder = gst_registry_lookup_feature (registry, "vp8dec");

  gst_registry_remove_feature (registry, decoder);
  show_bytes (window, bytes);
  name = gst_pb_utils_get_decoder_description (caps);
  words = g_strdup_printf ("Computeren mangler det, der skal til for at afspille filmen: %s. Bed "
                           "den, der passer computeren, om at lægge det på, eller bed afsenderen "
                           "om en film i formatet WebM.",
                           name);
  g_assert_nonnull (strstr (words, "VP8"));
  wait_for_text (window, words);
  gst_registry_add_feature (registry, g_steal_pointer (&decoder));
}

static void
test_place_is_read_as_words (void)
{
  g_autofree char *both = mk_film_words_place_long (65, 180);
  g_autofree char *start = mk_film_words_place_long (0, 61);

  g_assert_cmpstr (both, ==, "1 minut og 5 sekunder af 3 minutter");
  g_assert_cmpstr (start, ==, "0 sekunder af 1 minut og 1 sekund");
}

/* What an authority may send, in one package. */
static void
test_each_form_of_a_package_is_shown (MkWindow *window)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("## Velkommen", strlen ("## Velkommen"));
  g_autoptr (GBytes) pdf = mk_sent_material_pdf (3, 1);
  g_autoptr (GBytes) film = mk_test_film_make (1, FALSE);
  g_autofree char *first = mk_sent_material_entry (TEXT, "Tekst", "markdown", text);
  g_autofree char *second = mk_sent_material_entry (OTHER, "Hæfte", "pdf", pdf);
  g_autofree char *third = mk_sent_material_entry (FILM, "Film", "video", film);

  mk_sent_material_fetch (window, (const char *[]) { first, second, third, NULL });
  open_material (window, TEXT);
  wait_for_text (window, "Velkommen");
  open_material (window, OTHER);
  wait_for_text (window, "Side 1 af 3");
  open_material (window, FILM);
  wait_for_text (window, QUESTION);
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/films/nobody-signed-is-asked-first", test_nobody_signed_is_asked_first);
  mk_app_test_add ("/films/yes-is-remembered", test_yes_is_remembered);
  mk_app_test_add ("/films/plays-to-its-end", test_plays_to_its_end);
  mk_app_test_add ("/films/plays-anew-from-its-end", test_plays_anew_from_its_end);
  mk_app_test_add ("/films/keys-go-ten-seconds", test_keys_go_ten_seconds);
  mk_app_test_add ("/films/speed-is-chosen", test_speed_is_chosen);
  mk_app_test_add ("/films/volume-follows-the-keys", test_volume_follows_the_keys);
  mk_app_test_add ("/films/captions-are-words", test_captions_are_words);
  mk_app_test_add ("/films/pauses-when-it-is-left", test_pauses_when_it_is_left);
  mk_app_test_add ("/films/fills-the-screen-and-plays-on", test_fills_the_screen_and_plays_on);
  mk_app_test_add ("/films/another-page-ends-the-full-screen",
                   test_another_page_ends_the_full_screen);
  mk_app_test_add ("/films/may-be-closed-in-full-screen", test_may_be_closed_in_full_screen);
  mk_app_test_add ("/films/what-is-damaged-is-told", test_what_is_damaged_is_told);
  mk_app_test_add ("/films/damage-in-the-middle-ends-nothing-else",
                   test_damage_in_the_middle_ends_nothing_else);
  mk_app_test_add ("/films/missing-decoder-is-named", test_missing_decoder_is_named);
  mk_app_test_add ("/films/each-form-of-a-package-is-shown", test_each_form_of_a_package_is_shown);
  g_test_add_func ("/films/place-is-read-as-words", test_place_is_read_as_words);
  return g_test_run ();
}
