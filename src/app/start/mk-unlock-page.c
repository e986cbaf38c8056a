/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-unlock-page.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * MkUnlockPage:
 *
 * Asks for what opens the store: the desktop's keyring, which needs a press of the button alone, the
 * passphrase, or the recovery code when those are lost. It opens nothing itself.
 */
struct _MkUnlockPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget     *fields;
  GtkWidget     *passphrase;
  GtkWidget     *code;
  AdwSwitchRow  *remembers;
  GtkLabel      *trouble;
  GtkWidget     *unlock;
  GtkWidget     *spinner;
  GtkWidget     *to_keyring;
  GtkWidget     *to_passphrase;
  GtkWidget     *to_code;

  MkWays   ways;
  MkWays   way;
  gboolean keyring_failed;
};

G_DEFINE_FINAL_TYPE (MkUnlockPage, mk_unlock_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_UNLOCK,
  SIGNAL_GIVE_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
present_row (MkUnlockPage *self)
{
  switch (self->way)
    {
    case MK_WAY_RECOVERY:
      return self->code;
    case MK_WAY_PASSPHRASE:
      return self->passphrase;
    case MK_WAY_NONE:
    case MK_WAY_KEYRING:
    default:
      return self->unlock;
    }
}

static const char *
description_of (MkWays way)
{
  switch (way)
    {
    case MK_WAY_RECOVERY:
      return _ ("Type the recovery code from your sheet of paper.");
    case MK_WAY_PASSPHRASE:
      return _ ("Type your passphrase to open it.");
    case MK_WAY_NONE:
    case MK_WAY_KEYRING:
    default:
      return _ ("It opens with your computer’s code.");
    }
}

static void
refresh (MkUnlockPage *self)
{
  gtk_widget_set_visible (self->passphrase, self->way == MK_WAY_PASSPHRASE);
  gtk_widget_set_visible (self->code, self->way == MK_WAY_RECOVERY);
  gtk_widget_set_visible (self->fields, self->way != MK_WAY_KEYRING);
  gtk_widget_set_visible (GTK_WIDGET (self->remembers), self->keyring_failed);
  gtk_widget_set_visible (self->to_keyring,
                          self->ways & MK_WAY_KEYRING && self->way != MK_WAY_KEYRING);
  gtk_widget_set_visible (self->to_passphrase,
                          self->ways & MK_WAY_PASSPHRASE && self->way != MK_WAY_PASSPHRASE);
  gtk_widget_set_visible (self->to_code,
                          self->ways & MK_WAY_RECOVERY && self->way != MK_WAY_RECOVERY);
  adw_status_page_set_description (self->status, description_of (self->way));
}

static void
unlock_cb (MkUnlockPage *self)
{
  if (!gtk_widget_get_sensitive (self->unlock))
    return;
  if (self->way == MK_WAY_KEYRING || *mk_unlock_page_get_secret (self) != '\0')
    g_signal_emit (self, signals[SIGNAL_UNLOCK], 0);
  else
    gtk_widget_grab_focus (present_row (self));
}

/* A keyring that does not answer is not waited for by those who have another way. */
static void
go (MkUnlockPage *self,
    MkWays        way)
{
  if (!gtk_widget_get_sensitive (self->unlock))
    g_signal_emit (self, signals[SIGNAL_GIVE_UP], 0);
  self->way = way;
  mk_unlock_page_tell (self, NULL);
  refresh (self);
  gtk_widget_grab_focus (present_row (self));
}

static void
to_keyring_cb (MkUnlockPage *self)
{
  go (self, MK_WAY_KEYRING);
}

static void
to_passphrase_cb (MkUnlockPage *self)
{
  go (self, MK_WAY_PASSPHRASE);
}

static void
to_code_cb (MkUnlockPage *self)
{
  go (self, MK_WAY_RECOVERY);
}

static void
mk_unlock_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_UNLOCK_PAGE);

  G_OBJECT_CLASS (mk_unlock_page_parent_class)->dispose (object);
}

static void
add_signals (MkUnlockPageClass *klass)
{
  /**
   * MkUnlockPage::unlock:
   *
   * A person gave a secret, or wants the keyring to be asked.
   */
  signals[SIGNAL_UNLOCK] = g_signal_new ("unlock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkUnlockPage::give-up:
   *
   * A person chose another way while the keyring was asked.
   */
  signals[SIGNAL_GIVE_UP] = g_signal_new ("give-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_unlock_page_class_init (MkUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_unlock_page_dispose;
  add_signals (klass);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, status);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, code);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, remembers);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, to_keyring);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, to_passphrase);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, to_code);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_keyring_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_code_cb);
}

