/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_RESTORE_PAGE (mk_restore_page_get_type ())

G_DECLARE_FINAL_TYPE (MkRestorePage, mk_restore_page, MK, RESTORE_PAGE, AdwNavigationPage)

MkRestorePage *mk_restore_page_new      (const char *directory);
void           mk_restore_page_set_file (MkRestorePage *self,
                                         GFile         *file);

G_END_DECLS
