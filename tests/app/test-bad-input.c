/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-dialog.h"
#include "check-in/mk-moment-popover.h"
#include "demo/mk-demo.h"
#include "mk-clock.h"
#include "mk-database-private.h"
#include "mk-store-run.h"
#include "placement/mk-timeline-row.h"
#include "punchcard/mk-ask-dialog.h"
#include "widgets/mk-hours-entry.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* Whatever is typed, and whatever the machine does meanwhile: it is told at its place, nothing
 * that was typed is lost, and trying again works. */

#define SENTENCE "Hun sagde selv til, da scanneren gik i stå"
#define A_YEAR_BEFORE "2025-12-03T11:05:00+01:00"
#define A_YEAR_AFTER "2027-12-03T11:05:00+01:00"

static AdwDialog *
open_form (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA,
                              MK_ATTENDANCE_MET);
  return mk_app_test_wait_for_dialog (window);
}

static GObject *
child_of (AdwDialog  *dialog,
          const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);
}

/* What all forms have. */
static GObject *
part_of (AdwDialog  *dialog,
         const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_FORM_DIALOG, name);
}

static GtkTextBuffer *
text_of (AdwDialog *dialog)
{
  GtkWidget *view = mk_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
write_text (AdwDialog  *dialog,
            const char *text)
{
  gtk_text_buffer_set_text (text_of (dialog), text, -1);
  mk_app_test_settle ();
}

static char *
read_text (AdwDialog *dialog)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (text_of (dialog), &start, &end);
  return gtk_text_buffer_get_text (text_of (dialog), &start, &end, FALSE);
}

static gboolean
can_save (AdwDialog *dialog)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (part_of (dialog, "save_button")));
}

static gboolean
says (AdwDialog  *dialog,
      const char *words)
{
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (dialog), words);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
save (MkWindow  *window,
      AdwDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}

static gpointer
read_today (MkDatabase   *database,
            gpointer      day,
            GCancellable *cancellable,
            GError      **error)
{
  MkDays days = { .placement = MK_DEMO_MIA, .from = day, .to = day, .limit = -1 };

  return mk_check_ins_read (database, &days, error);
}

/* The note of the one check-in that Mia has on that day. */
static char *
saved_note (MkWindow   *window,
            const char *day)
{
  g_autoptr (GPtrArray) items = mk_app_test_on_store (window, read_today, (gpointer) day);

  g_assert_cmpuint (items->len, ==, 1);
  return g_strdup (mk_check_in_item_get_data (g_ptr_array_index (items, 0))->private_note);
}

/* Too long */

