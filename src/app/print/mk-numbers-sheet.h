/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkSheetLine:
 * @name: whom to call
 * @function: (nullable): what they are
 * @number: (nullable): as it is read
 * @hours: (nullable): when the telephone is taken, in words
 * @dial_uri: (nullable): what a telephone is to dial; %NULL for what can't be called
 *
 * Somebody to call, on paper.
 */
typedef struct
{
  char *name;
  char *function;
  char *number;
  char *hours;
  char *dial_uri;
} MkSheetLine;

/**
 * MkNumbersSheet:
 * @lines: (element-type MkSheetLine): in the order of calling
 * @company: (nullable): where it hangs
 * @date: when it was printed, in words
 *
 * Whom to call, on paper, counted by references. No candidate stands on it.
 */
typedef struct
{
  GPtrArray *lines;
  char      *company;
  char      *date;
} MkNumbersSheet;

MkNumbersSheet *mk_numbers_sheet_new   (const char *company,
                                        GDateTime  *printed);
void            mk_numbers_sheet_add   (MkNumbersSheet *self,
                                        const char     *name,
                                        const char     *function,
                                        const char     *telephone,
                                        const char     *hours);
gpointer        mk_numbers_sheet_ref   (gpointer data);
void            mk_numbers_sheet_unref (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkNumbersSheet, mk_numbers_sheet_unref)

G_END_DECLS
