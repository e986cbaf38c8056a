/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkPosted:
 * @partner: (nullable): what the other end is called
 * @number: of the package; 0 where it is not known
 * @moment: (nullable): date-time of sealing, taking or refusing
 * @entries: how many it holds
 * @state: `pakket` (never written), `sendt`, `modtaget`, `delvist`, `afvist`, `hentet`, `venter`
 *   or `fjernelse`
 * @reason: (nullable): why it was refused, Danish
 * @code: (nullable): why the other end refused it, as in the exchange contract, section 5
 * @partner_id: (nullable): UUID of the partner that it was packed for, or came from
 * @sha256: (nullable): of the bytes of one that is kept here
 * @asks: whether a person's yes would take it
 *
 * A package that went, came, waits or was refused, for the page that shows the correspondence.
 */
typedef struct
{
  char    *partner;
  gint64   number;
  char    *moment;
  gint64   entries;
  char    *state;
  char    *reason;
  char    *code;
  char    *partner_id;
  char    *sha256;
  gboolean asks;
} MkPosted;

/**
 * MkRefusedEntry:
 * @is_own: whether it is a living record of this installation, which can mend it
 * @partner: what the other end is called
 * @reason: (nullable): why, Danish
 *
 * A record whose newest revision the other end could not take.
 */
typedef struct
{
  char    *id;
  char    *type;
  gboolean is_own;
  char    *partner;
  char    *reason;
} MkRefusedEntry;

GPtrArray *mk_post_sent     (MkDatabase *database,
                             gint64      limit,
                             GError    **error);
GPtrArray *mk_post_received (MkDatabase *database,
                             gint64      limit,
                             GError    **error);
GPtrArray *mk_post_waiting  (MkDatabase *database,
                             GError    **error);
GPtrArray *mk_post_refused  (MkDatabase *database,
                             gint64      limit,
                             GError    **error);
gboolean   mk_post_count    (MkDatabase *database,
                             gint64     *n_sent,
                             gint64     *n_done,
                             GError    **error);
void       mk_posted_free   (gpointer data);

GPtrArray *mk_refused_entries    (MkDatabase *database,
                                  gint64      limit,
                                  GError    **error);
void       mk_refused_entry_free (gpointer data);

G_END_DECLS
