/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_SIDEBAR (mk_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (MkSidebar, mk_sidebar, MK, SIDEBAR, AdwNavigationPage)

void     mk_sidebar_set_workplace (MkSidebar   *self,
                                   MkWorkplace *workplace);
void     mk_sidebar_select        (MkSidebar *self,
                                   gpointer   place);
gpointer mk_sidebar_find_place    (MkSidebar  *self,
                                   const char *tag);

G_END_DECLS
