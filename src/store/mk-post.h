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
 * @state: `sendt`, `modtaget`, `delvist`, `afvist`, `hentet`, `venter` or `fjernelse`
 * @reason: (nullable): why it was refused, Danish
 *
 * A package that went, came, waits or was refused, for the page that shows the correspondence.
 */
typedef struct
{
  char  *partner;
  gint64 number;
  char  *moment;
  gint64 entries;
  char  *state;
  char  *reason;
} MkPosted;

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
void       mk_posted_free   (gpointer data);

G_END_DECLS
