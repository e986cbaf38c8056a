/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mk-hours-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_HOURS_ROW (mk_hours_row_get_type ())

G_DECLARE_FINAL_TYPE (MkHoursRow, mk_hours_row, MK, HOURS_ROW, AdwPreferencesRow)

MkHoursEntry *mk_hours_row_get_entry (MkHoursRow *self);
void          mk_hours_row_set_hint  (MkHoursRow *self,
                                      const char *hint,
                                      gboolean    is_fault);

G_END_DECLS
