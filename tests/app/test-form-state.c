/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-check-in-words.h"
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

/* An s joins no letters but Latin ones. */
static void
test_owners_are_named_as_in_danish (void)
{
  static const char *const names[][2] = { { "Mia", "Mias" },      { "Jonas", "Jonas’" },
                                          { "Zoë", "Zoës" },      { "X", "X’" },
                                          { "Ελένη", "Ελένη’s" }, { "Ольга", "Ольга’s" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *owner = mk_possessive (names[i][0]);

      g_assert_cmpstr (owner, ==, names[i][1]);
    }
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

static void
test_day_that_has_not_come (void)
{
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) later = mk_check_in_draft_with_moment (met, FRIDAY);
  g_autoptr (MkFormState) today = state_of (met);
  g_autoptr (MkFormState) tomorrow = state_of (later);

  g_assert_null (today->day_fault);
  g_assert_cmpstr (tomorrow->day_fault, ==, "Den dag er ikke kommet endnu.");
  g_assert_false (tomorrow->can_save);
}

static void
test_hours_faults_are_said (void)
{
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) hours = mk_check_in_draft_with_minutes (met, 120);
  g_autoptr (MkCheckInDraft) too_long =
      mk_check_in_draft_with_hours_fault (hours, MK_FORMAT_BAD_VALUE);
  g_autoptr (MkCheckInDraft) both = mk_check_in_draft_with_split (hours, MK_SPLIT_BOTH);
  g_autoptr (MkCheckInDraft) too_paid = mk_check_in_draft_with_paid (both, 121);
  g_autoptr (MkFormState) first = state_of (too_long);
  g_autoptr (MkFormState) second = state_of (too_paid);

  g_assert_cmpstr (first->hours_hint, ==, "Et døgn har 24 timer. Skriv for eksempel 2:30");
  g_assert_false (first->can_save);
  g_assert_cmpstr (second->paid_fault, ==, "Mere end dagens timer");
  g_assert_false (second->can_save);
}

/* The scheme splits the hours of its day until a person says otherwise. */
static void
test_scheme_splits_until_told_otherwise (void)
{
  MkPlanDay day = { 4, (char *) "08:00", (char *) "11:00" };
  MkAttendancePlanData plan = { (char *) PLACEMENT, (char *) "2026-11-01", g_ptr_array_new () };
  MkSchemeData hybrid = { (char *) PLACEMENT, (char *) MK_SCHEME_HYBRID, (char *) "2026-11-01",
                          NULL, 60 };
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  g_autoptr (GPtrArray) schemes = g_ptr_array_new ();
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) planned = NULL;
  g_autoptr (MkCheckInDraft) shorter = NULL;
  g_autoptr (MkCheckInDraft) split_again = NULL;
  g_autoptr (MkCheckInDraft) told = NULL;
  g_autoptr (MkCheckInDraft) still_told = NULL;
  g_autoptr (MkFormState) state = NULL;

  g_ptr_array_add (plan.days, &day);
  g_ptr_array_add (plans, &plan);
  g_ptr_array_add (schemes, &hybrid);
  planned = mk_check_in_draft_arranged (empty, plans, schemes);
  state = state_of (planned);
  g_assert_cmpint (planned->minutes, ==, 180);
  g_assert_cmpstr (state->hours_hint, ==,
                   "Efter mødeplanen. 1 time med løn, 2 timer uden (hybridpraktik)");
  shorter = mk_check_in_draft_with_minutes (planned, 45);
  split_again = mk_check_in_draft_arranged (shorter, plans, schemes);
  g_assert_cmpint (split_again->minutes, ==, 45);
  g_assert_cmpint (split_again->split, ==, MK_SPLIT_PAID);
  told = mk_check_in_draft_with_split (split_again, MK_SPLIT_UNPAID);
  still_told = mk_check_in_draft_arranged (told, plans, schemes);
  g_assert_cmpint (still_told->split, ==, MK_SPLIT_UNPAID);
  g_assert_null (still_told->scheme);
  g_ptr_array_unref (plan.days);
}

static void
test_pulse_is_whole_or_not_there (void)
{
  MkPulse none = { MK_ABSENT, MK_ABSENT, MK_ABSENT };
  MkPulse half = { 3, MK_ABSENT, 5 };
  MkPulse whole = { 3, 4, 5 };
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) with_none = mk_check_in_draft_with_pulse (met, &none);
  g_autoptr (MkCheckInDraft) with_half = mk_check_in_draft_with_pulse (met, &half);
  g_autoptr (MkCheckInDraft) with_whole = mk_check_in_draft_with_pulse (met, &whole);
  g_autoptr (MkFormState) state_of_none = state_of (with_none);
  g_autoptr (MkFormState) state_of_half = state_of (with_half);
  g_autoptr (MkFormState) state_of_whole = state_of (with_whole);

  g_assert_null (met->data->pulse);
  g_assert_null (with_none->data->pulse);
  g_assert_true (state_of_none->can_save);
  g_assert_cmpstr (state_of_none->pulse_title, ==, "Mia svarer selv");
  g_assert_cmpstr (state_of_half->pulse_fault, ==, "Svar på alle tre, eller tag svarene tilbage.");
  g_assert_false (state_of_half->can_save);
  g_assert_true (state_of_whole->can_save);
}

static void
test_pulse_is_asked_once_a_month (void)
{
  g_autoptr (GDateTime) now = mk_date_text_read (THURSDAY);
  MkFormAround around = { "Mia", NULL, NULL, now, "2026-11-20" };
  g_autoptr (MkCheckInDraft) draft = new_draft ();
  g_autoptr (MkFormState) state = mk_form_state_new (draft, &around);

  g_assert_false (state->asks_pulse);
  g_assert_cmpstr (state->pulse_hint, ==,
                   "Svarede 20. november 2026. Spørges igen efter en måned.");
}

