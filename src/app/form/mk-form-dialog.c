/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-form-dialog.h"

#include "config.h"
#include "form/mk-kept-bar.h"
#include "widgets/mk-banner.h"
#include "workplace/mk-workplace-work.h"

/**
 * MkFormDialog:
 *
 * A form in which one record is written. What stands in it is kept as a draft while it is typed, and
 * saved by the workplace; closed unsaved, it is there again when the form is opened the next time.
 * What is asked for, and how it is shown, is its subclasses'.
 */
typedef struct
{
  GtkButton *save_button;
  AdwBanner *trouble;
  AdwClamp  *clamp;
  MkKeptBar *kept;

  MkWorkplace  *workplace; /* NULL until it begins */
  MkFormSubject subject;
  char         *opened_with; /* the draft as it was then */
  gboolean      was_kept; /* before it was opened */
  gboolean      can_save;
  gboolean      is_refreshing;
  gboolean      is_saving;
  gboolean      is_saved; /* or discarded */
} MkFormDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MkFormDialog, mk_form_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SAVE_LABEL,
  N_PROPS
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static MkFormDialogPrivate *
get (MkFormDialog *self)
{
  return mk_form_dialog_get_instance_private (self);
}

/* Drafts */

static gboolean
has_words (MkFormDialog *self)
{
  MkFormDialogClass *klass = MK_FORM_DIALOG_GET_CLASS (self);

  return klass->has_words == NULL || klass->has_words (self);
}

static void
mk_form_dialog_closed (AdwDialog *dialog)
{
  MkFormDialog *self = MK_FORM_DIALOG (dialog);
  MkFormDialogPrivate *priv = get (self);
  g_autofree char *text = NULL;
  gboolean is_changed;

  if (priv->is_saved)
    return;
  text = mk_form_dialog_dup_draft (self);
  is_changed = !g_str_equal (text, priv->opened_with);
  if (!has_words (self) || (!priv->was_kept && !is_changed))
    mk_draft_keeper_drop (mk_workplace_get_drafts (priv->workplace), priv->subject.key);
  else if (is_changed)
    {
      mk_draft_keeper_flush (mk_workplace_get_drafts (priv->workplace));
      g_signal_emit (self, signals[SIGNAL_KEPT], 0);
    }
}

