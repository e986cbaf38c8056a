/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-statement-sheet.h"

#include "mk-date-text.h"
#include "print/mk-week-sheet.h"
#include "punchcard/mk-help-words.h"
#include "punchcard/mk-movement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card's ledger as paragraphs, to be printed: the period, what was there at its beginning, each
 * movement with date and source, and what it comes to. */

static void
paragraph_free (gpointer data)
{
  MkSheetParagraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph);
}

static void
take (GPtrArray   *paragraphs,
      MkSheetStyle style,
      char        *text)
{
  MkSheetParagraph *paragraph = g_new (MkSheetParagraph, 1);

  *paragraph = (MkSheetParagraph) { style, text };
  g_ptr_array_add (paragraphs, paragraph);
}

static char *
long_day (const char *day)
{
  g_autoptr (GDateTime) date = mk_date_text_read (day);

  return date != NULL ? mk_date_text_long (date) : g_strdup (day);
}

static void
add_head (GPtrArray  *paragraphs,
          MkHelpItem *card,
          const char *company,
          const char *from,
          const char *to,
          GDateTime  *now)
{
  const MkPunchCardData *data = mk_help_item_get_record (card)->record.data;
  g_autofree char *last = to != NULL ? long_day (to) : mk_date_text_long (now);
  g_autofree char *first = long_day (from != NULL ? from : data->valid_from);

  take (paragraphs, MK_SHEET_TITLE, mk_card_title_words (data, mk_help_item_get_name (card)));
  if (company != NULL)
    take (paragraphs, MK_SHEET_DETAIL, g_strdup (company));
  take (paragraphs, MK_SHEET_DETAIL, mk_card_validity_words (data, now));
  /* Translators: the first and the last day of a period. */
  take (paragraphs, MK_SHEET_HEADING, g_strdup_printf (_ ("From %1$s to %2$s"), first, last));
}

static void
add_movement (GPtrArray        *paragraphs,
              const MkMovement *movement)
{
  g_autofree char *day = long_day (movement->day);
  g_autofree char *figures = mk_movement_figures (movement);

  take (paragraphs, MK_SHEET_FACT, g_strdup_printf ("%s  %s", day, movement->text));
  take (paragraphs, MK_SHEET_TEXT,
        movement->source != NULL ? g_strdup_printf ("%s · %s", figures, movement->source)
                                 : g_strdup (figures));
}

/* Returns: what was left when the period ended. */
static gint64
add_movements (GPtrArray       *paragraphs,
               const GPtrArray *movements,
               const char      *from,
               const char      *to)
{
  gint64 left = 0;
  gboolean is_first = TRUE;

  for (guint i = 0; i < movements->len; i++)
    {
      const MkMovement *movement = g_ptr_array_index (movements, i);

      if (to != NULL && strcmp (movement->day, to) > 0)
        break;
      if (from == NULL || strcmp (movement->day, from) >= 0)
        {
          if (is_first && from != NULL)
            take (paragraphs, MK_SHEET_FACT,
                  g_strdup_printf (_ ("At the beginning of the period: %d left"), (int) left));
          is_first = FALSE;
          add_movement (paragraphs, movement);
        }
      left = movement->left;
    }
  if (is_first)
    take (paragraphs, MK_SHEET_FACT, g_strdup (_ ("Nothing happened in the period.")));
  return left;
}

/**
 * mk_statement_sheet_new:
 * @card: a punch card
 * @company: (nullable): where
 * @from: (nullable): the first day of the period, YYYY-MM-DD; %NULL for all there is
 * @to: (nullable): its last day, YYYY-MM-DD; %NULL for today
 * @now: the present moment
 *
 * Returns: (transfer full) (element-type MkSheetParagraph): the card's statement
 */
GPtrArray *
mk_statement_sheet_new (MkHelpItem *card,
                        const char *company,
                        const char *from,
                        const char *to,
                        GDateTime  *now)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  const MkHelp *help = mk_help_item_get_help (card);
  const MkHelpRecord *record = mk_help_item_get_record (card);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GPtrArray) movements = mk_movements_new (help, record, today);

  gint64 left;

  add_head (paragraphs, card, company, from, to, now);
  left = add_movements (paragraphs, movements, from, to);
  if (to != NULL && strcmp (to, today) < 0)
    take (paragraphs, MK_SHEET_TOTAL,
          g_strdup_printf (_ ("At the end of the period: %d left"), (int) left));
  else
    take (paragraphs, MK_SHEET_TOTAL,
          mk_card_balance_words (mk_help_find_balance (help, record->record.id)));
  take (paragraphs, MK_SHEET_FOOT, g_strdup (_ ("What the authority says counts")));
  return paragraphs;
}
