/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-narrow.h"

/* What depends on how much room there is: whether the sidebar and the page take turns, and whether a
 * dialog is narrow for its text. */

/**
 * mk_narrow_bind:
 * @within: a widget that has a root
 * @shown: what is shown or not
 * @when_narrow: whether it is shown when the window is narrow, or when it is not
 *
 * Returns: (transfer none) (nullable): what shows and hides it from now on; %NULL outside of a page
 */
GBinding *
mk_narrow_bind (GtkWidget *within,
                GtkWidget *shown,
                gboolean   when_narrow)
{
  GtkWidget *split = gtk_widget_get_ancestor (within, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  GBindingFlags flags = G_BINDING_SYNC_CREATE;

  if (split == NULL)
    return NULL;
  if (!when_narrow)
    flags |= G_BINDING_INVERT_BOOLEAN;
  return g_object_bind_property (split, "collapsed", shown, "visible", flags);
}

static gboolean
turn (GBinding     *binding,
      const GValue *breakpoint,
      GValue       *direction,
      gpointer      user_data)
{
  g_value_set_enum (direction, g_value_get_object (breakpoint) != NULL
                                   ? GTK_ORIENTATION_VERTICAL
                                   : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

/**
 * mk_narrow_bind_direction:
 * @within: a widget that has a root
 * @turned: what lies in a row, or below each other while a breakpoint of its dialog applies
 *
 * Returns: (transfer none) (nullable): what turns it from now on; %NULL outside of a dialog
 */
GBinding *
mk_narrow_bind_direction (GtkWidget *within,
                          GtkWidget *turned)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (within, ADW_TYPE_DIALOG);

  if (dialog == NULL)
    return NULL;
  return g_object_bind_property_full (dialog, "current-breakpoint", turned, "orientation",
                                      G_BINDING_SYNC_CREATE, turn, NULL, NULL, NULL);
}