static void
test_long_text_is_stopped_with_a_count (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  g_autofree char *near = g_strnfill (9500, 'x');
  g_autofree char *over = g_strnfill (10001, 'x');

  write_text (dialog, near);
  g_assert_true (says (dialog, "9.500 af 10.000 tegn"));
  g_assert_true (can_save (dialog));
  write_text (dialog, over);
  g_assert_true (says (dialog, "Teksten er for lang: 10.001 af 10.000 tegn. Gør den kortere."));
  g_assert_false (can_save (dialog));
  write_text (dialog, near);
  g_assert_true (can_save (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_long_line_is_stopped_with_a_count (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  g_autofree char *over = g_strnfill (1500, 'x');
  GtkEditable *line = GTK_EDITABLE (child_of (dialog, "small_win"));

  gtk_editable_set_text (line, over);
  mk_app_test_settle ();
  g_assert_cmpuint (strlen (gtk_editable_get_text (line)), ==, 1000);
  g_assert_true (says (dialog, "1.000 af 1.000 tegn"));
  adw_dialog_force_close (dialog);
}

static void
test_long_request_is_stopped_with_a_count (MkWindow *window)
{
  g_autofree char *near = g_strnfill (9500, 'x');
  g_autofree char *over = g_strnfill (10001, 'x');
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.ask-help", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  write_text (dialog, near);
  g_assert_true (says (dialog, "9.500 af 10.000 tegn"));
  write_text (dialog, over);
  g_assert_true (says (dialog, "Teksten er for lang: 10.001 af 10.000 tegn. Gør den kortere."));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  adw_dialog_force_close (dialog);
}

/* As many lines as there is room for are saved, and the log shows a row of a row's height. */
static void
test_note_of_many_lines (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *note = NULL;
  GtkWidget *row;

  for (guint i = 0; i < 10000; i++)
    g_string_append (lines, "linje\n");
  write_text (dialog, lines->str);
  g_assert_true (says (dialog, "Teksten er for lang: 59.999 af 10.000 tegn. Gør den kortere."));
  g_string_truncate (lines, 0);
  for (guint i = 0; i < 4999; i++)
    g_string_append (lines, "a\n");
  g_string_append (lines, "z");
  write_text (dialog, lines->str);
  g_assert_true (can_save (dialog));
  save (window, dialog);
  note = saved_note (window, "2026-12-03");
  g_assert_cmpstr (note, ==, lines->str);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  mk_app_test_settle ();
  row = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_TIMELINE_ROW);
  g_assert_nonnull (row);
  g_assert_cmpint (gtk_widget_get_height (row), <, 200);
}

/* A word without an end is laid out as fast as anything else. */
static void
test_endless_word (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  g_autofree char *word = g_strnfill (10000, 'x');
  GtkWidget *row;

  write_text (dialog, word);
  save (window, dialog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  row = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_TIMELINE_ROW);
  g_assert_cmpint (gtk_widget_get_height (row), <, 200);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  mk_app_test_settle ();
}

/* Impossible */

static void
test_impossible_hours_are_told_at_the_field (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  GtkWidget *hours = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_HOURS_ENTRY);
  GtkEditable *entry =
      GTK_EDITABLE (gtk_widget_get_template_child (hours, MK_TYPE_HOURS_ENTRY, "entry"));
  static const char *const impossible[] = { "25", "24:01", "1441 min", "-1", "2:75", "to" };

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      gtk_editable_set_text (entry, impossible[i]);
      g_assert_true (says (dialog, "Et døgn har 24 timer. Skriv for eksempel 2:30") ||
                     says (dialog, "Skriv for eksempel 2:30 eller 150 min"));
      g_assert_false (can_save (dialog));
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, impossible[i]);
    }
  gtk_editable_set_text (entry, "2,5");
  g_assert_true (can_save (dialog));
  g_assert_cmpint (mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog))->minutes, ==, 150);
  adw_dialog_force_close (dialog);
}

static void
test_impossible_time_is_told_at_the_field (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  GtkWidget *popover = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_MOMENT_POPOVER);
  GtkEditable *time =
      GTK_EDITABLE (gtk_widget_get_template_child (popover, MK_TYPE_MOMENT_POPOVER, "time"));
  GtkWidget *fault =
      GTK_WIDGET (gtk_widget_get_template_child (popover, MK_TYPE_MOMENT_POPOVER, "fault"));
  g_autofree char *before = g_strdup (mk_moment_popover_get_moment (MK_MOMENT_POPOVER (popover)));

  gtk_editable_set_text (time, "25.00");
  g_assert_true (gtk_widget_get_visible (fault));
  g_assert_cmpstr (mk_moment_popover_get_moment (MK_MOMENT_POPOVER (popover)), ==, before);
  gtk_editable_set_text (time, "10.30");
  g_assert_false (gtk_widget_get_visible (fault));
  gtk_editable_set_text (time, "10.99");
  g_assert_true (gtk_widget_get_visible (fault));
  g_signal_emit_by_name (popover, "closed");
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "10.30");
  g_assert_false (gtk_widget_get_visible (fault));
  adw_dialog_force_close (dialog);
}

/* Names from everywhere */

static MkPlacementItem *
mia (MkWindow *window)
{
  return mk_workplace_find_placement (mk_shell_get_workplace (mk_window_get_shell (window)),
                                      MK_DEMO_MIA);
}

typedef struct
{
  MkWindow   *window;
  const char *name;
} Called;

static gboolean
is_called (gpointer user_data)
{
  const Called *called = user_data;

  return g_str_equal (mk_placement_item_get_name (mia (called->window)), called->name);
}

static void
call (MkWindow   *window,
      const char *name)
{
  Called called = { window, name };
  AdwDialog *dialog;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.name-here", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  row = mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_dialog_close (dialog);
  mk_app_test_wait (is_called, &called);
  mk_app_test_settle ();
}

