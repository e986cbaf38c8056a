/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-fault.h"

G_BEGIN_DECLS

void mk_check_order  (const char *begin,
                      const char *end,
                      const char *pointer,
                      const char *name,
                      MkFaults   *faults);
void mk_check_unique (const GPtrArray *list,
                      gsize            offset,
                      const char      *pointer,
                      const char      *name,
                      MkFaults        *faults);

G_END_DECLS
