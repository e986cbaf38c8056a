/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-day-words.h"

#include "config.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-telephone.h"
#include "records/mk-answer.h"
#include "records/mk-receipt.h"

#include <glib/gi18n-lib.h>

/* What came back, what is asked and what worked, in whole sentences. */

/* What came back */

static char *
day_text (const char *date_time,
          GDateTime  *now)
{
  g_autoptr (GDateTime) moment = date_time != NULL ? mk_date_text_read (date_time) : NULL;

  return moment != NULL ? mk_date_text_relative (moment, now) : NULL;
}

static char *
plan_text (const MkCameBack *back,
           GDateTime        *now)
{
  g_autofree char *day = day_text (back->planned_for, now);
  g_autoptr (GDateTime) moment = day != NULL ? mk_date_text_read (back->planned_for) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;

  if (day == NULL)
    return g_strdup (_ ("Help is planned."));
  /* Translators: a day such as "tomorrow" or "Wednesday 9 December", and a time such as "at 10:00". */
  return mk_isolate_printf (_ ("Help comes %1$s %2$s."), day, time);
}

static char *
answer_text (const MkCameBack *back,
             GDateTime        *now)
{
  if (g_str_equal (back->status, MK_ANSWER_PLANNED))
    return plan_text (back, now);
  if (g_str_equal (back->status, MK_ANSWER_GIVEN))
    return g_strdup (_ ("The help has been given."));
  if (g_str_equal (back->status, MK_ANSWER_REFUSED))
    return mk_isolate_printf (_ ("%s answers no."), back->partner);
  return mk_isolate_printf (_ ("%s has received it."), back->partner);
}

static char *
answer_title (const MkCameBack *back,
              GDateTime        *now)
{
  g_autofree char *asked = day_text (back->moment, now);
  g_autofree char *answer = answer_text (back, now);

  if (asked == NULL)
    return g_steal_pointer (&answer);
  /* Translators: a day such as "yesterday" or "Monday 30 November", and a whole sentence. */
  return mk_isolate_printf (_ ("You asked for help %1$s. %2$s"), asked, answer);
}

static char *
answer_detail (const MkCameBack *back)
{
  if (back->service != NULL && back->message != NULL)
    /* Translators: what was asked for, and what was said to it. */
    return mk_isolate_printf (_ ("%1$s: “%2$s”"), back->service, back->message);
  return g_strdup (back->message != NULL ? back->message : back->service);
}

static char *
receipt_title (const MkCameBack *back,
               GDateTime        *now)
{
  g_autofree char *sent = day_text (back->moment, now);
  const char *day = sent != NULL ? sent : _ ("earlier");

  if (g_str_equal (back->status, MK_RECEIPT_TAKEN))
    return mk_isolate_printf (_ ("%1$s has received what you sent %2$s."), back->partner, day);
  if (g_str_equal (back->status, MK_RECEIPT_PARTLY))
    return mk_isolate_printf (
        /* Translators: who has it, when it was sent, and how many were refused. */
        g_dngettext (GETTEXT_PACKAGE, "%1$s has received what you sent %2$s, all but %3$u.",
                     "%1$s has received what you sent %2$s, all but %3$u.", back->count),
        back->partner, day, back->count);
  return mk_isolate_printf (_ ("%1$s could not take what you sent %2$s."), back->partner, day);
}

static char *
number_title (const MkCameBack *back)
{
  g_autofree char *number = mk_telephone_format (back->message);

  /* Translators: whose number it is, and the number. */
  return mk_isolate_printf (_ ("%1$s has a new number: %2$s"), back->partner, number);
}

/* An icon for yes, for no, and for what is on its way; the words say it too. */
static const char *
icon_of (const MkCameBack *back)
{
  if (back->kind == MK_CAME_BACK_NUMBER)
    return "call-start-symbolic";
  if (g_str_equal (back->status, MK_RECEIPT_PARTLY) ||
      g_str_equal (back->status, MK_RECEIPT_REFUSED))
    return "dialog-information-symbolic";
  return "object-select-symbolic";
}

static char *
came_back_title (const MkCameBack *back,
                 GDateTime        *now)
{
  switch (back->kind)
    {
    case MK_CAME_BACK_ANSWER:
      return answer_title (back, now);
    case MK_CAME_BACK_NUMBER:
      return number_title (back);
    case MK_CAME_BACK_RECEIPT:
    default:
      return receipt_title (back, now);
    }
}

