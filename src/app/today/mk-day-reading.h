/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "today/mk-prompt.h"

G_BEGIN_DECLS

typedef struct _MkWorkplaceReading MkWorkplaceReading;

typedef enum
{
  MK_CAME_BACK_RECEIPT,
  MK_CAME_BACK_ANSWER,
  MK_CAME_BACK_NUMBER
} MkCameBackKind;

/**
 * MkCameBack:
 * @kind: whether it answers a request, is a receipt, or a contact with another number
 * @partner: who answered; of a number, whose it is
 * @status: one of the MK_ANSWER_… or MK_RECEIPT_… strings
 * @moment: (nullable): when the request was made, or the package sealed; date-time
 * @planned_for: (nullable): date-time
 * @message: (nullable): what they say with it; of a number, that
 * @service: (nullable): what was asked for
 * @placement: (nullable): UUID
 * @count: punches used, or entries refused
 *
 * Something that came back since the person last looked.
 */
typedef struct
{
  MkCameBackKind kind;
  char          *partner;
  char          *status;
  char          *moment;
  char          *planned_for;
  char          *message;
  char          *service;
  char          *placement;
  guint          count;
} MkCameBack;

/**
 * MkWin:
 * @name: about whom
 * @text: in the words that were written
 * @day: when, YYYY-MM-DD
 */
typedef struct
{
  char *name;
  char *text;
  char *day;
} MkWin;

/**
 * MkDayReading:
 * @news: (element-type MkCameBack): the newest first
 * @facts: (element-type MkPrompt): from which questions may follow
 * @dismissed: (element-type utf8 utf8): what was not wanted, see mk_dismissal_list()
 * @wins: (element-type MkWin): what worked in the last seven days, the newest first
 *
 * What the page of this day shows beside its cards, read in one go.
 */
typedef struct
{
  GPtrArray  *news;
  GPtrArray  *facts;
  GHashTable *dismissed;
  GPtrArray  *wins;
} MkDayReading;

MkDayReading *mk_day_reading_new  (MkDatabase               *database,
                                   const MkWorkplaceReading *workplace,
                                   GError                  **error);
void          mk_day_reading_free (MkDayReading *self);
void          mk_came_back_free   (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkDayReading, mk_day_reading_free)

G_END_DECLS
