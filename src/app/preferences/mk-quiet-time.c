/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-quiet-time.h"

#include "mk-format.h"

#include <string.h>

/**
 * mk_quiet_time_read:
 * @typed: a time of day as people write it: "7", "7.30", "07:30", "730", "kl. 7.30"
 *
 * Returns: (transfer full) (nullable): it as HH:MM; the empty text when nothing was typed; %NULL when
 *   there is no such time
 */
char *
mk_quiet_time_read (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *time = NULL;
  const char *from = g_str_has_prefix (typed, "kl.") ? typed + 3 : typed;
  const char *colon = strpbrk (from, ".:");

  for (const char *at = from; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
    else if (*at != ' ' && at != colon)
      return NULL;
  if (digits->len == 0)
    return colon == NULL ? g_strdup ("") : NULL;
  if (digits->len <= 2 && colon == NULL)
    g_string_append (digits, "00");
  if (digits->len == 3)
    g_string_prepend_c (digits, '0');
  if (digits->len != 4 || (colon != NULL && strspn (colon + 1, "0123456789") != 2))
    return NULL;
  time = g_strdup_printf ("%.2s:%s", digits->str, digits->str + 2);
  return mk_format_judge_time (time) == MK_FORMAT_GOOD ? g_steal_pointer (&time) : NULL;
}
