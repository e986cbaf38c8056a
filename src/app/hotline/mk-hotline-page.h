/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE_PAGE (mk_hotline_page_get_type ())

G_DECLARE_FINAL_TYPE (MkHotlinePage, mk_hotline_page, MK, HOTLINE_PAGE, AdwNavigationPage)

MkHotlinePage *mk_hotline_page_new (MkWorkplace *workplace);

G_END_DECLS
