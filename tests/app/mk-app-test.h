/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-memory-keyring.h"
#include "shell/mk-window.h"

G_BEGIN_DECLS

/* A Thursday. */
#define MK_APP_TEST_NOW "2026-12-03T11:05:00+01:00"

typedef void (*MkAppTestFunc) (MkWindow *window,
                               gpointer  user_data);

void mk_app_test_init           (int    *argc,
                                 char ***argv);
void mk_app_test_be_patient     (guint seconds);
void mk_app_test_add            (const char *path,
                                 void (*func) (MkWindow *window));
void mk_app_test_run            (const char *const *arguments,
                                 MkAppTestFunc      func,
                                 gpointer           user_data);
void mk_app_test_wait           (gboolean (*is_so) (gpointer user_data),
                                 gpointer user_data);
void mk_app_test_wait_for_shell (MkWindow *window);
void mk_app_test_settle         (void);
void mk_app_test_resize         (MkWindow *window,
                                 int       width,
                                 int       height);

void mk_app_test_drop (MkWindow          *window,
                       const char *const *paths);

void       mk_app_test_wait_for_counting  (MkWindow *window);
gpointer   mk_app_test_on_store           (MkWindow   *window,
                                           MkStoreFunc func,
                                           gpointer    data);
AdwDialog *mk_app_test_wait_for_dialog    (MkWindow *window);
void       mk_app_test_wait_for_no_dialog (MkWindow *window);

MkMemoryKeyring *mk_app_test_keyring (void);

GtkWidget *mk_app_test_find      (GtkWidget *root,
                                  GType      type);
GtkWidget *mk_app_test_find_text (GtkWidget  *root,
                                  const char *text);
guint      mk_app_test_count     (GtkWidget *root,
                                  GType      type);

G_END_DECLS
