/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-run.h"

#include "demo/mk-demo.h"
#include "mk-clock.h"
#include "mk-store-files.h"
#include "start/mk-unlock-page.h"

void
mk_store_run_set_up (MkStoreRun   *self,
                     gconstpointer data)
{
  self->folder = g_dir_make_tmp ("makker-run-XXXXXX", NULL);
  mk_memory_keyring_set_mood (mk_app_test_keyring (), MK_MEMORY_KEYRING_WILLING);
  mk_memory_keyring_empty (mk_app_test_keyring ());
}

void
mk_store_run_tear_down (MkStoreRun   *self,
                        gconstpointer data)
{
  mk_demo_remove (self->folder);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  g_free (self->folder);
  g_free (self->code);
}

/* A store of the invented workplace's content that a passphrase opens. */
void
mk_store_run_make (MkStoreRun *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database =
      mk_store_files_create (self->folder, MK_STORE_RUN_PASSPHRASE, &self->code, &error);

  g_assert_no_error (error);
  g_assert_true (mk_clock_set (MK_APP_TEST_NOW, &error));
  g_assert_true (mk_demo_fill (database, &error));
  g_assert_no_error (error);
}

void
mk_store_run (MkStoreRun   *self,
              MkAppTestFunc func)
{
  g_autofree char *option = g_strconcat ("--data-dir=", self->folder, NULL);
  const char *arguments[] = { "makker", option, "--now=" MK_APP_TEST_NOW, NULL };

  mk_app_test_run (arguments, func, self);
}

GObject *
mk_store_run_child (MkWindow   *window,
                    GType       type,
                    const char *name)
{
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (window), type);

  g_assert_nonnull (page);
  return gtk_widget_get_template_child (page, type, name);
}

void
mk_store_run_type (MkWindow   *window,
                   GType       type,
                   const char *name,
                   const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (mk_store_run_child (window, type, name)), text);
}

void
mk_store_run_click (MkWindow   *window,
                    GType       type,
                    const char *name)
{
  GObject *button = mk_store_run_child (window, type, name);

  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (button)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (button)));
  g_signal_emit_by_name (button, "clicked");
}

typedef struct
{
  MkWindow *window;
  GType     type;
} Awaited;

static gboolean
is_shown (gpointer user_data)
{
  const Awaited *awaited = user_data;
  GtkWidget *page = mk_app_test_find (GTK_WIDGET (awaited->window), awaited->type);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* Waits until a page of that type is shown. */
void
mk_store_run_shows (MkWindow *window,
                    GType     type)
{
  Awaited awaited = { window, type };

  mk_app_test_wait (is_shown, &awaited);
  mk_app_test_settle ();
}

void
mk_store_run_unlock (MkWindow   *window,
                     const char *passphrase)
{
  mk_store_run_shows (window, MK_TYPE_UNLOCK_PAGE);
  mk_store_run_type (window, MK_TYPE_UNLOCK_PAGE, "passphrase", passphrase);
  mk_store_run_click (window, MK_TYPE_UNLOCK_PAGE, "unlock");
}
