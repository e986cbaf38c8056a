/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FIRST_RUN (mk_first_run_get_type ())

G_DECLARE_FINAL_TYPE (MkFirstRun, mk_first_run, MK, FIRST_RUN, AdwBin)

void     mk_first_run_begin         (MkFirstRun *self,
                                     const char *directory);
gboolean mk_first_run_is_unfinished (MkWorkplace *workplace);
void     mk_first_run_resume        (MkFirstRun        *self,
                                     MkWorkplace       *workplace,
                                     const char *const *files);
void     mk_first_run_offer         (MkFirstRun        *self,
                                     const char *const *files);

G_END_DECLS
