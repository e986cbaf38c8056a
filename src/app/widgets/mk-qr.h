/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_QR (mk_qr_get_type ())

G_DECLARE_FINAL_TYPE (MkQr, mk_qr, MK, QR, GtkWidget)

GtkWidget *mk_qr_new  (const char *text);
gboolean   mk_qr_draw (cairo_t    *cairo,
                       const char *text,
                       double      x,
                       double      y,
                       double      size);

G_END_DECLS
