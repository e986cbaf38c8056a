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

/**
 * MkExport:
 *
 * An export on its way: first what is not packed is sealed, a package a step; then, where the files
 * are to be sealed for transport, each is made, one a step; then it is made sure that nothing of
 * other contents is in the way; then the files are written, one a step. Between two steps other work on the database may go. Bound to the database's thread.
 */
typedef struct _MkExport MkExport;

MkExport        *mk_export_new       (MkDatabase *database,
                                      const char *folder,
                                      const char *recipient,
                                      gint64      from,
                                      GError    **error);
gboolean         mk_export_enclose   (MkExport *self,
                                      GError  **error);
void             mk_export_free      (MkExport *self);
gboolean         mk_export_step      (MkExport *self,
                                      GError  **error);
gboolean         mk_export_is_done   (const MkExport *self);
guint            mk_export_n_files   (const MkExport *self);
const GPtrArray *mk_export_get_files (const MkExport *self);
GPtrArray       *mk_export_finish    (MkExport *self,
                                      GError  **error);

GPtrArray *mk_export (MkDatabase *database,
                      const char *folder,
                      const char *recipient,
                      gint64      from,
                      GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkExport, mk_export_free)

G_END_DECLS
