/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

void           mk_workplace_save_async    (MkWorkplace          *self,
                                           const MkCheckInDraft *draft,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void           mk_workplace_delete_async  (MkWorkplace        *self,
                                           const char         *id,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
void           mk_workplace_undo_async    (MkWorkplace        *self,
                                           const char         *id,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
MkSaved       *mk_workplace_change_finish (MkWorkplace  *self,
                                           GAsyncResult *result,
                                           GError      **error);
void           mk_workplace_find_async    (MkWorkplace        *self,
                                           const char         *id,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
MkCheckInItem *mk_workplace_find_finish   (MkWorkplace  *self,
                                           GAsyncResult *result,
                                           GError      **error);

G_END_DECLS
