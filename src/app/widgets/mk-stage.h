/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_STAGE (mk_stage_get_type ())

G_DECLARE_FINAL_TYPE (MkStage, mk_stage, MK, STAGE, GtkWidget)

void     mk_stage_enter    (GtkWidget *widget);
void     mk_stage_leave    (GtkWidget *widget);
gboolean mk_stage_is_alone (GtkWidget *widget);

G_END_DECLS
