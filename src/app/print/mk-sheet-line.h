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
 * Whom to call, on paper. No candidate stands on it.
 */
typedef struct
{
  GPtrArray *lines;
  char      *company;
  char      *date;
} MkNumbersSheet;

void mk_sheet_line_free    (gpointer data);
void mk_numbers_sheet_free (gpointer data);

G_END_DECLS
