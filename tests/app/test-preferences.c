/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-lasting-store.h"
#include "preferences/mk-folder-page.h"
#include "preferences/mk-lock-page.h"
#include "preferences/mk-person-form.h"
#include "preferences/mk-person-page.h"
#include "preferences/mk-prompts-page.h"
#include "shell/mk-settings.h"

/* What can be chosen. */

/* Person and company */

static void
test_person_form (void)
{
  static const struct
  {
    MkPersonForm form;
    MkPersonField field;
  } cases[] = {
    { { MK_ROLE_BUDDY, " ", "", "", "" }, MK_PERSON_NAME },
    { { MK_ROLE_BUDDY, "Per", "", "", "" }, MK_PERSON_NONE },
    { { MK_ROLE_LEADER, "Anna", " ", "", "" }, MK_PERSON_COMPANY },
    { { MK_ROLE_BUDDY, "Per", "", "99999927", "" }, MK_PERSON_CVR },
    { { MK_ROLE_BUDDY, "Per", "", "DK 99 99 99 26", "" }, MK_PERSON_NONE },
    { { MK_ROLE_BUDDY, "Per", "", "", "12345" }, MK_PERSON_P_NUMBER },
    { { MK_ROLE_BUDDY, "Per", "", "", "1000 000 000" }, MK_PERSON_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *trouble = NULL;

      g_assert_cmpint (mk_person_form_judge (&cases[i].form, &trouble), ==, cases[i].field);
      g_assert_cmpint (trouble != NULL, ==, cases[i].field != MK_PERSON_NONE);
    }
}

static void
rename_person (MkWindow *window,
               gpointer  user_data)
{
  GtkWidget *page;
  GtkWidget *save;
  g_autoptr (MkInstallation) saved = NULL;

  mk_lasting_store_unlock (window);
  page = mk_preferences_open (window, MK_TYPE_PERSON_PAGE);
  save = GTK_WIDGET (mk_page_child (page, "save"));
  g_assert_false (gtk_widget_get_sensitive (save));

  mk_page_type (page, "name", " Anna Lund ");
  mk_page_type (page, "cvr_number", "12345678");
  g_signal_emit_by_name (save, "clicked");
  g_assert_nonnull (mk_page_trouble (page));
  mk_page_type (page, "cvr_number", "99 99 99 26");
  g_assert_null (mk_page_trouble (page));
  g_signal_emit_by_name (save, "clicked");
  mk_app_test_wait (mk_lasting_store_is_renamed, window);

  saved = mk_lasting_store_read_person (window);
  g_assert_cmpstr (saved->name, ==, "Anna Lund");
  g_assert_cmpstr (saved->cvr_number, ==, "99999926");
  g_assert_cmpstr (saved->company, ==, "Eksempelbutikken ApS");
  g_assert_cmpstr (saved->id, ==, MK_LASTING_ID);
}

static void
test_person_is_judged_and_saved (MkLastingStore *fixture,
                                 gconstpointer   data)
{
  mk_lasting_store_run (fixture, rename_person);
}

static gboolean
has_trouble (gpointer page)
{
  return mk_page_trouble (page) != NULL;
}

/* A store that is closed behind its back stands for one that can't be written. */
static void
fail_to_save (MkWindow *window,
              gpointer  user_data)
{
  GtkWidget *page;
  GObject *save;

  mk_lasting_store_unlock (window);
  page = mk_preferences_open (window, MK_TYPE_PERSON_PAGE);
  save = mk_page_child (page, "save");
  mk_page_type (page, "name", "Anna Lund");
  mk_store_close (mk_workplace_get_store (mk_shell_get_workplace (mk_window_get_shell (window))));
  g_signal_emit_by_name (save, "clicked");
  mk_app_test_wait (has_trouble, page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mk_page_child (page, "name"))), ==,
                   "Anna Lund");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (save)));
}

static void
test_failed_save_keeps_what_was_typed (MkLastingStore *fixture,
                                       gconstpointer   data)
{
  mk_lasting_store_run (fixture, fail_to_save);
}

/* Lock, prompts, exchange */

static void
choose_settings (MkWindow *window)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autofree char *quiet_from = NULL;
  GtkWidget *lock = mk_preferences_open (window, MK_TYPE_LOCK_PAGE);
  GtkWidget *dialog = gtk_widget_get_ancestor (lock, ADW_TYPE_DIALOG);
  GtkWidget *prompts = mk_app_test_find (dialog, MK_TYPE_PROMPTS_PAGE);
  AdwComboRow *minutes = ADW_COMBO_ROW (mk_page_child (lock, "minutes"));

  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 2);
  adw_combo_row_set_selected (minutes, 6);
  g_assert_cmpuint (g_settings_get_uint (settings, "lock-minutes"), ==, 0);
  g_settings_set_uint (settings, "lock-minutes", 20);
  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 4);
  g_settings_reset (settings, "lock-minutes");
  g_assert_cmpuint (adw_combo_row_get_selected (minutes), ==, 2);

  adw_switch_row_set_active (ADW_SWITCH_ROW (mk_page_child (prompts, "help")), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "prompt-help"));
  mk_page_type (prompts, "quiet_from", "1930");
  mk_page_type (prompts, "quiet_to", "om lidt");
  g_signal_emit_by_name (mk_page_child (prompts, "quiet_from"), "apply");
  quiet_from = g_settings_get_string (settings, "quiet-from");
  g_assert_cmpstr (quiet_from, ==, "19:30");
  g_assert_nonnull (mk_page_trouble (prompts));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mk_page_child (prompts, "quiet_to"))), ==,
                   "om lidt");
  mk_page_type (prompts, "quiet_from", " ");
  mk_page_type (prompts, "quiet_to", "kl. 7");
  g_signal_emit_by_name (mk_page_child (prompts, "quiet_from"), "apply");
  g_free (quiet_from);
  quiet_from = g_settings_get_string (settings, "quiet-from");
  g_assert_cmpstr (quiet_from, ==, "");
  g_assert_null (mk_page_trouble (prompts));
}

static void
forget_folder (MkWindow *window)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  GtkWidget *page;
  GtkWidget *forget;
  g_autofree char *left = NULL;

  g_settings_set_string (settings, "exchange-folder", "file:///media/usb/Makker%20pakker");
  page = mk_preferences_open (window, MK_TYPE_FOLDER_PAGE);
  forget = GTK_WIDGET (mk_page_child (page, "forget"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (mk_page_child (page, "folder"))),
                   ==, "/media/usb/Makker pakker");
  g_signal_emit_by_name (forget, "activated");
  left = g_settings_get_string (settings, "exchange-folder");
  g_assert_cmpstr (left, ==, "");
  g_assert_false (gtk_widget_get_visible (forget));
}

static void
fit_narrow (MkWindow *window)
{
  AdwDialog *dialog;
  int minimum;

  mk_app_test_resize (window, 360, 640);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
}

#define ADD(path, func) \
  g_test_add (path, MkLastingStore, NULL, mk_lasting_store_set_up, func, mk_lasting_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/preferences/person-form", test_person_form);
  ADD ("/preferences/person-is-judged-and-saved", test_person_is_judged_and_saved);
  ADD ("/preferences/failed-save-keeps-what-was-typed", test_failed_save_keeps_what_was_typed);
  mk_app_test_add ("/preferences/settings-are-kept", choose_settings);
  mk_app_test_add ("/preferences/folder-is-forgotten", forget_folder);
  mk_app_test_add ("/preferences/fit-a-narrow-window", fit_narrow);
  return g_test_run ();
}
