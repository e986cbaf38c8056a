/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-app-test.h"

G_BEGIN_DECLS

#define MK_STORE_RUN_PASSPHRASE "en lille opdigtet kode"

/**
 * MkStoreRun:
 * @folder: for a store of its own
 * @code: (nullable): the recovery code of a store that was made there
 *
 * A test that runs the program on a store that is kept.
 */
typedef struct
{
  char *folder;
  char *code;
} MkStoreRun;

void mk_store_run_set_up    (MkStoreRun   *self,
                             gconstpointer data);
void mk_store_run_tear_down (MkStoreRun   *self,
                             gconstpointer data);
void mk_store_run_make      (MkStoreRun *self);
void mk_store_run           (MkStoreRun   *self,
                             MkAppTestFunc func);

GObject *mk_store_run_child  (MkWindow   *window,
                              GType       type,
                              const char *name);
void     mk_store_run_type   (MkWindow   *window,
                              GType       type,
                              const char *name,
                              const char *text);
void     mk_store_run_click  (MkWindow   *window,
                              GType       type,
                              const char *name);
void     mk_store_run_shows  (MkWindow *window,
                              GType     type);
void     mk_store_run_unlock (MkWindow   *window,
                              const char *passphrase);

G_END_DECLS
