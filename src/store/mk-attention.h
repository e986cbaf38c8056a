/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkNews:
 * @type: `svar`, `kvittering`, or `kontakt` for one with another number than before
 * @partner: what the sender is called
 * @data: its `data`
 * @changed: date-time
 * @request: (nullable): `data` of the request that is answered
 * @asked: (nullable): date-time of the request
 * @card: (nullable): `data` of the card that it is asked on
 * @sealed: (nullable): date-time of the package that is answered
 *
 * Something that came back, borrowed while it is shown.
 */
typedef struct
{
  const char *type;
  const char *partner;
  const char *data;
  const char *changed;
  const char *request;
  const char *asked;
  const char *card;
  const char *sealed;
} MkNews;

typedef void (*MkNewsFunc) (const MkNews *news,
                            gpointer      user_data);

gboolean mk_news_list (MkDatabase *database,
                       gint64      limit,
                       MkNewsFunc  func,
                       gpointer    user_data,
                       GError    **error);
gboolean mk_news_seen (MkDatabase *database,
                       GError    **error);

gboolean    mk_dismissal_put  (MkDatabase *database,
                               const char *kind,
                               const char *subject,
                               const char *until,
                               GError    **error);
GHashTable *mk_dismissal_list (MkDatabase *database,
                               GError    **error);
char       *mk_dismissal_key  (const char *kind,
                               const char *subject);

/**
 * MkCallDueFunc:
 * @id: UUID of a call
 * @data: its `data`
 * @user_data: what was given
 */
typedef void (*MkCallDueFunc) (const char *id,
                               const char *data,
                               gpointer    user_data);

gboolean mk_call_due_list (MkDatabase   *database,
                           MkCallDueFunc func,
                           gpointer      user_data,
                           GError      **error);

G_END_DECLS