/* Saving */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkFormDialog) self = MK_FORM_DIALOG (user_data);
  MkFormDialogPrivate *priv = get (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  priv->is_saving = FALSE;
  priv->is_saved = saved != NULL;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  /* Closed by the lock meanwhile, it has nobody to tell, and the store is closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (saved == NULL)
    {
      mk_form_dialog_refresh (self);
      mk_form_dialog_tell (self, error->message);
      return;
    }
  mk_draft_keeper_drop (mk_workplace_get_drafts (priv->workplace), priv->subject.key);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mk_form_dialog_save (MK_FORM_DIALOG (widget));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* MkFormDialog */

static void
mk_form_dialog_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MkFormDialogPrivate *priv = get (MK_FORM_DIALOG (object));

  switch (id)
    {
    case PROP_CONTENT:
      adw_clamp_set_child (priv->clamp, g_value_get_object (value));
      break;
    case PROP_SAVE_LABEL:
      gtk_button_set_label (priv->save_button, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The template of the form itself goes first: it stands in this one. */
static void
mk_form_dialog_dispose (GObject *object)
{
  MkFormDialog *self = MK_FORM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), G_OBJECT_TYPE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_FORM_DIALOG);

  G_OBJECT_CLASS (mk_form_dialog_parent_class)->dispose (object);
}

static void
mk_form_dialog_finalize (GObject *object)
{
  MkFormDialogPrivate *priv = get (MK_FORM_DIALOG (object));

  g_clear_object (&priv->workplace);
  g_free ((char *) priv->subject.id);
  g_free ((char *) priv->subject.key);
  g_clear_pointer (&priv->subject.parameter, g_variant_unref);
  g_free (priv->opened_with);

  G_OBJECT_CLASS (mk_form_dialog_parent_class)->finalize (object);
}

static void
install_signals (MkFormDialogClass *klass)
{
  /**
   * MkFormDialog::saved:
   * @self: the form
   * @id: UUID of the record
   *
   * The record is durable. The form closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MkFormDialog::kept:
   *
   * The form was closed with something in it that is not saved; the workplace keeps it.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_form_dialog_class_init (MkFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mk_form_dialog_set_property;
  object_class->dispose = mk_form_dialog_dispose;
  object_class->finalize = mk_form_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mk_form_dialog_closed;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_cb);
  g_type_ensure (MK_TYPE_KEPT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MkFormDialog, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, MkFormDialog, trouble);
  gtk_widget_class_bind_template_child_private (widget_class, MkFormDialog, clamp);
  gtk_widget_class_bind_template_child_private (widget_class, MkFormDialog, kept);
}

static void
mk_form_dialog_init (MkFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_form_dialog_begin:
 * @self: a form, filled with what stands in it at first
 * @workplace: saves it
 * @subject: what it is about; copied
 *
 * Shows it. From now on a change is somebody's, and kept.
 */
void
mk_form_dialog_begin (MkFormDialog        *self,
                      MkWorkplace         *workplace,
                      const MkFormSubject *subject)
{
  MkFormDialogPrivate *priv;
  MkDraftKeeper *drafts;

  g_return_if_fail (MK_IS_FORM_DIALOG (self));
  g_return_if_fail (MK_IS_WORKPLACE (workplace));

  priv = get (self);
  drafts = mk_workplace_get_drafts (workplace);
  priv->workplace = g_object_ref (workplace);
  priv->subject = *subject;
  priv->subject.id = g_strdup (subject->id);
  priv->subject.key = g_strdup (subject->key);
  priv->subject.parameter = g_variant_ref_sink (subject->parameter);
  priv->was_kept = mk_draft_keeper_get (drafts, subject->key) != NULL;
  priv->opened_with = mk_form_dialog_dup_draft (self);
  mk_form_dialog_refresh (self);
  mk_kept_bar_follow (priv->kept, drafts, subject->key);
}

/**
 * mk_form_dialog_get_workplace:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): what saves it; %NULL before it begins
 */
MkWorkplace *
mk_form_dialog_get_workplace (MkFormDialog *self)
{
  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), NULL);

  return get (self)->workplace;
}

/**
 * mk_form_dialog_get_subject:
 * @self: a form that began
 *
 * Returns: (transfer none): what it is about
 */
const MkFormSubject *
mk_form_dialog_get_subject (MkFormDialog *self)
{
  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), NULL);

  return &get (self)->subject;
}

/**
 * mk_form_dialog_dup_draft:
 * @self: a form
 *
 * Returns: (transfer full): all that stands in it
 */
char *
mk_form_dialog_dup_draft (MkFormDialog *self)
{
  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), NULL);

  return MK_FORM_DIALOG_GET_CLASS (self)->dup_draft (self);
}

/**
 * mk_form_dialog_is_edit:
 * @self: a form, a control of which changes
 *
 * Returns: whether that is somebody's doing, and counts: what is being saved stays as it is
 */
gboolean
mk_form_dialog_is_edit (MkFormDialog *self)
{
  MkFormDialogPrivate *priv;

  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), FALSE);

  priv = get (self);
  return priv->workplace != NULL && !priv->is_refreshing && !priv->is_saving;
}

/**
 * mk_form_dialog_edited:
 * @self: a form
 *
 * Shows and keeps what stands in it now.
 */
void
mk_form_dialog_edited (MkFormDialog *self)
{
  mk_form_dialog_refresh (self);
  mk_form_dialog_keep (self);
}

/**
 * mk_form_dialog_keep:
 * @self: a form in which something changed, and is shown already
 *
 * Keeps what stands in it now.
 */
