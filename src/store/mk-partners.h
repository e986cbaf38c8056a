/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-role.h"

G_BEGIN_DECLS

/**
 * MkPartner:
 * @key: row in the store, above 0
 * @id: its UUID, or one of this installation's making while it is not known
 * @known: whether it told its own UUID; a buddy that a leader starts has not yet
 *
 * Another installation that this one corresponds with.
 */
typedef struct
{
  gint64   key;
  char    *id;
  MkRole   role;
  char    *name;
  char    *cvr_number;
  char    *p_number;
  gboolean known;
} MkPartner;

/**
 * MkEpoch:
 * @key: row in the store, or 0 for none
 * @present: whether it goes on; %FALSE for one that was replaced
 */
typedef struct
{
  gint64   key;
  char    *id;
  gboolean present;
} MkEpoch;

/* The two directions of a correspondence. */
#define MK_DIRECTION_IN "in"
#define MK_DIRECTION_OUT "out"

MkPartner *mk_partner_find            (MkDatabase *database,
                                       const char *id,
                                       GError    **error);
GPtrArray *mk_partner_list            (MkDatabase *database,
                                       GError    **error);
gint64     mk_partner_add             (MkDatabase      *database,
                                       const MkPartner *partner,
                                       GError         **error);
gboolean   mk_partner_renew           (MkDatabase      *database,
                                       gint64           key,
                                       const MkPartner *partner,
                                       GError         **error);
gboolean   mk_partner_identify        (MkDatabase      *database,
                                       const MkPartner *partner,
                                       const char      *id,
                                       GError         **error);
gboolean   mk_partner_join            (MkDatabase      *database,
                                       const MkPartner *started,
                                       const MkPartner *known,
                                       GError         **error);
MkPartner *mk_partner_find_by_receipt (MkDatabase *database,
                                       const char *package_id,
                                       const char *sha256,
                                       GError    **error);
void       mk_partner_free            (MkPartner *self);

gboolean   mk_epoch_find     (MkDatabase *database,
                              gint64      partner,
                              const char *direction,
                              const char *id,
                              MkEpoch    *epoch,
                              GError    **error);
gboolean   mk_epoch_present  (MkDatabase *database,
                              gint64      partner,
                              const char *direction,
                              MkEpoch    *epoch,
                              GError    **error);
gint64     mk_epoch_begin    (MkDatabase *database,
                              gint64      partner,
                              const char *direction,
                              const char *id,
                              GError    **error);
gboolean   mk_epoch_bar      (MkDatabase *database,
                              gint64      partner,
                              const char *direction,
                              const char *id,
                              GError    **error);
GPtrArray *mk_epoch_replaced (MkDatabase *database,
                              gint64      partner,
                              const char *direction,
                              GError    **error);
void       mk_epoch_clear    (MkEpoch *epoch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPartner, mk_partner_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkEpoch, mk_epoch_clear)

G_END_DECLS
