/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_HOURS_ENTRY (mk_hours_entry_get_type ())

G_DECLARE_FINAL_TYPE (MkHoursEntry, mk_hours_entry, MK, HOURS_ENTRY, GtkBox)

void     mk_hours_entry_set_minutes (MkHoursEntry *self,
                                     gint64        minutes);
gint64   mk_hours_entry_get_minutes (MkHoursEntry *self);
MkFormat mk_hours_entry_get_fault   (MkHoursEntry *self);
void     mk_hours_entry_set_label   (MkHoursEntry *self,
                                     const char   *label);

G_END_DECLS
