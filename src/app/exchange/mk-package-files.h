/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  mk_package_files_choose_async  (GtkWidget          *parent,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GStrv mk_package_files_choose_finish (GAsyncResult *result);

G_END_DECLS
