/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mk_hold_reason (const char *data,
                            const char *private_data,
                            const char *now);

G_END_DECLS
