/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"
#include "today/mk-prompt.h"

G_BEGIN_DECLS

typedef struct _MkWorkplaceReading MkWorkplaceReading;

/**
 * MkCameBack:
 * @partner: who answered
 * @status: one of the MK_ANSWER_… or MK_RECEIPT_… strings
 * @is_answer: whether it answers a request, or is a receipt
 * @moment: (nullable): when the request was made, or the package sealed; date-time
 * @planned_for: (nullable): date-time
 * @message: (nullable): what they say with it
 * @service: (nullable): what was asked for
 * @placement: (nullable): UUID
 * @count: punches used, or entries refused
 *
 * Something that came back since the person last looked.
 */
typedef struct
{
  char    *partner;
  char    *status;
  gboolean is_answer;
  char    *moment;
  char    *planned_for;
  char    *message;
  char    *service;
  char    *placement;
  guint    count;
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
