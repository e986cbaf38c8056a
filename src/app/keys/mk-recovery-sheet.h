/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char    *mk_recovery_sheet_text   (const char *code);
gboolean mk_recovery_sheet_print  (const char *code,
                                   GtkWindow  *parent,
                                   GError    **error);
gboolean mk_recovery_sheet_export (const char *code,
                                   const char *path,
                                   GError    **error);

G_END_DECLS
