/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-log-words.h"

#include "hotline/mk-call-words.h"
#include "mk-choice-words.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-log.h"
#include "records/mk-answer.h"
#include "records/mk-phase.h"
#include "records/mk-support-request.h"

#include <glib/gi18n-lib.h>

/* What stands in a log beside check-ins, in words. */

/* More of a text is not shown in a row. */
#define MOST_LETTERS 240

static char *
day_words (const char *date)
{
  g_autoptr (GDateTime) moment = date != NULL ? mk_date_text_read (date) : NULL;
  g_autoptr (GDateTime) now = mk_clock_now ();

  return moment != NULL ? mk_date_text_relative (moment, now) : g_strdup ("");
}

static const char *
request_words (const MkSupportRequestData *request)
{
  if (g_str_equal (request->status, MK_REQUEST_WITHDRAWN))
    return _ ("Request for help, withdrawn");
  if (g_str_equal (request->urgency, MK_URGENCY_NOW))
    return _ ("Help asked for, now");
  if (g_str_equal (request->urgency, MK_URGENCY_SOON))
    return _ ("Help asked for, soon");
  return _ ("Help asked for, it can wait");
}

static char *
answer_words (const MkAnswerData *answer)
{
  g_autofree char *day = day_words (answer->planned_for);

  if (g_str_equal (answer->status, MK_ANSWER_RECEIVED))
    return g_strdup (_ ("The request for help has arrived"));
  if (g_str_equal (answer->status, MK_ANSWER_GIVEN))
    return g_strdup (_ ("The help was given"));
  if (g_str_equal (answer->status, MK_ANSWER_REFUSED))
    return g_strdup (_ ("The help can’t be given"));
  if (*day == '\0')
    return g_strdup (_ ("The help is planned"));
  /* Translators: a day such as "tomorrow" or "Friday 4 December". */
  return mk_isolate_printf (_ ("The help is planned for %s"), day);
}

static char *
with_day (const char *date,
          const char *words)
{
  g_autofree char *day = day_words (date);
  g_autofree char *capital = mk_date_text_capitalize (day);

  return mk_isolate_printf ("%s. %s", capital, words);
}

/**
 * mk_log_words_sentence:
 * @type: a type of record that a log shows, but not check-ins
 * @content: a struct of that type
 * @changed: date-time of the record's revision
 *
 * Returns: (transfer full) (nullable): what happened, the day first; %NULL for another type
 */
char *
mk_log_words_sentence (const MkRecordType *type,
                       gconstpointer       content,
                       const char         *changed)
{
  g_autofree char *words = NULL;

  if (type == &mk_support_request_type)
    return with_day (changed, request_words (content));
  if (type == &mk_answer_type)
    {
      words = answer_words (content);
      return with_day (((const MkAnswerData *) content)->moment, words);
    }
  if (type == &mk_call_type)
    {
      words = mk_call_words_sentence (content);
      return with_day (((const MkCallData *) content)->moment, words);
    }
  if (type == &mk_phase_type)
    {
      const MkPhaseData *phase = content;

      words = mk_isolate_printf (_ ("New phase: %s"), mk_choice_words ("fase", phase->phase));
      return with_day (phase->from_date, words);
    }
  return NULL;
}

/**
 * mk_log_words_text:
 * @type: a type of record that a log shows, but not check-ins
 * @content: a struct of that type
 *
 * Returns: (transfer none) (nullable): the words in it that a person wrote
 */
const char *
mk_log_words_text (const MkRecordType *type,
                   gconstpointer       content)
{
  if (type == &mk_support_request_type)
    return ((const MkSupportRequestData *) content)->description;
  if (type == &mk_answer_type)
    return ((const MkAnswerData *) content)->message;
  if (type == &mk_call_type)
    return ((const MkCallData *) content)->note;
  return type == &mk_phase_type ? ((const MkPhaseData *) content)->reason : NULL;
}

/**
 * mk_log_words_unknown:
 * @type: (nullable): the type of a record whose content can't be read
 *
 * Returns: (transfer full): what there is to say of it
 */
char *
mk_log_words_unknown (const MkRecordType *type)
{
  if (type == NULL)
    return g_strdup (_ ("Something that this version does not know"));
  return mk_isolate_printf (_ ("%s that can’t be read"), _ (type->label));
}

/**
 * mk_log_words_shorten:
 * @text: (nullable): a person's words, of any length
 *
 * Returns: (transfer full) (nullable): their beginning on one line, as much as a row has room for
 */
char *
mk_log_words_shorten (const char *text)
{
  char *shortened, *next;
  gboolean is_long;

  if (text == NULL)
    return NULL;
  is_long = g_utf8_strlen (text, -1) > MOST_LETTERS;
  shortened = is_long ? g_utf8_substring (text, 0, MOST_LETTERS) : g_strdup (text);
  g_strdelimit (shortened, "\n\r\t", ' ');
  if (!is_long)
    return shortened;
  next = g_strconcat (shortened, "…", NULL);
  g_free (shortened);
  return next;
}

/**
 * mk_log_words_week:
 * @week: a week of a log
 *
 * Returns: (transfer full): "Week 49", with the year where it is another than now
 */
char *
mk_log_words_week (gint32 week)
{
  GDate thursday;
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *words = NULL;
  g_autofree char *capital = NULL;

  mk_log_week_monday (week, &thursday);
  g_date_add_days (&thursday, 3);
  moment = g_date_time_new_local (g_date_get_year (&thursday), (int) g_date_get_month (&thursday),
                                  g_date_get_day (&thursday), 12, 0, 0);
  words = mk_date_text_week (moment);
  capital = mk_date_text_capitalize (words);
  if (g_date_time_get_year (moment) == g_date_time_get_week_numbering_year (now))
    return g_steal_pointer (&capital);
  /* Translators: "Week 49" and its year. */
  return mk_isolate_printf (_ ("%1$s, %2$d"), capital, g_date_time_get_year (moment));
}
