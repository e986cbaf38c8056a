/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-help-item.h"

G_BEGIN_DECLS

GPtrArray *mk_statement_sheet_new (MkHelpItem *card,
                                   const char *company,
                                   const char *from,
                                   const char *to,
                                   GDateTime  *now);

G_END_DECLS
