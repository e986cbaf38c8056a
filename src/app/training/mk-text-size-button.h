/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_TEXT_SIZE_BUTTON (mk_text_size_button_get_type ())

G_DECLARE_FINAL_TYPE (MkTextSizeButton, mk_text_size_button, MK, TEXT_SIZE_BUTTON, AdwBin)

G_END_DECLS
