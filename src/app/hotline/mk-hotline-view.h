/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HOTLINE_VIEW (mk_hotline_view_get_type ())

G_DECLARE_FINAL_TYPE (MkHotlineView, mk_hotline_view, MK, HOTLINE_VIEW, AdwBin)

GtkWidget *mk_hotline_view_new (MkWorkplace *workplace,
                                const char  *placement);

G_END_DECLS
