/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkSheetStyle:
 * @MK_SHEET_TITLE: what the sheet is
 * @MK_SHEET_DETAIL: what stands small beside it
 * @MK_SHEET_HEADING: of a day
 * @MK_SHEET_FACT: what happened
 * @MK_SHEET_TEXT: somebody's own words
 * @MK_SHEET_TOTAL: what it comes to
 * @MK_SHEET_FOOT: what stands at the foot of each page, in the place of what a week says there
 *
 * What a paragraph of a printed sheet is.
 */
typedef enum
{
  MK_SHEET_TITLE,
  MK_SHEET_DETAIL,
  MK_SHEET_HEADING,
  MK_SHEET_FACT,
  MK_SHEET_TEXT,
  MK_SHEET_TOTAL,
  MK_SHEET_FOOT
} MkSheetStyle;

typedef struct
{
  MkSheetStyle style;
  char        *text;
} MkSheetParagraph;

/**
 * MkWeekAsked:
 * @placement: UUID
 * @name: what the candidate is called here
 * @company: (nullable): where
 * @monday: first day of the week
 * @has_texts: whether what worked and the notes are printed
 * @has_private: whether what is never sent is printed too
 *
 * Which week of whom, and how much of it.
 */
typedef struct
{
  char    *placement;
  char    *name;
  char    *company;
  GDate    monday;
  gboolean has_texts;
  gboolean has_private;
} MkWeekAsked;

GPtrArray *mk_week_sheet_read (MkDatabase        *database,
                               const MkWeekAsked *asked,
                               GError           **error);

G_END_DECLS
