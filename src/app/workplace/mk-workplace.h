/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-draft-keeper.h"
#include "exchange/mk-correspondence.h"
#include "mk-help.h"
#include "hotline/mk-hotline.h"
#include "mk-store.h"
#include "workplace/mk-placement-item.h"
#include "workplace/mk-work.h"

G_BEGIN_DECLS

#define MK_TYPE_WORKPLACE (mk_workplace_get_type ())

G_DECLARE_FINAL_TYPE (MkWorkplace, mk_workplace, MK, WORKPLACE, GObject)

MkWorkplace          *mk_workplace_new             (MkStore *store,
                                                    gboolean is_invented);
void                  mk_workplace_close           (MkWorkplace *self);
MkStore              *mk_workplace_get_store       (MkWorkplace *self);
gboolean              mk_workplace_get_is_invented (MkWorkplace *self);
const MkInstallation *mk_workplace_get_self        (MkWorkplace *self);
GListModel           *mk_workplace_get_placements  (MkWorkplace *self);
MkCorrespondence     *mk_workplace_get_post        (MkWorkplace *self);
MkHotline            *mk_workplace_get_hotline     (MkWorkplace *self);
GListStore           *mk_workplace_get_works       (MkWorkplace *self);
void                  mk_workplace_set_only        (MkWorkplace     *self,
                                                    MkPlacementItem *only);
gboolean              mk_workplace_get_is_only     (MkWorkplace *self);
const MkDayReading   *mk_workplace_get_day         (MkWorkplace *self);
MkHelp               *mk_workplace_get_help        (MkWorkplace *self);
const char           *mk_workplace_get_trouble     (MkWorkplace *self);
MkPlacementItem      *mk_workplace_find_placement  (MkWorkplace *self,
                                                    const char  *id);
const char           *mk_workplace_get_author      (MkWorkplace *self);
void                  mk_workplace_set_author      (MkWorkplace *self,
                                                    const char  *author);
GStrv                 mk_workplace_dup_authors     (MkWorkplace *self);
GStrv                 mk_workplace_dup_readers     (MkWorkplace *self,
                                                    const char  *author);

void     mk_workplace_refresh_async  (MkWorkplace        *self,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean mk_workplace_refresh_finish (MkWorkplace  *self,
                                      GAsyncResult *result,
                                      GError      **error);
void     mk_workplace_refresh        (MkWorkplace *self);

gboolean       mk_workplace_ask_once     (MkWorkplace *self,
                                          const char  *id);
MkDraftKeeper *mk_workplace_get_drafts   (MkWorkplace *self);
void           mk_workplace_flush_drafts (MkWorkplace *self);

G_END_DECLS
