/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-words.h"

#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-isolate.h"
#include "mk-markdown.h"
#include "training/mk-course.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Meetings of buddies in sentences, and the invitation that is pasted into a message. */

/* The headings of an agenda are what is talked about. */
#define POINT_LEVEL 2

static char *
long_date (const char *date)
{
  g_autoptr (GDateTime) day = mk_date_text_read (date);

  return day != NULL ? mk_date_text_long (day) : g_strdup (date);
}

static char *
days_after (const char *date,
            int         days)
{
  g_autoptr (GDateTime) day = mk_date_text_read (date);
  g_autoptr (GDateTime) other = day != NULL ? g_date_time_add_days (day, days) : NULL;

  return other != NULL ? g_date_time_format (other, "%Y-%m-%d") : g_strdup (date);
}

static char *
span_words (const char *last,
            const char *today)
{
  g_autofree char *earliest = days_after (last, MK_MEETING_FIRST_DAY);
  g_autofree char *latest = days_after (last, MK_MEETING_LAST_DAY);
  g_autofree char *held = long_date (last);
  g_autofree char *from = long_date (earliest);
  g_autofree char *to = long_date (latest);

  if (strcmp (today, latest) > 0)
    return g_strdup_printf (_ ("The last meeting was on %s, more than eight weeks ago. Find a day "
                               "for the next one."),
                            held);
  return g_strdup_printf (
      _ ("The last meeting was on %1$s. The next one fits between %2$s and %3$s."), held, from, to);
}

/**
 * mk_meeting_due_words:
 * @meetings: (element-type MkMeeting): all meetings, the newest first
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): when the next one is, or when one would fit
 */
char *
mk_meeting_due_words (const GPtrArray *meetings,
                      const char      *today)
{
  const MkMeeting *planned = mk_meetings_planned (meetings, today);
  const MkMeeting *last = mk_meetings_last_held (meetings, today);
  g_autofree char *date = planned != NULL ? long_date (planned->data->date) : NULL;

  if (date != NULL)
    return g_strdup_printf (_ ("The next meeting is on %s."), date);
  if (last != NULL)
    return span_words (last->data->date, today);
  return g_strdup (
      _ ("A peer meeting is an hour in which buddies learn from each other. Meet every "
         "six to eight weeks."));
}

/**
 * mk_meeting_title:
 * @data: a meeting
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): when it was or will be
 */
char *
mk_meeting_title (const MkPeerMeetingData *data,
                  const char              *today)
{
  g_autofree char *date = long_date (data->date);

  /* Translators: %s is a date. */
  return strcmp (data->date, today) >= 0 ? g_strdup_printf (_ ("%s, planned"), date)
                                         : g_steal_pointer (&date);
}

/**
 * mk_meeting_subtitle:
 * @data: a meeting
 *
 * Returns: (transfer full): what it was about and who came, a line each
 */
char *
mk_meeting_subtitle (const MkPeerMeetingData *data)
{
  const MkLesson *agenda = data->agenda != NULL ? mk_course_find (data->agenda) : NULL;
  const char *title = agenda != NULL ? agenda->title : _ ("No agenda");
  g_autofree char *who =
      data->attended != NULL ? mk_isolate_printf (_ ("Came: %s"), data->attended) : NULL;

  return g_strjoin ("\n", title, who, NULL);
}

static void
append_points (GString       *text,
               const MkBlock *block)
{
  if (block->kind == MK_BLOCK_HEADING && block->level == POINT_LEVEL)
    g_string_append_printf (text, "– %s\n", block->text->str);
  for (guint i = 0; i < block->children->len; i++)
    append_points (text, g_ptr_array_index (block->children, i));
}

static void
append_agenda (GString        *text,
               const MkLesson *agenda)
{
  g_autoptr (MkBlock) document = mk_markdown_parse (agenda->body, strlen (agenda->body), NULL);
  g_autofree char *length = mk_duration_to_words (agenda->minutes);

  g_string_append_printf (text, _ ("How long: %s"), length);
  g_string_append_printf (text, "\n\n%s\n", _ ("What we talk about:"));
  if (document != NULL)
    append_points (text, document);
}

static void
append_when (GString                 *text,
             const MkPeerMeetingData *data)
{
  g_autoptr (GDateTime) day = mk_date_text_read (data->date);
  g_autofree char *date = day != NULL ? mk_date_text_day (day) : g_strdup (data->date);
  g_autofree char *clock = data->from != NULL ? mk_date_text_clock_of (data->from) : NULL;

  if (clock != NULL)
    /* Translators: a day such as "Thursday 3 December", and a time in figures. */
    g_string_append_printf (text, _ ("When: %1$s at %2$s"), date, clock);
  else
    g_string_append_printf (text, _ ("When: %s"), date);
  g_string_append_c (text, '\n');
  if (data->place == NULL)
    return;
  g_string_append_printf (text, _ ("Where: %s"), data->place);
  g_string_append_c (text, '\n');
}

/**
 * mk_meeting_invitation:
 * @data: a meeting
 * @author: who invites
 *
 * Returns: (transfer full): a text to paste; what is not known yet is left out
 */
char *
mk_meeting_invitation (const MkPeerMeetingData *data,
                       const char              *author)
{
  const MkLesson *agenda = data->agenda != NULL ? mk_course_find (data->agenda) : NULL;
  GString *text = g_string_new (agenda != NULL ? agenda->title : _ ("Peer meeting"));

  g_string_append (text, "\n\n");
  append_when (text, data);
  if (agenda != NULL)
    append_agenda (text, agenda);
  g_string_append_printf (text, "\n%s\n\n%s\n",
                          _ ("We name nobody whom we are a buddy for, and do not talk about "
                             "illness. Tell me if you can’t come."),
                          author);
  return g_string_free_and_steal (text);
}

/**
 * mk_meeting_next_agenda:
 * @meetings: (element-type MkMeeting): all meetings, the newest first
 *
 * Returns: (transfer none) (nullable): the agenda after the one that was used last; the last one again
 *   where there is none after it
 */
const MkLesson *
mk_meeting_next_agenda (const GPtrArray *meetings)
{
  g_autoptr (GPtrArray) agendas = mk_course_list (MK_LESSON_ERFA);
  const char *last = NULL;

  for (guint i = 0; last == NULL && i < meetings->len; i++)
    last = ((const MkMeeting *) g_ptr_array_index (meetings, i))->data->agenda;
  for (guint i = 0; last != NULL && i < agendas->len; i++)
    if (g_str_equal (((const MkLesson *) g_ptr_array_index (agendas, i))->name, last))
      return g_ptr_array_index (agendas, MIN (i + 1, agendas->len - 1));
  return agendas->len > 0 ? g_ptr_array_index (agendas, 0) : NULL;
}
