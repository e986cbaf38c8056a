/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-flow.h"

#include "hotline/mk-hotline-view.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* What leads from an action to a number, and from a call to what is noted of it. */

#define WIDTH 520

/**
 * mk_hotline_flow_show:
 * @parent: over what it is shown
 * @workplace: whose numbers
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 *
 * Shows whom to call, in a dialog. All of it is in memory, so that nothing is waited for.
 */
void
mk_hotline_flow_show (GtkWidget   *parent,
                      MkWorkplace *workplace,
                      const char  *placement)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                mk_hotline_view_new (workplace, placement));
  adw_dialog_set_title (dialog, _ ("Emergency telephone"));
  adw_dialog_set_content_width (dialog, WIDTH);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 360, -1);
  adw_dialog_set_child (dialog, view);
  mk_dialog_present (dialog, parent);
}
