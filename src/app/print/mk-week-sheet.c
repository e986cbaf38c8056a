/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-week-sheet.h"

#include "check-in/mk-check-in-words.h"
#include "mk-choice-words.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-isolate.h"
#include "workplace/mk-workplace-reading.h"

#include <glib/gi18n-lib.h>

/* The log of one week as paragraphs. A plain function on the database; the window calls it on the
 * store's thread. */

/* A sheet being written. */
typedef struct
{
  const MkWeekAsked *asked;
  GPtrArray         *paragraphs;
  char              *day; /* of the last check-in, YYYY-MM-DD */
  gint64             paid;
  gint64             unpaid;
} Writing;

static void
paragraph_free (gpointer data)
{
  MkSheetParagraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph);
}

static void
add (Writing     *writing,
     MkSheetStyle style,
     const char  *text)
{
  MkSheetParagraph *paragraph = g_new (MkSheetParagraph, 1);

  *paragraph = (MkSheetParagraph) { style, g_strdup (text) };
  g_ptr_array_add (writing->paragraphs, paragraph);
}

static GDateTime *
moment_of (const GDate *day)
{
  return g_date_time_new_local (g_date_get_year (day), (int) g_date_get_month (day),
                                g_date_get_day (day), 12, 0, 0);
}

static void
add_title (Writing     *writing,
           const GDate *sunday)
{
  const MkWeekAsked *asked = writing->asked;
  g_autoptr (GDateTime) first = moment_of (&asked->monday);
  g_autoptr (GDateTime) last = moment_of (sunday);
  g_autofree char *week = mk_date_text_week (first);
  g_autofree char *from = mk_date_text_long (first);
  g_autofree char *to = mk_date_text_long (last);
  /* Translators: a person's name, and "week 49". */
  g_autofree char *title = mk_isolate_printf (_ ("%1$s, %2$s"), asked->name, week);
  g_autofree char *days = mk_isolate_printf ("%s – %s", from, to);

  add (writing, MK_SHEET_TITLE, title);
  if (asked->company != NULL)
    add (writing, MK_SHEET_DETAIL, asked->company);
  add (writing, MK_SHEET_DETAIL, days);
}

/* "3 hours: 2 hours paid, 1 hour unpaid"; no more than there is to say. */
static char *
hours_words (gint64 paid,
             gint64 unpaid)
{
  g_autofree char *all = mk_duration_to_words (paid + unpaid);
  g_autofree char *paid_words = mk_duration_to_words (paid);
  g_autofree char *unpaid_words = mk_duration_to_words (unpaid);

  if (unpaid == 0)
    return paid == 0 ? g_strdup (_ ("No hours")) : mk_isolate_printf (_ ("%s, paid"), all);
  if (paid == 0)
    return mk_isolate_printf (_ ("%s, unpaid"), all);
  /* Translators: hours in all, paid and unpaid. */
  return mk_isolate_printf (_ ("%1$s: %2$s paid, %3$s unpaid"), all, paid_words, unpaid_words);
}

static void
add_words (Writing    *writing,
           const char *format,
           const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (format, "%s", 2) : NULL;
  g_autofree char *words = NULL;

  if (text == NULL)
    return;
  words = g_strjoinv (text, parts);
  add (writing, MK_SHEET_TEXT, words);
}

static void
add_texts (Writing             *writing,
           const MkCheckInData *data)
{
  if (writing->asked->has_texts)
    {
      add_words (writing, _ ("What worked: %s"), data->small_win);
      add_words (writing, _ ("What was hard: %s"), data->difficult);
      add_words (writing, _ ("Next step: %s"), data->next_step);
      add_words (writing, _ ("Notes: %s"), data->note);
    }
  if (writing->asked->has_private)
    add_words (writing, _ ("Your own note: %s"), data->private_note);
}

static void
add_day (Writing             *writing,
         const MkCheckInData *data,
         GDateTime           *moment)
{
  g_autofree char *day = g_strndup (data->moment, strlen ("2026-12-03"));
  g_autofree char *words = mk_date_text_day (moment);
  g_autofree char *capital = mk_date_text_capitalize (words);

  if (g_strcmp0 (day, writing->day) == 0)
    return;
  g_set_str (&writing->day, day);
  add (writing, MK_SHEET_HEADING, capital);
}

static void
add_check_in (Writing       *writing,
              MkCheckInItem *item)
{
  const MkCheckInData *data = mk_check_in_item_get_data (item);
  g_autoptr (GDateTime) moment = mk_date_text_read (data->moment);
  g_autofree char *hours = hours_words (data->paid_minutes, data->unpaid_minutes);
  g_autofree char *time = mk_date_text_time (moment);
  g_autofree char *written = mk_isolate_printf (_ ("Written %1$s by %2$s"), time, data->author);
  g_autofree char *fact =
      mk_isolate_printf ("%s. %s. %s", mk_choice_words ("fremmoede", data->attendance), hours,
                         written);

  add_day (writing, data, moment);
  add (writing, MK_SHEET_FACT, fact);
  add_texts (writing, data);
  writing->paid += data->paid_minutes;
  writing->unpaid += data->unpaid_minutes;
}

static void
add_total (Writing *writing)
{
  g_autofree char *hours = hours_words (writing->paid, writing->unpaid);
  g_autofree char *total = mk_isolate_printf (_ ("In the whole week: %s"), hours);

  add (writing, MK_SHEET_TOTAL, total);
}

/**
 * mk_week_sheet_read:
 * @database: a store
 * @asked: which week
 * @error: return location
 *
 * Writes the log of a week, the first day first.
 *
 * Returns: (transfer full) (element-type MkSheetParagraph): the paragraphs; %NULL on error
 */
GPtrArray *
mk_week_sheet_read (MkDatabase        *database,
                    const MkWeekAsked *asked,
                    GError           **error)
{
  Writing writing = { .asked = asked };
  GDate sunday = asked->monday;
  char from[16], to[16];
  MkDays days = { .placement = asked->placement, .from = from, .to = to, .limit = -1 };
  g_autoptr (GPtrArray) items = NULL;

  g_date_add_days (&sunday, 6);
  g_date_strftime (from, sizeof from, "%Y-%m-%d", &asked->monday);
  g_date_strftime (to, sizeof to, "%Y-%m-%d", &sunday);
  items = mk_check_ins_read (database, &days, error);
  if (items == NULL)
    return NULL;
  writing.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  add_title (&writing, &sunday);
  for (guint i = items->len; i > 0; i--)
    add_check_in (&writing, g_ptr_array_index (items, i - 1));
  if (items->len == 0)
    add (&writing, MK_SHEET_TEXT, _ ("Nothing is written in this week."));
  else
    add_total (&writing);
  g_free (writing.day);
  return writing.paragraphs;
}
