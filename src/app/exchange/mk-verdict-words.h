/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-fetching.h"
#include "mk-verdict.h"

G_BEGIN_DECLS

const char *mk_verdict_words       (const MkVerdict *verdict);
char       *mk_verdict_title       (const MkVerdict *verdict);
char       *mk_verdict_detail      (const MkVerdict *verdict);
const char *mk_verdict_icon_name   (const MkVerdict *verdict);
const char *mk_verdict_question    (const MkVerdict *verdict);
char       *mk_verdict_meaning     (const MkVerdict *verdict);
const char *mk_verdict_entry_words (const MkVerdictEntry *entry);
char       *mk_verdict_summary     (const GPtrArray *verdicts);
char       *mk_fetching_words      (MkFetching *fetching);
char       *mk_fetching_end_words  (MkFetching *fetching);

G_END_DECLS