/* Arabic, Hebrew with a number, an emoji of several characters, and a mark that turns all around; and
 * how a sentence has them, which keeps its own order. */
static const struct
{
  const char *name;
  const char *title;
} names[] = {
  { "مريم نور", "\342\200\216Check-in: \342\201\250مريم نور\342\201\251" },
  { "דנה 3", "\342\200\216Check-in: \342\201\250דנה 3\342\201\251" },
  { "🦊👩🏽‍🍳", "Check-in: 🦊👩🏽‍🍳" },
  { "Mia \342\200\256abc", "\342\200\216Check-in: \342\201\250Mia \342\200\256abc\342\201\251" },
};

static void
test_names_from_everywhere_come_back_whole (MkWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AdwDialog *dialog;

      call (window, names[i].name);
      g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), names[i].name));
      dialog = open_form (window);
      g_assert_cmpstr (adw_dialog_get_title (dialog), ==, names[i].title);
      adw_dialog_force_close (dialog);
      mk_app_test_wait_for_no_dialog (window);
    }
}

/* A clock that is wrong */

static void
run_at (MkStoreRun   *run,
        const char   *now,
        MkAppTestFunc func)
{
  g_autofree char *folder = g_strconcat ("--data-dir=", run->folder, NULL);
  g_autofree char *clock = g_strconcat ("--now=", now, NULL);
  const char *arguments[] = { "makker", folder, clock, NULL };

  mk_app_test_run (arguments, func, run);
}

static void
write_and_read (MkWindow   *window,
                const char *day)
{
  AdwDialog *dialog;
  g_autofree char *note = NULL;

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
  dialog = open_form (window);
  write_text (dialog, SENTENCE);
  save (window, dialog);
  note = saved_note (window, day);
  g_assert_cmpstr (note, ==, SENTENCE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_TIMELINE_ROW));
}

static void
write_a_year_behind (MkWindow *window,
                     gpointer  run)
{
  write_and_read (window, "2025-12-03");
}

static void
write_a_year_ahead (MkWindow *window,
                    gpointer  run)
{
  write_and_read (window, "2027-12-03");
}

/* After it was mended, what was written meanwhile is there, to be moved to its day. */
static void
move_to_its_day (MkWindow *window,
                 gpointer  run)
{
  g_autoptr (GPtrArray) items = NULL;
  AdwDialog *dialog;
  GtkWidget *popover;
  GtkCalendar *calendar;
  g_autoptr (GDateTime) today = g_date_time_new_local (2026, 12, 3, 0, 0, 0);
  g_autofree char *note = NULL;

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
  items = mk_app_test_on_store (window, read_today, (gpointer) "2027-12-03");
  g_assert_cmpuint (items->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-check-in", "s",
                              mk_check_in_item_get_id (g_ptr_array_index (items, 0)));
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (says (dialog, "Den dag er ikke kommet endnu."));
  g_assert_false (can_save (dialog));
  popover = mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_MOMENT_POPOVER);
  calendar =
      GTK_CALENDAR (gtk_widget_get_template_child (popover, MK_TYPE_MOMENT_POPOVER, "calendar"));
  gtk_calendar_select_day (calendar, today);
  g_assert_true (can_save (dialog));
  save (window, dialog);
  note = saved_note (window, "2026-12-03");
  g_assert_cmpstr (note, ==, SENTENCE);
}

static void
test_clock_a_year_off (MkStoreRun   *run,
                       gconstpointer data)
{
  mk_store_run_make (run);
  run_at (run, A_YEAR_BEFORE, write_a_year_behind);
  run_at (run, A_YEAR_AFTER, write_a_year_ahead);
  mk_store_run (run, move_to_its_day);
}

/* A disk that does not take it */

static gboolean
has_trouble (gpointer dialog)
{
  return adw_banner_get_revealed (ADW_BANNER (part_of (dialog, "trouble")));
}

static void
fail_to_save (AdwDialog  *dialog,
              const char *text,
              const char *reason)
{
  g_autofree char *kept = NULL;

  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait (has_trouble, dialog);
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (part_of (dialog, "trouble"))), ==, reason);
  kept = read_text (dialog);
  g_assert_cmpstr (kept, ==, text);
  g_assert_true (can_save (dialog));
}

