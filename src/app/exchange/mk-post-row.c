/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-post-row.h"

#include "mk-isolate.h"

#include <adwaita.h>

static void
add_icon (GtkWidget        *row,
          const MkPostLine *line)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (line->icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
add_state (GtkWidget        *row,
           const MkPostLine *line)
{
  GtkWidget *chip = gtk_label_new (line->state);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, line->state_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
}

/* In a narrow window, what the row says has the room. */
static void
wrap_cb (GtkWidget *button)
{
  GtkWidget *split = gtk_widget_get_ancestor (button, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  if (split == NULL)
    return;
  g_signal_handlers_disconnect_by_func (button, wrap_cb, NULL);
  g_object_bind_property (split, "collapsed", gtk_button_get_child (GTK_BUTTON (button)), "wrap",
                          G_BINDING_SYNC_CREATE);
}

static void
add_button (GtkWidget        *row,
            const MkPostLine *line)
{
  GtkWidget *button = gtk_button_new_with_label (line->button);
  g_autofree char *name = mk_isolate_printf ("%s: %s", line->button, line->title);
  g_autoptr (GVariant) target = NULL;

  if (line->target != NULL)
    target = g_variant_parse (NULL, line->target, NULL, NULL, NULL);
  g_signal_connect (button, "map", G_CALLBACK (wrap_cb), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), line->action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
name_for_readers (GtkWidget        *row,
                  const MkPostLine *line)
{
  g_autofree char *name =
      mk_isolate_printf ("%s%s%s. %s", line->title, line->state != NULL ? ". " : "",
                         line->state != NULL ? line->state : "",
                         line->detail != NULL ? line->detail : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * mk_post_row_new:
 * @item: what it says
 *
 * Returns: (transfer floating): a row of a list
 */
GtkWidget *
mk_post_row_new (MkPostItem *item)
{
  const MkPostLine *line = mk_post_item_get_line (item);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (line->detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add_icon (row, line);
  if (line->state != NULL)
    add_state (row, line);
  if (line->button != NULL)
    add_button (row, line);
  name_for_readers (row, line);
  return row;
}
