/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database-private.h"

G_BEGIN_DECLS

/**
 * MkStoreTest:
 *
 * A directory of a test's own, removed with all that is in it.
 */
typedef struct
{
  char *directory;
} MkStoreTest;

extern const guint8 mk_test_key[MK_KEY_SIZE];
extern const guint8 mk_test_other_key[MK_KEY_SIZE];

/* The table that the test-note-….sql queries are about. */
extern const char *const mk_test_scripts[];

void     mk_store_test_set_up    (MkStoreTest  *test,
                                  gconstpointer data);
void     mk_store_test_tear_down (MkStoreTest  *test,
                                  gconstpointer data);
char    *mk_store_test_path      (MkStoreTest *test,
                                  const char  *name);
char    *mk_store_test_print     (const char *directory);
gboolean mk_store_test_holds     (const char *directory,
                                  const char *text);
void     mk_store_test_write     (MkStoreTest *test,
                                  const char  *name,
                                  const char  *bytes,
                                  gsize        length);
void     mk_store_test_copy      (const char *from,
                                  const char *to,
                                  const char *name);

MkDatabase *mk_store_test_create (MkStoreTest *test);
MkDatabase *mk_store_test_open   (MkStoreTest       *test,
                                  const char *const *scripts,
                                  GError           **error);
void        mk_store_test_add    (MkDatabase *database,
                                  const char *text);
gint64      mk_store_test_count  (MkDatabase *database);

#define mk_store_test_add_case(path, func) \
  g_test_add (path, MkStoreTest, NULL, mk_store_test_set_up, func, mk_store_test_tear_down)

G_END_DECLS
