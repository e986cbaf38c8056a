/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkPunchCardService:
 * @code: stands in a request
 * @price: in punches, from 1
 *
 * Something that may be asked for.
 */
typedef struct
{
  char  *code;
  char  *name;
  gint64 price;
} MkPunchCardService;

/**
 * MkPunchCardData:
 * @placement_id: (nullable): the placement that it is for, or %NULL for all
 * @services: GPtrArray of MkPunchCardService
 *
 * `klippekort`: a grant of a number of support visits, written by the authority.
 */
typedef struct
{
  char      *placement_id;
  gint64     punches;
  char      *valid_from;
  char      *valid_to;
  GPtrArray *services;
} MkPunchCardData;

extern const MkRecordType mk_punch_card_type;

G_END_DECLS
