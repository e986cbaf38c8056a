/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-shortcuts-dialog.h"

#include "config.h"
#include "shell/mk-accels.h"

#include <glib/gi18n-lib.h>

/**
 * MkShortcutsDialog:
 *
 * The keyboard shortcuts, from the table that installs them.
 */
struct _MkShortcutsDialog
{
  AdwDialog parent_instance;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (MkShortcutsDialog, mk_shortcuts_dialog, ADW_TYPE_DIALOG)

static char *
keys_in_words (const char *accel)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return g_strdup (accel);
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
create_row (const MkAccel *accel)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = keys_in_words (accel->accels);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (accel->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
mk_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (mk_shortcuts_dialog_parent_class)->dispose (object);
}

static void
mk_shortcuts_dialog_class_init (MkShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkShortcutsDialog, rows);
}

static void
mk_shortcuts_dialog_init (MkShortcutsDialog *self)
{
  guint n_accels;
  const MkAccel *accels = mk_accels_get (&n_accels);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_accels; i++)
    gtk_list_box_append (self->rows, create_row (&accels[i]));
}

/**
 * mk_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
MkShortcutsDialog *
mk_shortcuts_dialog_new (void)
{
  return g_object_new (MK_TYPE_SHORTCUTS_DIALOG, NULL);
}
