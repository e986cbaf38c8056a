/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "keys/mk-code-page.h"
#include "keys/mk-recovery-sheet.h"
#include "mk-store-files.h"
#include "mk-store-run.h"
#include "start/mk-first-page.h"
#include "start/mk-new-lock-page.h"
#include "start/mk-package-page.h"

#include <glib/gstdio.h>
#include <string.h>

/* From the first window to a store with a recovery code that the person has. */

static const MkInstallation *
self_of (MkWindow *window)
{
  return mk_workplace_get_self (mk_shell_get_workplace (mk_window_get_shell (window)));
}

static void
say_who (MkWindow   *window,
         const char *name)
{
  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  mk_store_run_type (window, MK_TYPE_FIRST_PAGE, "name", name);
  mk_store_run_click (window, MK_TYPE_FIRST_PAGE, "next");
  mk_store_run_shows (window, MK_TYPE_NEW_LOCK_PAGE);
}

static void
lock_with_passphrase (MkWindow *window)
{
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (mk_store_run_child (window, MK_TYPE_NEW_LOCK_PAGE, "typed")), TRUE);
  mk_app_test_settle ();
  mk_store_run_type (window, MK_TYPE_NEW_LOCK_PAGE, "passphrase", MK_STORE_RUN_PASSPHRASE);
  mk_store_run_type (window, MK_TYPE_NEW_LOCK_PAGE, "repeated", MK_STORE_RUN_PASSPHRASE);
  mk_store_run_click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
}

static char *
code_of (MkWindow *window)
{
  mk_store_run_shows (window, MK_TYPE_CODE_PAGE);
  return g_strdup (
      gtk_label_get_label (GTK_LABEL (mk_store_run_child (window, MK_TYPE_CODE_PAGE, "code"))));
}

static void
say_to_have_code (MkWindow *window)
{
  GObject *kept = mk_store_run_child (window, MK_TYPE_CODE_PAGE, "kept");
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_CODE_PAGE);
  GtkWidget *done =
      gtk_widget_get_ancestor (mk_app_test_find_text (page, "Videre"), GTK_TYPE_BUTTON);

  g_assert_false (gtk_widget_is_sensitive (done));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  g_assert_true (gtk_widget_is_sensitive (done));
  g_signal_emit_by_name (done, "clicked");
}

static void
have_no_package (MkWindow *window)
{
  mk_store_run_shows (window, MK_TYPE_PACKAGE_PAGE);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PACKAGE_PAGE), "later");
  mk_app_test_wait_for_shell (window);
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static gboolean
is_active (gpointer button)
{
  return gtk_check_button_get_active (button);
}

static void
assert_code_opens (MkStoreRun *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_open_with_recovery (run->folder, run->code, &error);

  g_assert_no_error (error);
}

/* A buddy may put the code off, and is asked for nothing that a leader knows. */
static void
be_buddy (MkWindow *window,
          gpointer  user_data)
{
  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  g_assert_false (gtk_widget_get_mapped (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "company"))));
  mk_store_run_click (window, MK_TYPE_FIRST_PAGE, "next");
  g_assert_true (gtk_widget_has_css_class (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "name")), "error"));

  say_who (window, " Mia ");
  lock_with_passphrase (window);
  mk_store_run_shows (window, MK_TYPE_CODE_PAGE);
  mk_store_run_click (window, MK_TYPE_CODE_PAGE, "later");
  have_no_package (window);
  mk_app_test_settle ();
  g_assert_cmpstr (self_of (window)->name, ==, "Mia");
  g_assert_cmpint (self_of (window)->role, ==, MK_ROLE_BUDDY);
  g_assert_cmpint (self_of (window)->recovery, ==, MK_RECOVERY_LATER);
}

static gboolean
has_kept_code (gpointer window)
{
  return self_of (window)->recovery == MK_RECOVERY_KEPT;
}

/* It is not asked for again, but can be had. */
static void
save_code_later (MkWindow *window,
                 gpointer  user_data)
{
  MkStoreRun *run = user_data;

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  have_no_package (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-recovery-code", NULL);
  run->code = code_of (window);
  say_to_have_code (window);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_wait (has_kept_code, window);
}

static void
call_without_package (MkWindow *window,
                      gpointer  user_data)
{
  GtkWidget *dialog;

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  have_no_package (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", "");
  dialog = GTK_WIDGET (mk_app_test_wait_for_dialog (window));
  g_assert_nonnull (mk_app_test_find_text (dialog, "112"));
  g_assert_nonnull (mk_app_test_find_text (dialog, "114"));
}

static void
test_emergency_numbers_without_a_package (MkStoreRun   *run,
                                          gconstpointer data)
{
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_MISSING);
  mk_store_run (run, be_buddy);
  mk_store_run (run, call_without_package);
}

static void
test_buddy_puts_the_code_off (MkStoreRun   *run,
                              gconstpointer data)
{
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_MISSING);
  mk_store_run (run, be_buddy);
  mk_store_run (run, save_code_later);
  assert_code_opens (run);
}

