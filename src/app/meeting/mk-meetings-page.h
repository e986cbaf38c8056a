/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_MEETINGS_PAGE (mk_meetings_page_get_type ())

G_DECLARE_FINAL_TYPE (MkMeetingsPage, mk_meetings_page, MK, MEETINGS_PAGE, AdwNavigationPage)

MkMeetingsPage *mk_meetings_page_new (MkWorkplace *workplace);

G_END_DECLS
