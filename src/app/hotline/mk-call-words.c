/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-words.h"

#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/* A call in words. */

/**
 * mk_call_words_outcome:
 * @outcome: one of the MK_CALL_… strings
 *
 * Returns: how it went, as a sentence without its end
 */
const char *
mk_call_words_outcome (const char *outcome)
{
  if (g_str_equal (outcome, MK_CALL_TALKED))
    return _ ("We talked");
  if (g_str_equal (outcome, MK_CALL_CALLS_BACK))
    return _ ("They call back");
  if (g_str_equal (outcome, MK_CALL_MESSAGE))
    return _ ("Left a message");
  return _ ("Nobody answered");
}

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
                            mk_call_words_outcome (call->outcome));
}
