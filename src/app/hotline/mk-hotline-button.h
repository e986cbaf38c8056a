/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE_BUTTON (mk_hotline_button_get_type ())

G_DECLARE_FINAL_TYPE (MkHotlineButton, mk_hotline_button, MK, HOTLINE_BUTTON, GtkButton)

G_END_DECLS
