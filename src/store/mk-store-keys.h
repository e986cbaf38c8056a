/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

gboolean mk_store_keys_add_passphrase (MkDatabase *database,
                                       const char *passphrase,
                                       GError    **error);
gboolean mk_store_keys_new_recovery   (MkDatabase *database,
                                       char      **recovery_code,
                                       GError    **error);
gboolean mk_store_keys_set_keyring    (MkDatabase *database,
                                       const char *id,
                                       const char *secret,
                                       char      **former_id,
                                       GError    **error);

G_END_DECLS
