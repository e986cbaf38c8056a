/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_MATERIAL_PAGE (mk_material_page_get_type ())

G_DECLARE_FINAL_TYPE (MkMaterialPage, mk_material_page, MK, MATERIAL_PAGE, AdwNavigationPage)

MkMaterialPage *mk_material_page_new (MkWorkplace *workplace,
                                      const char  *id,
                                      const char  *searched);

G_END_DECLS
