/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-field.h"

/* A fault in a form, told where it is: in colour, in words, and to those who hear the form. */

/* The sentence stands below the field, where a small window ends. */
static gboolean
bring_into_view_cb (GtkWidget     *label,
                    GdkFrameClock *clock,
                    gpointer       user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (label, GTK_TYPE_VIEWPORT);

  /* It has no place before the next layout. */
  if (gtk_widget_get_visible (label) && gtk_widget_get_height (label) == 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), label, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * mk_field_tell:
 * @label: where the sentence stands
 * @field: (nullable): the field with the fault, which is marked and gets the focus
 * @trouble: (nullable): what is wrong; %NULL for nothing any more
 */
void
mk_field_tell (GtkLabel   *label,
               GtkWidget  *field,
               const char *trouble)
{
  gtk_label_set_label (label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (label), trouble != NULL);
  if (trouble == NULL)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (label), trouble,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_add_tick_callback (GTK_WIDGET (label), bring_into_view_cb, NULL, NULL);
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  label, NULL, -1);
  gtk_widget_grab_focus (field);
}

/**
 * mk_field_pass:
 * @field: a field without a fault
 *
 * Takes the mark away.
 */
void
mk_field_pass (GtkWidget *field)
{
  gtk_widget_remove_css_class (field, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}
