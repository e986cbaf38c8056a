/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_ATTENDANCE_BUTTONS (mk_attendance_buttons_get_type ())

G_DECLARE_FINAL_TYPE (MkAttendanceButtons, mk_attendance_buttons, MK, ATTENDANCE_BUTTONS, GtkBox)

void        mk_attendance_buttons_set_attendance  (MkAttendanceButtons *self,
                                                   const char          *attendance);
const char *mk_attendance_buttons_get_attendance  (MkAttendanceButtons *self);
void        mk_attendance_buttons_set_shows_tried (MkAttendanceButtons *self,
                                                   gboolean             shows_tried);

G_END_DECLS
