/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-form-state.h"
#include "mk-app-test.h"
#include "mk-date-text.h"

/* What the form of a check-in shows, worked out without a display. */

#define THURSDAY "2026-12-03T11:05:00+01:00"
#define FRIDAY "2026-12-04T11:05:00+01:00"
#define CPR "010101-0000"
#define PLACEMENT "b1a9be0a-fa70-4c55-a17a-968ba719069e"

static MkCheckInDraft *
new_draft (void)
{
  return mk_check_in_draft_new (PLACEMENT, "Per", THURSDAY, NULL);
}

static MkFormState *
state_at (const MkCheckInDraft *draft,
          const char           *now)
{
  static const char *const readers[] = { "Anna (leder)", NULL };
  g_autoptr (GDateTime) moment = mk_date_text_read (now);
  MkFormAround around = { "Mia", "Jobcenter Eksempelby", readers, moment, NULL };

  return mk_form_state_new (draft, &around);
}

static MkFormState *
state_of (const MkCheckInDraft *draft)
{
  return state_at (draft, THURSDAY);
}

static void
test_new_one_can_not_be_saved (void)
{
  g_autoptr (MkCheckInDraft) draft = new_draft ();
  g_autoptr (MkFormState) state = state_of (draft);
  g_autoptr (MkFormState) later = state_at (draft, FRIDAY);

  g_assert_false (state->can_save);
  g_assert_cmpstr (state->day, ==, "Torsdag den 3. december kl.\u00a011.05");
  g_assert_cmpstr (state->author, ==, "Skrevet af: Per – skift");
  g_assert_cmpstr (state->question, ==, "Hvad synes Mia selv om dagen?");
  g_assert_cmpstr (state->hours_title, ==, "Timer i dag");
  g_assert_cmpstr (later->hours_title, ==, "Timer");
  g_assert_cmpint (draft->data->wellbeing, ==, MK_ABSENT);
}

/* What follows from each attendance. */
static void
test_attendances (void)
{
  static const struct
  {
    const char *attendance;
    gboolean shows_hours;
    gboolean shows_tried;
    gboolean warns;
  } cases[] = {
    { MK_ATTENDANCE_MET, TRUE, FALSE, FALSE },      { MK_ATTENDANCE_LATE, TRUE, FALSE, FALSE },
    { MK_ATTENDANCE_EXCUSED, FALSE, FALSE, FALSE }, { MK_ATTENDANCE_ABSENT, FALSE, TRUE, TRUE },
    { MK_ATTENDANCE_TRIED, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MkCheckInDraft) empty = new_draft ();
      g_autoptr (MkCheckInDraft) draft =
          mk_check_in_draft_with_attendance (empty, cases[i].attendance);
      g_autoptr (MkFormState) state = state_of (draft);

      g_assert_true (state->can_save);
      g_assert_cmpint (state->shows_hours, ==, cases[i].shows_hours);
      g_assert_cmpint (state->shows_tried, ==, cases[i].shows_tried);
      g_assert_cmpint (state->notice != NULL, ==, cases[i].warns);
    }
}

static void
test_absence_says_when_it_is_sent (void)
{
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) draft =
      mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_ABSENT);
  g_autoptr (MkFormState) thursday = state_at (draft, THURSDAY);
  g_autoptr (MkFormState) friday = state_at (draft, FRIDAY);

  g_assert_cmpstr (thursday->notice, ==,
                   "Bliver sendt til Jobcenter Eksempelby, tidligst i morgen, og kan få betydning "
                   "for Mias ydelse. Har du ringet?");
  g_assert_cmpstr (friday->notice, ==,
                   "Bliver sendt til Jobcenter Eksempelby, tidligst mandag den 7. december, og kan "
                   "få betydning for Mias ydelse. Har du ringet?");
}

