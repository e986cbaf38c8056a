/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store-error.h"
#include "mk-store-names.h"

G_BEGIN_DECLS

gboolean mk_store_file_require        (const char *path,
                                       GError    **error);
gboolean mk_store_file_judge          (const char *path,
                                       GError    **error);
gboolean mk_store_file_refuse_foreign (const char *path,
                                       GError    **error);
gboolean mk_store_file_reserve        (const char *path,
                                       GError    **error);
void     mk_store_file_remove         (const char *path);

G_END_DECLS