static void
be_leader (MkWindow *window,
           gpointer  user_data)
{
  GObject *leader = mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "leader");
  g_autofree char *code = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (leader), TRUE);
  mk_store_run_type (window, MK_TYPE_FIRST_PAGE, "company", "Eksempelbutikken ApS");
  mk_store_run_type (window, MK_TYPE_FIRST_PAGE, "cvr_number", "99 99 99 26");
  say_who (window, "Anna");
  mk_app_test_wait (is_active, mk_store_run_child (window, MK_TYPE_NEW_LOCK_PAGE, "keyring"));
  mk_store_run_click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  code = code_of (window);
  g_assert_cmpint (strlen (code), ==, strlen ("7K2M-9QWE-R4TY-5PAS-\nDFGH-JKZX-CVBN-M123"));
  g_assert_false (gtk_widget_get_visible (
      GTK_WIDGET (mk_store_run_child (window, MK_TYPE_CODE_PAGE, "later"))));
  say_to_have_code (window);
  have_no_package (window);
  g_assert_cmpstr (self_of (window)->company, ==, "Eksempelbutikken ApS");
  g_assert_cmpstr (self_of (window)->cvr_number, ==, "99999926");
  g_assert_cmpint (mk_memory_keyring_get_n (mk_app_test_keyring ()), ==, 1);
}

/* Nothing is asked for but the package. */
static void
be_let_in (MkWindow *window,
           gpointer  user_data)
{
  have_no_package (window);
  g_assert_cmpint (self_of (window)->recovery, ==, MK_RECOVERY_KEPT);
}

static void
test_keyring_opens_without_a_word (MkStoreRun   *run,
                                   gconstpointer data)
{
  mk_store_run (run, be_leader);
  mk_store_run (run, be_let_in);
}

/* Interrupted: the window is closed while the code is shown. */
static void
stop_at_code (MkWindow *window,
              gpointer  user_data)
{
  MkStoreRun *run = user_data;

  say_who (window, "Mia");
  lock_with_passphrase (window);
  run->code = code_of (window);
}

static void
go_on_with_code (MkWindow *window,
                 gpointer  user_data)
{
  MkStoreRun *run = user_data;
  g_autofree char *former = g_steal_pointer (&run->code);

  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  run->code = code_of (window);
  g_assert_cmpstr (run->code, !=, former);
  say_to_have_code (window);
  have_no_package (window);
}

static void
test_goes_on_with_the_code (MkStoreRun   *run,
                            gconstpointer data)
{
  mk_store_run (run, stop_at_code);
  mk_store_run (run, go_on_with_code);
  assert_code_opens (run);
}

/* What is in the way is told on the page, and what was typed stays. */
static void
be_in_the_way (MkWindow *window,
               gpointer  user_data)
{
  MkStoreRun *run = user_data;
  g_autofree char *path = g_build_filename (run->folder, "indkøb.txt", NULL);
  GObject *trouble, *passphrase;

  say_who (window, "Mia");
  g_assert_true (g_file_set_contents (path, "Mælk", -1, NULL));
  lock_with_passphrase (window);
  trouble = mk_store_run_child (window, MK_TYPE_NEW_LOCK_PAGE, "trouble");
  mk_app_test_wait (is_sensitive, mk_store_run_child (window, MK_TYPE_NEW_LOCK_PAGE, "create"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (trouble)));
  passphrase = mk_store_run_child (window, MK_TYPE_NEW_LOCK_PAGE, "passphrase");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (passphrase)), ==, MK_STORE_RUN_PASSPHRASE);
  g_assert_cmpint (g_remove (path), ==, 0);
  mk_store_run_click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  mk_store_run_shows (window, MK_TYPE_CODE_PAGE);
}

static void
test_failure_keeps_what_was_typed (MkStoreRun   *run,
                                   gconstpointer data)
{
  mk_store_run (run, be_in_the_way);
}

static gboolean
has_placements (gpointer window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  return g_list_model_get_n_items (mk_workplace_get_placements (workplace)) > 0;
}

