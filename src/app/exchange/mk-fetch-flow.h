/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_fetch_flow_choose (GtkWidget   *parent,
                           MkWorkplace *workplace);
void mk_fetch_flow_take   (GtkWidget         *parent,
                           MkWorkplace       *workplace,
                           const char *const *files);
void mk_fetch_flow_ask    (GtkWidget   *parent,
                           MkWorkplace *workplace,
                           const char  *sha256);

G_END_DECLS
