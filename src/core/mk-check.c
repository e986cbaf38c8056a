/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-check.h"

/**
 * mk_check_order:
 * @begin: (nullable): a date, YYYY-MM-DD
 * @end: (nullable): a date
 * @pointer: JSON pointer to the object they stand in
 * @name: the contract's name of @end
 * @faults: where a fault of value goes when @end lies before @begin
 */
void
mk_check_order (const char *begin,
                const char *end,
                const char *pointer,
                const char *name,
                MkFaults   *faults)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", pointer, name);

  if (begin != NULL && end != NULL && g_strcmp0 (end, begin) < 0)
    mk_faults_add (faults, MK_CODE_VALUE, place, "»%s« ligger før begyndelsen.", name);
}
