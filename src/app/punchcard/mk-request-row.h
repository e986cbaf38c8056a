/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-help-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mk_request_row_new (MkHelpItem *item);

gboolean mk_request_may_correct  (const MkHelpRecord *request);
gboolean mk_request_may_withdraw (const MkHelp       *help,
                                  const MkHelpRecord *request);

G_END_DECLS
