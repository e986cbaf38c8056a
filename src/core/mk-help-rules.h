/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-ledger.h"
#include "records/mk-answer.h"
#include "records/mk-punch-card.h"
#include "records/mk-support-request.h"

G_BEGIN_DECLS

/**
 * MkHelpStage:
 * @MK_HELP_READY: it goes with the next package
 * @MK_HELP_HELD: it can't be sent: somebody has to do something
 * @MK_HELP_NOT_TAKEN: the other end could not take it: somebody has to do something
 * @MK_HELP_SENT: it was packed and sent
 * @MK_HELP_RECEIVED: the other end has it
 * @MK_HELP_PLANNED: somebody comes
 * @MK_HELP_GIVEN: the help has been given
 * @MK_HELP_REFUSED: the answer is no
 * @MK_HELP_WITHDRAWN: it was taken back here
 *
 * How far a request for help has come.
 */
typedef enum
{
  MK_HELP_READY,
  MK_HELP_HELD,
  MK_HELP_NOT_TAKEN,
  MK_HELP_SENT,
  MK_HELP_RECEIVED,
  MK_HELP_PLANNED,
  MK_HELP_GIVEN,
  MK_HELP_REFUSED,
  MK_HELP_WITHDRAWN
} MkHelpStage;

const char *mk_help_furthest     (const GPtrArray *answers);
gboolean    mk_help_is_withdrawn (const char *request,
                                  const char *answer);
gboolean    mk_help_reserves     (const char *request,
                                  const char *answer);
MkHelpStage mk_help_stage        (const char *request,
                                  const char *answer,
                                  const char *state);
gboolean    mk_help_is_open      (MkHelpStage stage);

const MkPunchCardService *mk_help_service  (const MkPunchCardData *card,
                                            const char            *code);
gint64                    mk_help_price    (const MkPunchCardData *card,
                                            const char            *code);
gboolean                  mk_help_is_valid (const MkPunchCardData *card,
                                            const char            *day);
int                       mk_help_propose  (const GPtrArray *cards,
                                            const GPtrArray *balances,
                                            const char      *placement,
                                            const char      *day);

G_END_DECLS
