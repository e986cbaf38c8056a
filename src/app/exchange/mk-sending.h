/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

#define MK_TYPE_SENDING (mk_sending_get_type ())

G_DECLARE_FINAL_TYPE (MkSending, mk_sending, MK, SENDING, GObject)

MkSending    *mk_sending_new              (MkWorkplace *workplace,
                                           const char  *folder,
                                           const char  *recipient,
                                           gint64       from);
void          mk_sending_start            (MkSending *self);
void          mk_sending_cancel           (MkSending *self);
MkWorkplace  *mk_sending_get_workplace    (MkSending *self);
const char   *mk_sending_get_folder       (MkSending *self);
const char   *mk_sending_get_recipient    (MkSending *self);
gint64        mk_sending_get_from         (MkSending *self);
guint         mk_sending_get_n_files      (MkSending *self);
guint         mk_sending_get_n_written    (MkSending *self);
guint         mk_sending_count_for        (MkSending   *self,
                                           guint        partner,
                                           const char **name);
const GError *mk_sending_get_error        (MkSending *self);
gboolean      mk_sending_get_is_cancelled (MkSending *self);
gboolean      mk_sending_get_is_done      (MkSending *self);

G_END_DECLS
