/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-start.h"

#include "backup/mk-restore-page.h"
#include "config.h"
#include "demo/mk-demo.h"
#include "mk-keyring.h"
#include "mk-store-file.h"
#include "start/mk-first-run.h"
#include "start/mk-refusal.h"
#include "start/mk-unlock-page.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* A keyring that answers sooner opens without a page in between, and a store that opens sooner without
 * a sign that it is being opened. */
#define PATIENCE_MS 600
#define SIGN_MS 250

/**
 * MkStart:
 *
 * What the window shows until a store is open: it is unlocked, a first run makes one where there is
 * none, or it is told why there can't be one. Nothing is ever made in the place of what is there.
 */
struct _MkStart
{
  AdwBin parent_instance;

  GtkStack      *stack;
  GtkWidget     *spinner;
  AdwStatusPage *refused;
  MkUnlockPage  *unlock; /* once it was needed, or NULL */
  MkFirstRun    *first_run; /* likewise */

  char         *directory;
  char         *keyring_id; /* or NULL */
  MkWays        ways; /* how the store can be opened */
  gboolean      is_demo;
  gboolean      is_locked; /* by the person, who was here before */
  GStrv         files; /* that were opened before the store was, or NULL */
  MkWorkplace  *workplace; /* while it is opened */
  GCancellable *cancellable; /* while the keyring is asked */
  guint         patience; /* until the person is shown another way than the keyring */
  guint         sign; /* until the person is shown that something goes on */
};

G_DEFINE_FINAL_TYPE (MkStart, mk_start, ADW_TYPE_BIN)

enum
{
  SIGNAL_READY,
  SIGNAL_SHOWN,
  SIGNAL_LOOK_AROUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (MkStart    *self,
      const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
show_spinner_cb (gpointer user_data)
{
  MkStart *self = user_data;

  self->sign = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
show_busy (MkStart *self)
{
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_visible (self->spinner, FALSE);
  g_clear_handle_id (&self->sign, g_source_remove);
  self->sign = g_timeout_add_once (SIGN_MS, show_spinner_cb, self);
}

/* Pages that most starts do without */

static void unlock_cb          (MkStart *self);
static void give_up_cb         (MkStart *self);
static void first_run_ready_cb (MkStart     *self,
                                MkWorkplace *workplace,
                                GStrv        files);
static void look_around_cb     (MkStart *self);

static MkUnlockPage *
unlock_page (MkStart *self)
{
  if (self->unlock == NULL)
    {
      self->unlock = g_object_new (MK_TYPE_UNLOCK_PAGE, NULL);
      g_signal_connect_swapped (self->unlock, "unlock", G_CALLBACK (unlock_cb), self);
      g_signal_connect_swapped (self->unlock, "give-up", G_CALLBACK (give_up_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->unlock), "unlock");
      mk_unlock_page_begin (self->unlock, self->ways);
    }
  return self->unlock;
}

static void
set_unlock_busy (MkStart *self,
                 gboolean is_busy)
{
  if (self->unlock != NULL)
    mk_unlock_page_set_busy (self->unlock, is_busy);
}

static MkFirstRun *
first_run (MkStart *self)
{
  if (self->first_run == NULL)
    {
      self->first_run = g_object_new (MK_TYPE_FIRST_RUN, NULL);
      g_signal_connect_swapped (self->first_run, "ready", G_CALLBACK (first_run_ready_cb), self);
      g_signal_connect_swapped (self->first_run, "look-around", G_CALLBACK (look_around_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->first_run), "first-run");
    }
  return self->first_run;
}

/* Refusing */

static void
refuse (MkStart      *self,
        const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->refused, mk_refusal_title (error));
  adw_status_page_set_description (self->refused, escaped);
  show (self, "refused");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Opening */

static void
hand_over (MkStart     *self,
           MkWorkplace *workplace,
           GStrv        files)
{
  g_signal_emit (self, signals[SIGNAL_READY], 0, workplace, files);
}

static void
be_ready (MkStart *self)
{
  g_autoptr (MkWorkplace) workplace = g_steal_pointer (&self->workplace);
  g_auto (GStrv) files = g_steal_pointer (&self->files);

  if (self->unlock != NULL)
    mk_unlock_page_begin (self->unlock, MK_WAY_NONE);
  if (!self->is_demo && !self->is_locked && mk_first_run_is_unfinished (workplace))
    {
      mk_first_run_resume (first_run (self), workplace, (const char *const *) files);
      show (self, "first-run");
    }
  else
    hand_over (self, workplace, files);
}

static void
keyring_added_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The next start asks the keyring, and tells that it could not. */
  if (!mk_keys_finish (MK_STORE (object), result, &error))
    g_debug ("The keyring was not taught the key: %s", error->message);
}

/* What went wrong, on the page where one can do something about it. */
static void
tell (MkStart      *self,
      const GError *error)
{
  gboolean is_asked = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "unlock") == 0;

  if (g_error_matches (error, MK_STORE_ERROR, MK_STORE_ERROR_KEYRING))
    {
      mk_unlock_page_tell_keyring (unlock_page (self), error->message);
      show (self, "unlock");
    }
  else if (mk_refusal_is_about_secret (error) && is_asked)
    mk_unlock_page_tell (self->unlock, error->message);
  else
    refuse (self, error);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkStart) self = MK_START (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_open = mk_workplace_refresh_finish (MK_WORKPLACE (object), result, &error);

  if (self->stack == NULL || self->workplace != MK_WORKPLACE (object))
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  set_unlock_busy (self, FALSE);
  if (!is_open)
    {
      g_clear_object (&self->workplace);
      tell (self, error);
      return;
    }
  if (self->unlock != NULL && mk_unlock_page_get_remembers (self->unlock))
    mk_keys_add_keyring_async (mk_workplace_get_store (self->workplace), keyring_added_cb, NULL);
  be_ready (self);
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

/* The keyring */

static void
stop_asking (MkStart *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
secret_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MkStart) self = MK_START (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) secret = mk_keyring_load_finish (MK_KEYRING (object), result, &error);
  g_autoptr (MkStore) store = NULL;

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (secret == NULL)
    {
      g_clear_handle_id (&self->patience, g_source_remove);
      tell (self, error);
      return;
    }
  store = mk_store_open_with_keyring (self->directory, secret);
  open_store (self, store, opened_cb);
}

static void
ask_keyring (MkStart *self)
{
  g_autoptr (MkKeyring) keyring = mk_keyring_get_default ();

  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  set_unlock_busy (self, TRUE);
  mk_keyring_load_async (keyring, self->keyring_id, self->cancellable, secret_loaded_cb,
                         g_object_ref (self));
}

/* A keyring that takes its time may be asking the person, who may want another way. */
static void
show_unlock_cb (gpointer user_data)
{
  MkStart *self = user_data;

  self->patience = 0;
  mk_unlock_page_set_busy (unlock_page (self), TRUE);
  show (self, "unlock");
}

static void
give_up_cb (MkStart *self)
{
  stop_asking (self);
  set_unlock_busy (self, FALSE);
}

/* Unlocking */

static void
unlock_cb (MkStart *self)
{
  const char *secret = mk_unlock_page_get_secret (self->unlock);
  MkWays way = mk_unlock_page_get_way (self->unlock);
  g_autoptr (MkStore) store = NULL;

  if (way == MK_WAY_KEYRING)
    {
      ask_keyring (self);
      return;
    }
  store = way == MK_WAY_RECOVERY ? mk_store_open_with_recovery (self->directory, secret)
                                 : mk_store_open (self->directory, secret);
  mk_unlock_page_set_busy (self->unlock, TRUE);
  open_store (self, store, opened_cb);
}

static void
begin_unlocking (MkStart *self)
{
  g_clear_pointer (&self->keyring_id, g_free);
  self->ways = mk_keys_ways (self->directory, &self->keyring_id);
  if (self->unlock != NULL)
    mk_unlock_page_begin (self->unlock, self->ways);
  if (!(self->ways & MK_WAY_KEYRING) || self->is_locked)
    {
      unlock_page (self);
      show (self, "unlock");
      return;
    }
  show_busy (self);
  ask_keyring (self);
  self->patience = g_timeout_add_once (PATIENCE_MS, show_unlock_cb, self);
}

/* The first run */

static void
first_run_ready_cb (MkStart     *self,
                    MkWorkplace *workplace,
                    GStrv        files)
{
  hand_over (self, workplace, files);
}

static void
look_around_cb (MkStart *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOK_AROUND], 0);
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

  show_busy (self);
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

  stop_asking (self);
  g_clear_handle_id (&self->sign, g_source_remove);
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
  g_free (self->keyring_id);
  g_strfreev (self->files);

  G_OBJECT_CLASS (mk_start_parent_class)->finalize (object);
}

