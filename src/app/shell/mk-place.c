/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-place.h"

#include "check-in/mk-check-in-dialog.h"

struct _MkPlace
{
  char *page;
  char *placement; /* of a form for a new check-in, or NULL */
  char *check_in; /* of a form that changes one, or NULL */
};

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
  const MkCheckInDraft *draft;

  self->page = mk_shell_dup_page (shell);
  if (!MK_IS_CHECK_IN_DIALOG (dialog))
    return self;
  draft = mk_check_in_dialog_get_draft (MK_CHECK_IN_DIALOG (dialog));
  if (draft->id != NULL)
    self->check_in = g_strdup (draft->id);
  else
    self->placement = g_strdup (draft->data->placement_id);
  return self;
}

/* A form comes back only with what stood in it: one that was saved meanwhile does not. */
static void
open_form (MkPlace *self,
           MkShell *shell)
{
  MkWorkplace *workplace = mk_shell_get_workplace (shell);
  GtkWidget *widget = GTK_WIDGET (shell);

  if (self->placement != NULL &&
      mk_draft_keeper_get (mk_workplace_get_drafts (workplace), self->placement) != NULL)
    gtk_widget_activate_action (widget, "win.check-in", "(ss)", self->placement, "");
  else if (self->check_in != NULL &&
           mk_draft_keeper_get (mk_workplace_get_drafts (workplace), self->check_in) != NULL)
    gtk_widget_activate_action (widget, "win.open-check-in", "s", self->check_in);
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
  g_free (self->placement);
  g_free (self->check_in);
  g_free (self);
}
