/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MkAccel:
 * @action: (nullable): what it does; %NULL for a key that GTK or a dialog handles
 * @accels: the keys, as gtk_accelerator_parse() reads them, separated by blanks
 * @title: what it does in words, to be translated
 *
 * A keyboard shortcut.
 */
typedef struct
{
  const char *action;
  const char *accels;
  const char *title;
} MkAccel;

const MkAccel *mk_accels_get   (guint *n_accels);
void           mk_accels_apply (GtkApplication *application);

G_END_DECLS
