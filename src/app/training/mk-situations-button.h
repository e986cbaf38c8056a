/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_SITUATIONS_BUTTON (mk_situations_button_get_type ())

G_DECLARE_FINAL_TYPE (MkSituationsButton, mk_situations_button, MK, SITUATIONS_BUTTON, GtkButton)

G_END_DECLS
