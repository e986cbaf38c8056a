/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_begin_anew_flow_ask (GtkWidget   *parent,
                             MkWorkplace *workplace,
                             const char  *partner,
                             const char  *name);

G_END_DECLS
