/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"
#include "mk-database.h"
#include "mk-own-records.h"
#include "workplace/mk-check-in-item.h"

G_BEGIN_DECLS

MkSaved       *mk_check_in_save      (MkDatabase           *database,
                                      const MkCheckInDraft *draft,
                                      GError              **error);
GStrv          mk_check_in_save_many (MkDatabase *database,
                                      GPtrArray  *drafts,
                                      GError    **error);
GStrv          mk_check_in_undo_many (MkDatabase        *database,
                                      const char *const *ids,
                                      GError           **error);
MkCheckInItem *mk_check_in_find      (MkDatabase *database,
                                      const char *id,
                                      GError    **error);

G_END_DECLS
