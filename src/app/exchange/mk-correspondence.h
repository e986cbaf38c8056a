/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-post-item.h"
#include "exchange/mk-post-reading.h"
#include "exchange/mk-ready-reading.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_CORRESPONDENCE (mk_correspondence_get_type ())

G_DECLARE_FINAL_TYPE (MkCorrespondence, mk_correspondence, MK, CORRESPONDENCE, GObject)

MkCorrespondence *mk_correspondence_new             (void);
void              mk_correspondence_update          (MkCorrespondence *self,
                                                     MkPostReading    *reading);
void              mk_correspondence_update_ready    (MkCorrespondence *self,
                                                     MkReadyReading   *reading);
guint             mk_correspondence_get_n_ready     (MkCorrespondence *self);
gboolean          mk_correspondence_has_partners    (MkCorrespondence *self);
gboolean          mk_correspondence_has_receipts    (MkCorrespondence *self);
gboolean          mk_correspondence_has_unwritten   (MkCorrespondence *self);
char             *mk_correspondence_dup_ready_words (MkCorrespondence *self);
char             *mk_correspondence_dup_summary     (MkCorrespondence *self);
GListModel       *mk_correspondence_get_problems    (MkCorrespondence *self);
GListModel       *mk_correspondence_get_held        (MkCorrespondence *self);
GListModel       *mk_correspondence_get_sent        (MkCorrespondence *self);
GListModel       *mk_correspondence_get_received    (MkCorrespondence *self);

G_END_DECLS
