/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-learning.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_MODULE_PAGE (mk_module_page_get_type ())

G_DECLARE_FINAL_TYPE (MkModulePage, mk_module_page, MK, MODULE_PAGE, AdwNavigationPage)

MkModulePage *mk_module_page_new          (MkLearning *learning,
                                           guint       module);
gboolean      mk_module_page_is_whole     (MkModulePage *self);
void          mk_module_page_keep         (MkModulePage *self);
void          mk_module_page_show_passage (MkModulePage *self,
                                           const char   *passage);

G_END_DECLS
