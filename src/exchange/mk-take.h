/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-verdict.h"

G_BEGIN_DECLS

/**
 * MkTakeFlags:
 * @MK_TAKE_ACCEPT: a person said yes to these files, where the contract asks for one
 * @MK_TAKE_CHECK: only judge; nothing is changed
 * @MK_TAKE_ALONE: what waits and has its turn afterwards is left for mk_take_released()
 */
typedef enum
{
  MK_TAKE_PLAIN = 0,
  MK_TAKE_ACCEPT = 1 << 0,
  MK_TAKE_CHECK = 1 << 1,
  MK_TAKE_ALONE = 1 << 2
} MkTakeFlags;

GPtrArray *mk_take_files (MkDatabase        *database,
                          const char *const *files,
                          MkTakeFlags        flags,
                          GError           **error);

GPtrArray *mk_take_released     (MkDatabase *database,
                                 GError    **error);
gboolean   mk_take_has_released (MkDatabase *database,
                                 gboolean   *has,
                                 GError    **error);
GPtrArray *mk_take_kept         (MkDatabase *database,
                                 const char *sha256,
                                 MkTakeFlags flags,
                                 GError    **error);

G_END_DECLS
