/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_UNLOCK_PAGE (mk_unlock_page_get_type ())

G_DECLARE_FINAL_TYPE (MkUnlockPage, mk_unlock_page, MK, UNLOCK_PAGE, AdwBin)

const char *mk_unlock_page_get_secret    (MkUnlockPage *self);
gboolean    mk_unlock_page_get_uses_code (MkUnlockPage *self);
void        mk_unlock_page_set_busy      (MkUnlockPage *self,
                                          gboolean      is_busy);
void        mk_unlock_page_tell          (MkUnlockPage *self,
                                          const char   *trouble);
void        mk_unlock_page_begin         (MkUnlockPage *self);

G_END_DECLS
