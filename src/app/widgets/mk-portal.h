/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MkPortal:
 * @MK_PORTAL_FILES: lets a person choose files and folders
 * @MK_PORTAL_PRINTING: asks for a printer, and prints
 * @MK_PORTAL_MESSAGES: shows messages on the desktop
 *
 * What a program in a sandbox asks the desktop for.
 */
typedef enum
{
  MK_PORTAL_FILES,
  MK_PORTAL_PRINTING,
  MK_PORTAL_MESSAGES,
  MK_PORTAL_N
} MkPortal;

void           mk_portal_look            (GDBusConnection *session);
gboolean       mk_portal_is_missing      (MkPortal portal);
gboolean       mk_portal_can_call        (void);
gboolean       mk_portal_explain_missing (MkPortal   portal,
                                          GtkWidget *parent);
GtkFileDialog *mk_portal_file_dialog_new (GtkWidget  *parent,
                                          const char *title);
char          *mk_portal_dup_place       (GFile *file);

G_END_DECLS
