/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-key-wrap.h"
#include "mk-own-records.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkCtlExit:
 *
 * The exit statuses of the command line, which scripts rely on.
 */
typedef enum
{
  MK_CTL_DONE = 0,
  MK_CTL_REFUSED = 1,
  MK_CTL_WRONG_USE = 2
} MkCtlExit;

/**
 * MkCtl:
 * @directory: of the store
 * @passphrase_file: (nullable)
 * @json: whether standard output is one JSON value
 *
 * What all verbs share.
 */
typedef struct
{
  char    *directory;
  char    *passphrase_file;
  gboolean json;
} MkCtl;

/* A verb gets its own arguments, its name first. */
typedef MkCtlExit (*MkCtlVerb) (MkCtl *ctl,
                                int    argc,
                                char **argv);

MkCtlExit mk_ctl_init    (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_import  (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_check   (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_save    (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_list    (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_preview (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_export  (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_status  (MkCtl *ctl,
                          int    argc,
                          char **argv);

MkCtlExit mk_ctl_balance   (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_delete    (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_undo      (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_search    (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_start     (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_generate  (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_new_epoch (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_identity  (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_trust     (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_key       (MkCtl *ctl,
                            int    argc,
                            char **argv);
MkCtlExit mk_ctl_person    (MkCtl *ctl,
                            int    argc,
                            char **argv);

MkCtlExit mk_ctl_backup  (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_verify  (MkCtl *ctl,
                          int    argc,
                          char **argv);
MkCtlExit mk_ctl_restore (MkCtl *ctl,
                          int    argc,
                          char **argv);

gboolean      mk_ctl_parse           (MkCtl              *ctl,
                                      const char         *arguments,
                                      const GOptionEntry *entries,
                                      int                *argc,
                                      char             ***argv);
MkCtlExit     mk_ctl_wrong_use       (const char *format,
                                      ...) G_GNUC_PRINTF (1, 2);
MkCtlExit     mk_ctl_refuse          (const GError *error);
MkSecretText *mk_ctl_read_passphrase (const char *file,
                                      GError    **error);
MkSecretText *mk_ctl_passphrase      (MkCtl   *ctl,
                                      GError **error);
MkDatabase   *mk_ctl_open            (MkCtl   *ctl,
                                      GError **error);
MkCtlExit     mk_ctl_refuse_receipt  (void);
void          mk_ctl_print_saved     (MkCtl         *ctl,
                                      const MkSaved *saved);
gboolean      mk_ctl_write_new       (const char *path,
                                      GBytes     *bytes,
                                      GError    **error);
void          mk_ctl_print_json      (JsonBuilder *builder);
void          mk_ctl_add_member      (JsonBuilder *builder,
                                      const char  *name,
                                      const char  *text);

G_END_DECLS
