/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_CODE_PAGE (mk_code_page_get_type ())

G_DECLARE_FINAL_TYPE (MkCodePage, mk_code_page, MK, CODE_PAGE, AdwBin)

void mk_code_page_begin  (MkCodePage *self,
                          const char *code,
                          gboolean    can_wait,
                          gboolean    is_new);
void mk_code_page_tell   (MkCodePage *self,
                          const char *message);
void mk_code_page_forget (MkCodePage *self);

G_END_DECLS
