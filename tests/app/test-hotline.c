/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "hotline/mk-calling.h"
#include "hotline/mk-hotline-button.h"
#include "hotline/mk-hotline-view.h"
#include "mk-app-test.h"
#include "mk-clock.h"

/* Whom to call: who comes first, and what the page and the dialog show of it. */

static MkHotlineLine *
add_line (GPtrArray  *lines,
          const char *name,
          gint64      priority,
          const char *placement,
          const char *from)
{
  MkHotlineLine *line = g_new0 (MkHotlineLine, 1);

  line->name = g_strdup (name);
  line->function = g_strdup ("Vagt");
  line->telephone = g_strdup ("70 10 10 10");
  line->priority = priority;
  line->placement_id = g_strdup (placement);
  line->contact = mk_shape_new (mk_contact_type.shape);
  line->contact->opening_hours = g_ptr_array_new ();
  if (from != NULL)
    {
      MkOpeningHours *hours = g_new0 (MkOpeningHours, 1);
      gint64 thursday = 4;

      hours->days = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (hours->days, thursday);
      hours->from = g_strdup (from);
      hours->to = g_strdup ("16:00");
      g_ptr_array_add (line->contact->opening_hours, hours);
    }
  g_ptr_array_add (lines, line);
  return line;
}

static char *
names_of (const GPtrArray *turns)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", turn->line->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (MK_APP_TEST_NOW, NULL);
  g_autoptr (GPtrArray) turns = NULL;
  g_autofree char *names = NULL;
  MkHotlineLine *line;

  add_line (lines, "Åse", 2, NULL, NULL);
  add_line (lines, "Zita", 2, NULL, NULL);
  add_line (lines, "Lukket", 1, "a", "14:00");
  add_line (lines, "Egen", 9, "a", "08:00");
  add_line (lines, "Første", 1, NULL, "08:00");
  add_line (lines, "Andens", 1, "b", NULL);
  line = add_line (lines, "Ukendt", 1, "a", NULL);
  g_clear_pointer (&line->contact->opening_hours, g_ptr_array_unref);
  mk_shape_free (mk_contact_type.shape, g_steal_pointer (&line->contact));
  line = add_line (lines, "Uden", 1, "a", NULL);
  g_clear_pointer (&line->telephone, g_free);

  turns = mk_hotline_order (lines, "a", now);
  names = names_of (turns);
  g_assert_cmpstr (names, ==, "Egen Første Zita Åse Ukendt Lukket Uden");
}

static void
test_number_is_old_after_thirty_days (void)
{
  static const struct
  {
    const char *confirmed;
    gboolean is_old;
  } cases[] = { { "2026-11-03", FALSE },
                { "2026-11-02", TRUE },
                { "2026-12-03", FALSE },
                { NULL, TRUE } };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (MK_APP_TEST_NOW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MkHotlineLine line = { .id = (char *) "x", .confirmed_date = (char *) cases[i].confirmed };

      g_assert_cmpint (mk_hotline_line_is_old (&line, now), ==, cases[i].is_old);
    }
}

static void
test_rows_are_sentences (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (MK_APP_TEST_NOW, NULL);
  g_autoptr (GPtrArray) turns = NULL;
  g_autofree char *sentence = NULL;
  MkHotlineLine *line = add_line (lines, "Per", 1, NULL, "08:00");

  g_set_str (&line->telephone, "lokal 4711");
  turns = mk_hotline_order (lines, NULL, now);
  sentence = mk_hotline_turn_sentence (g_ptr_array_index (turns, 0), now);
  g_assert_cmpstr (sentence, ==,
                   "Per, Vagt, lokal 4711, kan ikke ringes op, tager telefonen til kl.\u00a016.00");
  g_assert_false (mk_hotline_turn_takes (g_ptr_array_index (turns, 0)));
}

static void
test_page_shows_who_takes_it (MkWindow *window)
{
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
  view = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
  g_assert_nonnull (mk_app_test_find_text (view, "70 10 10 99"));
  g_assert_nonnull (mk_app_test_find_text (view, "Tager telefonen til kl.\u00a016.00"));
  g_assert_nonnull (mk_app_test_find_text (view, "112"));
  g_assert_nonnull (mk_app_test_find_text (view, "114"));
}

/* At four o'clock nobody takes it any more, and what stands open says so without the store. */
static void
test_time_passes (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
  view = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
  g_assert_nonnull (mk_app_test_find_text (view, "Tager telefonen til kl.\u00a016.00"));
  g_assert_true (mk_clock_set ("2026-12-03T16:00:00+01:00", NULL));
  mk_hotline_tick (mk_workplace_get_hotline (workplace));
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (view, "Ingen tager telefonen lige nu"));
}

static GtkWidget *
show_page (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
  return mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
}

/* Whatever can call is there, or nothing pretends to be. */
static void
test_call_button_needs_a_handler (MkWindow *window)
{
  g_autoptr (GAppInfo) handler = NULL;

  g_assert_null (mk_app_test_find_text (show_page (window), "Ring"));
  handler = g_app_info_create_from_commandline ("true", "Telefon", G_APP_INFO_CREATE_NONE, NULL);
  g_assert_true (g_app_info_set_as_default_for_type (handler, "x-scheme-handler/tel", NULL));
  g_assert_true (mk_calling_is_possible ());
  mk_hotline_update (mk_workplace_get_hotline (
                         mk_shell_get_workplace (mk_window_get_shell (window))),
                     g_ptr_array_new_with_free_func (mk_hotline_line_free));
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  mk_app_test_wait_for_counting (window);
  g_assert_nonnull (mk_app_test_find_text (show_page (window), "Ring"));
  g_app_info_reset_type_associations ("x-scheme-handler/tel");
  g_app_info_delete (handler);
}

static void
assert_summary (MkWindow   *window,
                const char *now,
                const char *expected)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));
  g_autofree char *summary = NULL;

  g_assert_true (mk_clock_set (now, NULL));
  summary = mk_hotline_dup_summary (mk_workplace_get_hotline (workplace));
  g_assert_cmpstr (summary, ==, expected);
}

/* Not who comes first by order, but who takes the telephone first. */
static void
test_who_opens_first_is_named (MkWindow *window)
{
  assert_summary (window, MK_APP_TEST_NOW, "tager telefonen nu");
  assert_summary (window, "2026-12-03T22:00:00+01:00",
                  "Akut-telefonen åbner i morgen kl.\u00a07.30");
}

static void
test_button_is_in_the_header (MkWindow *window)
{
  g_assert_nonnull (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_BUTTON));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_BUTTON));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/hotline/open-own-priority-name", test_order);
  g_test_add_func ("/hotline/number-is-old-after-thirty-days",
                   test_number_is_old_after_thirty_days);
  g_test_add_func ("/hotline/rows-are-sentences", test_rows_are_sentences);
  mk_app_test_add ("/hotline/page-shows-who-takes-it", test_page_shows_who_takes_it);
  mk_app_test_add ("/hotline/time-passes-without-the-store", test_time_passes);
  mk_app_test_add ("/hotline/call-button-needs-a-handler", test_call_button_needs_a_handler);
  mk_app_test_add ("/hotline/who-opens-first-is-named", test_who_opens_first_is_named);
  mk_app_test_add ("/hotline/button-is-in-every-header", test_button_is_in_the_header);
  return g_test_run ();
}
