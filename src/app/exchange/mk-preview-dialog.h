/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PREVIEW_DIALOG (mk_preview_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkPreviewDialog, mk_preview_dialog, MK, PREVIEW_DIALOG, AdwDialog)

MkPreviewDialog *mk_preview_dialog_new (MkWorkplace *workplace);

G_END_DECLS