static char *
came_back_detail (const MkCameBack *back)
{
  if (back->kind == MK_CAME_BACK_NUMBER)
    return NULL;
  return back->kind == MK_CAME_BACK_ANSWER ? answer_detail (back) : g_strdup (back->message);
}

/**
 * mk_came_back_note:
 * @back: something that came back
 * @now: the present moment
 *
 * Returns: (transfer full): it in a sentence, leading to where it belongs
 */
MkNote *
mk_came_back_note (const MkCameBack *back,
                   GDateTime        *now)
{
  g_autofree char *title = came_back_title (back, now);
  g_autofree char *detail = came_back_detail (back);
  MkNoteLine line = { .icon = (char *) icon_of (back), .title = title, .detail = detail };

  if (back->kind == MK_CAME_BACK_RECEIPT)
    line.action = (char *) "win.show-exchange";
  else if (back->kind == MK_CAME_BACK_NUMBER)
    line.action = (char *) "win.show-hotline";
  else if (back->placement != NULL)
    {
      line.action = (char *) "win.show-placement";
      line.target = back->placement;
    }
  return mk_note_new (&line);
}

/* What is asked */

static char *
long_date (const MkPrompt *prompt)
{
  g_autoptr (GDateTime) date = prompt->date != NULL ? mk_date_text_read (prompt->date) : NULL;

  return date != NULL ? mk_date_text_long (date) : g_strdup ("");
}

static char *
visit_title (const MkPrompt *prompt)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (prompt->detail);
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : g_strdup ("");

  /* Translators: %s is a time such as "at 10:00". */
  return mk_isolate_printf (_ ("Help comes today %s"), time);
}

static char *
prompt_title (const MkPrompt *prompt)
{
  g_autofree char *date = long_date (prompt);

  switch (prompt->kind)
    {
    case MK_PROMPT_CODE:
      return g_strdup (_ ("The recovery key has not been saved yet"));
    case MK_PROMPT_RECEIPT:
      return mk_isolate_printf (_ ("No receipt from %s for a week"), prompt->name);
    case MK_PROMPT_VISIT:
      return visit_title (prompt);
    case MK_PROMPT_CALL:
      return mk_isolate_printf (_ ("Follow up on the call to %s"), prompt->name);
    case MK_PROMPT_NOTICE:
      return mk_isolate_printf (_ ("Does %s know what you write?"), prompt->name);
    case MK_PROMPT_ANSWER:
      return mk_isolate_printf (_ ("No answer to what you asked for: %s"), prompt->name);
    case MK_PROMPT_CARD:
      if (prompt->name != NULL)
        return mk_isolate_printf (_ ("The punch card for %1$s runs out on %2$s"), prompt->name,
                                  date);
      return mk_isolate_printf (_ ("The punch card runs out on %s"), date);
    case MK_PROMPT_END:
      return mk_isolate_printf (_ ("The placement of %1$s is expected to end on %2$s"),
                                prompt->name, date);
    case MK_PROMPT_NUMBER:
      return mk_isolate_printf (_ ("Is the number of %s still right?"), prompt->name);
    case MK_PROMPT_MEETING:
      return g_strdup (_ ("It is time for the next peer meeting"));
    case MK_PROMPT_HELP:
    case MK_PROMPT_N_KINDS:
    default:
      return g_strdup (_ ("Is help needed?"));
    }
}

static char *
prompt_detail (const MkPrompt *prompt)
{
  g_autofree char *date = long_date (prompt);

  switch (prompt->kind)
    {
    case MK_PROMPT_CODE:
      return g_strdup (_ ("It opens Makker when the computer or the passphrase is gone."));
    case MK_PROMPT_RECEIPT:
      return mk_isolate_printf (_ ("What was sent on %s may not have arrived."), date);
    case MK_PROMPT_VISIT:
      return g_strdup (prompt->name);
    case MK_PROMPT_CALL:
      return g_strdup (prompt->detail);
    case MK_PROMPT_NOTICE:
      return g_strdup (_ ("Read the page together before you write the first time."));
    case MK_PROMPT_ANSWER:
      return g_strdup (_ ("Five working days have passed. Call them and ask."));
    case MK_PROMPT_CARD:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u punch is left.",
                                           "%u punches are left.", prompt->count),
                              prompt->count);
    case MK_PROMPT_END:
      return g_strdup (_ ("Talk about what comes then: a job, more time, or goodbye."));
    case MK_PROMPT_NUMBER:
      return mk_isolate_printf (_ ("%s has not been confirmed for a month."), prompt->detail);
    case MK_PROMPT_MEETING:
      return mk_isolate_printf (_ ("The last one was on %s. Find a day and invite the others."),
                                date);
    case MK_PROMPT_HELP:
    case MK_PROMPT_N_KINDS:
    default:
      return g_strdup (_ ("You can call, or ask for help with the punch card."));
    }
}

