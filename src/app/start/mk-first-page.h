/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FIRST_PAGE (mk_first_page_get_type ())

G_DECLARE_FINAL_TYPE (MkFirstPage, mk_first_page, MK, FIRST_PAGE, AdwBin)

void            mk_first_page_begin            (MkFirstPage *self);
void            mk_first_page_read             (MkFirstPage       *self,
                                                const char *const *files);
MkInstallation *mk_first_page_dup_installation (MkFirstPage *self);

G_END_DECLS
