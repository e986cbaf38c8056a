/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline.h"
#include "print/mk-numbers-sheet.h"

G_BEGIN_DECLS

MkNumbersSheet *mk_hotline_wall_sheet  (MkHotline  *hotline,
                                        const char *company);
MkNumbersSheet *mk_hotline_pocket_card (MkHotline  *hotline,
                                        const char *company,
                                        const char *placement);
char           *mk_hotline_vcards      (MkHotline *hotline);

G_END_DECLS