static void
add_signals (MkStartClass *klass)
{
  /**
   * MkStart::ready:
   * @self: the start
   * @workplace: what was opened, refreshed once
   * @files: (nullable) (array zero-terminated=1): paths of what shall be fetched
   *
   * A store is open.
   */
  signals[SIGNAL_READY] =
      g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, MK_TYPE_WORKPLACE, G_TYPE_STRV);
  /**
   * MkStart::shown:
   * @self: the start
   *
   * There is something to be seen on it: what a person is asked or told, or that a store takes its
   * time.
   */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkStart::look-around:
   *
   * A person wants to see the program in an invented workplace first.
   */
  signals[SIGNAL_LOOK_AROUND] =
      g_signal_new ("look-around", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
mk_start_class_init (MkStartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_start_dispose;
  object_class->finalize = mk_start_finalize;

  add_signals (klass);

  gtk_widget_class_install_action (widget_class, "start.restore", NULL, restore_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-start.ui");
  gtk_widget_class_bind_template_child (widget_class, MkStart, stack);
  gtk_widget_class_bind_template_child (widget_class, MkStart, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkStart, refused);
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

      show_busy (self);
      open_store (self, store, opened_cb);
    }
  else if (mk_store_file_judge (path, &error))
    begin_unlocking (self);
  else if (is_first_run (self, error))
    {
      mk_first_run_begin (first_run (self), self->directory);
      show (self, "first-run");
    }
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
  mk_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * mk_start_set_locked:
 * @self: a start that was not begun
 *
 * Says that the person locked the store a moment ago: it is not opened before the person asks, and
 * no first run is gone on with.
 */
void
mk_start_set_locked (MkStart *self)
{
  g_return_if_fail (MK_IS_START (self));

  self->is_locked = TRUE;
}

/**
 * mk_start_offer:
 * @self: a start that was begun
 * @files: (array zero-terminated=1): paths that were opened or dropped
 *
 * Takes files that came before a store is open: a first run learns from them, and they are fetched
 * as soon as a store is.
 */
void
mk_start_offer (MkStart           *self,
                const char *const *files)
{
  g_return_if_fail (MK_IS_START (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "first-run") == 0)
    {
      mk_first_run_offer (self->first_run, files);
      return;
    }
  g_strfreev (self->files);
  self->files = g_strdupv ((char **) files);
}
