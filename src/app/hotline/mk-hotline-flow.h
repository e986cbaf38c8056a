/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_hotline_flow_show (GtkWidget   *parent,
                           MkWorkplace *workplace,
                           const char  *placement);

G_END_DECLS
