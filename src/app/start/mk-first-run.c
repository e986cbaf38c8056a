/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-first-run.h"

#include "config.h"
#include "keys/mk-code-page.h"
#include "keys/mk-keys.h"
#include "mk-random.h"
#include "start/mk-first-page.h"
#include "start/mk-new-lock-page.h"
#include "start/mk-making.h"
#include "start/mk-package-page.h"

/**
 * MkFirstRun:
 *
 * The first run, one page after the other: who it is, how it is locked, the recovery code, the start
 * package. What was done stands in the store, so that whoever is interrupted goes on there.
 */
struct _MkFirstRun
{
  AdwBin parent_instance;

  GtkStack      *stack;
  MkFirstPage   *first;
  MkNewLockPage *lock;
  MkCodePage    *code;
  MkPackagePage *package;

  char        *directory;
  GStrv        files; /* the start package, when it is known */
  MkWorkplace *workplace; /* once the store is there */
  MkMaking    *making; /* while it is made */
};

G_DEFINE_FINAL_TYPE (MkFirstRun, mk_first_run, ADW_TYPE_BIN)

enum
{
  SIGNAL_READY,
  SIGNAL_LOOK_AROUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (MkFirstRun *self,
      const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
be_ready (MkFirstRun *self)
{
  g_autoptr (MkWorkplace) workplace = g_steal_pointer (&self->workplace);
  g_auto (GStrv) files = g_steal_pointer (&self->files);

  if (workplace != NULL)
    g_signal_emit (self, signals[SIGNAL_READY], 0, workplace, files);
}

/* The start package */

static void
ask_for_package (MkFirstRun *self)
{
  if (self->files != NULL)
    {
      be_ready (self);
      return;
    }
  show (self, "package");
  mk_package_page_begin (self->package);
}

static void
keep_files (MkFirstRun        *self,
            const char *const *files)
{
  g_strfreev (self->files);
  self->files = g_strdupv ((char **) files);
}

static void
package_cb (MkFirstRun *self,
            GStrv       files)
{
  keep_files (self, (const char *const *) files);
  be_ready (self);
}

static void
no_package_cb (MkFirstRun *self)
{
  be_ready (self);
}

/* The recovery code */

static void
show_code (MkFirstRun *self,
           const char *code,
           gboolean    is_new)
{
  gboolean can_wait = mk_workplace_get_self (self->workplace)->role == MK_ROLE_BUDDY;

  show (self, "code");
  mk_code_page_begin (self->code, code, can_wait, is_new);
}

static void
recovery_set_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MkFirstRun) self = MK_FIRST_RUN (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_set = mk_keys_finish (MK_STORE (object), result, &error);

  if (self->code == NULL || self->workplace == NULL)
    return;
  if (!is_set)
    {
      mk_code_page_tell (self->code, error->message);
      return;
    }
  mk_code_page_forget (self->code);
  mk_workplace_refresh (self->workplace);
  ask_for_package (self);
}

static void
set_recovery (MkFirstRun *self,
              MkRecovery  recovery)
{
  if (self->workplace != NULL)
    mk_keys_set_recovery_async (mk_workplace_get_store (self->workplace), recovery, recovery_set_cb,
                                g_object_ref (self));
}

static void
kept_cb (MkFirstRun *self)
{
  set_recovery (self, MK_RECOVERY_KEPT);
}

static void
later_cb (MkFirstRun *self)
{
  set_recovery (self, MK_RECOVERY_LATER);
}

static void
new_code_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MkFirstRun) self = MK_FIRST_RUN (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) code = mk_keys_new_recovery_finish (MK_STORE (object), result, &error);

  if (self->code == NULL || self->workplace == NULL)
    return;
  show_code (self, code != NULL ? code : "", TRUE);
  if (code == NULL)
    mk_code_page_tell (self->code, error->message);
}

/* Making the store */

