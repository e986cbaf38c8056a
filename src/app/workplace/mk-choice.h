/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mk_choice_fill_placements (AdwComboRow *row,
                                GListModel  *placements,
                                const char  *nobody,
                                GPtrArray   *ids);
void mk_choice_select          (AdwComboRow *row,
                                GPtrArray   *ids,
                                const char  *id);

G_END_DECLS
