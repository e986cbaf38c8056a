/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-app-test.h"

G_BEGIN_DECLS

/* The invented workplace's authority, and one that it does not know. */
#define MK_AUTHORITY_KNOWN "3b83fa44-ff0b-42ed-b49a-3ea9d9eb022d"
#define MK_AUTHORITY_STRANGER "4c83fa44-ff0b-42ed-b49a-3ea9d9eb022d"

/**
 * MkAuthority:
 * @folder: where its packages are written
 * @number: of its last package in this epoch
 * @previous: (nullable): hash of that package
 *
 * The other end of the invented workplace's correspondence.
 */
typedef struct
{
  char       *folder;
  const char *id;
  const char *epoch;
  gint64      number;
  char       *previous;
} MkAuthority;

MkAuthority *mk_authority_new         (MkWindow *window);
MkAuthority *mk_authority_new_unknown (void);
void         mk_authority_begin_anew  (MkAuthority *self);
char        *mk_authority_write       (MkAuthority *self,
                                       guint        n_entries,
                                       const char  *entries);
char        *mk_authority_contacts    (guint    n_contacts,
                                       gint64   revision,
                                       gboolean deletes);
char        *mk_authority_receipt     (const char *file,
                                       const char *rest);
void         mk_authority_free        (MkAuthority *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkAuthority, mk_authority_free)

G_END_DECLS