static void
test_hours_say_how_they_are_split (void)
{
  static const struct
  {
    gint64 minutes;
    MkSplit split;
    gint64 paid;
    const char *hint;
    gint64 stored_paid;
  } cases[] = {
    { 0, MK_SPLIT_UNPAID, 0, "Ingen timer endnu", 0 },
    { 180, MK_SPLIT_UNPAID, 60, "Alle uden løn", 0 },
    { 180, MK_SPLIT_PAID, 60, "Alle med løn", 180 },
    { 180, MK_SPLIT_BOTH, 60, "1 time med løn, 2 timer uden", 60 },
    { 180, MK_SPLIT_BOTH, 0, "Alle uden løn", 0 },
    { 180, MK_SPLIT_BOTH, 240, "Alle med løn", 180 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MkCheckInDraft) empty = new_draft ();
      g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
      g_autoptr (MkCheckInDraft) long_day = mk_check_in_draft_with_minutes (met, cases[i].minutes);
      g_autoptr (MkCheckInDraft) split = mk_check_in_draft_with_split (long_day, cases[i].split);
      g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_with_paid (split, cases[i].paid);
      g_autoptr (MkFormState) state = state_of (draft);
      g_autoptr (GDateTime) now = mk_date_text_read (THURSDAY);
      g_autoptr (MkCheckInData) data = mk_check_in_draft_to_data (draft, now);

      g_assert_cmpstr (state->hours_hint, ==, cases[i].hint);
      g_assert_cmpint (state->shows_paid, ==, cases[i].split == MK_SPLIT_BOTH);
      g_assert_cmpint (data->paid_minutes, ==, cases[i].stored_paid);
      g_assert_cmpint (data->paid_minutes + data->unpaid_minutes, ==, cases[i].minutes);
    }
}

static void
test_hours_as_last_time (void)
{
  MkCheckInData last = { .paid_minutes = 150, .unpaid_minutes = 0 };
  g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_new (PLACEMENT, "Per", THURSDAY, &last);
  g_autoptr (MkCheckInDraft) other = mk_check_in_draft_with_minutes (draft, 165);
  g_autoptr (MkFormState) state = state_of (draft);
  g_autoptr (MkFormState) changed = state_of (other);

  g_assert_cmpint (draft->minutes, ==, 150);
  g_assert_cmpstr (state->hours_hint, ==, "Som sidst. Alle med løn");
  g_assert_cmpstr (changed->hours_hint, ==, "Alle med løn");
}

static void
test_hours_that_can_not_be_read (void)
{
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_with_hours_fault (met, MK_FORMAT_BAD_FORM);
  g_autoptr (MkCheckInDraft) absent =
      mk_check_in_draft_with_attendance (draft, MK_ATTENDANCE_EXCUSED);
  g_autoptr (MkFormState) state = state_of (draft);
  g_autoptr (MkFormState) without_hours = state_of (absent);

  g_assert_true (state->hours_are_at_fault);
  g_assert_false (state->can_save);
  g_assert_true (without_hours->can_save);
}

static void
test_readers (void)
{
  g_autoptr (MkCheckInDraft) draft = new_draft ();
  g_autoptr (MkCheckInDraft) sent = mk_check_in_draft_with_sends_text (draft, TRUE);
  g_autoptr (MkFormState) stays = state_of (draft);
  g_autoptr (MkFormState) goes = state_of (sent);

  g_assert_cmpstr (stays->readers, ==, "Din huskeseddel. Sendes ikke. Mia har ret til at se den.");
  g_assert_cmpstr (goes->readers, ==,
                   "Læses af: Anna (leder), Jobcenter Eksempelby. Mia kan få det at se.");
}

static void
test_cpr_is_told (void)
{
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) noted = mk_check_in_draft_with_note (empty, "Ring " CPR);
  g_autoptr (MkCheckInDraft) sent = mk_check_in_draft_with_sends_text (noted, TRUE);
  g_autoptr (MkCheckInDraft) won = mk_check_in_draft_with_small_win (sent, CPR);
  g_autoptr (MkFormState) stays = state_of (noted);
  g_autoptr (MkFormState) goes = state_of (won);

  g_assert_nonnull (stays->note_warning);
  g_assert_null (stays->small_win_warning);
  g_assert_cmpstr (goes->note_warning, ==,
                   "Det ligner et CPR-nummer. Check-in bliver gemt her, men sendes ikke, før "
                   "nummeret er væk.");
  g_assert_cmpstr (goes->small_win_warning, ==, goes->note_warning);
}