/* What became of the package, and what to do with its numbers. */
static gboolean
offers_numbers (gpointer window)
{
  return mk_app_test_find_text (window, "Nu ved I, hvem I skal ringe til") != NULL;
}

/* Whoever has a file need not know the role. */
static void
come_with_package (MkWindow *window,
                   gpointer  user_data)
{
  MkStoreRun *run = user_data;
  g_autofree char *folder = g_dir_make_tmp ("makker-package-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "makker-3b83fa44-d9398bd6-000001.json", NULL);
  const char *files[] = { path, NULL };
  AdwDialog *question;

  g_assert_nonnull (run);
  g_assert_true (mk_demo_write_package (path, NULL));
  mk_window_fetch (window, files);
  mk_app_test_wait (is_active, mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "leader"));
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "company"))),
                   !=, "");
  say_who (window, "Anna");
  lock_with_passphrase (window);
  mk_store_run_shows (window, MK_TYPE_CODE_PAGE);
  say_to_have_code (window);
  mk_app_test_wait_for_shell (window);
  question = mk_app_test_wait_for_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response", "fetch");
  mk_app_test_wait (has_placements, window);
  mk_app_test_wait (offers_numbers, window);
  mk_demo_remove (folder);
}

static void
test_package_tells_the_role (MkStoreRun   *run,
                             gconstpointer data)
{
  mk_store_run (run, come_with_package);
}

/* The packages of an invented authority, which stand beside the checkout where there are any. */
typedef struct
{
  const char *path;
  gboolean    is_buddy;
  guint       n_placements;
} Shared;

static const Shared shared_packages[] = {
  { "../shared/exchange/makker-6455a220-500f7bd3-000001.json", FALSE, 2 },
  { "../shared/exchange/buddy/makker-6455a220-44d1834c-000001.json", TRUE, 1 },
};

typedef struct
{
  MkStoreRun   *run;
  const Shared *shared;
  char         *path;
} Coming;

static guint
count_placements (MkWindow *window)
{
  return g_list_model_get_n_items (
      mk_workplace_get_placements (mk_shell_get_workplace (mk_window_get_shell (window))));
}

static void
lock_and_keep_code (MkWindow *window)
{
  lock_with_passphrase (window);
  mk_store_run_shows (window, MK_TYPE_CODE_PAGE);
  say_to_have_code (window);
}

static void
fetch_and_look (MkWindow     *window,
                const Coming *coming)
{
  mk_app_test_wait_for_shell (window);
  g_signal_emit_by_name (mk_app_test_wait_for_dialog (window), "response", "fetch");
  mk_app_test_wait (has_placements, window);
  mk_app_test_settle ();
  g_assert_cmpuint (count_placements (window), ==, coming->shared->n_placements);
  g_assert_cmpint (self_of (window)->role, ==,
                   coming->shared->is_buddy ? MK_ROLE_BUDDY : MK_ROLE_LEADER);
}

static void
drop_on_the_first_page (MkWindow *window,
                        gpointer  user_data)
{
  const Coming *coming = user_data;
  const char *role = coming->shared->is_buddy ? "buddy" : "leader";

  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  mk_app_test_drop (window, (const char *const[]) { coming->path, NULL });
  mk_app_test_wait (is_active, mk_store_run_child (window, MK_TYPE_FIRST_PAGE, role));
  mk_app_test_settle ();
  say_who (window, "Anna");
  lock_and_keep_code (window);
  fetch_and_look (window, coming);
}

/* Who it is was said before; the page that asks for the package takes it dropped or chosen. */
static void
come_to_the_package_page (MkWindow     *window,
                          const Coming *coming)
{
  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  if (!coming->shared->is_buddy)
    {
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "leader")), TRUE);
      mk_app_test_settle ();
      mk_store_run_type (window, MK_TYPE_FIRST_PAGE, "company", "Eksempelbutikken ApS");
      mk_store_run_type (window, MK_TYPE_FIRST_PAGE, "cvr_number", "99999926");
    }
  say_who (window, "Anna");
  lock_and_keep_code (window);
  mk_store_run_shows (window, MK_TYPE_PACKAGE_PAGE);
}

static void
drop_on_the_package_page (MkWindow *window,
                          gpointer  user_data)
{
  const Coming *coming = user_data;

  come_to_the_package_page (window, coming);
  mk_app_test_drop (window, (const char *const[]) { coming->path, NULL });
  fetch_and_look (window, coming);
}