/* What a question offers; one about no placement in particular gives the empty string. */
typedef struct
{
  const char *icon;
  const char *button;
  const char *action;
} Offer;

static const Offer offers[MK_PROMPT_N_KINDS] = {
  [MK_PROMPT_CODE] = { "dialog-password-symbolic", N_ ("Save it now"), "win.save-recovery-code" },
  [MK_PROMPT_VISIT] = { "x-office-calendar-symbolic", N_ ("Show"), "win.show-punch-cards" },
  [MK_PROMPT_CALL] = { "call-start-symbolic", N_ ("Done"), "win.follow-up-call" },
  [MK_PROMPT_NOTICE] = { "document-print-symbolic", N_ ("Show the page"), "win.print-notice" },
  [MK_PROMPT_ANSWER] = { "dialog-question-symbolic", N_ ("Show"), "win.show-punch-cards" },
  [MK_PROMPT_RECEIPT] = { "mail-send-receive-symbolic", N_ ("Show"), "win.show-exchange" },
  [MK_PROMPT_HELP] = { "help-about-symbolic", N_ ("Ask for help"), "win.ask-help" },
  [MK_PROMPT_CARD] = { "view-grid-symbolic", N_ ("Ask for help"), "win.ask-help" },
  [MK_PROMPT_END] = { "x-office-calendar-symbolic", N_ ("Show the placement"),
                      "win.show-placement" },
  [MK_PROMPT_NUMBER] = { "call-start-symbolic", N_ ("Yes, confirm"), "win.confirm-number" },
  [MK_PROMPT_MEETING] = { "system-users-symbolic", N_ ("Plan it"), "win.show-meetings" },
};

static const char *
target_of (const MkPrompt *prompt)
{
  switch (prompt->kind)
    {
    case MK_PROMPT_HELP:
    case MK_PROMPT_CARD:
      return prompt->placement != NULL ? prompt->placement : "";
    case MK_PROMPT_NOTICE:
    case MK_PROMPT_END:
      return prompt->placement;
    case MK_PROMPT_NUMBER:
    case MK_PROMPT_CALL:
      return prompt->subject;
    case MK_PROMPT_CODE:
    case MK_PROMPT_VISIT:
    case MK_PROMPT_ANSWER:
    case MK_PROMPT_RECEIPT:
    case MK_PROMPT_MEETING:
    case MK_PROMPT_N_KINDS:
    default:
      return NULL;
    }
}

static void
put_action (const MkPrompt *prompt,
            MkNoteLine     *line)
{
  const Offer *offer = &offers[prompt->kind];

  line->icon = (char *) offer->icon;
  line->button = (char *) _ (offer->button);
  line->action = (char *) offer->action;
  line->target = (char *) target_of (prompt);
}

/**
 * mk_prompt_note:
 * @prompt: a question that is asked
 *
 * Returns: (transfer full): it in words, with what can be done
 */
MkNote *
mk_prompt_note (const MkPrompt *prompt)
{
  g_autofree char *title = prompt_title (prompt);
  g_autofree char *detail = prompt_detail (prompt);
  MkNoteLine line = { .title = title,
                      .detail = detail,
                      .kind = (char *) mk_prompt_kind_name (prompt->kind),
                      .subject = prompt->subject };

  put_action (prompt, &line);
  return mk_note_new (&line);
}

/**
 * mk_win_note:
 * @win: what worked
 * @now: the present moment
 *
 * Returns: (transfer full): it in the words that were written
 */
MkNote *
mk_win_note (const MkWin *win,
             GDateTime   *now)
{
  g_autofree char *day = day_text (win->day, now);
  /* Translators: a name, and a day such as "yesterday". */
  g_autofree char *detail = mk_isolate_printf (_ ("%1$s, %2$s"), win->name, day);
  MkNoteLine line = { .icon = (char *) "starred-symbolic", .title = win->text, .detail = detail };

  return mk_note_new (&line);
}
