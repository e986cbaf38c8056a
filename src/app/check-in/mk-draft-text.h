/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"

G_BEGIN_DECLS

char           *mk_draft_to_text   (const MkCheckInDraft *draft);
MkCheckInDraft *mk_draft_from_text (const char *text);

G_END_DECLS
