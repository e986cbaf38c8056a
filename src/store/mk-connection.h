/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "MKKR": what `PRAGMA application_id` says of a Makker store. */
#define MK_APPLICATION_ID 0x4d4b4b52

sqlite3 *mk_connection_create       (const char  *path,
                                     const guint8 key[MK_KEY_SIZE],
                                     GError     **error);
sqlite3 *mk_connection_open         (const char  *path,
                                     const guint8 key[MK_KEY_SIZE],
                                     int          newest,
                                     GError     **error);
sqlite3 *mk_connection_open_reading (const char  *path,
                                     const guint8 key[MK_KEY_SIZE],
                                     int          newest,
                                     GError     **error);
sqlite3 *mk_connection_open_target  (const char  *path,
                                     const guint8 key[MK_KEY_SIZE],
                                     GError     **error);
gboolean mk_connection_execute      (sqlite3    *handle,
                                     const char *script,
                                     GError    **error);
gboolean mk_connection_get_int      (sqlite3    *handle,
                                     const char *sql,
                                     gint64     *value,
                                     GError    **error);
gboolean mk_connection_verify       (sqlite3 *handle,
                                     GError **error);

G_END_DECLS
