/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"

G_BEGIN_DECLS

#define MK_TYPE_DRAFT_KEEPER (mk_draft_keeper_get_type ())

G_DECLARE_FINAL_TYPE (MkDraftKeeper, mk_draft_keeper, MK, DRAFT_KEEPER, GObject)

MkDraftKeeper *mk_draft_keeper_new       (MkStore *store);
void           mk_draft_keeper_fill      (MkDraftKeeper *self,
                                          GHashTable    *rows);
void           mk_draft_keeper_keep      (MkDraftKeeper *self,
                                          const char    *key,
                                          const char    *text);
const char    *mk_draft_keeper_get       (MkDraftKeeper *self,
                                          const char    *key);
const char    *mk_draft_keeper_get_saved (MkDraftKeeper *self,
                                          const char    *key);
void           mk_draft_keeper_drop      (MkDraftKeeper *self,
                                          const char    *key);
void           mk_draft_keeper_flush     (MkDraftKeeper *self);

GHashTable *mk_drafts_read (MkDatabase *database,
                            GError    **error);

/**
 * MkKeptDraft:
 * @text: what was written in a form, as that form puts it
 * @saved: (nullable): date-time when it became durable; %NULL as long as it never was
 */
typedef struct
{
  char *text;
  char *saved;
} MkKeptDraft;

G_END_DECLS
