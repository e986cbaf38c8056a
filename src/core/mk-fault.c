/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fault.h"

#define MOST_KEPT 20

struct _MkFaults
{
  GPtrArray *kept;
  guint      count;
};

static void
mk_fault_free (gpointer data)
{
  MkFault *fault = data;

  g_free (fault->pointer);
  g_free (fault->reason);
  g_free (fault);
}

/**
 * mk_faults_new:
 *
 * Returns: (transfer full): an empty collection
 */
MkFaults *
mk_faults_new (void)
{
  MkFaults *self = g_new0 (MkFaults, 1);

  self->kept = g_ptr_array_new_with_free_func (mk_fault_free);
  return self;
}

/**
 * mk_faults_free:
 * @self: (nullable): a collection
 */
void
mk_faults_free (MkFaults *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * mk_faults_add:
 * @self: a collection
 * @code: one of the MK_CODE_… strings; must be static
 * @pointer: JSON pointer to the place
 * @format: Danish sentence, printf style, without any value of the input
 *
 * Counts the fault and keeps it while there is room. A fault of form is kept even when there is
 * none, in the place of the last, because the contract lets faults of form decide.
 */
void
mk_faults_add (MkFaults   *self,
               const char *code,
               const char *pointer,
               const char *format,
               ...)
{
  MkFault *fault;
  va_list arguments;

  g_return_if_fail (self != NULL && code != NULL && pointer != NULL);

  self->count++;
  if (self->kept->len >= MOST_KEPT)
    {
      if (g_str_equal (mk_faults_first (self)->code, MK_CODE_FIELD) ||
          !g_str_equal (code, MK_CODE_FIELD))
        return;
      g_ptr_array_set_size (self->kept, MOST_KEPT - 1);
    }

  fault = g_new0 (MkFault, 1);
  fault->code = code;
  fault->pointer = g_strdup (pointer);
  va_start (arguments, format);
  fault->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->kept, fault);
}

/**
 * mk_faults_count:
 * @self: a collection
 *
 * Returns: how many faults were added, also those not kept
 */
guint
mk_faults_count (const MkFaults *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->count;
}

/**
 * mk_faults_get:
 * @self: a collection
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): a kept fault, or %NULL past the last kept one
 */
const MkFault *
mk_faults_get (const MkFaults *self,
               guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->kept->len ? g_ptr_array_index (self->kept, index) : NULL;
}

/**
 * mk_faults_first:
 * @self: a collection
 *
 * The fault that decides: the first of form (`felt`), else the first of all.
 *
 * Returns: (transfer none) (nullable): that fault, or %NULL when there is none
 */
const MkFault *
mk_faults_first (const MkFaults *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const MkFault *fault = g_ptr_array_index (self->kept, i);

      if (g_str_equal (fault->code, MK_CODE_FIELD))
        return fault;
    }
  return mk_faults_get (self, 0);
}
