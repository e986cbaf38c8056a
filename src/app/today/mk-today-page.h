/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_TODAY_PAGE (mk_today_page_get_type ())

G_DECLARE_FINAL_TYPE (MkTodayPage, mk_today_page, MK, TODAY_PAGE, AdwNavigationPage)

MkTodayPage *mk_today_page_new (MkWorkplace *workplace);

G_END_DECLS
