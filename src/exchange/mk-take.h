/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-verdict.h"

G_BEGIN_DECLS

/**
 * MkTakeFlags:
 * @MK_TAKE_ACCEPT: a person said yes to these files, where the contract asks for one
 * @MK_TAKE_CHECK: only judge; nothing is changed
 */
typedef enum
{
  MK_TAKE_PLAIN = 0,
  MK_TAKE_ACCEPT = 1 << 0,
  MK_TAKE_CHECK = 1 << 1
} MkTakeFlags;

GPtrArray *mk_take_files (MkDatabase        *database,
                          const char *const *files,
                          MkTakeFlags        flags,
                          GError           **error);

G_END_DECLS