/* Texts that are not sent are private, and come back apart. */
static void
test_texts_that_stay_are_private (void)
{
  g_autoptr (GDateTime) now = mk_date_text_read (THURSDAY);
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) won = mk_check_in_draft_with_small_win (met, " Kom selv \r\n");
  g_autoptr (MkCheckInDraft) noted = mk_check_in_draft_with_note (won, "To\r\nlinjer\n");
  g_autoptr (MkCheckInDraft) sent = mk_check_in_draft_with_sends_text (noted, TRUE);
  g_autoptr (MkCheckInData) stays = mk_check_in_draft_to_data (noted, now);
  g_autoptr (MkCheckInData) goes = mk_check_in_draft_to_data (sent, now);
  g_autoptr (MkCheckInDraft) again = mk_check_in_draft_new_change (PLACEMENT, 1, stays);

  g_assert_null (stays->note);
  g_assert_null (stays->small_win);
  g_assert_cmpstr (stays->private_note, ==, "Det lykkedes: Kom selv\nTo\nlinjer");
  g_assert_cmpstr (goes->note, ==, "To\nlinjer");
  g_assert_cmpstr (goes->small_win, ==, "Kom selv");
  g_assert_null (goes->private_note);
  g_assert_false (again->sends_text);
  g_assert_cmpstr (again->data->small_win, ==, "Kom selv");
  g_assert_cmpstr (again->data->note, ==, "To\nlinjer");
}

static void
test_absence_waits_for_next_working_day (void)
{
  static const struct
  {
    const char *now;
    const char *earliest;
  } cases[] = {
    { THURSDAY, "2026-12-04T00:00:00+01:00" },
    { FRIDAY, "2026-12-07T00:00:00+01:00" },
    { "2026-12-05T10:00:00+01:00", "2026-12-07T00:00:00+01:00" },
    { "2026-12-30T23:59:59+01:00", "2027-01-04T00:00:00+01:00" },
    /* The clocks go forward in the night between. */
    { "2026-03-27T10:00:00+01:00", "2026-03-30T00:00:00+02:00" },
  };
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) absent =
      mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_ABSENT);
  g_autoptr (MkCheckInDraft) excused =
      mk_check_in_draft_with_attendance (absent, MK_ATTENDANCE_EXCUSED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = mk_date_text_read (cases[i].now);
      g_autoptr (MkCheckInData) waits = mk_check_in_draft_to_data (absent, now);
      g_autoptr (MkCheckInData) goes = mk_check_in_draft_to_data (excused, now);

      g_assert_cmpstr (waits->send_earliest, ==, cases[i].earliest);
      g_assert_null (goes->send_earliest);
    }
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/check-in/form/new-one-can-not-be-saved", test_new_one_can_not_be_saved);
  g_test_add_func ("/check-in/form/attendances", test_attendances);
  g_test_add_func ("/check-in/form/absence-says-when-it-is-sent",
                   test_absence_says_when_it_is_sent);
  g_test_add_func ("/check-in/form/hours-say-how-they-are-split",
                   test_hours_say_how_they_are_split);
  g_test_add_func ("/check-in/form/hours-as-last-time", test_hours_as_last_time);
  g_test_add_func ("/check-in/form/hours-that-can-not-be-read", test_hours_that_can_not_be_read);
  g_test_add_func ("/check-in/form/readers", test_readers);
  g_test_add_func ("/check-in/form/cpr-is-told", test_cpr_is_told);
  g_test_add_func ("/check-in/texts-that-stay-are-private", test_texts_that_stay_are_private);
  g_test_add_func ("/check-in/absence-waits-for-next-working-day",
                   test_absence_waits_for_next_working_day);
  return g_test_run ();
}
