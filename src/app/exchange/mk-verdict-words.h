/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-verdict.h"

G_BEGIN_DECLS

const char *mk_verdict_words     (const MkVerdict *verdict);
char       *mk_verdict_title     (const MkVerdict *verdict);
char       *mk_verdict_detail    (const MkVerdict *verdict);
const char *mk_verdict_icon_name (const MkVerdict *verdict);
const char *mk_verdict_question  (const MkVerdict *verdict);
char       *mk_verdict_meaning   (const MkVerdict *verdict);

G_END_DECLS
