/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-dialog.h"
#include "meeting/mk-meeting-words.h"
#include "meeting/mk-meetings-page.h"
#include "mk-app-test.h"
#include "mk-own-records.h"

#include <string.h>

/* The meetings of buddies: their words, their form, and when the page of this day asks for one. */

#define TODAY "2026-12-03"

/* What a row says of a meeting with the first agenda. */
#define WHO "ERFA-møde 1: Rollen og den første dag\nDeltog: Anna og Per"

static MkPeerMeetingData *
data_new (const char *date)
{
  MkPeerMeetingData *data = mk_shape_new (mk_peer_meeting_type.shape);

  data->date = g_strdup (date);
  return data;
}

static void
data_free (gpointer data)
{
  mk_shape_free (mk_peer_meeting_type.shape, data);
}

static GPtrArray *
meetings_new (const char *const *dates)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func (mk_meeting_free);

  for (guint i = 0; dates[i] != NULL; i++)
    {
      MkMeeting *meeting = g_new0 (MkMeeting, 1);

      meeting->id = g_strdup_printf ("%u", i);
      meeting->data = data_new (dates[i]);
      g_ptr_array_add (meetings, meeting);
    }
  return meetings;
}

static void
assert_due (const char *const *dates,
            const char        *wanted)
{
  g_autoptr (GPtrArray) meetings = meetings_new (dates);
  g_autofree char *words = mk_meeting_due_words (meetings, TODAY);

  if (strstr (words, wanted) == NULL)
    g_error ("Instead of “%s” it says: %s", wanted, words);
}

static void
test_due_is_in_words (void)
{
  assert_due ((const char *[]) { NULL }, "hver sjette til ottende uge");
  assert_due ((const char *[]) { "2026-11-16", NULL },
              "mellem den 28. december 2026 og den 11. januar 2027");
  assert_due ((const char *[]) { "2026-10-08", NULL }, "mellem den 19. november 2026");
  assert_due ((const char *[]) { "2026-10-07", NULL }, "mere end otte uger siden");
  assert_due ((const char *[]) { "2027-02-01", "2026-12-03", "2026-10-07", NULL },
              "Det næste møde er den 3. december 2026.");
}

static void
test_invitation_is_ready_to_paste (void)
{
  MkPeerMeetingData *data = data_new ("2026-12-10");
  g_autofree char *short_one = mk_meeting_invitation (data, "Per");
  g_autofree char *long_one = NULL;

  g_assert_null (strstr (short_one, "Hvor:"));
  g_assert_nonnull (strstr (short_one, "Hvornår: torsdag den 10. december\n"));
  data->from = g_strdup ("14:30");
  data->place = g_strdup ("Kantinen");
  data->agenda = g_strdup ("erfa-2");
  long_one = mk_meeting_invitation (data, "Per");
  g_assert_true (g_str_has_prefix (long_one, "ERFA-møde 2: Forventninger og oplæring\n"));
  g_assert_nonnull (
      strstr (long_one, "Hvornår: torsdag den 10. december kl. 14.30\nHvor: Kantinen\n"));
  g_assert_nonnull (strstr (long_one, "Varighed: 1 time"));
  g_assert_nonnull (strstr (long_one, "– Vis det\n"));
  g_assert_true (g_str_has_suffix (long_one, "Per\n"));
  data_free (data);
}

static void
test_next_agenda_follows_the_last (void)
{
  g_autoptr (GPtrArray) meetings =
      meetings_new ((const char *[]) { "2026-11-16", "2026-10-01", NULL });
  MkMeeting *older = g_ptr_array_index (meetings, 1);

  g_assert_cmpstr (mk_meeting_next_agenda (meetings)->name, ==, "erfa-1");
  older->data->agenda = g_strdup ("erfa-2");
  g_assert_cmpstr (mk_meeting_next_agenda (meetings)->name, ==, "erfa-3");
  g_set_str (&older->data->agenda, "erfa-4");
  g_assert_cmpstr (mk_meeting_next_agenda (meetings)->name, ==, "erfa-4");
}

/* In the window */

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_own_record_save (database, &mk_peer_meeting_type, NULL, data, error);
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

static void
save (MkWindow   *window,
      const char *date)
{
  MkPeerMeetingData *data = data_new (date);

  mk_saved_free (mk_app_test_on_store (window, save_func, data));
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  mk_app_test_wait_for_counting (window);
  data_free (data);
}

