/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-wrap.h"

#include <adwaita.h>

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
      /* Where they have the height for two lines they would take two, also with room for one. */
      gtk_label_set_natural_wrap_mode (GTK_LABEL (control), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_ellipsize (GTK_LABEL (control), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_lines (GTK_LABEL (control), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (control); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mk_wrap_words (child);
}

/* What libadwaita gives one line above a page or a group, and on a row that is a button. */
static gboolean
is_title (GtkWidget *widget)
{
  if (!GTK_IS_LABEL (widget))
    return FALSE;
  if (gtk_widget_has_css_class (widget, "title"))
    return gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL ||
           gtk_widget_get_ancestor (widget, ADW_TYPE_BUTTON_ROW) != NULL;
  return gtk_widget_has_css_class (widget, "heading") &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL;
}

/**
 * mk_wrap_titles:
 * @widget: a page, a dialog, or what is in one
 *
 * Lets its titles break into lines where the text is large and the window narrow. Long words break as
 * well, so that nothing becomes wider. Main thread.
 */
void
mk_wrap_titles (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (is_title (widget))
    {
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
      /* A least width beside a natural one without breaks is more than GTK can bear. */
      gtk_label_set_width_chars (GTK_LABEL (widget), -1);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      if (gtk_label_get_xalign (GTK_LABEL (widget)) > 0)
        gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
      mk_wrap_words (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mk_wrap_titles (child);
}
