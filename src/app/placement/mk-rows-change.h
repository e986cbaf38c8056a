/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-log.h"

G_BEGIN_DECLS

/**
 * MkRowsChangeFunc:
 * @position: where
 * @removed: how many rows go there
 * @added: (element-type MkLogRow): the rows that come there
 * @user_data: what was given
 *
 * Does one step: the rows that were walked are as they are then.
 */
typedef void (*MkRowsChangeFunc) (guint    position,
                                  guint    removed,
                                  GArray  *added,
                                  gpointer user_data);

void mk_rows_change (GArray          *rows,
                     GArray          *wanted,
                     gboolean         is_exact,
                     MkRowsChangeFunc func,
                     gpointer         user_data);

G_END_DECLS
