/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-lasting-store.h"

#include "demo/mk-demo.h"
#include "mk-store-files.h"
#include "shell/mk-settings.h"
#include "start/mk-unlock-page.h"

static void
make_store (MkLastingStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_create (self->store, MK_LASTING_PASSPHRASE, &self->code, &error);
  MkInstallation installation = { .id = (char *) MK_LASTING_ID,
                                  .role = MK_ROLE_LEADER,
                                  .name = (char *) "Anna",
                                  .company = (char *) "Eksempelbutikken ApS" };

  g_assert_no_error (error);
  g_assert_true (mk_installation_insert (database, &installation, &error));
}

void
mk_lasting_store_set_up (MkLastingStore *self,
                         gconstpointer   data)
{
  g_autoptr (GSettings) settings = mk_settings_new ();

  self->folder = g_dir_make_tmp ("makker-lasting-XXXXXX", NULL);
  self->store = g_build_filename (self->folder, "makker", NULL);
  self->backups = g_build_filename (self->folder, "makker-sikkerhedskopier", NULL);
  make_store (self);
  g_settings_reset (settings, "backup-folder");
}

static void
remove_inner (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        mk_demo_remove (path);
    }
}

void
mk_lasting_store_tear_down (MkLastingStore *self,
                            gconstpointer   data)
{
  remove_inner (self->folder);
  mk_demo_remove (self->folder);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  g_free (self->folder);
  g_free (self->store);
  g_free (self->backups);
  g_free (self->code);
}

void
mk_lasting_store_run (MkLastingStore *self,
                      MkAppTestFunc   func)
{
  g_autofree char *option = g_strconcat ("--data-dir=", self->store, NULL);
  const char *arguments[] = { "makker", option, "--now=" MK_APP_TEST_NOW, NULL };

  mk_app_test_run (arguments, func, self);
}

GObject *
mk_page_child (GtkWidget  *page,
               const char *name)
{
  return gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name);
}

void
mk_page_type (GtkWidget  *page,
              const char *name,
              const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (mk_page_child (page, name)), text);
}

void
mk_lasting_store_unlock (MkWindow *window)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_UNLOCK_PAGE);

  mk_page_type (page, "passphrase", MK_LASTING_PASSPHRASE);
  g_signal_emit_by_name (page, "unlock");
  mk_app_test_wait_for_shell (window);
}

GtkWidget *
mk_preferences_open (MkWindow *window,
                     GType     type)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  return mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), type);
}

const char *
mk_page_trouble (GtkWidget *page)
{
  GtkWidget *label = GTK_WIDGET (mk_page_child (page, "trouble"));

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* That whoever writes has got the other name. */
gboolean
mk_lasting_store_is_renamed (gpointer window)
{
  const MkInstallation *self =
      mk_workplace_get_self (mk_shell_get_workplace (mk_window_get_shell (window)));

  return g_str_equal (self->name, "Anna Lund");
}

static gpointer
read_person (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return mk_installation_get (database, error);
}

/* Whoever writes, as the store of the window says. */
MkInstallation *
mk_lasting_store_read_person (MkWindow *window)
{
  return mk_app_test_on_store (window, read_person, NULL);
}
