/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For tests. */

#include "mk-key-slots.h"

G_BEGIN_DECLS

void mk_key_slots_weaken_for_tests (void);

G_END_DECLS
