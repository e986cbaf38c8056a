/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-app-test.h"

G_BEGIN_DECLS

#define MK_LASTING_PASSPHRASE "en lille opdigtet kode"
#define MK_LASTING_ID "7df4eb9b-339c-41f6-a6f3-49e51b9c3ce2"

/* A folder with a store in it that lasts longer than a window, and room for its backups; a fixture
 * of g_test_add(). */
typedef struct
{
  char *folder;
  char *store;
  char *backups;
  char *code;
} MkLastingStore;

void mk_lasting_store_set_up    (MkLastingStore *self,
                                 gconstpointer   data);
void mk_lasting_store_tear_down (MkLastingStore *self,
                                 gconstpointer   data);
void mk_lasting_store_run       (MkLastingStore *self,
                                 MkAppTestFunc   func);
void mk_lasting_store_unlock    (MkWindow *window);

gboolean        mk_lasting_store_is_renamed  (gpointer window);
MkInstallation *mk_lasting_store_read_person (MkWindow *window);

GObject    *mk_page_child       (GtkWidget  *page,
                                 const char *name);
void        mk_page_type        (GtkWidget  *page,
                                 const char *name,
                                 const char *text);
const char *mk_page_trouble     (GtkWidget *page);
GtkWidget  *mk_preferences_open (MkWindow *window,
                                 GType     type);

G_END_DECLS
