/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today/mk-day-reading.h"
#include "today/mk-note.h"

G_BEGIN_DECLS

MkNote *mk_came_back_note (const MkCameBack *back,
                           GDateTime        *now);
MkNote *mk_prompt_note    (const MkPrompt *prompt);
MkNote *mk_win_note       (const MkWin *win,
                           GDateTime   *now);

G_END_DECLS
