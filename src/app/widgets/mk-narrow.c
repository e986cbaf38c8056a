/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-narrow.h"

/* What depends on whether the sidebar and the page take turns. */

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
