/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "punchcard/mk-ask-draft.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_ASK_CHOICES (mk_ask_choices_get_type ())

G_DECLARE_FINAL_TYPE (MkAskChoices, mk_ask_choices, MK, ASK_CHOICES, GtkBox)

void mk_ask_choices_set_up         (MkAskChoices *self,
                                    MkWorkplace  *workplace,
                                    MkHelp       *help);
void mk_ask_choices_show           (MkAskChoices     *self,
                                    const MkAskDraft *draft);
void mk_ask_choices_apply          (MkAskChoices *self,
                                    MkAskDraft   *draft);
void mk_ask_choices_set_card_words (MkAskChoices *self,
                                    const char   *words);

G_END_DECLS
