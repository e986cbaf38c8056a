/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-words.h"

#include "mk-choice-words.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/* A call in words. */

/**
 * mk_call_words_sentence:
 * @call: a call
 *
 * Returns: (transfer full): who called whom, and how it went
 */
char *
mk_call_words_sentence (const MkCallData *call)
{
  /* Translators: who called, who was called, and how it went, such as "Nobody answered". */
  return mk_isolate_printf (_ ("%1$s called %2$s. %3$s."), call->author, call->contact_name,
                            mk_choice_words ("udfald", call->outcome));
}
