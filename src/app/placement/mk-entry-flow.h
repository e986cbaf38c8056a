/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_entry_flow_read (GtkWidget   *parent,
                         MkWorkplace *workplace,
                         const char  *id);

G_END_DECLS