static void
save_again (MkWindow   *window,
            AdwDialog  *dialog,
            const char *text)
{
  g_autofree char *note = NULL;

  save (window, dialog);
  note = saved_note (window, "2026-12-03");
  g_assert_cmpstr (note, ==, text);
}

static gpointer
limit_pages (MkDatabase   *database,
             gpointer      pragma,
             GCancellable *cancellable,
             GError      **error)
{
  return GINT_TO_POINTER (mk_database_execute (database, pragma, error));
}

/* So much that no page which is free already has room for it. */
static char *
long_note (void)
{
  g_autoptr (GString) note = g_string_new ("Tal");

  for (guint i = 1000; i < 2900; i++)
    g_string_append_printf (note, " %u", i);
  return g_string_free_and_steal (g_steal_pointer (&note));
}

static void
test_full_disk (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);
  g_autofree char *note = long_note ();

  write_text (dialog, note);
  mk_app_test_on_store (window, limit_pages, (gpointer) "PRAGMA max_page_count = 1");
  fail_to_save (dialog, note, "Disken er fuld. Intet er ændret. Skaf plads, og prøv igen.");
  mk_app_test_on_store (window, limit_pages, (gpointer) "PRAGMA max_page_count = 1000000");
  save_again (window, dialog, note);
}

/* No file of this program may grow while @is_failing. */
static void
set_disk_failing (gboolean is_failing)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = is_failing ? 0 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_failing_disk (MkWindow *window)
{
  AdwDialog *dialog = open_form (window);

  write_text (dialog, SENTENCE);
  set_disk_failing (TRUE);
  fail_to_save (dialog, SENTENCE,
                "Disken kunne ikke læses eller skrives. Intet er ændret. Prøv igen. Bliver "
                "det ved, så gem en kopi af dine data, og få disken set efter.");
  set_disk_failing (FALSE);
  save_again (window, dialog, SENTENCE);
}

static void
lose_the_drive (MkWindow *window,
                gpointer  user_data)
{
  const MkStoreRun *run = user_data;
  g_autofree char *away = g_strconcat (run->folder, "-væk", NULL);
  AdwDialog *dialog;

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
  dialog = open_form (window);
  write_text (dialog, SENTENCE);
  g_assert_cmpint (g_rename (run->folder, away), ==, 0);
  fail_to_save (dialog, SENTENCE,
                "Makkers mappe er der ikke mere. Intet er ændret. Skaf den tilbage, eller "
                "sæt drevet til, og prøv igen.");
  g_assert_cmpint (g_rename (away, run->folder), ==, 0);
  save_again (window, dialog, SENTENCE);
}

static void
test_vanished_drive (MkStoreRun   *run,
                     gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, lose_the_drive);
}

#define ADD(path, func) \
  g_test_add (path, MkStoreRun, NULL, mk_store_run_set_up, func, mk_store_run_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/bad-input/long-text-is-stopped-with-a-count",
                   test_long_text_is_stopped_with_a_count);
  mk_app_test_add ("/bad-input/long-line-is-stopped-with-a-count",
                   test_long_line_is_stopped_with_a_count);
  mk_app_test_add ("/bad-input/long-request-is-stopped-with-a-count",
                   test_long_request_is_stopped_with_a_count);
  mk_app_test_add ("/bad-input/note-of-many-lines", test_note_of_many_lines);
  mk_app_test_add ("/bad-input/endless-word", test_endless_word);
  mk_app_test_add ("/bad-input/impossible-hours-are-told-at-the-field",
                   test_impossible_hours_are_told_at_the_field);
  mk_app_test_add ("/bad-input/impossible-time-is-told-at-the-field",
                   test_impossible_time_is_told_at_the_field);
  mk_app_test_add ("/bad-input/names-from-everywhere-come-back-whole",
                   test_names_from_everywhere_come_back_whole);
  ADD ("/bad-input/clock-a-year-off", test_clock_a_year_off);
  mk_app_test_add ("/bad-input/full-disk-keeps-what-was-typed", test_full_disk);
  mk_app_test_add ("/bad-input/failing-disk-keeps-what-was-typed", test_failing_disk);
  ADD ("/bad-input/vanished-drive-keeps-what-was-typed", test_vanished_drive);
  return g_test_run ();
}
