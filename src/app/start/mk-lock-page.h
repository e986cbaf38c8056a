/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_LOCK_PAGE (mk_lock_page_get_type ())

G_DECLARE_FINAL_TYPE (MkLockPage, mk_lock_page, MK, LOCK_PAGE, AdwBin)

void        mk_lock_page_begin          (MkLockPage *self);
const char *mk_lock_page_get_passphrase (MkLockPage *self);
void        mk_lock_page_set_busy       (MkLockPage *self,
                                         gboolean    is_busy);
void        mk_lock_page_tell           (MkLockPage *self,
                                         const char *trouble);
void        mk_lock_page_forget         (MkLockPage *self);

G_END_DECLS
