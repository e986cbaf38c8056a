/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-help.h"

G_BEGIN_DECLS

char       *mk_card_title_words    (const MkPunchCardData *card,
                                    const char            *name);
char       *mk_card_balance_words  (const MkBalance *balance);
char       *mk_card_validity_words (const MkPunchCardData *card,
                                    GDateTime             *now);
char       *mk_card_services_words (const MkPunchCardData *card);
char       *mk_punches_words       (gint64 punches);
char       *mk_service_words       (const MkHelp               *help,
                                    const MkSupportRequestData *request);
const char *mk_help_stage_words    (MkHelpStage stage);
char       *mk_request_words       (const MkHelp       *help,
                                    const MkHelpRecord *request,
                                    GDateTime          *now);
char       *mk_planned_words       (const char *planned_for,
                                    GDateTime  *now);
char       *mk_when_words          (const char *date_time,
                                    GDateTime  *now);
const char *mk_urgency_words       (const char *urgency);

G_END_DECLS
