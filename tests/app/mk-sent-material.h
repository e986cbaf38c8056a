/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-authority.h"

G_BEGIN_DECLS

char   *mk_sent_material_entry  (const char *id,
                                 const char *title,
                                 const char *format,
                                 GBytes     *bytes);
void    mk_sent_material_fetch  (MkWindow          *window,
                                 const char *const *entries);
GBytes *mk_sent_material_pdf    (guint n_pages,
                                 guint n_lines);
GBytes *mk_sent_material_poster (void);

G_END_DECLS
