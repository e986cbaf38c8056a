/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mk_durable_sync_directory (const char *directory,
                                    GError    **error);
gboolean mk_durable_sync_file      (const char *path,
                                    GError    **error);
gboolean mk_durable_rename         (const char *from,
                                    const char *to,
                                    GError    **error);
int      mk_durable_put            (int         fd,
                                    const char *contents,
                                    gsize       length);
gboolean mk_durable_write          (const char *path,
                                    const char *contents,
                                    gsize       length,
                                    GError    **error);
void     mk_durable_set_error      (GError    **error,
                                    const char *path,
                                    int         cause);

G_END_DECLS