static gboolean
is_asked_for (MkWindow *window)
{
  const MkDayReading *day =
      mk_workplace_get_day (mk_shell_get_workplace (mk_window_get_shell (window)));
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) asked = NULL;

  for (guint i = 0; i < day->facts->len; i++)
    {
      MkPrompt *fact = g_ptr_array_index (day->facts, i);

      if (fact->kind == MK_PROMPT_MEETING)
        g_ptr_array_add (meetings, fact);
    }
  asked = mk_prompts_choose (meetings, day->dismissed, TODAY);
  return asked->len > 0;
}

static void
test_today_asks_for_the_next (MkWindow *window)
{
  g_assert_false (is_asked_for (window));
  save (window, "2026-10-20");
  g_assert_true (is_asked_for (window));
  save (window, "2026-12-20");
  g_assert_false (is_asked_for (window));
}

static MkMeetingDialog *
open_new (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-meeting", "s", "");
  return MK_MEETING_DIALOG (mk_app_test_wait_for_dialog (window));
}

static GtkEditable *
entry (MkMeetingDialog *dialog,
       const char      *name)
{
  return GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_MEETING_DIALOG, name));
}

static void
write_meeting (MkWindow   *window,
               const char *attended)
{
  MkMeetingDialog *dialog = open_new (window);

  gtk_editable_set_text (entry (dialog, "attended"), attended);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}

static GtkWidget *
row_with (MkWindow   *window,
          const char *text)
{
  GtkWidget *label = mk_app_test_find_text (GTK_WIDGET (window), text);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;
}

static void
press_undo (MkWindow *window)
{
  GtkWidget *label;

  wait_for_text (window, "Fortryd");
  label = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
is_gone (gpointer window)
{
  return row_with (window, WHO) == NULL;
}

static void
test_written_changed_deleted_and_back (MkWindow *window)
{
  MkMeetingDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-meetings", NULL);
  write_meeting (window, "Anna og Per");
  wait_for_text (window, WHO);
  /* One toast at a time. */
  adw_toast_overlay_dismiss_all (mk_shell_get_overlay (mk_window_get_shell (window)));
  gtk_widget_activate (row_with (window, WHO));
  dialog = MK_MEETING_DIALOG (mk_app_test_wait_for_dialog (window));
  g_assert_cmpstr (mk_meeting_dialog_get_data (dialog)->agenda, ==, "erfa-1");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "meeting.delete", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (is_gone, window);
  wait_for_text (window, "Mødet er slettet");
  press_undo (window);
  wait_for_text (window, WHO);
}

static void
test_words_stand_there_again (MkWindow *window)
{
  MkMeetingDialog *dialog = open_new (window);

  gtk_editable_set_text (entry (dialog, "place"), "Kantinen");
  adw_dialog_close (ADW_DIALOG (dialog));
  mk_app_test_wait_for_no_dialog (window);
  dialog = open_new (window);
  g_assert_cmpstr (gtk_editable_get_text (entry (dialog, "place")), ==, "Kantinen");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_no_time_is_saved_as_another (MkWindow *window)
{
  MkMeetingDialog *dialog = open_new (window);
  GtkWidget *button;

  wait_for_text (window, "Gem");
  button =
      gtk_widget_get_ancestor (mk_app_test_find_text (GTK_WIDGET (window), "Gem"), GTK_TYPE_BUTTON);
  gtk_editable_set_text (entry (dialog, "from"), "25");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (entry (dialog, "from"), "14.30");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (mk_meeting_dialog_get_data (dialog)->from, ==, "14:30");
  gtk_editable_set_text (entry (dialog, "from"), "");
  g_assert_true (gtk_widget_get_sensitive (button));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/meetings/due-is-in-words", test_due_is_in_words);
  g_test_add_func ("/meetings/invitation-is-ready-to-paste", test_invitation_is_ready_to_paste);
  g_test_add_func ("/meetings/next-agenda-follows-the-last", test_next_agenda_follows_the_last);
  mk_app_test_add ("/meetings/this-day-asks-for-the-next", test_today_asks_for_the_next);
  mk_app_test_add ("/meetings/written-deleted-and-back", test_written_changed_deleted_and_back);
  mk_app_test_add ("/meetings/words-stand-there-again", test_words_stand_there_again);
  mk_app_test_add ("/meetings/no-time-is-saved-as-another", test_no_time_is_saved_as_another);
  return g_test_run ();
}
