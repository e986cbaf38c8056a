/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-start.h"

#include "backup/mk-restore-page.h"
#include "config.h"
#include "demo/mk-demo.h"
#include "mk-store-file.h"
#include "start/mk-first-page.h"
#include "start/mk-making.h"
#include "start/mk-unlock-page.h"

#include <glib/gi18n-lib.h>

/**
 * MkStart:
 *
 * What the window shows until a store is open: the passphrase is asked for, a store is made where
 * there is none, or it is told why there can't be one. Nothing is ever made in the place of what is
 * there.
 */
struct _MkStart
{
  AdwBin parent_instance;

  GtkStack      *stack;
  MkUnlockPage  *unlock;
  MkFirstPage   *first;
  GtkLabel      *code;
  GtkWidget     *continue_button;
  AdwStatusPage *refused;

  char        *directory;
  gboolean     is_demo;
  MkWorkplace *workplace; /* while it is opened */
  MkMaking    *making; /* while it is made */
};

G_DEFINE_FINAL_TYPE (MkStart, mk_start, ADW_TYPE_BIN)

enum
{
  SIGNAL_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (MkStart    *self,
      const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* Refusing */

static const char *
refusal_title (const GError *error)
{
  if (error->domain != MK_STORE_ERROR)
    return _ ("Makker can’t open");
  switch ((MkStoreError) error->code)
    {
    case MK_STORE_ERROR_BUSY:
      return _ ("Makker is open already");
    case MK_STORE_ERROR_FOREIGN:
      return _ ("This is not Makker’s");
    case MK_STORE_ERROR_NEWER:
      return _ ("A newer Makker was here");
    case MK_STORE_ERROR_DAMAGED:
      return _ ("What is kept here can’t be read");
    case MK_STORE_ERROR_NO_KEY:
    case MK_STORE_ERROR_MISSING:
      return _ ("Something is missing");
    case MK_STORE_ERROR_EXISTS:
      return _ ("There is something here already");
    case MK_STORE_ERROR_FULL:
      return _ ("The disk is full");
    case MK_STORE_ERROR_READ_ONLY:
      return _ ("Makker can’t write here");
    case MK_STORE_ERROR_FAILED:
    case MK_STORE_ERROR_WRONG_KEY:
    case MK_STORE_ERROR_CLOSED:
    case MK_STORE_ERROR_CONSTRAINT:
    case MK_STORE_ERROR_REFUSED:
    case MK_STORE_ERROR_KEYRING:
    default:
      return _ ("Makker can’t open");
    }
}

static void
refuse (MkStart      *self,
        const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->refused, refusal_title (error));
  adw_status_page_set_description (self->refused, escaped);
  show (self, "refused");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* What a person can mend by typing it again. */
static gboolean
is_about_secret (const GError *error)
{
  return g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_WRONG_KEY) ||
         g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_REFUSED);
}

/* Opening */

static void
be_ready (MkStart *self)
{
  g_autoptr (MkWorkplace) workplace = g_steal_pointer (&self->workplace);

  mk_unlock_page_begin (self->unlock);
  gtk_label_set_label (self->code, "");
  g_signal_emit (self, signals[SIGNAL_READY], 0, workplace);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkStart) self = MK_START (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_open = mk_workplace_refresh_finish (MK_WORKPLACE (object), result, &error);

  if (self->stack == NULL)
    return;
  mk_unlock_page_set_busy (self->unlock, FALSE);
  if (is_open)
    {
      be_ready (self);
      return;
    }
  g_clear_object (&self->workplace);
  if (is_about_secret (error) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "unlock") == 0)
    mk_unlock_page_tell (self->unlock, error->message);
  else
    refuse (self, error);
}

static void
open_store (MkStart            *self,
            MkStore            *store,
            GAsyncReadyCallback callback)
{
  g_clear_object (&self->workplace);
  self->workplace = mk_workplace_new (store, self->is_demo);
  mk_workplace_refresh_async (self->workplace, callback, g_object_ref (self));
}

static void
unlock_cb (MkStart *self)
{
  const char *secret = mk_unlock_page_get_secret (self->unlock);
  g_autoptr (MkStore) store = mk_unlock_page_get_uses_code (self->unlock)
                                  ? mk_store_open_with_recovery (self->directory, secret)
                                  : mk_store_open (self->directory, secret);

  mk_unlock_page_set_busy (self->unlock, TRUE);
  open_store (self, store, opened_cb);
}

/* Making */

static void
show_code (MkStart *self)
{
  g_autoptr (MkSecretText) code = mk_making_take_code (self->making);

  g_clear_pointer (&self->making, mk_making_unref);
  mk_first_page_forget (self->first);
  gtk_label_set_label (self->code, code);
  show (self, "code");
  gtk_widget_grab_focus (self->continue_button);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkStart) self = MK_START (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_made = mk_workplace_refresh_finish (MK_WORKPLACE (object), result, &error);

  if (self->stack == NULL)
    return;
  mk_first_page_set_busy (self->first, FALSE);
  if (is_made)
    {
      show_code (self);
      return;
    }
  g_clear_object (&self->workplace);
  if (is_about_secret (error))
    mk_first_page_tell (self->first, error->message);
  else
    refuse (self, error);
}

