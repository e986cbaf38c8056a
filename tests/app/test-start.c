/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-store-files.h"
#include "start/mk-first-form.h"
#include "start/mk-package-page.h"
#include "start/mk-start.h"
#include "start/mk-unlock-page.h"

#include <string.h>

/* From the first window to an open store, or to the reason why not. */

#define PASSPHRASE "en lille opdigtet kode"

typedef struct
{
  char *folder;
  char *code;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("makker-start-XXXXXX", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mk_demo_remove (fixture->folder);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_free (fixture->folder);
  g_free (fixture->code);
}

static void
make_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_create (fixture->folder, PASSPHRASE, &fixture->code, &error);
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_BUDDY,
                          .name = (char *) "Per" };

  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &self, &error));
}

static void
run (Fixture      *fixture,
     MkAppTestFunc func)
{
  g_autofree char *option = g_strconcat ("--data-dir=", fixture->folder, NULL);
  const char *arguments[] = { "makker", option, NULL };

  mk_app_test_run (arguments, func, fixture);
}

static const char *
page_of (MkWindow *window)
{
  GtkWidget *start = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_START);
  GObject *stack = gtk_widget_get_template_child (start, MK_TYPE_START, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static GtkWidget *
unlock_page_of (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);
}

static void
type_into (GtkWidget  *page,
           const char *name,
           const char *text)
{
  GObject *row = gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkLabel *
trouble_of (GtkWidget *page)
{
  return GTK_LABEL (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "trouble"));
}

static gboolean
is_told (gpointer page)
{
  return gtk_widget_get_visible (GTK_WIDGET (trouble_of (page)));
}

static gboolean
asks_for_package (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_PACKAGE_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
go_on_without_package (MkWindow *window)
{
  mk_app_test_wait (asks_for_package, window);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PACKAGE_PAGE), "later");
  mk_app_test_wait_for_shell (window);
}

/* Wrong, told in place, and then right; one can type at once. */
static void
unlock (MkWindow *window,
        gpointer  user_data)
{
  GtkWidget *page = unlock_page_of (window);
  GObject *passphrase = gtk_widget_get_template_child (page, MK_TYPE_UNLOCK_PAGE, "passphrase");

  g_assert_cmpstr (page_of (window), ==, "unlock");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (passphrase)));
  type_into (page, "passphrase", "en anden kode");
  g_signal_emit_by_name (page, "unlock");
  mk_app_test_wait (is_told, page);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (trouble_of (page)), "Adgangskoden passer ikke."));
  g_assert_cmpstr (page_of (window), ==, "unlock");

  type_into (page, "passphrase", PASSPHRASE);
  g_signal_emit_by_name (page, "unlock");
  go_on_without_package (window);
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Ingen forløb endnu"));
}

static void
test_wrong_passphrase_is_told_in_place (Fixture      *fixture,
                                        gconstpointer data)
{
  make_store (fixture);
  run (fixture, unlock);
}

static void
unlock_with_code (MkWindow *window,
                  gpointer  user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *page = unlock_page_of (window);
  GObject *to_code = gtk_widget_get_template_child (page, MK_TYPE_UNLOCK_PAGE, "to_code");

  g_signal_emit_by_name (to_code, "clicked");
  type_into (page, "code", "ikke en nødkode");
  g_signal_emit_by_name (page, "unlock");
  mk_app_test_wait (is_told, page);
  type_into (page, "code", fixture->code);
  g_signal_emit_by_name (page, "unlock");
  go_on_without_package (window);
}

static void
test_recovery_code_opens (Fixture      *fixture,
                          gconstpointer data)
{
  make_store (fixture);
  run (fixture, unlock_with_code);
}

static void
be_refused (MkWindow *window,
            gpointer  user_data)
{
  g_assert_cmpstr (page_of (window), ==, "refused");
}

static void
test_foreign_file_is_refused (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "makker.db", NULL);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "En indkøbsliste", -1, NULL));
  run (fixture, be_refused);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "En indkøbsliste");
}

/* A store that lost its database is no empty folder. */
static void
test_missing_database_is_refused (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "makker.keys", NULL);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  run (fixture, be_refused);
}

static void
test_first_form (void)
{
  static const struct
  {
    MkFirstForm form;
    MkFirstField field;
  } cases[] = {
    { { MK_ROLE_BUDDY, " ", "", "" }, MK_FIRST_NAME },
    { { MK_ROLE_LEADER, "Anna", "", "" }, MK_FIRST_COMPANY },
    { { MK_ROLE_LEADER, "Anna", "Butikken", "99999927" }, MK_FIRST_CVR },
    { { MK_ROLE_LEADER, "Anna", "Butikken", "DK 99999926" }, MK_FIRST_NONE },
    { { MK_ROLE_BUDDY, "Per", "", "" }, MK_FIRST_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trouble = NULL;

      g_assert_cmpint (mk_first_form_judge (&cases[i].form, &trouble), ==, cases[i].field);
      g_assert_cmpint (trouble != NULL, ==, cases[i].field != MK_FIRST_NONE);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/start/first-form", test_first_form);
  ADD ("/start/wrong-passphrase-is-told-in-place", test_wrong_passphrase_is_told_in_place);
  ADD ("/start/recovery-code-opens", test_recovery_code_opens);
  ADD ("/start/foreign-file-is-refused", test_foreign_file_is_refused);
  ADD ("/start/missing-database-is-refused", test_missing_database_is_refused);
  return g_test_run ();
}
