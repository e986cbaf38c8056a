/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkSealed:
 * @bytes: (nullable): %NULL where they are not read
 *
 * A package that was sealed: its bytes never change.
 */
typedef struct
{
  gint64  number;
  char   *id;
  gint64  entries;
  char   *sha256;
  GBytes *bytes;
} MkSealed;

/**
 * MkCarried:
 *
 * A revision of a record that stands in a package.
 */
typedef struct
{
  gint64 record;
  gint64 revision;
} MkCarried;

gboolean   mk_package_out_newest  (MkDatabase *database,
                                   gint64      epoch,
                                   gint64     *number,
                                   char      **sha256,
                                   GError    **error);
gint64     mk_package_out_add     (MkDatabase     *database,
                                   gint64          epoch,
                                   const MkSealed *sealed,
                                   const char     *when,
                                   GError        **error);
gboolean   mk_package_out_carry   (MkDatabase      *database,
                                   gint64           package,
                                   const MkCarried *carried,
                                   gsize            n_carried,
                                   GError         **error);
GPtrArray *mk_package_out_to_send (MkDatabase *database,
                                   gint64      epoch,
                                   gint64      from,
                                   GError    **error);
GBytes    *mk_package_out_bytes   (MkDatabase *database,
                                   gint64      epoch,
                                   gint64      number,
                                   GError    **error);
gboolean   mk_package_out_written (MkDatabase *database,
                                   const char *id,
                                   GError    **error);
void       mk_sealed_free         (MkSealed *self);

gboolean mk_package_out_find    (MkDatabase *database,
                                 gint64      partner,
                                 const char *id,
                                 const char *sha256,
                                 gint64     *package,
                                 gboolean   *is_final,
                                 GError    **error);
gboolean mk_package_out_receive (MkDatabase *database,
                                 gint64      package,
                                 const char *status,
                                 const char *code,
                                 const char *reason,
                                 GError    **error);
gboolean mk_package_out_refuse  (MkDatabase *database,
                                 gint64      package,
                                 const char *id,
                                 gint64      revision,
                                 const char *code,
                                 const char *reason,
                                 GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkSealed, mk_sealed_free)

G_END_DECLS
