/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "keys/mk-keys.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_UNLOCK_PAGE (mk_unlock_page_get_type ())

G_DECLARE_FINAL_TYPE (MkUnlockPage, mk_unlock_page, MK, UNLOCK_PAGE, AdwBin)

void        mk_unlock_page_begin         (MkUnlockPage *self,
                                          MkWays        ways);
MkWays      mk_unlock_page_get_way       (MkUnlockPage *self);
const char *mk_unlock_page_get_secret    (MkUnlockPage *self);
gboolean    mk_unlock_page_get_remembers (MkUnlockPage *self);
void        mk_unlock_page_set_busy      (MkUnlockPage *self,
                                          gboolean      is_busy);
void        mk_unlock_page_tell          (MkUnlockPage *self,
                                          const char   *trouble);
void        mk_unlock_page_tell_keyring  (MkUnlockPage *self,
                                          const char   *trouble);

G_END_DECLS
