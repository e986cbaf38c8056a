/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_NEW_LOCK_PAGE (mk_new_lock_page_get_type ())

G_DECLARE_FINAL_TYPE (MkNewLockPage, mk_new_lock_page, MK, NEW_LOCK_PAGE, AdwBin)

void        mk_new_lock_page_begin          (MkNewLockPage *self);
const char *mk_new_lock_page_get_passphrase (MkNewLockPage *self);
void        mk_new_lock_page_set_busy       (MkNewLockPage *self,
                                             gboolean       is_busy);
void        mk_new_lock_page_tell           (MkNewLockPage *self,
                                             const char    *trouble);
void        mk_new_lock_page_forget         (MkNewLockPage *self);

G_END_DECLS
