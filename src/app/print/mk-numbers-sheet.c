/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-numbers-sheet.h"

#include "mk-date-text.h"
#include "mk-telephone.h"

static void
line_free (gpointer data)
{
  MkSheetLine *self = data;

  g_free (self->name);
  g_free (self->function);
  g_free (self->number);
  g_free (self->hours);
  g_free (self->dial_uri);
  g_free (self);
}

/**
 * mk_numbers_sheet_new:
 * @company: (nullable): where it hangs
 * @printed: when it is printed
 *
 * Returns: (transfer full): a sheet with nobody on it
 */
MkNumbersSheet *
mk_numbers_sheet_new (const char *company,
                      GDateTime  *printed)
{
  MkNumbersSheet *self = g_rc_box_new0 (MkNumbersSheet);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->company = g_strdup (company);
  self->date = mk_date_text_long (printed);
  return self;
}

/**
 * mk_numbers_sheet_add:
 * @self: a sheet
 * @name: whom to call
 * @function: (nullable): what they are
 * @telephone: (nullable): as somebody wrote it
 * @hours: (nullable): when the telephone is taken, in words
 *
 * Puts somebody below the others. What can't be dialled is shown as it is written.
 */
void
mk_numbers_sheet_add (MkNumbersSheet *self,
                      const char     *name,
                      const char     *function,
                      const char     *telephone,
                      const char     *hours)
{
  MkSheetLine *line = g_new0 (MkSheetLine, 1);

  line->name = g_strdup (name);
  line->function = g_strdup (function);
  line->hours = g_strdup (hours);
  if (telephone != NULL)
    {
      line->number = mk_telephone_format (telephone);
      line->dial_uri = mk_telephone_uri (telephone);
    }
  g_ptr_array_add (self->lines, line);
}

/**
 * mk_numbers_sheet_ref:
 * @data: a sheet
 *
 * Returns: (transfer full): the same
 */
gpointer
mk_numbers_sheet_ref (gpointer data)
{
  return g_rc_box_acquire (data);
}

static void
sheet_clear (gpointer data)
{
  MkNumbersSheet *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self->company);
  g_free (self->date);
}

/**
 * mk_numbers_sheet_unref:
 * @data: (transfer full): a sheet
 */
void
mk_numbers_sheet_unref (gpointer data)
{
  g_rc_box_release_full (data, sheet_clear);
}
