/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-help.h"

G_BEGIN_DECLS

/**
 * MkMovement:
 * @day: YYYY-MM-DD
 * @text: what happened, in words
 * @source: (nullable): who said so
 * @change: punches that came or went; 0 for what only tells
 * @left: punches on the card afterwards
 *
 * A line of a card's ledger.
 */
typedef struct
{
  char  *day;
  char  *text;
  char  *source;
  gint64 change;
  gint64 left;
} MkMovement;

GPtrArray *mk_movements_new    (const MkHelp       *help,
                                const MkHelpRecord *card,
                                const char         *today);
char      *mk_movement_figures (const MkMovement *movement);

G_END_DECLS
