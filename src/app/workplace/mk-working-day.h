/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDateTime *mk_working_day_after (GDateTime *moment);

G_END_DECLS