/* What kept the store from being made stands on the page, where one can try again. */
static void
fail (MkFirstRun   *self,
      const GError *error)
{
  mk_new_lock_page_set_busy (self->lock, FALSE);
  mk_new_lock_page_tell (self->lock, error->message);
}

static void
forget_keyring (MkFirstRun *self)
{
  const char *id = mk_making_get_keyring_id (self->making);
  g_autoptr (MkKeyring) keyring = mk_keyring_get_default ();

  if (id != NULL)
    mk_keyring_remove (keyring, id);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkFirstRun) self = MK_FIRST_RUN (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_made = mk_workplace_refresh_finish (MK_WORKPLACE (object), result, &error);
  g_autoptr (MkSecretText) code = NULL;

  if (self->stack == NULL)
    return;
  if (!is_made)
    {
      forget_keyring (self);
      g_clear_object (&self->workplace);
      fail (self, error);
      return;
    }
  code = mk_making_take_code (self->making);
  g_clear_pointer (&self->making, mk_making_unref);
  mk_new_lock_page_set_busy (self->lock, FALSE);
  mk_new_lock_page_forget (self->lock);
  show_code (self, code, FALSE);
}

static void
make_store (MkFirstRun *self)
{
  g_autoptr (MkStore) store = mk_making_begin (self->making);

  g_clear_object (&self->workplace);
  self->workplace = mk_workplace_new (store, FALSE);
  mk_workplace_refresh_async (self->workplace, made_cb, g_object_ref (self));
}

static void
secret_kept_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MkFirstRun) self = MK_FIRST_RUN (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_kept = mk_keyring_done_finish (MK_KEYRING (object), result, &error);

  if (self->stack == NULL)
    return;
  if (is_kept)
    make_store (self);
  else
    fail (self, error);
}

/* The keyring has the secret before there is a store that only it opens. */
static void
make_with_keyring (MkFirstRun *self)
{
  g_autoptr (MkKeyring) keyring = mk_keyring_get_default ();
  g_autofree char *id = mk_random_uuid ();
  g_autoptr (MkSecretText) secret = mk_keyring_new_secret ();

  self->making = mk_making_new_with_keyring (self->directory, id, secret,
                                             mk_first_page_dup_installation (self->first));
  mk_keyring_save_async (keyring, id, secret, NULL, secret_kept_cb, g_object_ref (self));
}

static void
create_cb (MkFirstRun *self)
{
  const char *passphrase = mk_new_lock_page_get_passphrase (self->lock);

  g_clear_pointer (&self->making, mk_making_unref);
  mk_new_lock_page_set_busy (self->lock, TRUE);
  if (passphrase == NULL)
    {
      make_with_keyring (self);
      return;
    }
  self->making =
      mk_making_new (self->directory, passphrase, mk_first_page_dup_installation (self->first));
  make_store (self);
}

/* Who it is */

static void
next_cb (MkFirstRun *self)
{
  show (self, "lock");
  mk_new_lock_page_begin (self->lock);
}

static void
back_cb (MkFirstRun *self)
{
  show (self, "first");
  mk_first_page_begin (self->first);
}

static void
files_cb (MkFirstRun *self,
          GStrv       files)
{
  keep_files (self, (const char *const *) files);
}

static void
look_around_cb (MkFirstRun *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOK_AROUND], 0);
}

static void
mk_first_run_dispose (GObject *object)
{
  MkFirstRun *self = MK_FIRST_RUN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_FIRST_RUN);
  if (self->workplace != NULL)
    mk_workplace_close (self->workplace);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_first_run_parent_class)->dispose (object);
}

static void
mk_first_run_finalize (GObject *object)
{
  MkFirstRun *self = MK_FIRST_RUN (object);

  g_free (self->directory);
  g_strfreev (self->files);
  mk_making_unref (self->making);

  G_OBJECT_CLASS (mk_first_run_parent_class)->finalize (object);
}

