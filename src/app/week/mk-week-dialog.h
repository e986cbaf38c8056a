/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_WEEK_DIALOG (mk_week_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkWeekDialog, mk_week_dialog, MK, WEEK_DIALOG, AdwDialog)

MkWeekDialog    *mk_week_dialog_new           (MkWorkplace     *workplace,
                                               MkPlacementItem *placement);
char            *mk_week_dialog_dup_key       (const char *placement_id);
MkPlacementItem *mk_week_dialog_get_placement (MkWeekDialog *self);
GPtrArray       *mk_week_dialog_get_saved     (MkWeekDialog *self);

G_END_DECLS
