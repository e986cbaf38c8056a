/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkDemoAuthority:
 * @id: UUID
 * @epoch: UUID
 * @cvr_number: (nullable): eight digits
 * @package_ids: what the UUIDs of its packages begin with, all but the last two digits
 * @number: of its newest package; 0 before the first
 * @previous: (nullable): hash of its newest package
 *
 * An invented authority, as far as it writes packages.
 */
typedef struct
{
  const char *id;
  const char *epoch;
  const char *name;
  const char *cvr_number;
  const char *package_ids;
  gint64      number;
  char       *previous;
} MkDemoAuthority;

void mk_demo_authority_init  (MkDemoAuthority *self,
                              gboolean         is_first);
void mk_demo_authority_clear (MkDemoAuthority *self);

char    *mk_demo_authority_write (MkDemoAuthority *self,
                                  const char      *name,
                                  GDateTime       *today,
                                  GHashTable      *words,
                                  GError         **error);
gboolean mk_demo_authority_send  (MkDemoAuthority *self,
                                  MkDatabase      *database,
                                  const char      *package,
                                  GError         **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkDemoAuthority, mk_demo_authority_clear)

G_END_DECLS
