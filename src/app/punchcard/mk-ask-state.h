/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-ask-draft.h"

G_BEGIN_DECLS

/**
 * MkAskAround:
 * @help: the cards there are
 * @name: (nullable): of the placement that is chosen
 * @authority: (nullable): what the authority that grants the card is called
 * @readers: who of the workplace reads it
 * @now: the present moment
 *
 * What a form's state follows from, beside what stands in it.
 */
typedef struct
{
  const MkHelp *help;
  const char   *name;
  const char   *authority;
  const char *const *readers;
  GDateTime *now;
} MkAskAround;

/**
 * MkAskState:
 * @shows_hotline: whether calling comes first
 * @notice: (nullable): what is wrong with the card
 * @card: (nullable): how the chosen card stands
 * @readers: who reads it
 * @warning: (nullable): what is wrong with the text
 * @sends: what will be sent
 * @can_send: whether it can be sent
 *
 * What the form shows. A pure function of its draft and of what is around.
 */
typedef struct
{
  gboolean shows_hotline;
  char    *notice;
  char    *card;
  char    *readers;
  char    *warning;
  char    *sends;
  gboolean can_send;
} MkAskState;

MkAskState *mk_ask_state_new  (const MkAskDraft  *draft,
                               const MkAskAround *around);
void        mk_ask_state_free (MkAskState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkAskState, mk_ask_state_free)

G_END_DECLS
