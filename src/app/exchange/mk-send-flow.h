/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_send_flow_choose (GtkWidget   *parent,
                          MkWorkplace *workplace,
                          const char  *recipient,
                          gint64       from);
void mk_send_flow_to     (GtkWidget   *parent,
                          MkWorkplace *workplace,
                          const char  *folder,
                          const char  *recipient,
                          gint64       from);

G_END_DECLS
