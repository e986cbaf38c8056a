/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_SITUATIONS_PAGE (mk_situations_page_get_type ())

G_DECLARE_FINAL_TYPE (MkSituationsPage, mk_situations_page, MK, SITUATIONS_PAGE, AdwNavigationPage)

MkSituationsPage *mk_situations_page_new  (void);
void              mk_situations_page_show (MkSituationsPage *self,
                                           const MkLesson   *lesson,
                                           const char       *passage);

G_END_DECLS
