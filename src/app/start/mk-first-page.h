/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FIRST_PAGE (mk_first_page_get_type ())

G_DECLARE_FINAL_TYPE (MkFirstPage, mk_first_page, MK, FIRST_PAGE, AdwBin)

MkInstallation *mk_first_page_dup_installation (MkFirstPage *self);
const char     *mk_first_page_get_passphrase   (MkFirstPage *self);
void            mk_first_page_set_busy         (MkFirstPage *self,
                                                gboolean     is_busy);
void            mk_first_page_tell             (MkFirstPage *self,
                                                const char  *trouble);
void            mk_first_page_forget           (MkFirstPage *self);

G_END_DECLS
