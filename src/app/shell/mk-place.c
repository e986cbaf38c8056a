/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-place.h"

#include "form/mk-form-dialog.h"
#include "week/mk-week-dialog.h"

struct _MkPlace
{
  char       *page;
  char       *key; /* what the draft of an open form is kept under, or NULL */
  const char *action; /* opens that form again */
  GVariant   *parameter;
};

static void
remember_form (MkPlace      *self,
               MkFormDialog *form)
{
  const MkFormSubject *subject = mk_form_dialog_get_subject (form);

  self->key = g_strdup (subject->key);
  self->action = subject->action;
  self->parameter = g_variant_ref (subject->parameter);
}

static void
remember_week (MkPlace      *self,
               MkWeekDialog *dialog)
{
  const char *id = mk_placement_item_get_id (mk_week_dialog_get_placement (dialog));

  self->key = mk_week_dialog_dup_key (id);
  self->action = "win.write-week";
  self->parameter = g_variant_ref_sink (g_variant_new_string (id));
}

/**
 * mk_place_new:
 * @shell: what is shown
 * @window: its window
 *
 * Returns: (transfer full): where the person is
 */
MkPlace *
mk_place_new (MkShell              *shell,
              AdwApplicationWindow *window)
{
  MkPlace *self = g_new0 (MkPlace, 1);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  self->page = mk_shell_dup_page (shell);
  if (MK_IS_FORM_DIALOG (dialog))
    remember_form (self, MK_FORM_DIALOG (dialog));
  else if (MK_IS_WEEK_DIALOG (dialog))
    remember_week (self, MK_WEEK_DIALOG (dialog));
  return self;
}

/* A form comes back only with what stood in it: one that was saved meanwhile does not. */
static void
open_form (MkPlace *self,
           MkShell *shell)
{
  MkDraftKeeper *drafts = mk_workplace_get_drafts (mk_shell_get_workplace (shell));

  if (self->key != NULL && mk_draft_keeper_get (drafts, self->key) != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (shell), self->action, self->parameter);
}

/**
 * mk_place_return:
 * @self: where the person was
 * @shell: a shell in the window, its store open
 *
 * Goes back there.
 */
void
mk_place_return (MkPlace *self,
                 MkShell *shell)
{
  mk_shell_show_page (shell, self->page);
  open_form (self, shell);
}

/**
 * mk_place_free:
 * @self: (transfer full) (nullable): a place
 */
void
mk_place_free (MkPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->page);
  g_free (self->key);
  g_clear_pointer (&self->parameter, g_variant_unref);
  g_free (self);
}
