/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

G_BEGIN_DECLS

extern const MkPaperKind mk_wall_sheet_kind;

G_END_DECLS
