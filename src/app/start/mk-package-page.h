/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PACKAGE_PAGE (mk_package_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPackagePage, mk_package_page, MK, PACKAGE_PAGE, AdwBin)

void mk_package_page_begin (MkPackagePage *self);

G_END_DECLS
