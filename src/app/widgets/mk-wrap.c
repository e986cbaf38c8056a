/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-wrap.h"

/**
 * mk_wrap_words:
 * @control: a button or the like, with its text set
 *
 * Lets the words of a control break into as many lines as they need where the text is large, which
 * neither GTK nor libadwaita does for a label that it makes itself. Main thread.
 */
void
mk_wrap_words (GtkWidget *control)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  if (GTK_IS_LABEL (control))
    {
      gtk_label_set_wrap (GTK_LABEL (control), TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (control), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_lines (GTK_LABEL (control), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (control); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mk_wrap_words (child);
}
