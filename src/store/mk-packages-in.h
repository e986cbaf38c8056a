/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

gboolean mk_package_in_find_sha256 (MkDatabase *database,
                                    gint64      partner,
                                    const char *id,
                                    char      **sha256,
                                    GError    **error);
gboolean mk_package_in_has_number  (MkDatabase *database,
                                    gint64      epoch,
                                    gint64      number,
                                    gboolean   *has,
                                    GError    **error);
gboolean mk_package_in_newest      (MkDatabase *database,
                                    gint64      epoch,
                                    gint64     *number,
                                    char      **sha256,
                                    GError    **error);
gint64   mk_package_in_add         (MkDatabase *database,
                                    gint64      epoch,
                                    gint64      number,
                                    const char *id,
                                    const char *sha256,
                                    gint64      entries,
                                    const char *seal,
                                    GError    **error);

/* How a package came: as a plain file, or as one that a person said yes to. */
#define MK_SEAL_PLAIN "plain"
#define MK_SEAL_ACCEPTED "accepted"

gboolean   mk_waiting_put     (MkDatabase *database,
                               gint64      partner,
                               const char *epoch,
                               gint64      number,
                               const char *sha256,
                               const char *code,
                               const char *seal,
                               GBytes     *bytes,
                               GError    **error);
char      *mk_waiting_seal    (MkDatabase *database,
                               gint64      partner,
                               const char *sha256,
                               GError    **error);
gboolean   mk_waiting_remove  (MkDatabase *database,
                               gint64      partner,
                               const char *sha256,
                               GError    **error);
gboolean   mk_waiting_drop    (MkDatabase *database,
                               gint64      partner,
                               const char *epoch,
                               GError    **error);
gboolean   mk_waiting_next    (MkDatabase *database,
                               gint64      partner,
                               const char *epoch,
                               gint64      number,
                               GBytes    **bytes,
                               GError    **error);
gboolean   mk_waiting_missing (MkDatabase *database,
                               gint64      partner,
                               const char *epoch,
                               gint64      next,
                               gint64      below,
                               GArray     *missing,
                               GError    **error);
GPtrArray *mk_waiting_epochs  (MkDatabase *database,
                               gint64      partner,
                               GError    **error);

/**
 * MkAside:
 * @sha256: of the bytes
 * @code: why it was refused
 * @reason: the same in words
 * @sender: (nullable): what the sender is called, where that could be read
 * @number: of the package, or %MK_ABSENT
 * @asks: whether a person's yes would take it
 * @bytes: the file; empty for one larger than any package
 *
 * A file that was refused.
 */
typedef struct
{
  const char *sha256;
  const char *code;
  const char *reason;
  const char *sender;
  gint64      number;
  gboolean    asks;
  GBytes     *bytes;
} MkAside;

gboolean mk_aside_put    (MkDatabase    *database,
                          const MkAside *aside,
                          GError       **error);
gboolean mk_aside_settle (MkDatabase *database,
                          const char *sha256,
                          GError    **error);
gboolean mk_aside_remove (MkDatabase *database,
                          const char *sha256,
                          GError    **error);
gboolean mk_kept_find    (MkDatabase *database,
                          const char *sha256,
                          GBytes    **bytes,
                          GError    **error);

/* How many numbers of a gap are named at most. */
#define MK_MOST_MISSING 100

G_END_DECLS
