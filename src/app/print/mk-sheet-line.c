/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-sheet-line.h"

/**
 * mk_sheet_line_free:
 * @data: (nullable): an MkSheetLine
 */
void
mk_sheet_line_free (gpointer data)
{
  MkSheetLine *self = data;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->function);
  g_free (self->number);
  g_free (self->hours);
  g_free (self->dial_uri);
  g_free (self);
}

/**
 * mk_numbers_sheet_free:
 * @data: (nullable): an MkNumbersSheet
 */
void
mk_numbers_sheet_free (gpointer data)
{
  MkNumbersSheet *self = data;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self->company);
  g_free (self->date);
  g_free (self);
}
