/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_SEARCH_PAGE (mk_search_page_get_type ())

G_DECLARE_FINAL_TYPE (MkSearchPage, mk_search_page, MK, SEARCH_PAGE, AdwNavigationPage)

MkSearchPage *mk_search_page_new    (MkWorkplace *workplace);
void          mk_search_page_search (MkSearchPage *self,
                                     const char   *text);

G_END_DECLS
