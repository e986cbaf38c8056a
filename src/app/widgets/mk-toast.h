/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *mk_toast_new        (const char *text);
void      mk_toast_offer_undo (AdwToastOverlay *overlay,
                               const char      *text,
                               GCallback        undo,
                               gpointer         user_data,
                               GClosureNotify   destroy);

G_END_DECLS
