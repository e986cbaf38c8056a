/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-backup-restore.h"

G_BEGIN_DECLS

MkRestored *mk_restore (const char *directory,
                        const char *path,
                        const char *secret,
                        GError    **error);

G_END_DECLS
