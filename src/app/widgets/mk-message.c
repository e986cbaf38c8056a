/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-message.h"

/**
 * mk_message_show:
 * @widget: the message as a whole
 * @label: its words; @widget itself, or in it
 * @text: (nullable): what is said; %NULL for nothing
 *
 * Says it where it belongs in a form. It is told when it comes, also to those who do not see it come.
 */
void
mk_message_show (GtkWidget  *widget,
                 GtkLabel   *label,
                 const char *text)
{
  gboolean is_new;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_LABEL (label));

  is_new = text != NULL && g_strcmp0 (gtk_label_get_label (label), text) != 0;
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (widget, text != NULL);
  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
