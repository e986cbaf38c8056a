/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-link-row.h"

/* A row that leads somewhere. */

/**
 * mk_link_row_new:
 * @title: where it leads
 * @subtitle: (nullable): what there is to add
 * @action: what opens it
 * @target: (nullable): text for that action; %NULL for one without
 *
 * Returns: (transfer floating): a row that does the action when it is activated
 */
GtkWidget *
mk_link_row_new (const char *title,
                 const char *subtitle,
                 const char *action,
                 const char *target)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "activatable", TRUE, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}