/* Where the candidate stands in the team is sent only when somebody says so. */
static void
test_path_is_sent_only_when_ticked (void)
{
  g_autoptr (GDateTime) now = mk_date_text_read (THURSDAY);
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) out = mk_check_in_draft_with_path (met, MK_PATH_ON_THE_WAY_OUT);
  g_autoptr (MkCheckInDraft) ticked = mk_check_in_draft_with_sends_path (out, TRUE);
  g_autoptr (MkCheckInData) stays = mk_check_in_draft_to_data (out, now);
  g_autoptr (MkCheckInData) goes = mk_check_in_draft_to_data (ticked, now);
  g_autoptr (MkCheckInDraft) again = mk_check_in_draft_new_change (PLACEMENT, 1, stays);

  g_assert_null (stays->path);
  g_assert_cmpstr (stays->private_path, ==, MK_PATH_ON_THE_WAY_OUT);
  g_assert_cmpstr (goes->path, ==, MK_PATH_ON_THE_WAY_OUT);
  g_assert_null (goes->private_path);
  g_assert_cmpstr (again->data->path, ==, MK_PATH_ON_THE_WAY_OUT);
  g_assert_false (again->sends_path);
}

static void
test_long_texts_are_counted_and_stopped (void)
{
  g_autofree char *most = g_strnfill (MK_TEXT_MAX, 'x');
  g_autofree char *more = g_strconcat (most, "x", NULL);
  g_autoptr (MkCheckInDraft) empty = new_draft ();
  g_autoptr (MkCheckInDraft) met = mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
  g_autoptr (MkCheckInDraft) full = mk_check_in_draft_with_note (met, most);
  g_autoptr (MkCheckInDraft) fuller = mk_check_in_draft_with_small_win (full, "a");
  g_autoptr (MkCheckInDraft) over = mk_check_in_draft_with_note (met, more);
  g_autoptr (MkFormState) at_most = state_of (full);
  g_autoptr (MkFormState) together = state_of (fuller);
  g_autoptr (MkFormState) too_long = state_of (over);

  g_assert_cmpstr (at_most->note_warning, ==, "10.000 af 10.000 tegn");
  g_assert_true (at_most->can_save);
  g_assert_false (together->can_save);
  g_assert_cmpstr (too_long->note_warning, ==,
                   "Teksten er for lang: 10.001 af 10.000 tegn. Gør den kortere.");
  g_assert_false (too_long->can_save);
}

/* All four texts come back apart, in whatever combination. */
static void
test_every_combination_of_private_texts (void)
{
  for (guint which = 0; which < 16; which++)
    {
      g_autoptr (GDateTime) now = mk_date_text_read (THURSDAY);
      g_autoptr (MkCheckInDraft) empty = new_draft ();
      g_autoptr (MkCheckInDraft) draft =
          mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET);
      g_autoptr (MkCheckInData) saved = NULL;
      g_autoptr (MkCheckInDraft) again = NULL;

      g_set_str (&draft->data->small_win, which & 1 ? "Kom selv" : NULL);
      g_set_str (&draft->data->difficult, which & 2 ? "Larmen" : NULL);
      g_set_str (&draft->data->next_step, which & 4 ? "Egen vogn" : NULL);
      g_set_str (&draft->data->note, which & 8 ? "To\nlinjer" : NULL);
      saved = mk_check_in_draft_to_data (draft, now);
      again = mk_check_in_draft_new_change (PLACEMENT, 1, saved);
      g_assert_cmpstr (again->data->small_win, ==, draft->data->small_win);
      g_assert_cmpstr (again->data->difficult, ==, draft->data->difficult);
      g_assert_cmpstr (again->data->next_step, ==, draft->data->next_step);
      g_assert_cmpstr (again->data->note, ==, draft->data->note);
      g_assert_null (saved->difficult);
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
  g_test_add_func ("/check-in/form/owners-are-named-as-in-danish",
                   test_owners_are_named_as_in_danish);
  g_test_add_func ("/check-in/form/hours-say-how-they-are-split",
                   test_hours_say_how_they_are_split);
  g_test_add_func ("/check-in/form/hours-as-last-time", test_hours_as_last_time);
  g_test_add_func ("/check-in/form/hours-that-can-not-be-read", test_hours_that_can_not_be_read);
  g_test_add_func ("/check-in/form/readers", test_readers);
  g_test_add_func ("/check-in/form/cpr-is-told", test_cpr_is_told);
  g_test_add_func ("/check-in/texts-that-stay-are-private", test_texts_that_stay_are_private);
  g_test_add_func ("/check-in/absence-waits-for-next-working-day",
                   test_absence_waits_for_next_working_day);
  g_test_add_func ("/check-in/form/day-that-has-not-come", test_day_that_has_not_come);
  g_test_add_func ("/check-in/form/hours-faults-are-said", test_hours_faults_are_said);
  g_test_add_func ("/check-in/form/scheme-splits-until-told-otherwise",
                   test_scheme_splits_until_told_otherwise);
  g_test_add_func ("/check-in/form/pulse-is-whole-or-not-there", test_pulse_is_whole_or_not_there);
  g_test_add_func ("/check-in/form/pulse-is-asked-once-a-month", test_pulse_is_asked_once_a_month);
  g_test_add_func ("/check-in/form/long-texts-are-counted-and-stopped",
                   test_long_texts_are_counted_and_stopped);
  g_test_add_func ("/check-in/path-is-sent-only-when-ticked", test_path_is_sent_only_when_ticked);
  g_test_add_func ("/check-in/every-combination-of-private-texts",
                   test_every_combination_of_private_texts);
  return g_test_run ();
}