static void
create_cb (MkStart *self)
{
  g_autoptr (MkStore) store = NULL;

  g_clear_pointer (&self->making, mk_making_unref);
  self->making = mk_making_new (self->directory, mk_first_page_get_passphrase (self->first),
                                mk_first_page_dup_installation (self->first));
  store = mk_making_begin (self->making);
  mk_first_page_set_busy (self->first, TRUE);
  open_store (self, store, made_cb);
}

static void
copy_cb (MkStart *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->code));
}

static void
continue_cb (MkStart *self)
{
  if (self->workplace != NULL)
    be_ready (self);
}

static void
retry_cb (MkStart *self)
{
  mk_start_begin (self);
}

/* Restoring */

static void
restored_cb (MkStart       *self,
             MkStore       *store,
             MkRestorePage *page)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_DIALOG);

  show (self, "busy");
  open_store (self, store, opened_cb);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
restore_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  mk_start_restore (MK_START (widget));
}

static void
mk_start_dispose (GObject *object)
{
  MkStart *self = MK_START (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_START);
  if (self->workplace != NULL)
    mk_workplace_close (self->workplace);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_start_parent_class)->dispose (object);
}

static void
mk_start_finalize (GObject *object)
{
  MkStart *self = MK_START (object);

  g_free (self->directory);
  mk_making_unref (self->making);

  G_OBJECT_CLASS (mk_start_parent_class)->finalize (object);
}

static void
mk_start_class_init (MkStartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_start_dispose;
  object_class->finalize = mk_start_finalize;

  /**
   * MkStart::ready:
   * @self: the start
   * @workplace: what was opened, refreshed once
   *
   * A store is open.
   */
  signals[SIGNAL_READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, MK_TYPE_WORKPLACE);

  gtk_widget_class_install_action (widget_class, "start.restore", NULL, restore_cb);
  g_type_ensure (MK_TYPE_UNLOCK_PAGE);
  g_type_ensure (MK_TYPE_FIRST_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-start.ui");
  gtk_widget_class_bind_template_child (widget_class, MkStart, stack);
  gtk_widget_class_bind_template_child (widget_class, MkStart, unlock);
  gtk_widget_class_bind_template_child (widget_class, MkStart, first);
  gtk_widget_class_bind_template_child (widget_class, MkStart, code);
  gtk_widget_class_bind_template_child (widget_class, MkStart, continue_button);
  gtk_widget_class_bind_template_child (widget_class, MkStart, refused);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
mk_start_init (MkStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_start_new:
 * @directory: (type filename): where the store is, or shall be
 * @is_demo: whether an invented workplace is made there
 *
 * Returns: (transfer floating): a new start; mk_start_begin() begins
 */
MkStart *
mk_start_new (const char *directory,
              gboolean    is_demo)
{
  MkStart *self = g_object_new (MK_TYPE_START, NULL);

  self->directory = g_strdup (directory);
  self->is_demo = is_demo;
  return self;
}

static gboolean
has_file (MkStart    *self,
          const char *name)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Where making a store was interrupted, nobody has used it yet. */
static gboolean
is_first_run (MkStart      *self,
              const GError *error)
{
  return g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_MISSING) &&
         (!has_file (self, MK_STORE_KEYS_FILE) || has_file (self, MK_STORE_UNFINISHED_FILE));
}

/**
 * mk_start_begin:
 * @self: a start in a window
 *
 * Looks what is in the folder, and shows what follows from it.
 */
void
mk_start_begin (MkStart *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MK_IS_START (self));

  path = g_build_filename (self->directory, MK_STORE_DATABASE_FILE, NULL);
  if (self->is_demo)
    {
      g_autoptr (MkStore) store = mk_demo_store_new (self->directory);

      show (self, "busy");
      open_store (self, store, opened_cb);
    }
  else if (mk_store_file_judge (path, &error))
    {
      show (self, "unlock");
      mk_unlock_page_begin (self->unlock);
    }
  else if (is_first_run (self, error))
    show (self, "first");
  else
    refuse (self, error);
}

/**
 * mk_start_restore:
 * @self: a start in a window, with no store open
 *
 * Lets a person bring a backup in; `start.restore` does the same.
 */
void
mk_start_restore (MkStart *self)
{
  MkRestorePage *page;
  AdwDialog *dialog;

  g_return_if_fail (MK_IS_START (self));

  page = mk_restore_page_new (self->directory);
  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_set_child (dialog, GTK_WIDGET (page));
  g_signal_connect_object (page, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
