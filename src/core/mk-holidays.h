/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   mk_holidays_is_holiday    (const GDate *date);
gboolean   mk_holidays_is_holiday_at (GDateTime *moment);
gboolean   mk_holidays_is_closed     (const GDate *date);
GDateTime *mk_working_day_after      (GDateTime *moment);

G_END_DECLS