void
mk_form_dialog_keep (MkFormDialog *self)
{
  MkFormDialogPrivate *priv;
  MkDraftKeeper *drafts;

  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  priv = get (self);
  drafts = mk_workplace_get_drafts (priv->workplace);
  if (has_words (self))
    {
      g_autofree char *text = mk_form_dialog_dup_draft (self);

      mk_draft_keeper_keep (drafts, priv->subject.key, text);
    }
  else
    mk_draft_keeper_drop (drafts, priv->subject.key);
  mk_kept_bar_update (priv->kept);
}

/**
 * mk_form_dialog_refresh:
 * @self: a form
 *
 * The one place that changes what is shown. Setting the controls is no edit.
 */
void
mk_form_dialog_refresh (MkFormDialog *self)
{
  MkFormDialogPrivate *priv;

  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  priv = get (self);
  priv->is_refreshing = TRUE;
  MK_FORM_DIALOG_GET_CLASS (self)->refresh (self);
  priv->is_refreshing = FALSE;
}

/**
 * mk_form_dialog_set_can_save:
 * @self: a form
 * @can_save: whether what stands in it can be saved
 *
 * Part of showing it.
 */
void
mk_form_dialog_set_can_save (MkFormDialog *self,
                             gboolean      can_save)
{
  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  get (self)->can_save = can_save;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 mk_form_dialog_get_can_save (self));
}

/**
 * mk_form_dialog_get_can_save:
 * @self: a form
 *
 * Returns: whether it can be saved now: not while it is
 */
gboolean
mk_form_dialog_get_can_save (MkFormDialog *self)
{
  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), FALSE);

  return get (self)->can_save && !get (self)->is_saving;
}

/**
 * mk_form_dialog_get_is_saved:
 * @self: a form
 *
 * Returns: whether nothing in it is left to be saved
 */
gboolean
mk_form_dialog_get_is_saved (MkFormDialog *self)
{
  g_return_val_if_fail (MK_IS_FORM_DIALOG (self), FALSE);

  return get (self)->is_saved;
}

/**
 * mk_form_dialog_save:
 * @self: a form that can be saved
 *
 * Saves it, and closes it then. It tells what kept it from being saved.
 */
void
mk_form_dialog_save (MkFormDialog *self)
{
  MkFormDialogPrivate *priv;
  gpointer content;

  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  priv = get (self);
  /* What was typed last stands in the store before the saving, which takes the draft away. Written
   * after it, as the lock would, the draft would come back beside what was saved. */
  mk_workplace_flush_drafts (priv->workplace);
  priv->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  mk_banner_tell (priv->trouble, NULL);
  mk_form_dialog_refresh (self);
  content = MK_FORM_DIALOG_GET_CLASS (self)->dup_content (self);
  mk_workplace_keep_async (priv->workplace, priv->subject.type, priv->subject.id, content,
                           priv->subject.key, saved_cb, g_object_ref (self));
  mk_shape_free (priv->subject.type->shape, content);
}

/**
 * mk_form_dialog_discard:
 * @self: a form
 *
 * Closes it, and forgets what was kept of it.
 */
void
mk_form_dialog_discard (MkFormDialog *self)
{
  MkFormDialogPrivate *priv;

  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  priv = get (self);
  priv->is_saved = TRUE;
  mk_draft_keeper_drop (mk_workplace_get_drafts (priv->workplace), priv->subject.key);
  adw_dialog_close (ADW_DIALOG (self));
}

/**
 * mk_form_dialog_tell:
 * @self: a form
 * @reason: what went wrong, in whole sentences
 *
 * Tells it above the form, also to those who do not see it come.
 */
void
mk_form_dialog_tell (MkFormDialog *self,
                     const char   *reason)
{
  g_return_if_fail (MK_IS_FORM_DIALOG (self));

  mk_banner_tell (get (self)->trouble, reason);
}
