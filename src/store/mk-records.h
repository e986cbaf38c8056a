/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkVersion:
 * @key: row of the record in the store; 0 while it is not there
 * @revision: from 1
 * @writer: UUID of the installation that wrote it
 * @partner: key of the partner that delivered it; 0 when written here
 * @epoch: key of the epoch it came in; 0 when written here
 * @package: key of the package it came in; 0 when written here
 * @changed: date-time
 * @placement: (nullable): UUID of the placement that it belongs to
 * @data: (nullable): the JSON object of the contract as text; of one read while deleted, the
 *   content it had; %NULL where no content ever came
 * @private_data: (nullable): the JSON object that never leaves
 * @read: @data as its writer has it read already, borrowed; of no class where only the text is there
 *
 * The newest version of a record, or the one to be written.
 */
typedef struct
{
  gint64      key;
  char       *type;
  char       *id;
  gint64      revision;
  char       *writer;
  gint64      partner;
  gint64      epoch;
  gint64      package;
  gboolean    deleted;
  char       *changed;
  char       *placement;
  char       *data;
  char       *private_data;
  MkJsonValue read;
} MkVersion;

MkVersion *mk_record_find   (MkDatabase *database,
                             const char *id,
                             GError    **error);
gboolean   mk_record_put    (MkDatabase      *database,
                             const MkVersion *version,
                             GError         **error);
void       mk_version_free  (MkVersion *self);
gboolean   mk_record_is_of  (MkDatabase *database,
                             const char *id,
                             const char *type,
                             gboolean   *is_of,
                             GError    **error);
gboolean   mk_card_offers   (MkDatabase *database,
                             const char *card,
                             const char *service,
                             gboolean   *offers,
                             GError    **error);
gint64     mk_record_living (MkDatabase *database,
                             const char *type,
                             gint64      partner,
                             const char *writer,
                             GError    **error);

/**
 * MkListed:
 * @state: `gemt`, `sendt`, `modtaget`, `afvist`, `tilbageholdt` or `hentet`
 * @reason: (nullable): why it was refused or is held back, Danish
 * @stays: whether it never leaves, so that it is `gemt` for good
 * @key: row of the record in the store
 *
 * A row of a list, borrowed while it is shown.
 */
typedef struct
{
  const char *id;
  const char *type;
  gint64      revision;
  const char *writer;
  const char *changed;
  gboolean    own;
  const char *data;
  const char *private_data;
  const char *state;
  const char *reason;
  gboolean    stays;
  gint64      key;
} MkListed;

typedef void (*MkListedFunc) (const MkListed *listed,
                              gpointer        user_data);

/**
 * MkListing:
 * @type: (nullable): only this type
 * @deleted: the deleted alone instead of the living
 * @placement: (nullable): only what belongs to this placement
 * @limit: at most so many; negative for all
 * @offset: leave out so many first
 */
typedef struct
{
  const char *type;
  gboolean    deleted;
  const char *placement;
  gint64      limit;
  gint64      offset;
} MkListing;

char    *mk_record_whole (const char *data,
                          const char *private_data);
gboolean mk_record_list  (MkDatabase      *database,
                          const MkListing *listing,
                          MkListedFunc     func,
                          gpointer         user_data,
                          GError         **error);

/**
 * MkDays:
 * @placement: UUID
 * @from: the first day, YYYY-MM-DD
 * @to: the last day, YYYY-MM-DD
 * @limit: at most so many; negative for all
 * @with_hours: those alone with hours, paid or not
 *
 * Some days of one placement.
 */
typedef struct
{
  const char *placement;
  const char *from;
  const char *to;
  gint64      limit;
  gboolean    with_hours;
} MkDays;

char    *mk_check_in_pulse_day (MkDatabase *database,
                                const char *placement,
                                const char *since,
                                GError    **error);
gboolean mk_check_in_list      (MkDatabase   *database,
                                const MkDays *days,
                                MkListedFunc  func,
                                gpointer      user_data,
                                GError      **error);

gboolean mk_record_pick (MkDatabase   *database,
                         const gint64 *keys,
                         gsize         n_keys,
                         MkListedFunc  func,
                         gpointer      user_data,
                         GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkVersion, mk_version_free)

G_END_DECLS
