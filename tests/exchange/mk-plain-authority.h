/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkPlain:
 * @data: the last content as text; empty for a tombstone of something that never had one
 * @rank: which of the sender's epochs it came in, counted from 1; of one's own 0
 * @dirty: whether it is to be sent
 *
 * A record as the plain authority holds it.
 */
typedef struct
{
  char    *type;
  char    *writer;
  gint64   revision;
  guint    rank;
  gboolean deleted;
  char    *data;
  gboolean dirty;
} MkPlain;

/**
 * MkPlainAuthority:
 * @own: (element-type utf8 MkPlain): what it wrote
 * @theirs: (element-type utf8 MkPlain): what came
 * @sent: (element-type GBytes): the packages of its present epoch, number 1 first
 * @refused_epoch: whether it refused a package for its epoch since this was last set to %FALSE
 *
 * The other end of a leader's correspondence, written plainly: it never refuses an entry, looks at
 * everything every time, and asserts what an honest sender never does.
 */
typedef struct
{
  char       *id;
  GHashTable *own;
  GHashTable *theirs;
  GHashTable *kept;

  char      *epoch;
  GPtrArray *replaced;
  GPtrArray *sent;
  GPtrArray *due;

  char       *present;
  guint       rank;
  gint64      newest;
  char       *newest_sha256;
  GHashTable *gone;
  GHashTable *taken;
  GHashTable *waiting;
  gboolean    refused_epoch;
} MkPlainAuthority;

MkPlainAuthority *mk_plain_authority_new     (const char *id);
void              mk_plain_authority_free    (MkPlainAuthority *self);
void              mk_plain_authority_write   (MkPlainAuthority *self,
                                              const char       *type,
                                              const char       *id,
                                              const char       *data);
gboolean          mk_plain_authority_seal    (MkPlainAuthority *self);
void              mk_plain_authority_restart (MkPlainAuthority *self);
void              mk_plain_authority_keep    (MkPlainAuthority *self);
void              mk_plain_authority_restore (MkPlainAuthority *self);
void              mk_plain_authority_take    (MkPlainAuthority *self,
                                              GBytes           *bytes);

G_END_DECLS
