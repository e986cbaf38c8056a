/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-own-records.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

void     mk_workplace_change_async       (MkWorkplace        *self,
                                          MkStoreFunc         func,
                                          gpointer            data,
                                          GDestroyNotify      destroy,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void     mk_workplace_keep_async         (MkWorkplace        *self,
                                          const MkRecordType *type,
                                          const char         *id,
                                          gconstpointer       content,
                                          const char         *draft,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void     mk_workplace_arrange_async      (MkWorkplace          *self,
                                          MkAttendancePlanData *plan,
                                          MkSchemeData         *scheme,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void     mk_workplace_delete_async       (MkWorkplace        *self,
                                          const MkRecordType *type,
                                          const char         *id,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void     mk_workplace_undo_async         (MkWorkplace        *self,
                                          const MkRecordType *type,
                                          const char         *id,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
MkSaved *mk_workplace_change_finish      (MkWorkplace  *self,
                                          GAsyncResult *result,
                                          GError      **error);
void     mk_workplace_save_many_async    (MkWorkplace        *self,
                                          GPtrArray          *drafts,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void     mk_workplace_undo_many_async    (MkWorkplace        *self,
                                          const char *const  *ids,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GStrv    mk_workplace_change_many_finish (MkWorkplace  *self,
                                          GAsyncResult *result,
                                          GError      **error);
void     mk_workplace_read_async         (MkWorkplace        *self,
                                          MkStoreFunc         func,
                                          gpointer            data,
                                          GDestroyNotify      destroy,
                                          GDestroyNotify      destroy_read,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gpointer mk_workplace_read_finish        (MkWorkplace  *self,
                                          GAsyncResult *result,
                                          GError      **error);
void     mk_workplace_list_days_async    (MkWorkplace        *self,
                                          const MkDays       *days,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
void     mk_workplace_find_async         (MkWorkplace        *self,
                                          const char         *id,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);

G_END_DECLS
