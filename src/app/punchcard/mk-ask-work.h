/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"
#include "punchcard/mk-ask-draft.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

MkSaved *mk_ask_save     (MkDatabase       *database,
                          const MkAskDraft *draft,
                          const char       *key,
                          GError          **error);
MkSaved *mk_ask_withdraw (MkDatabase *database,
                          const char *id,
                          GError    **error);

void mk_ask_save_async     (MkWorkplace        *workplace,
                            const MkAskDraft   *draft,
                            const char         *key,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
void mk_ask_withdraw_async (MkWorkplace        *workplace,
                            const char         *id,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
void mk_ask_undo_async     (MkWorkplace        *workplace,
                            const char         *id,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);

G_END_DECLS
