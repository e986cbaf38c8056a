/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "print/mk-print-dialog.h"
#include "print/mk-week-print.h"
#include "print/mk-week-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

/* A printed week, read back from the file that the same drawing makes. */

#define PRIVATE_NOTE "det blev sagt i fortrolighed"

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_week_sheet_read (database, data, error);
}

static MkWeekAsked
week_of (GDateDay   day,
         GDateMonth month)
{
  MkWeekAsked asked = { .placement = (char *) MK_DEMO_MIA,
                        .name = (char *) "Mia",
                        .company = (char *) "Eksempelbutikken ApS",
                        .has_texts = TRUE };

  g_date_clear (&asked.monday, 1);
  g_date_set_dmy (&asked.monday, day, month, 2026);
  return asked;
}

/* The text of the pages, a form feed behind each. */
static char *
print_and_read (MkWindow          *window,
                const MkWeekAsked *asked)
{
  g_autoptr (GPtrArray) paragraphs = mk_app_test_on_store (window, read_func, (gpointer) asked);
  g_autofree char *folder = g_dir_make_tmp ("makker-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "uge.pdf", NULL);
  const char *arguments[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  mk_week_print_to_pdf (paragraphs, path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  if (g_getenv ("MAKKER_KEEP_PRINT") != NULL)
    g_print ("# %s\n", path);
  else
    mk_demo_remove (folder);
  return text;
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("The sheet does not say “%s”", wanted);
}

static guint
count_pages (const char *text)
{
  guint count = 0;

  for (; *text != '\0'; text++)
    count += *text == '\f';
  return count;
}

static void
test_week (MkWindow *window)
{
  MkWeekAsked asked = week_of (30, G_DATE_NOVEMBER);
  g_autofree char *text = print_and_read (window, &asked);

  assert_holds (text, "Mia, uge 49");
  assert_holds (text, "Eksempelbutikken ApS");
  assert_holds (text, "30. november 2026 – 6. december 2026");
  assert_holds (text, "Tirsdag den 1. december");
  assert_holds (text, "Kom senere. 2 t 30 min med løn. Skrevet kl. 11.00 af Per");
  assert_holds (text, "Noter: Bussen var forsinket. Hun ringede selv.");
  assert_holds (text, "Det lykkedes: Viste selv den nye, hvor pallerne skal stå");
  assert_holds (text, "I alt i ugen: 5 t 30 min med løn");
  assert_holds (text, "Ikke løn- eller tidsregistrering");
  assert_holds (text, "Side 1 af 1");
  g_assert_true (strstr (text, "Tirsdag") < strstr (text, "Onsdag"));
  g_assert_cmpuint (count_pages (text), ==, 1);
}

static void
test_without_texts (MkWindow *window)
{
  MkWeekAsked asked = week_of (30, G_DATE_NOVEMBER);
  g_autofree char *text = NULL;

  asked.has_texts = FALSE;
  text = print_and_read (window, &asked);
  assert_holds (text, "Kom senere");
  g_assert_null (strstr (text, "Bussen"));
}

static void
test_empty_week (MkWindow *window)
{
  MkWeekAsked asked = week_of (1, G_DATE_JUNE);
  g_autofree char *text = print_and_read (window, &asked);

  assert_holds (text, "Mia, uge 23");
  assert_holds (text, "Der er ikke skrevet noget i denne uge.");
}

/* Texts of many lines on each day of one week, and what is never sent. */
static gpointer
save_long_week (MkDatabase   *database,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (int i = 1; i <= 90; i++)
    g_string_append_printf (lines, "Linje %d af mange\n", i);
  for (int day = 18; day <= 22; day++)
    {
      g_autofree char *moment = g_strdup_printf ("2026-05-%02dT12:00:00+02:00", day);
      g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_new (MK_DEMO_MIA, "Per", moment, NULL);
      g_autoptr (MkSaved) saved = NULL;

      g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
      g_set_str (&draft->data->small_win, "Et lille skridt");
      g_set_str (&draft->data->note, day == 18 ? PRIVATE_NOTE : lines->str);
      draft->sends_text = day != 18;
      draft->minutes = 180;
      draft->paid_minutes = 120;
      draft->split = MK_SPLIT_BOTH;
      saved = mk_check_in_save (database, draft, error);
      g_assert_nonnull (saved);
    }
  return GINT_TO_POINTER (TRUE);
}

static void
test_many_pages (MkWindow *window)
{
  MkWeekAsked asked = week_of (18, G_DATE_MAY);
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n_pages;

  mk_app_test_on_store (window, save_long_week, NULL);
  text = print_and_read (window, &asked);
  n_pages = count_pages (text);
  g_assert_cmpuint (n_pages, >, 3);
  last = g_strdup_printf ("Side %u af %u", n_pages, n_pages);
  assert_holds (text, last);
  assert_holds (text, "3 timer: 2 timer med løn, 1 time uden løn");
  assert_holds (text, "Linje 90 af mange");
  assert_holds (text, "I alt i ugen: 15 timer: 10 timer med løn, 5 timer uden løn");
}

static void
test_private_left_out (MkWindow *window)
{
  MkWeekAsked asked = week_of (18, G_DATE_MAY);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  mk_app_test_on_store (window, save_long_week, NULL);
  without = print_and_read (window, &asked);
  g_assert_null (strstr (without, PRIVATE_NOTE));
  asked.has_private = TRUE;
  with = print_and_read (window, &asked);
  assert_holds (with, "Din huskeseddel: ");
  assert_holds (with, PRIVATE_NOTE);
}

static void
test_dialog (MkWindow *window)
{
  AdwDialog *dialog;
  GObject *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  gtk_widget_activate_action (mk_app_test_find (GTK_WIDGET (window),
                                                g_type_from_name ("MkPlacementPage")),
                              "placement.print-week", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  row = gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_PRINT_DIALOG, "private_row");
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Uge 49"));
  adw_dialog_force_close (dialog);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/printing/a-week", test_week);
  mk_app_test_add ("/printing/without-texts", test_without_texts);
  mk_app_test_add ("/printing/an-empty-week", test_empty_week);
  mk_app_test_add ("/printing/many-pages", test_many_pages);
  mk_app_test_add ("/printing/private-notes-are-left-out", test_private_left_out);
  mk_app_test_add ("/printing/asks-for-private-notes", test_dialog);
  return g_test_run ();
}
