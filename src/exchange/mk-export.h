/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkExported:
 * @file: path of the file written
 * @package_id: UUID
 * @recipient: UUID of the partner
 * @number: of the package
 * @entries: how many it holds
 */
typedef struct
{
  char  *file;
  char  *package_id;
  char  *recipient;
  gint64 number;
  gint64 entries;
} MkExported;

GPtrArray *mk_export (MkDatabase *database,
                      const char *folder,
                      gint64      from,
                      GError    **error);

G_END_DECLS
