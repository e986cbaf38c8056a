/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline-line.h"
#include "mk-database.h"

G_BEGIN_DECLS

typedef struct _MkWorkplaceReading MkWorkplaceReading;

GPtrArray *mk_hotline_reading_new (MkDatabase               *database,
                                   const MkWorkplaceReading *workplace,
                                   GError                  **error);

G_END_DECLS
