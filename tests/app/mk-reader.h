/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

char *mk_reader_text       (const char *path);
char *mk_reader_bytes      (GBytes *pdf);
char *mk_reader_words      (const char *path);
char *mk_reader_scan       (const char *path,
                            int         page);
char *mk_reader_scan_image (cairo_surface_t *surface);

G_END_DECLS
