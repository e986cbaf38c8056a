/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-help.h"

G_BEGIN_DECLS

/**
 * MkAskDraft:
 * @id: (nullable): UUID of the request that is corrected; %NULL for a new one
 * @data: what stands in the form; what is not chosen yet is %NULL
 *
 * What somebody is about to ask for.
 */
typedef struct
{
  char                 *id;
  MkSupportRequestData *data;
} MkAskDraft;

MkAskDraft *mk_ask_draft_new         (const char *placement_id,
                                      const char *description);
MkAskDraft *mk_ask_draft_of          (const MkHelpRecord *request,
                                      gboolean            is_correction);
MkAskDraft *mk_ask_draft_copy        (const MkAskDraft *self);
void        mk_ask_draft_free        (MkAskDraft *self);
void        mk_ask_draft_fit         (MkAskDraft   *self,
                                      const MkHelp *help,
                                      const char   *today);
char       *mk_ask_draft_to_text     (const MkAskDraft *self);
MkAskDraft *mk_ask_draft_from_text   (const char *text);
char       *mk_ask_draft_key         (const char *id,
                                      const char *placement_id);
const char *mk_ask_draft_key_subject (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkAskDraft, mk_ask_draft_free)

G_END_DECLS
