/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean mk_calling_is_possible (void);
void     mk_calling_call        (GtkWidget  *parent,
                                 const char *telephone);

G_END_DECLS