static void
mk_unlock_page_init (MkUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MkWays
first_of (MkWays ways)
{
  if (ways & MK_WAY_KEYRING)
    return MK_WAY_KEYRING;
  return ways & MK_WAY_PASSPHRASE || !(ways & MK_WAY_RECOVERY) ? MK_WAY_PASSPHRASE
                                                               : MK_WAY_RECOVERY;
}

/**
 * mk_unlock_page_begin:
 * @self: a page that is shown
 * @ways: how the store can be opened
 *
 * Empties it, begins with the easiest way, and puts the focus where one goes on.
 */
void
mk_unlock_page_begin (MkUnlockPage *self,
                      MkWays        ways)
{
  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  self->ways = ways;
  self->way = first_of (ways);
  self->keyring_failed = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  adw_switch_row_set_active (self->remembers, FALSE);
  mk_unlock_page_set_busy (self, FALSE);
  mk_unlock_page_tell (self, NULL);
  refresh (self);
  gtk_widget_grab_focus (present_row (self));
}

/**
 * mk_unlock_page_get_way:
 * @self: a page
 *
 * Returns: the one way that the person chose
 */
MkWays
mk_unlock_page_get_way (MkUnlockPage *self)
{
  g_return_val_if_fail (MK_IS_UNLOCK_PAGE (self), MK_WAY_NONE);

  return self->way;
}

/**
 * mk_unlock_page_get_secret:
 * @self: a page whose way is not the keyring
 *
 * Returns: what was typed
 */
const char *
mk_unlock_page_get_secret (MkUnlockPage *self)
{
  g_return_val_if_fail (MK_IS_UNLOCK_PAGE (self), NULL);

  return gtk_editable_get_text (
      GTK_EDITABLE (self->way == MK_WAY_RECOVERY ? self->code : self->passphrase));
}

/**
 * mk_unlock_page_get_remembers:
 * @self: a page
 *
 * Returns: whether the keyring, which could not open the store, shall do it the next time
 */
gboolean
mk_unlock_page_get_remembers (MkUnlockPage *self)
{
  g_return_val_if_fail (MK_IS_UNLOCK_PAGE (self), FALSE);

  return self->keyring_failed && adw_switch_row_get_active (self->remembers);
}

/**
 * mk_unlock_page_set_busy:
 * @self: a page
 * @is_busy: whether it is being tried
 *
 * While it is, nothing can be typed; another way can be chosen only while the keyring is asked.
 */
void
mk_unlock_page_set_busy (MkUnlockPage *self,
                         gboolean      is_busy)
{
  gboolean can_choose;

  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  can_choose = !is_busy || self->way == MK_WAY_KEYRING;
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->unlock, !is_busy);
  gtk_widget_set_sensitive (self->to_keyring, can_choose);
  gtk_widget_set_sensitive (self->to_passphrase, can_choose);
  gtk_widget_set_sensitive (self->to_code, can_choose);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase), !is_busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->code), !is_busy);
}

/**
 * mk_unlock_page_tell:
 * @self: a page
 * @trouble: (nullable): why it did not open; %NULL for nothing
 *
 * Tells in place why it did not open. What was typed stays.
 */
void
mk_unlock_page_tell (MkUnlockPage *self,
                     const char   *trouble)
{
  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble == NULL)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (self), trouble,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (present_row (self));
}

/**
 * mk_unlock_page_tell_keyring:
 * @self: a page
 * @trouble: why the keyring did not open it
 *
 * Tells it, goes to a way that can be typed, and offers to teach the keyring the key again.
 */
void
mk_unlock_page_tell_keyring (MkUnlockPage *self,
                             const char   *trouble)
{
  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  mk_unlock_page_set_busy (self, FALSE);
  self->keyring_failed = TRUE;
  adw_switch_row_set_active (self->remembers, TRUE);
  self->way = self->ways & MK_WAY_PASSPHRASE ? MK_WAY_PASSPHRASE : MK_WAY_RECOVERY;
  refresh (self);
  mk_unlock_page_tell (self, trouble);
}
