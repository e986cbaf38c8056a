/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-preferences-dialog.h"

#include "config.h"
#include "preferences/mk-backup-page.h"
#include "preferences/mk-folder-page.h"
#include "preferences/mk-lock-page.h"
#include "preferences/mk-person-page.h"
#include "preferences/mk-prompts-page.h"

/**
 * MkPreferencesDialog:
 *
 * What can be chosen. Who one is belongs to the store, and everything else to this machine; the
 * language is the desktop's.
 */
struct _MkPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  MkPersonPage *person;
  MkBackupPage *backup;
};

G_DEFINE_FINAL_TYPE (MkPreferencesDialog, mk_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
mk_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (mk_preferences_dialog_parent_class)->dispose (object);
}

static void
mk_preferences_dialog_class_init (MkPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_preferences_dialog_dispose;

  g_type_ensure (MK_TYPE_PERSON_PAGE);
  g_type_ensure (MK_TYPE_LOCK_PAGE);
  g_type_ensure (MK_TYPE_PROMPTS_PAGE);
  g_type_ensure (MK_TYPE_FOLDER_PAGE);
  g_type_ensure (MK_TYPE_BACKUP_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPreferencesDialog, person);
  gtk_widget_class_bind_template_child (widget_class, MkPreferencesDialog, backup);
}

static void
mk_preferences_dialog_init (MkPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_preferences_dialog_new:
 * @workplace: whose preferences, refreshed once
 * @backups: its backups
 *
 * Returns: (transfer floating): a new dialog
 */
MkPreferencesDialog *
mk_preferences_dialog_new (MkWorkplace *workplace,
                           MkBackups   *backups)
{
  MkPreferencesDialog *self = g_object_new (MK_TYPE_PREFERENCES_DIALOG, NULL);

  mk_person_page_set_workplace (self->person, workplace);
  mk_backup_page_set_backups (self->backup, workplace, backups);
  return self;
}
