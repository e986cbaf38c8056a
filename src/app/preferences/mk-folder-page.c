/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-folder-page.h"

#include "config.h"
#include "shell/mk-settings.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/**
 * MkFolderPage:
 *
 * The folder that packages are sent to.
 */
struct _MkFolderPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *folder;
  GtkWidget    *forget;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MkFolderPage, mk_folder_page, ADW_TYPE_PREFERENCES_PAGE)

#define KEY "exchange-folder"

static void
refresh (MkFolderPage *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, KEY);
  g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? mk_portal_dup_place (file) : NULL;

  adw_action_row_set_subtitle (self->folder, name != NULL ? name : _ ("None is remembered"));
  gtk_widget_set_visible (self->forget, name != NULL);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkFolderPage) self = MK_FOLDER_PAGE (user_data);
  g_autoptr (GFile) file =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, KEY, uri);
}

static void
choose_cb (MkFolderPage *self)
{
  g_autoptr (GtkFileDialog) dialog =
      mk_portal_file_dialog_new (GTK_WIDGET (self), _ ("Folder for packages"));

  if (dialog != NULL)
    gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   NULL, chosen_cb, g_object_ref (self));
}

static void
forget_cb (MkFolderPage *self)
{
  g_settings_reset (self->settings, KEY);
  gtk_widget_grab_focus (GTK_WIDGET (self->folder));
}

static void
mk_folder_page_dispose (GObject *object)
{
  MkFolderPage *self = MK_FOLDER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_FOLDER_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mk_folder_page_parent_class)->dispose (object);
}

static void
mk_folder_page_class_init (MkFolderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_folder_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-folder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFolderPage, folder);
  gtk_widget_class_bind_template_child (widget_class, MkFolderPage, forget);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
mk_folder_page_init (MkFolderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = mk_settings_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->settings != NULL);
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
