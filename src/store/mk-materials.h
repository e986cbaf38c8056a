/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkMaterialListed:
 * @id: UUID
 * @format: one of the MK_MATERIAL_… strings
 * @module: 1 to 8, or 0
 * @sender: who sent it; empty where that is not known
 * @changed: date-time
 *
 * A material without its contents, borrowed while it is shown.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *format;
  gint64      module;
  const char *sender;
  const char *changed;
} MkMaterialListed;

typedef void (*MkMaterialFunc) (const MkMaterialListed *listed,
                                gpointer                user_data);

gboolean mk_material_list   (MkDatabase    *database,
                             MkMaterialFunc func,
                             gpointer       user_data,
                             GError       **error);
gboolean mk_material_trust  (MkDatabase *database,
                             const char *id,
                             gboolean   *is_trusted,
                             GError    **error);
gboolean mk_material_accept (MkDatabase *database,
                             const char *id,
                             GError    **error);

G_END_DECLS
