/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-qr.h"

#include "mk-telephone.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-qr.h"

#include <glib/gi18n-lib.h>

#define MARGIN 24

/**
 * mk_hotline_qr_show:
 * @parent: where it is shown
 * @telephone: a number that can be dialled
 *
 * Shows a number as a code that one's own telephone reads, with the number beneath it.
 */
void
mk_hotline_qr_show (GtkWidget  *parent,
                    const char *telephone)
{
  g_autofree char *uri = mk_telephone_uri (telephone);
  g_autofree char *number = mk_telephone_format (telephone);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 2);
  GtkWidget *hint = gtk_label_new (_ ("Point the camera of your own telephone at it."));

  g_return_if_fail (uri != NULL);

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_box_append (GTK_BOX (box), mk_qr_new (uri));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), box);
  adw_dialog_set_title (dialog, number);
  adw_dialog_set_child (dialog, view);
  mk_dialog_present (dialog, parent);
}
