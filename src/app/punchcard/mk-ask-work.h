/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"
#include "punchcard/mk-ask-draft.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

MkSaved *mk_ask_withdraw (MkDatabase *database,
                          const char *id,
                          GError    **error);

void mk_ask_withdraw_async (MkWorkplace        *workplace,
                            const char         *id,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);

G_END_DECLS
