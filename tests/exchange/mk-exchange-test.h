/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-take.h"
#include "mk-verdict.h"

G_BEGIN_DECLS

/* An invented authority, its epoch, and a placement of its. */
#define TEST_AUTHORITY "11111111-1111-4111-8111-111111111111"
#define TEST_EPOCH "22222222-2222-4222-8222-222222222222"
#define TEST_PLACEMENT "33333333-3333-4333-8333-333333333333"
#define TEST_SELF "44444444-4444-4444-8444-444444444444"

/**
 * MkExchangeTest:
 * @previous: of the last package that was written, as a JSON value: null or a hash
 *
 * A leader's store in a folder of a test's own, and the authority that writes to it.
 */
typedef struct
{
  char       *directory;
  MkDatabase *database;
  char       *previous;
} MkExchangeTest;

void mk_exchange_test_set_up    (MkExchangeTest *test,
                                 gconstpointer   data);
void mk_exchange_test_tear_down (MkExchangeTest *test,
                                 gconstpointer   data);

char      *mk_exchange_test_entry     (const char *type,
                                       const char *id,
                                       gint64      revision,
                                       const char *data);
char      *mk_exchange_test_start     (void);
char      *mk_exchange_test_package   (MkExchangeTest *test,
                                       gint64          number,
                                       const char     *entries);
GBytes    *mk_exchange_test_keep      (MkExchangeTest *test);
void       mk_exchange_test_restore   (MkExchangeTest *test,
                                       GBytes         *kept);
char      *mk_exchange_test_write     (MkExchangeTest *test,
                                       const char     *text,
                                       gssize          length);
MkVerdict *mk_exchange_test_take_file (MkExchangeTest *test,
                                       const char     *path,
                                       MkTakeFlags     flags);
MkVerdict *mk_exchange_test_take      (MkExchangeTest *test,
                                       const char     *text,
                                       MkTakeFlags     flags);
void       mk_exchange_test_begin     (MkExchangeTest *test);
char      *mk_exchange_test_dump      (MkExchangeTest *test);
char      *mk_exchange_test_save      (MkExchangeTest *test,
                                       const char     *id,
                                       const char     *note,
                                       const char     *private_note,
                                       const char     *send_earliest);
char      *mk_exchange_test_state     (MkExchangeTest *test,
                                       const char     *id);
GPtrArray *mk_exchange_test_export    (MkExchangeTest *test);
char      *mk_exchange_test_contents  (const char *path);

#define mk_exchange_test_add(path, func) \
  g_test_add (path, MkExchangeTest, NULL, mk_exchange_test_set_up, func, mk_exchange_test_tear_down)

G_END_DECLS
