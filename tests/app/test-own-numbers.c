/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-own-contact-dialog.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-clock.h"
#include "mk-hotline-test.h"
#include "records/mk-contact-note.h"
#include "today/mk-today-page.h"

/* Own numbers, and notes beside others'. */

static void
set_field (AdwDialog  *dialog,
           const char *name,
           const char *text)
{
  GObject *field =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), MK_TYPE_OWN_CONTACT_DIALOG, name);

  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static const MkHotlineLine *
find_own (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (mk_hotline_test_hotline (window), NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineLine *line = ((const MkHotlineTurn *) g_ptr_array_index (turns, i))->line;

      if (line->kind == MK_HOTLINE_OWN)
        return line;
    }
  return NULL;
}

static gboolean
has_own (gpointer window)
{
  return find_own (window) != NULL;
}

static gboolean
has_no_own (gpointer window)
{
  return find_own (window) == NULL;
}

static void
add_own (MkWindow *window)
{
  GtkWidget *view = mk_hotline_test_show (window);
  AdwDialog *dialog;

  gtk_widget_activate_action (view, "hotline.add", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  set_field (dialog, "name", "Vagten på lageret");
  set_field (dialog, "telephone", "lokal 47");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_own, window);
}

static gboolean
shows_own (gpointer window)
{
  return mk_app_test_find_text (window, "Vagten på lageret\nlokal 47") != NULL;
}

static void
test_own_number_is_added (MkWindow *window)
{
  const MkHotlineLine *line;

  add_own (window);
  line = find_own (window);
  g_assert_cmpstr (line->telephone, ==, "lokal 47");
  g_assert_cmpstr (line->confirmed_date, ==, "2026-12-03");
  g_assert_null (line->placement_id);
  g_assert_cmpint (line->priority, ==, 10);
  mk_app_test_wait (shows_own, window);
}

static gboolean
has_hours (gpointer window)
{
  const MkHotlineLine *line = find_own (window);

  return line != NULL && line->own->opening_hours->len == 5;
}

static void
test_own_number_is_changed (MkWindow *window)
{
  g_autofree char *key = NULL;
  AdwDialog *dialog;
  const MkOpeningHours *span;

  add_own (window);
  key = g_strdup (find_own (window)->key);
  gtk_widget_activate_action (mk_hotline_test_show (window), "hotline.edit", "s", key);
  dialog = mk_app_test_wait_for_dialog (window);
  adw_switch_row_set_active (ADW_SWITCH_ROW (gtk_widget_get_template_child (
                                 GTK_WIDGET (dialog), MK_TYPE_OWN_CONTACT_DIALOG, "limited")),
                             TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_hours, window);
  span = g_ptr_array_index (find_own (window)->own->opening_hours, 0);
  g_assert_cmpstr (span->from, ==, "08:00");
  g_assert_cmpstr (span->to, ==, "16:00");
}

static void
test_own_number_is_deleted_and_brought_back (MkWindow *window)
{
  g_autofree char *key = NULL;

  add_own (window);
  key = g_strdup (find_own (window)->key);
  gtk_widget_activate_action (mk_hotline_test_show (window), "hotline.delete", "s", key);
  mk_app_test_wait (has_no_own, window);
  mk_hotline_test_undo (window);
  mk_app_test_wait (has_own, window);
}

/* What stands beside an authority's number */

static const MkHotlineLine *
find_contact (MkWindow *window)
{
  g_autoptr (GPtrArray) turns = mk_hotline_list (mk_hotline_test_hotline (window), NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineLine *line = ((const MkHotlineTurn *) g_ptr_array_index (turns, i))->line;

      if (line->kind == MK_HOTLINE_CONTACT)
        return line;
    }
  g_assert_not_reached ();
}

static gboolean
is_confirmed (gpointer window)
{
  return g_strcmp0 (find_contact (window)->confirmed_date, "2027-02-01") == 0;
}

/* One tap, and what the authority wrote is as it was. */
static void
test_number_is_confirmed (MkWindow *window)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2027-02-01T11:00:00+01:00", NULL);
  GPtrArray *notes;
  const MkContactNoteData *note;

  g_assert_true (mk_clock_set ("2027-02-01T11:00:00+01:00", NULL));
  g_assert_true (mk_hotline_line_is_old (find_contact (window), now));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.confirm-number", "s",
                              find_contact (window)->key);
  mk_app_test_wait (is_confirmed, window);
  g_assert_false (mk_hotline_line_is_old (find_contact (window), now));
  notes = mk_hotline_test_read (window, &mk_contact_note_type);
  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (note->confirmed_telephone, ==, find_contact (window)->telephone);
  mk_hotline_test_free (notes, &mk_contact_note_type);
}

static gboolean
has_own_note (gpointer window)
{
  return g_strcmp0 (find_contact (window)->own_note, "Tryk 2 for virksomheder") == 0;
}

static void
test_note_beside_a_contact (MkWindow *window)
{
  g_autofree char *key = g_strdup (find_contact (window)->key);
  GtkWidget *view = mk_hotline_test_show (window);
  AdwDialog *dialog;

  gtk_widget_activate_action (view, "hotline.write-note", "s", key);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_editable_set_text (GTK_EDITABLE (mk_app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)),
                         "Tryk 2 for virksomheder");
  g_signal_emit_by_name (dialog, "response", "save");
  adw_dialog_close (dialog);
  mk_app_test_wait (has_own_note, window);
}

/* What a package changed */

#define NEW_NUMBER "Akut-telefonen har fået nyt nummer: 70 10 10 97"

static const char new_number[] =
    "{\"type\":\"kontakt\",\"id\":\"1b033231-8974-4628-82f8-8430373d30c1\",\"revision\":2,"
    "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{"
    "\"navn\":\"Akut-telefonen\",\"funktion\":\"Vagttelefon\","
    "\"organisation\":\"Jobcenter Eksempelby\",\"telefon\":\"70101097\",\"prioritet\":1,"
    "\"aabningstider\":[]}}";

static gboolean
tells_number (gpointer window)
{
  return mk_app_test_find_text (window, NEW_NUMBER) != NULL;
}

static gboolean
tells_no_number (gpointer window)
{
  return !tells_number (window);
}

static void
test_new_number_is_told_once (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = mk_authority_write (authority, 1, new_number);

  g_assert_false (tells_number (window));
  mk_window_fetch (window, (const char *[]) { path, NULL });
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait (tells_number, window);
  g_assert_true (gtk_widget_activate_action (
      mk_app_test_find (GTK_WIDGET (window), MK_TYPE_TODAY_PAGE), "today.seen", NULL));
  mk_app_test_wait (tells_no_number, window);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/own-numbers/added", test_own_number_is_added);
  mk_app_test_add ("/own-numbers/changed", test_own_number_is_changed);
  mk_app_test_add ("/own-numbers/deleted-and-brought-back",
                   test_own_number_is_deleted_and_brought_back);
  mk_app_test_add ("/own-numbers/confirmed-in-one-tap", test_number_is_confirmed);
  mk_app_test_add ("/own-numbers/note-beside-a-contact", test_note_beside_a_contact);
  mk_app_test_add ("/own-numbers/new-number-of-a-package-is-told-once",
                   test_new_number_is_told_once);
  return g_test_run ();
}
