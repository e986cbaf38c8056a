/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_EXCHANGE_PAGE (mk_exchange_page_get_type ())

G_DECLARE_FINAL_TYPE (MkExchangePage, mk_exchange_page, MK, EXCHANGE_PAGE, AdwNavigationPage)

MkExchangePage *mk_exchange_page_new (MkWorkplace *workplace);

G_END_DECLS
