/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

MkDatabase *mk_store_files_create             (const char *directory,
                                               const char *passphrase,
                                               char      **recovery_code,
                                               GError    **error);
MkDatabase *mk_store_files_create_filled      (const char    *directory,
                                               const char    *passphrase,
                                               MkDatabaseFill fill,
                                               gconstpointer  fill_data,
                                               char         **recovery_code,
                                               GError       **error);
MkDatabase *mk_store_files_open               (const char *directory,
                                               const char *passphrase,
                                               GError    **error);
MkDatabase *mk_store_files_open_with_recovery (const char *directory,
                                               const char *recovery_code,
                                               GError    **error);
gboolean    mk_store_files_add_passphrase     (MkDatabase *database,
                                               const char *passphrase,
                                               GError    **error);
gboolean    mk_store_files_new_recovery       (MkDatabase *database,
                                               char      **recovery_code,
                                               GError    **error);

G_END_DECLS
