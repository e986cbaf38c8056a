/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "mk-installation.h"
#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkPartnerStatus:
 * @epoch_out: (nullable): UUID of this installation's epoch towards the partner
 * @next_out: number of the next package to it
 * @epoch_in: (nullable): UUID of the partner's epoch; %NULL before its number 1 was taken
 * @next_in: number of the package whose turn it is
 * @missing: GArray of gint64, numbers that have not come though later ones have
 */
typedef struct
{
  MkPartner *partner;
  char      *epoch_out;
  gint64     next_out;
  char      *epoch_in;
  gint64     next_in;
  GArray    *missing;
} MkPartnerStatus;

/* The states of own records, in the order in which they are told. */
#define MK_N_STATES 5
extern const char *const mk_state_names[MK_N_STATES];

/**
 * MkStatus:
 * @partners: (element-type MkPartnerStatus)
 * @counts: own records in each state of mk_state_names
 */
typedef struct
{
  MkInstallation *self;
  GPtrArray      *partners;
  gint64          counts[MK_N_STATES];
} MkStatus;

MkStatus *mk_status_find (MkDatabase *database,
                          GError    **error);
void      mk_status_free (MkStatus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkStatus, mk_status_free)

G_END_DECLS
