/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes  *mk_folder_read_file (const char *path,
                              gsize       most,
                              GError    **error);
gboolean mk_folder_prepare   (const char *folder,
                              GError    **error);
gboolean mk_folder_may_write (const char *folder,
                              const char *name,
                              const char *sha256,
                              GError    **error);
gboolean mk_folder_write     (const char *folder,
                              const char *name,
                              GBytes     *bytes,
                              GError    **error);

G_END_DECLS
