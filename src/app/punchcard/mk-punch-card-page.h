/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PUNCH_CARD_PAGE (mk_punch_card_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPunchCardPage, mk_punch_card_page, MK, PUNCH_CARD_PAGE, AdwNavigationPage)

MkPunchCardPage *mk_punch_card_page_new (MkWorkplace *workplace);

G_END_DECLS
