/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-wrap.h"

/**
 * mk_wrap_words:
 * @control: a button or the like, with its text set
 *
 * Lets the words of a control break into lines where the text is large, which GTK does not for a
 * label that it makes itself. Main thread.
 */
void
mk_wrap_words (GtkWidget *control)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  if (GTK_IS_LABEL (control))
    gtk_label_set_wrap (GTK_LABEL (control), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (control); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mk_wrap_words (child);
}
