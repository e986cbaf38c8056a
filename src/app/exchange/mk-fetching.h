/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-verdict.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

#define MK_TYPE_FETCHING (mk_fetching_get_type ())

G_DECLARE_FINAL_TYPE (MkFetching, mk_fetching, MK, FETCHING, GObject)

MkFetching      *mk_fetching_new          (MkWorkplace *workplace);
void             mk_fetching_add_files    (MkFetching        *self,
                                           const char *const *files);
void             mk_fetching_add_kept     (MkFetching *self,
                                           const char *sha256);
void             mk_fetching_start        (MkFetching *self);
void             mk_fetching_cancel       (MkFetching *self);
const MkVerdict *mk_fetching_get_question (MkFetching *self);
void             mk_fetching_answer       (MkFetching *self,
                                           gboolean    accepts);
void             mk_fetching_refuse       (MkFetching *self);

GPtrArray    *mk_fetching_get_verdicts     (MkFetching *self);
const GError *mk_fetching_get_error        (MkFetching *self);
guint         mk_fetching_get_n_packages   (MkFetching *self);
guint         mk_fetching_get_n_begun      (MkFetching *self);
gboolean      mk_fetching_get_is_releasing (MkFetching *self);
gboolean      mk_fetching_get_is_cancelled (MkFetching *self);
MkHotline    *mk_fetching_get_new_hotline  (MkFetching *self);
gboolean      mk_fetching_get_is_done      (MkFetching *self);

G_END_DECLS
