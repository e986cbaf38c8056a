/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"
#include "records/mk-progress.h"

G_BEGIN_DECLS

gboolean    mk_learning_share          (MkDatabase           *database,
                                        const MkProgressData *progress,
                                        GError              **error);
MkSaved    *mk_learning_let_be_sent    (MkDatabase *database,
                                        const char *person,
                                        gboolean    shows,
                                        GError    **error);
GHashTable *mk_learning_read_who_shows (MkDatabase *database,
                                        GError    **error);

G_END_DECLS
