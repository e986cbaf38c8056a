/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotline/mk-hotline-line.h"
#include "records/mk-call.h"

G_BEGIN_DECLS

/**
 * MkCallDraft:
 * @id: (nullable): UUID of the call that is corrected; %NULL for a new one
 * @line_key: (nullable): of whoever was called, for whom comes next; %NULL for a call of before
 * @data: what stands in the form; without an outcome as long as none is chosen
 *
 * What somebody is about to note of a call.
 */
typedef struct
{
  char       *id;
  char       *line_key;
  MkCallData *data;
} MkCallDraft;

MkCallDraft *mk_call_draft_new       (const MkHotlineLine *line,
                                      const char          *placement_id,
                                      const char          *author,
                                      const char          *moment);
MkCallDraft *mk_call_draft_of        (const char       *id,
                                      const MkCallData *data);
MkCallDraft *mk_call_draft_copy      (const MkCallDraft *self);
void         mk_call_draft_free      (MkCallDraft *self);
gboolean     mk_call_draft_can_save  (const MkCallDraft *self);
char        *mk_call_draft_to_text   (const MkCallDraft *self);
MkCallDraft *mk_call_draft_from_text (const char *text);
char        *mk_call_draft_dup_key   (const MkCallDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkCallDraft, mk_call_draft_free)

G_END_DECLS
