/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/mk-call.h"

G_BEGIN_DECLS

char *mk_call_words_sentence (const MkCallData *call);

G_END_DECLS
