/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-role.h"
#include "mk-take.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkEnd:
 * @id: UUID of the installation
 * @backup: (nullable): a folder with a copy of the store
 *
 * One end of a correspondence: a real store in a folder of its own.
 */
typedef struct
{
  char       *id;
  char       *directory;
  char       *backup;
  MkDatabase *database;
} MkEnd;

/**
 * MkSent:
 * @recipient: UUID of the partner as the sender names it
 * @bytes: the file
 */
typedef struct
{
  char   *recipient;
  GBytes *bytes;
} MkSent;

/**
 * MkSeen:
 * @data: (nullable): the newest content as text; %NULL when @deleted
 *
 * A record as a store lists it.
 */
typedef struct
{
  char    *type;
  gint64   revision;
  char    *writer;
  gboolean own;
  gboolean deleted;
  char    *data;
  char    *state;
} MkSeen;

MkEnd      *mk_end_new     (const char *id,
                            MkRole      role);
void        mk_end_free    (MkEnd *self);
void        mk_end_keep    (MkEnd *self);
void        mk_end_restore (MkEnd *self);
GPtrArray  *mk_end_export  (MkEnd *self,
                            gint64 from);
GPtrArray  *mk_end_take    (MkEnd      *self,
                            GBytes     *bytes,
                            MkTakeFlags flags);
char       *mk_end_save    (MkEnd      *self,
                            const char *type,
                            const char *id,
                            const char *data);
GHashTable *mk_end_records (MkEnd *self);

void      mk_sent_free  (gpointer data);
JsonNode *mk_sent_parse (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkEnd, mk_end_free)

G_END_DECLS
