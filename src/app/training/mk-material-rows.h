/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_material_rows_fill (GtkBox      *box,
                            MkWorkplace *workplace);

G_END_DECLS
