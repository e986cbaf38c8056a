/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-new-lock-page.h"

#include "config.h"
#include "mk-key-slots.h"
#include "mk-keyring.h"
#include "start/mk-field.h"
#include "start/mk-first-form.h"

#include <glib/gi18n-lib.h>

/**
 * MkNewLockPage:
 *
 * Asks how the new store is locked: with the desktop's keyring, where there is one, or with a
 * passphrase. It makes nothing itself.
 */
struct _MkNewLockPage
{
  AdwBin parent_instance;

  GtkWidget      *keyring_row;
  GtkCheckButton *keyring;
  GtkCheckButton *typed;
  GtkWidget      *passphrase;
  GtkWidget      *repeated;
  GtkLabel       *trouble;
  GtkWidget      *create;
  GtkWidget      *spinner;
  GtkWidget      *back;

  GCancellable *cancellable; /* of the question whether there is a keyring */
};

G_DEFINE_FINAL_TYPE (MkNewLockPage, mk_new_lock_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CREATE,
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
judge (MkNewLockPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trouble = NULL;

  mk_field_pass (self->passphrase);
  mk_field_pass (self->repeated);
  mk_field_tell (self->trouble, NULL, NULL);
  if (!gtk_check_button_get_active (self->typed))
    return TRUE;
  if (!mk_passphrase_judge (text_of (self->passphrase), &error))
    mk_field_tell (self->trouble, self->passphrase, error->message);
  else if (!mk_first_form_judge_repeated (text_of (self->passphrase), text_of (self->repeated),
                                          &trouble))
    mk_field_tell (self->trouble, self->repeated, trouble);
  return error == NULL && trouble == NULL;
}

static void
create_cb (MkNewLockPage *self)
{
  if (gtk_widget_get_sensitive (self->create) && judge (self))
    g_signal_emit (self, signals[SIGNAL_CREATE], 0);
}

static void
back_cb (MkNewLockPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

/* The keyring is what is offered first where it is there, unless the person was quicker. */
static void
probed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkNewLockPage) self = MK_NEW_LOCK_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_there = mk_keyring_done_finish (MK_KEYRING (object), result, &error);

  if (self->keyring_row == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->keyring_row, is_there);
  if (!is_there)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->keyring_row),
                                 _ ("This computer has no keyring that Makker can use"));
  else if (*text_of (self->passphrase) == '\0')
    {
      gtk_check_button_set_active (self->keyring, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->keyring));
    }
}

static void
mk_new_lock_page_dispose (GObject *object)
{
  MkNewLockPage *self = MK_NEW_LOCK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_NEW_LOCK_PAGE);

  G_OBJECT_CLASS (mk_new_lock_page_parent_class)->dispose (object);
}

static void
mk_new_lock_page_class_init (MkNewLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_new_lock_page_dispose;

  /**
   * MkNewLockPage::create:
   *
   * A person chose how the store is locked, without a fault.
   */
  signals[SIGNAL_CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkNewLockPage::back:
   *
   * A person wants to see the page before.
   */
  signals[SIGNAL_BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-new-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, keyring_row);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, keyring);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, typed);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, repeated);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, create);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkNewLockPage, back);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
mk_new_lock_page_init (MkNewLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_new_lock_page_begin:
 * @self: a page that is shown
 *
 * Puts the focus where one types, and finds out whether there is a keyring.
 */
void
mk_new_lock_page_begin (MkNewLockPage *self)
{
  g_autoptr (MkKeyring) keyring = NULL;

  g_return_if_fail (MK_IS_NEW_LOCK_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->keyring_row, FALSE);
  gtk_check_button_set_active (self->typed, TRUE);
  gtk_widget_grab_focus (self->passphrase);
  keyring = mk_keyring_get_default ();
  mk_keyring_probe_async (keyring, self->cancellable, probed_cb, g_object_ref (self));
}

/**
 * mk_new_lock_page_get_passphrase:
 * @self: a page
 *
 * Returns: (nullable): what shall open the store; %NULL when the keyring shall
 */
const char *
mk_new_lock_page_get_passphrase (MkNewLockPage *self)
{
  g_return_val_if_fail (MK_IS_NEW_LOCK_PAGE (self), NULL);

  return gtk_check_button_get_active (self->typed) ? text_of (self->passphrase) : NULL;
}

/**
 * mk_new_lock_page_set_busy:
 * @self: a page
 * @is_busy: whether the store is being made
 */
void
mk_new_lock_page_set_busy (MkNewLockPage *self,
                           gboolean       is_busy)
{
  g_return_if_fail (MK_IS_NEW_LOCK_PAGE (self));

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->create, !is_busy);
  gtk_widget_set_sensitive (self->back, !is_busy);
}

/**
 * mk_new_lock_page_tell:
 * @self: a page
 * @trouble: why the store could not be made
 *
 * Tells it in place. What was typed stays.
 */
void
mk_new_lock_page_tell (MkNewLockPage *self,
                       const char    *trouble)
{
  g_return_if_fail (MK_IS_NEW_LOCK_PAGE (self));

  mk_field_tell (self->trouble, NULL, trouble);
}

/**
 * mk_new_lock_page_forget:
 * @self: a page
 *
 * Takes the passphrase out of the fields.
 */
void
mk_new_lock_page_forget (MkNewLockPage *self)
{
  g_return_if_fail (MK_IS_NEW_LOCK_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->repeated), "");
}
