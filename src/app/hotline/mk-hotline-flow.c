/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-flow.h"

#include "hotline/mk-hotline-view.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* What leads from an action to a number, and from a call to what is noted of it. */

#define WIDTH 520

/* By which the dialog knows its own kind. */
#define NAME "hotline"

static gboolean
is_shown (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwDialog *dialog =
      ADW_IS_APPLICATION_WINDOW (root)
          ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))
          : NULL;

  return dialog != NULL && g_str_equal (gtk_widget_get_name (GTK_WIDGET (dialog)), NAME);
}

/**
 * mk_hotline_flow_show:
 * @parent: over what it is shown
 * @workplace: whose numbers
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 *
 * Shows whom to call, in a dialog, over whatever else is open. All of it is in memory, so that nothing
 * is waited for.
 */
void
mk_hotline_flow_show (GtkWidget   *parent,
                      MkWorkplace *workplace,
                      const char  *placement)
{
  AdwDialog *dialog;
  GtkWidget *view;

  if (is_shown (parent))
    return;
  dialog = adw_dialog_new ();
  view = adw_toolbar_view_new ();
  gtk_widget_set_name (GTK_WIDGET (dialog), NAME);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                mk_hotline_view_new (workplace, placement));
  adw_dialog_set_title (dialog, _ ("Emergency telephone"));
  adw_dialog_set_content_width (dialog, WIDTH);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 360, -1);
  adw_dialog_set_child (dialog, view);
  mk_dialog_present (dialog, parent);
}
