/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-restore-page.h"

#include "backup/mk-backup-words.h"
#include "backup/mk-restoring.h"
#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * MkRestorePage:
 *
 * Lets a person choose a backup and give what opens it, restores it, tells what was done, and hands
 * over the open store. Nobody may have the store open meanwhile. It stands in a navigation view or
 * in a dialog, which can't be left while it works. Main thread.
 */
struct _MkRestorePage
{
  AdwNavigationPage parent_instance;

  GtkStack      *stack;
  AdwActionRow  *file_row;
  GtkWidget     *choose;
  GtkWidget     *secret;
  GtkLabel      *trouble;
  GtkWidget     *restore;
  GtkWidget     *spinner;
  AdwStatusPage *done;
  GtkWidget     *go_on;

  char        *directory;
  GFile       *file;
  MkRestoring *restoring; /* while it is done */
  MkStore     *store; /* that came of it */
};

G_DEFINE_FINAL_TYPE (MkRestorePage, mk_restore_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (MkRestorePage *self,
      const char    *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), trouble,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Not while it is done, and afterwards only onward: the store has changed. */
static void
set_may_leave (MkRestorePage *self,
               gboolean       may_leave)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), may_leave);
  if (dialog != NULL)
    adw_dialog_set_can_close (ADW_DIALOG (dialog), may_leave);
}

static void
set_busy (MkRestorePage *self,
          gboolean       is_busy)
{
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->restore, !is_busy);
  gtk_widget_set_sensitive (self->choose, !is_busy);
  set_may_leave (self, !is_busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->secret), !is_busy);
}

/* Restoring */

static gpointer
probe_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return database;
}

static void
continue_cb (MkRestorePage *self)
{
  g_autoptr (MkStore) store = g_steal_pointer (&self->store);

  if (store != NULL)
    g_signal_emit (self, signals[SIGNAL_RESTORED], 0, store);
}

/* There is nothing to go back to. */
static void
lead_onward (MkRestorePage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  set_may_leave (self, FALSE);
  if (dialog != NULL)
    g_signal_connect_object (dialog, "close-attempt", G_CALLBACK (continue_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
show_done (MkRestorePage *self)
{
  g_autoptr (MkRestored) restored = mk_restoring_take_restored (self->restoring);
  g_autofree char *words = mk_backup_restored_words (restored);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  gtk_editable_set_text (GTK_EDITABLE (self->secret), "");
  adw_status_page_set_description (self->done, escaped);
  lead_onward (self);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->go_on);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MkRestorePage) self = MK_RESTORE_PAGE (user_data);
  MkStore *store = MK_STORE (object);
  g_autoptr (GError) error = NULL;
  gboolean is_open = mk_store_run_finish (store, result, &error) != NULL;

  if (self->stack == NULL)
    {
      mk_store_close (store);
      return;
    }
  set_busy (self, FALSE);
  if (is_open)
    {
      g_set_object (&self->store, store);
      show_done (self);
    }
  else
    {
      mk_store_close (store);
      tell (self, error->message);
      gtk_widget_grab_focus (self->secret);
    }
  g_clear_pointer (&self->restoring, mk_restoring_unref);
}

static void
begin (MkRestorePage *self,
       const char    *path,
       const char    *secret)
{
  g_autoptr (MkStore) store = NULL;

  self->restoring = mk_restoring_new (self->directory, path, secret);
  store = mk_restoring_begin (self->restoring);
  set_busy (self, TRUE);
  mk_store_run_async (store, probe_func, NULL, NULL, NULL, MK_STORE_READ, NULL, restored_cb,
                      g_object_ref (self));
}

static void
restore_cb (MkRestorePage *self)
{
  const char *secret = gtk_editable_get_text (GTK_EDITABLE (self->secret));
  const char *path = self->file != NULL ? g_file_peek_path (self->file) : NULL;

  if (self->restoring != NULL)
    return;
  tell (self, NULL);
  if (path == NULL)
    {
      tell (self, _ ("Choose the file with the backup."));
      gtk_widget_grab_focus (self->choose);
    }
  else if (*secret == '\0')
    {
      tell (self, _ ("Type the passphrase or the recovery code."));
      gtk_widget_grab_focus (self->secret);
    }
  else
    begin (self, path, secret);
}

/* Choosing */

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkRestorePage) self = MK_RESTORE_PAGE (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->stack != NULL)
    mk_restore_page_set_file (self, file);
}

static void
choose_cb (MkRestorePage *self)
{
  g_autoptr (GtkFileDialog) dialog = mk_backup_file_dialog_new (GTK_WIDGET (self));

  if (dialog != NULL)
    gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                          chosen_cb, g_object_ref (self));
}

static void
mk_restore_page_dispose (GObject *object)
{
  MkRestorePage *self = MK_RESTORE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_RESTORE_PAGE);
  if (self->store != NULL)
    mk_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->restoring, mk_restoring_unref);
  g_clear_pointer (&self->directory, g_free);

  G_OBJECT_CLASS (mk_restore_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, choose);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, secret);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, restore);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, done);
  gtk_widget_class_bind_template_child (widget_class, MkRestorePage, go_on);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
}

static void
mk_restore_page_class_init (MkRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_restore_page_dispose;

  /**
   * MkRestorePage::restored:
   * @self: a page
   * @store: the store that came of it, open
   *
   * A backup was restored, and the person has read what was done.
   */
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, MK_TYPE_STORE);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-restore-page.ui");
  bind_children (widget_class);
}

static void
mk_restore_page_init (MkRestorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_restore_page_new:
 * @directory: (type filename): where the store goes; missing, empty, or with a store that is closed
 *
 * Returns: (transfer floating): a new page
 */
MkRestorePage *
mk_restore_page_new (const char *directory)
{
  MkRestorePage *self = g_object_new (MK_TYPE_RESTORE_PAGE, NULL);

  self->directory = g_strdup (directory);
  return self;
}

/**
 * mk_restore_page_set_file:
 * @self: a page
 * @file: what a person chose
 *
 * Chooses the backup.
 */
void
mk_restore_page_set_file (MkRestorePage *self,
                          GFile         *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (MK_IS_RESTORE_PAGE (self));

  g_set_object (&self->file, file);
  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  adw_action_row_set_subtitle (self->file_row, shown);
  tell (self, NULL);
  gtk_widget_grab_focus (self->secret);
}
