/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-in/mk-check-in-draft.h"
#include "mk-store.h"

G_BEGIN_DECLS

#define MK_TYPE_DRAFT_KEEPER (mk_draft_keeper_get_type ())

G_DECLARE_FINAL_TYPE (MkDraftKeeper, mk_draft_keeper, MK, DRAFT_KEEPER, GObject)

const char *mk_draft_key (const MkCheckInDraft *draft);

MkDraftKeeper        *mk_draft_keeper_new       (MkStore *store);
void                  mk_draft_keeper_fill      (MkDraftKeeper *self,
                                                 GHashTable    *rows);
void                  mk_draft_keeper_keep      (MkDraftKeeper        *self,
                                                 const MkCheckInDraft *draft);
gboolean              mk_draft_keeper_has       (MkDraftKeeper *self,
                                                 const char    *key);
const MkCheckInDraft *mk_draft_keeper_get       (MkDraftKeeper *self,
                                                 const char    *key);
const char           *mk_draft_keeper_get_saved (MkDraftKeeper *self,
                                                 const char    *key);
void                  mk_draft_keeper_keep_text (MkDraftKeeper *self,
                                                 const char    *key,
                                                 const char    *text);
const char           *mk_draft_keeper_get_text  (MkDraftKeeper *self,
                                                 const char    *key);
void                  mk_draft_keeper_drop      (MkDraftKeeper *self,
                                                 const char    *key);
void                  mk_draft_keeper_flush     (MkDraftKeeper *self);

GHashTable *mk_drafts_read (MkDatabase *database,
                            GError    **error);

/**
 * MkKeptDraft:
 * @draft: (nullable): what was written in the form of a check-in
 * @text: (nullable): what was written in another form, as that form puts it
 * @saved: (nullable): date-time when it became durable; %NULL as long as it never was
 */
typedef struct
{
  MkCheckInDraft *draft;
  char           *text;
  char           *saved;
} MkKeptDraft;

G_END_DECLS
