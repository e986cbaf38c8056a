/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_WEEK_HEADING (mk_week_heading_get_type ())

G_DECLARE_FINAL_TYPE (MkWeekHeading, mk_week_heading, MK, WEEK_HEADING, GtkWidget)

void mk_week_heading_show (MkWeekHeading *self,
                           gint32         week,
                           gint64         minutes);

G_END_DECLS