static void
add_signals (MkFirstRunClass *klass)
{
  /**
   * MkFirstRun::ready:
   * @self: the first run
   * @workplace: what was made
   * @files: (nullable) (array zero-terminated=1): the start package, to be fetched
   */
  signals[SIGNAL_READY] =
      g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, MK_TYPE_WORKPLACE, G_TYPE_STRV);
  /**
   * MkFirstRun::look-around:
   *
   * A person wants to see the program first.
   */
  signals[SIGNAL_LOOK_AROUND] =
      g_signal_new ("look-around", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_around_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, package_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_package_cb);
}

static void
mk_first_run_class_init (MkFirstRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_first_run_dispose;
  object_class->finalize = mk_first_run_finalize;
  add_signals (klass);

  g_type_ensure (MK_TYPE_FIRST_PAGE);
  g_type_ensure (MK_TYPE_NEW_LOCK_PAGE);
  g_type_ensure (MK_TYPE_CODE_PAGE);
  g_type_ensure (MK_TYPE_PACKAGE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFirstRun, stack);
  gtk_widget_class_bind_template_child (widget_class, MkFirstRun, first);
  gtk_widget_class_bind_template_child (widget_class, MkFirstRun, lock);
  gtk_widget_class_bind_template_child (widget_class, MkFirstRun, code);
  gtk_widget_class_bind_template_child (widget_class, MkFirstRun, package);
  bind_callbacks (widget_class);
}

static void
mk_first_run_init (MkFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_first_run_begin:
 * @self: a first run that is shown
 * @directory: (type filename): where the store shall be
 *
 * Begins where there is no store.
 */
void
mk_first_run_begin (MkFirstRun *self,
                    const char *directory)
{
  g_return_if_fail (MK_IS_FIRST_RUN (self));

  g_set_str (&self->directory, directory);
  back_cb (self);
}

static gboolean
lacks_code (MkWorkplace *workplace)
{
  return mk_workplace_get_self (workplace)->recovery == MK_RECOVERY_OPEN;
}

/**
 * mk_first_run_is_unfinished:
 * @workplace: an open store, refreshed
 *
 * Returns: whether a first run was interrupted there, which mk_first_run_resume() goes on with
 */
gboolean
mk_first_run_is_unfinished (MkWorkplace *workplace)
{
  return lacks_code (workplace) ||
         !mk_correspondence_has_partners (mk_workplace_get_post (workplace));
}

/**
 * mk_first_run_resume:
 * @self: a first run
 * @workplace: an open store, refreshed, where one was interrupted
 * @files: (nullable) (array zero-terminated=1): paths that were opened before the store was
 *
 * Goes on where it was interrupted: a recovery code that nobody has said to have is replaced by a
 * new one, since it was shown once, and a missing start package is asked for unless it has come.
 */
void
mk_first_run_resume (MkFirstRun        *self,
                     MkWorkplace       *workplace,
                     const char *const *files)
{
  g_return_if_fail (MK_IS_FIRST_RUN (self));

  g_set_object (&self->workplace, workplace);
  if (files != NULL)
    keep_files (self, files);
  if (lacks_code (workplace))
    mk_keys_new_recovery_async (mk_workplace_get_store (workplace), new_code_cb,
                                g_object_ref (self));
  else
    ask_for_package (self);
}

/**
 * mk_first_run_offer:
 * @self: a first run
 * @files: (array zero-terminated=1): paths that were dropped or opened
 *
 * Takes a start package that came by another way than a button.
 */
void
mk_first_run_offer (MkFirstRun        *self,
                    const char *const *files)
{
  const char *page;

  g_return_if_fail (MK_IS_FIRST_RUN (self));

  page = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (page, "package") == 0 && self->workplace != NULL)
    package_cb (self, (GStrv) files);
  else if (self->workplace == NULL)
    mk_first_page_read (self->first, files);
  else
    keep_files (self, files);
}
