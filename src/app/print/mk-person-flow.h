/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mk_person_flow_show (GtkWidget       *parent,
                          MkWorkplace     *workplace,
                          MkPlacementItem *placement);

G_END_DECLS
