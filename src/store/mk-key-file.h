/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What `makker.keys` looks like. */

#include "mk-key-wrap.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A bound for a file that somebody else may have written: each slot that is tried costs time. */
#define MK_KEY_FILE_SLOTS_MAX 16

JsonObject *mk_key_file_new         (void);
JsonObject *mk_key_file_parse       (GBytes  *bytes,
                                     GError **error);
GBytes     *mk_key_file_read_bytes  (const char *directory,
                                     GError    **error);
JsonObject *mk_key_file_read        (const char *directory,
                                     GError    **error);
gboolean    mk_key_file_write       (JsonObject *root,
                                     const char *directory,
                                     GError    **error);
void        mk_key_file_set_damaged (GError **error);

JsonObject *mk_key_slot_new      (const MkKeyWrap *wrap,
                                  const char      *kind);
gboolean    mk_key_slot_get_wrap (JsonObject *slot,
                                  MkKeyWrap  *wrap);
const char *mk_key_slot_get_text (JsonObject *slot,
                                  const char *name);

G_END_DECLS
