/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-start-scenes.h"

#include "mk-app-test.h"
#include "mk-scene-steps.h"
#include "mk-store-files.h"
#include "start/mk-first-page.h"
#include "start/mk-first-run.h"
#include "start/mk-new-lock-page.h"
#include "start/mk-package-page.h"
#include "start/mk-unlock-page.h"

/* The first run, and opening a store that is there. */

/**
 * mk_scene_make_store:
 * @folder: where to
 *
 * Makes a store of a leader, which opens with %MK_SCENE_PASSPHRASE.
 */
void
mk_scene_make_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_create (folder, MK_SCENE_PASSPHRASE, &code, &error);
  MkInstallation self = { .id = (char *) "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2",
                          .role = MK_ROLE_LEADER,
                          .name = (char *) "Anna",
                          .company = (char *) "Eksempelbutikken ApS" };

  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &self, &error));
}

void
mk_scene_make_foreign (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "makker.db", NULL);

  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
}

static void
unlock_with (MkWindow   *window,
             const char *passphrase)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);

  mk_scene_type_into (page, MK_TYPE_UNLOCK_PAGE, "passphrase", passphrase);
  g_signal_emit_by_name (page, "unlock");
}

static gboolean
has_told (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_UNLOCK_PAGE);

  return gtk_widget_get_visible (
      GTK_WIDGET (gtk_widget_get_template_child (page, MK_TYPE_UNLOCK_PAGE, "trouble")));
}

void
mk_scene_unlock_wrong (MkWindow *window)
{
  unlock_with (window, "en anden kode");
  mk_app_test_wait (has_told, window);
}

static gboolean
asks_for_package (gpointer window)
{
  GtkWidget *page = mk_app_test_find (window, MK_TYPE_PACKAGE_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

void
mk_scene_first_package (MkWindow *window)
{
  unlock_with (window, MK_SCENE_PASSPHRASE);
  mk_app_test_wait (asks_for_package, window);
}

void
mk_scene_empty (MkWindow *window)
{
  mk_scene_first_package (window);
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_PACKAGE_PAGE), "later");
  mk_app_test_wait_for_shell (window);
}

static gboolean
has_code (gpointer window)
{
  GtkWidget *first_run = mk_app_test_find (window, MK_TYPE_FIRST_RUN);
  GObject *stack = gtk_widget_get_template_child (first_run, MK_TYPE_FIRST_RUN, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "code") == 0;
}

static void
click (MkWindow   *window,
       GType       type,
       const char *name)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), type);

  g_signal_emit_by_name (gtk_widget_get_template_child (page, type, name), "clicked");
}

void
mk_scene_first_wrong (MkWindow *window)
{
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

void
mk_scene_first_leader (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_widget_get_template_child (page, MK_TYPE_FIRST_PAGE, "leader")), TRUE);
  mk_scene_type_into (page, MK_TYPE_FIRST_PAGE, "name", "Anna");
  mk_scene_type_into (page, MK_TYPE_FIRST_PAGE, "company", "Eksempelbutikken ApS");
  mk_scene_type_into (page, MK_TYPE_FIRST_PAGE, "cvr_number", "12345678");
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

void
mk_scene_first_lock (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE);

  mk_scene_type_into (page, MK_TYPE_FIRST_PAGE, "name", "Per");
  click (window, MK_TYPE_FIRST_PAGE, "next");
}

void
mk_scene_first_lock_wrong (MkWindow *window)
{
  GtkWidget *page;

  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_MISSING);
  mk_scene_first_lock (window);
  mk_app_test_settle ();
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_NEW_LOCK_PAGE);
  mk_scene_type_into (page, MK_TYPE_NEW_LOCK_PAGE, "passphrase", MK_SCENE_PASSPHRASE);
  mk_scene_type_into (page, MK_TYPE_NEW_LOCK_PAGE, "repeated", "noget andet");
  click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_WILLING);
}

void
mk_scene_first_code (MkWindow *window)
{
  mk_scene_first_lock (window);
  mk_app_test_settle ();
  click (window, MK_TYPE_NEW_LOCK_PAGE, "create");
  mk_app_test_wait (has_code, window);
}

void
mk_scene_locked (MkWindow *window)
{
  mk_scene_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
}

void
mk_scene_code_dialog (MkWindow *window)
{
  mk_scene_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-recovery-code", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_first_look_around (MkWindow *window)
{
  g_signal_emit_by_name (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_FIRST_PAGE), "look-around");
  mk_app_test_wait_for_shell (window);
}

void
mk_scene_make_keyring_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  MkStoreCreation creation = { .keyring_id = "1f0a6f0e-6b43-4f5c-9a5a-1f8a2b7f0c11",
                               .keyring_secret = "ikke noget i nøgleringen" };
  g_autoptr (MkDatabase) database = mk_store_files_create_full (folder, &creation, &code, &error);

  g_assert_no_error (error);
}

static gboolean
asks_to_unlock (gpointer window)
{
  return gtk_widget_get_mapped (mk_app_test_find (window, MK_TYPE_UNLOCK_PAGE));
}

/* The keyring lost the key. */
void
mk_scene_unlock_keyring_lost (MkWindow *window)
{
  mk_app_test_wait (asks_to_unlock, window);
}

void
mk_scene_unlock_keyring (MkWindow *window)
{
  GtkWidget *page;

  mk_app_test_wait (asks_to_unlock, window);
  page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);
  mk_unlock_page_begin (MK_UNLOCK_PAGE (page), MK_WAY_KEYRING | MK_WAY_RECOVERY);
}

void
mk_scene_unlock_keyring_busy (MkWindow *window)
{
  mk_scene_unlock_keyring (window);
  mk_unlock_page_set_busy (
      MK_UNLOCK_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE)), TRUE);
}
