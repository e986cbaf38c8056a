/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

void     mk_day_seen_async    (MkWorkplace        *workplace,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void     mk_day_not_now_async (MkWorkplace        *workplace,
                               const char         *kind,
                               const char         *subject,
                               const char         *until,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
gboolean mk_day_finish        (MkWorkplace  *workplace,
                               GAsyncResult *result,
                               GError      **error);

G_END_DECLS