static void
choose_by_button (MkWindow *window,
                  gpointer  user_data)
{
  const Coming *coming = user_data;
  const char *files[] = { coming->path, NULL };

  come_to_the_package_page (window, coming);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PACKAGE_PAGE), "files",
                         files);
  fetch_and_look (window, coming);
}

static void
come_with_each (MkAppTestFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (shared_packages); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("MAKKER_SOURCE"), shared_packages[i].path, NULL);
      MkStoreRun run = { NULL, NULL };
      Coming coming = { &run, &shared_packages[i], path };
      g_autofree char *option = NULL;
      const char *arguments[] = { "makker", NULL, "--now=" MK_APP_TEST_NOW, NULL };

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("There are no shared packages beside the checkout");
          return;
        }
      mk_store_run_set_up (&run, NULL);
      arguments[1] = option = g_strconcat ("--data-dir=", run.folder, NULL);
      mk_app_test_run (arguments, func, &coming);
      mk_store_run_tear_down (&run, NULL);
    }
}

static void
test_package_by_drop (void)
{
  come_with_each (drop_on_the_first_page);
  come_with_each (drop_on_the_package_page);
}

static void
test_package_by_button (void)
{
  come_with_each (choose_by_button);
}

static gboolean
tells_trouble (gpointer trouble)
{
  return gtk_widget_get_visible (trouble);
}

static void
come_with_other_file (MkWindow *window,
                      gpointer  user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-package-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ferieplan.json", NULL);

  g_assert_true (g_file_set_contents (path, "{ \"uge\": 29 }", -1, NULL));
  mk_window_fetch (window, (const char *[]) { path, NULL });
  mk_app_test_wait (tells_trouble, mk_store_run_child (window, MK_TYPE_FIRST_PAGE, "trouble"));
  mk_demo_remove (folder);
}

static void
test_other_file_is_told (MkStoreRun   *run,
                         gconstpointer data)
{
  mk_store_run (run, come_with_other_file);
}

static void
look_around (MkWindow *window,
             gpointer  user_data)
{
  g_autofree char *directory = NULL;
  MkWorkplace *workplace;

  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE), "look-around");
  mk_app_test_wait_for_shell (window);
  workplace = mk_shell_get_workplace (mk_window_get_shell (window));
  g_assert_true (mk_workplace_get_is_invented (workplace));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  g_assert_nonnull (
      mk_app_test_find_text (GTK_WIDGET (window), "Alt her er opdigtet og slettes, når du lukker"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-demo", NULL);
  mk_store_run_shows (window, MK_TYPE_FIRST_PAGE);
  g_assert_null (mk_window_get_shell (window));
  g_assert_null (mk_app_test_find_text (GTK_WIDGET (window), "Mia"));
}

static void
test_look_around_and_leave (MkStoreRun   *run,
                            gconstpointer data)
{
  mk_store_run (run, look_around);
}

static void
test_sheet (void)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ark.pdf", NULL);
  g_autofree char *text = mk_recovery_sheet_text ("7K2M-9QWE-R4TY-5PAS-DFGH-JKZX-CVBN-M123");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (text, "7K2M-9QWE-R4TY-5PAS-DFGH-JKZX-CVBN-M123"));
  g_assert_true (
      mk_recovery_sheet_export ("7K2M-9QWE-R4TY-5PAS-DFGH-JKZX-CVBN-M123", path, &error));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  mk_demo_remove (folder);
}

#define ADD(path, func) \
  g_test_add (path, MkStoreRun, NULL, mk_store_run_set_up, func, mk_store_run_tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  gtk_init ();
  g_test_add_func ("/first-run/sheet-has-the-code", test_sheet);
  ADD ("/first-run/emergency-numbers-without-a-package", test_emergency_numbers_without_a_package);
  ADD ("/first-run/buddy-puts-the-code-off", test_buddy_puts_the_code_off);
  ADD ("/first-run/keyring-opens-without-a-word", test_keyring_opens_without_a_word);
  ADD ("/first-run/goes-on-with-the-code", test_goes_on_with_the_code);
  ADD ("/first-run/failure-keeps-what-was-typed", test_failure_keeps_what_was_typed);
  ADD ("/first-run/package-tells-the-role", test_package_tells_the_role);
  g_test_add_func ("/first-run/package-by-drop", test_package_by_drop);
  g_test_add_func ("/first-run/package-by-button", test_package_by_button);
  ADD ("/first-run/other-file-is-told", test_other_file_is_told);
  ADD ("/first-run/look-around-and-leave", test_look_around_and_leave);
  return g_test_run ();
}
