/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_START (mk_start_get_type ())

G_DECLARE_FINAL_TYPE (MkStart, mk_start, MK, START, AdwBin)

MkStart *mk_start_new        (const char *directory,
                              gboolean    is_demo);
void     mk_start_set_locked (MkStart *self);
void     mk_start_begin      (MkStart *self);
void     mk_start_restore    (MkStart *self);
void     mk_start_offer      (MkStart           *self,
                              const char *const *files);

G_END_DECLS
