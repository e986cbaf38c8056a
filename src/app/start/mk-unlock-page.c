/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-unlock-page.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * MkUnlockPage:
 *
 * Asks for the passphrase, or for the recovery code when that is lost. It opens nothing itself.
 */
struct _MkUnlockPage
{
  AdwBin parent_instance;

  GtkWidget *passphrase;
  GtkWidget *code;
  GtkLabel  *trouble;
  GtkWidget *unlock;
  GtkWidget *spinner;
  GtkButton *other_way;

  gboolean uses_code;
};

G_DEFINE_FINAL_TYPE (MkUnlockPage, mk_unlock_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_UNLOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
present_row (MkUnlockPage *self)
{
  return self->uses_code ? self->code : self->passphrase;
}

static void
unlock_cb (MkUnlockPage *self)
{
  if (!gtk_widget_get_sensitive (self->unlock))
    return;
  if (*mk_unlock_page_get_secret (self) != '\0')
    g_signal_emit (self, signals[SIGNAL_UNLOCK], 0);
  else
    gtk_widget_grab_focus (present_row (self));
}

static void
other_way_cb (MkUnlockPage *self)
{
  self->uses_code = !self->uses_code;
  gtk_widget_set_visible (self->code, self->uses_code);
  gtk_widget_set_visible (self->passphrase, !self->uses_code);
  gtk_button_set_label (self->other_way,
                        self->uses_code ? _ ("Use the _passphrase") : _ ("Use the _recovery code"));
  mk_unlock_page_tell (self, NULL);
  gtk_widget_grab_focus (present_row (self));
}

static void
mk_unlock_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_UNLOCK_PAGE);

  G_OBJECT_CLASS (mk_unlock_page_parent_class)->dispose (object);
}

static void
mk_unlock_page_class_init (MkUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_unlock_page_dispose;

  /**
   * MkUnlockPage::unlock:
   *
   * A person gave a secret.
   */
  signals[SIGNAL_UNLOCK] = g_signal_new ("unlock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, code);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkUnlockPage, other_way);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_way_cb);
}

static void
mk_unlock_page_init (MkUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_unlock_page_get_secret:
 * @self: a page
 *
 * Returns: what was typed
 */
const char *
mk_unlock_page_get_secret (MkUnlockPage *self)
{
  g_return_val_if_fail (MK_IS_UNLOCK_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (present_row (self)));
}

/**
 * mk_unlock_page_get_uses_code:
 * @self: a page
 *
 * Returns: whether it is the recovery code
 */
gboolean
mk_unlock_page_get_uses_code (MkUnlockPage *self)
{
  g_return_val_if_fail (MK_IS_UNLOCK_PAGE (self), FALSE);

  return self->uses_code;
}

/**
 * mk_unlock_page_set_busy:
 * @self: a page
 * @is_busy: whether the secret is being tried
 */
void
mk_unlock_page_set_busy (MkUnlockPage *self,
                         gboolean      is_busy)
{
  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->unlock, !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_way), !is_busy);
  gtk_editable_set_editable (GTK_EDITABLE (present_row (self)), !is_busy);
}

/**
 * mk_unlock_page_tell:
 * @self: a page
 * @trouble: (nullable): what is wrong with the secret; %NULL for nothing
 *
 * Tells in place why it did not open.
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
 * mk_unlock_page_begin:
 * @self: a page that is shown
 *
 * Empties it, and puts the focus where one types.
 */
void
mk_unlock_page_begin (MkUnlockPage *self)
{
  g_return_if_fail (MK_IS_UNLOCK_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  mk_unlock_page_set_busy (self, FALSE);
  mk_unlock_page_tell (self, NULL);
  gtk_widget_grab_focus (present_row (self));
}
