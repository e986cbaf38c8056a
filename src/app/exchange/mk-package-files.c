/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-package-files.h"

#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/* Which files a person wants to fetch. */

static GStrv
paths_of (GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_take (builder, path);
    }
  return g_strv_builder_end (builder);
}

static GListModel *
filters (void)
{
  GListStore *list = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) packages = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (packages, _ ("Packages"));
  gtk_file_filter_add_suffix (packages, "json");
  gtk_file_filter_add_suffix (packages, "p7m");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (list, packages);
  g_list_store_append (list, all);
  return G_LIST_MODEL (list);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_auto (GStrv) paths = files != NULL ? paths_of (files) : NULL;

  if (paths != NULL && paths[0] == NULL)
    g_clear_pointer (&paths, g_strfreev);
  g_task_return_pointer (task, g_steal_pointer (&paths), (GDestroyNotify) g_strfreev);
}

/**
 * mk_package_files_choose_async:
 * @parent: a widget of the window
 * @callback: called when the person has chosen
 * @user_data: for @callback
 *
 * Lets a person choose package files.
 */
void
mk_package_files_choose_async (GtkWidget          *parent,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GtkFileDialog) dialog = mk_portal_file_dialog_new (parent, _ ("Fetch packages"));
  g_autoptr (GListModel) choices = filters ();
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  if (dialog == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  gtk_file_dialog_set_accept_label (dialog, _ ("_Fetch"));
  gtk_file_dialog_set_filters (dialog, choices);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, opened_cb,
                                 task);
}

/**
 * mk_package_files_choose_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): paths, at least one; %NULL when the person chose none
 */
GStrv
mk_package_files_choose_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
