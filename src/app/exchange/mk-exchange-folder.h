/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void   mk_exchange_folder_remember (GFile *folder);
GFile *mk_exchange_folder_last     (void);

G_END_DECLS
