/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-kept-bar.h"

#include "config.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * MkKeptBar:
 *
 * The line below a form that says when what stands in it was kept as a draft, or why it was not. It is
 * not there before anything was kept.
 */
struct _MkKeptBar
{
  AdwBin parent_instance;

  GtkLabel *words;

  MkDraftKeeper *drafts;
  char          *key;
};

G_DEFINE_FINAL_TYPE (MkKeptBar, mk_kept_bar, ADW_TYPE_BIN)

static void
show_words (MkKeptBar  *self,
            const char *text)
{
  gtk_label_set_label (self->words, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
written_cb (MkKeptBar  *self,
            const char *key)
{
  if (g_str_equal (key, self->key))
    mk_kept_bar_update (self);
}

static void
failed_cb (MkKeptBar  *self,
           const char *key,
           const char *reason)
{
  if (g_str_equal (key, self->key))
    show_words (self, reason);
}

static void
mk_kept_bar_dispose (GObject *object)
{
  MkKeptBar *self = MK_KEPT_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_KEPT_BAR);
  g_clear_object (&self->drafts);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (mk_kept_bar_parent_class)->dispose (object);
}

static void
mk_kept_bar_class_init (MkKeptBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_kept_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-kept-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MkKeptBar, words);
}

static void
mk_kept_bar_init (MkKeptBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_kept_bar_follow:
 * @self: a bar that follows none yet
 * @drafts: keeps what stands in the form
 * @key: what it is kept under
 *
 * Says from now on what becomes of the draft.
 */
void
mk_kept_bar_follow (MkKeptBar     *self,
                    MkDraftKeeper *drafts,
                    const char    *key)
{
  g_return_if_fail (MK_IS_KEPT_BAR (self));
  g_return_if_fail (self->drafts == NULL);

  self->drafts = g_object_ref (drafts);
  self->key = g_strdup (key);
  g_signal_connect_object (drafts, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drafts, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  mk_kept_bar_update (self);
}

/**
 * mk_kept_bar_update:
 * @self: a bar that follows a draft
 *
 * Says how it stands with the draft after it was changed or dropped.
 */
void
mk_kept_bar_update (MkKeptBar *self)
{
  const char *saved;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *time = NULL, *text = NULL;

  g_return_if_fail (MK_IS_KEPT_BAR (self));

  saved = mk_draft_keeper_get_saved (self->drafts, self->key);
  moment = saved != NULL ? mk_date_text_read (saved) : NULL;
  time = moment != NULL ? mk_date_text_time (moment) : NULL;
  if (time != NULL)
    /* Translators: %s is a time such as "at 14:31". */
    text = g_strdup_printf (_ ("Kept as a draft %s"), time);
  show_words (self, text);
}
