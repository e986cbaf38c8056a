/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-help-words.h"

#include "config.h"
#include "mk-date-text.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Punch cards and requests for help, in words. */

/**
 * mk_punches_words:
 * @punches: 0 or more
 *
 * Returns: (transfer full): "1 klip", "7 klip"
 */
char *
mk_punches_words (gint64 punches)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d punch", "%d punches", (gulong) punches),
                          (int) punches);
}

/**
 * mk_card_title_words:
 * @card: a punch card
 * @name: (nullable): of the placement that it is for, where that is known
 *
 * Returns: (transfer full): which card it is
 */
char *
mk_card_title_words (const MkPunchCardData *card,
                     const char            *name)
{
  if (card->placement_id == NULL)
    return g_strdup (_ ("Common punch card"));
  if (name == NULL)
    return g_strdup (_ ("Punch card of a placement that has ended"));
  return mk_isolate_printf (_ ("Punch card for %s"), name);
}

/**
 * mk_card_balance_words:
 * @balance: how a card stands
 *
 * Returns: (transfer full): used, reserved and left, as a sentence; an overdrawn card plainly as such
 */
char *
mk_card_balance_words (const MkBalance *balance)
{
  if (balance->left < 0)
    /* Translators: punches too many, granted, used, reserved. */
    return g_strdup_printf (
        _ ("Overdrawn by %1$d. Of %2$d punches, %3$d are used and %4$d reserved."),
        (int) -balance->left, (int) balance->granted, (int) balance->used, (int) balance->reserved);
  /* Translators: punches left, granted, used, reserved. */
  return g_strdup_printf (_ ("%1$d of %2$d punches left, %3$d used, %4$d reserved."),
                          (int) balance->left, (int) balance->granted, (int) balance->used,
                          (int) balance->reserved);
}

static char *
long_date (const char *date)
{
  g_autoptr (GDateTime) day = mk_date_text_read (date);

  return day != NULL ? mk_date_text_long (day) : g_strdup (date);
}

/**
 * mk_card_validity_words:
 * @card: a punch card
 * @now: the present moment
 *
 * Returns: (transfer full): until when it can be used, or that it can't
 */
char *
mk_card_validity_words (const MkPunchCardData *card,
                        GDateTime             *now)
{
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *from = long_date (card->valid_from);
  g_autofree char *to = long_date (card->valid_to);

  if (strcmp (today, card->valid_from) < 0)
    return mk_isolate_printf (_ ("Can be used from %s"), from);
  if (strcmp (card->valid_to, today) < 0)
    return mk_isolate_printf (_ ("Ran out on %s"), to);
  return mk_isolate_printf (_ ("Can be used until %s"), to);
}

/**
 * mk_card_services_words:
 * @card: a punch card
 *
 * Returns: (transfer full): what can be asked for and what it costs, a line each
 */
char *
mk_card_services_words (const MkPunchCardData *card)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < card->services->len; i++)
    {
      const MkPunchCardService *service = g_ptr_array_index (card->services, i);
      g_autofree char *price = mk_punches_words (service->price);

      /* Translators: what can be asked for, and its price. */
      g_string_append_printf (lines, _ ("%1$s: %2$s"), service->name, price);
      g_string_append (lines, i + 1 < card->services->len ? "\n" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/**
 * mk_service_words:
 * @help: what was read
 * @request: one of its requests
 *
 * Returns: (transfer full): what was asked for
 */
char *
mk_service_words (const MkHelp               *help,
                  const MkSupportRequestData *request)
{
  const MkHelpRecord *card = mk_help_find_card (help, request->card_id);
  const MkPunchCardService *service =
      card != NULL ? mk_help_service (card->record.data, request->service) : NULL;

  return g_strdup (service != NULL ? service->name : request->service);
}

/**
 * mk_help_stage_words:
 * @stage: of a request
 *
 * Returns: it in a word or two
 */
const char *
mk_help_stage_words (MkHelpStage stage)
{
  switch (stage)
    {
    case MK_HELP_HELD:
      return _ ("Held back");
    case MK_HELP_NOT_TAKEN:
      return _ ("Could not be received");
    case MK_HELP_SENT:
      return C_ ("request", "Sent");
    case MK_HELP_RECEIVED:
      return C_ ("request", "Received");
    case MK_HELP_PLANNED:
      return C_ ("request", "Planned");
    case MK_HELP_GIVEN:
      return _ ("The help has been given");
    case MK_HELP_REFUSED:
      return _ ("Can’t be given");
    case MK_HELP_WITHDRAWN:
      return _ ("Withdrawn");
    case MK_HELP_READY:
    default:
      return _ ("Ready to be sent");
    }
}

/**
 * mk_when_words:
 * @date_time: (nullable): a moment or a day
 * @now: the present moment
 *
 * Returns: (transfer full): which day that is, as a sentence has it; empty for none
 */
char *
mk_when_words (const char *date_time,
               GDateTime  *now)
{
  g_autoptr (GDateTime) moment = date_time != NULL ? mk_date_text_read (date_time) : NULL;

  return moment != NULL ? mk_date_text_relative (moment, now) : g_strdup ("");
}

/**
 * mk_planned_words:
 * @planned_for: (nullable): date-time
 * @now: the present moment
 *
 * Returns: (transfer full): when somebody comes, in a sentence
 */
char *
mk_planned_words (const char *planned_for,
                  GDateTime  *now)
{
  g_autoptr (GDateTime) moment = planned_for != NULL ? mk_date_text_read (planned_for) : NULL;
  g_autofree char *day = moment != NULL ? mk_date_text_relative (moment, now) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;

  if (moment == NULL)
    return g_strdup (_ ("Help is planned."));
  /* Translators: a day such as "tomorrow" or "Wednesday 9 December", and a time such as "at 10:00". */
  return mk_isolate_printf (_ ("Help comes %1$s %2$s."), day, time);
}

/**
 * mk_request_words:
 * @help: what was read
 * @request: one of its requests
 * @now: the present moment
 *
 * Returns: (transfer full): how the request stands, in a sentence
 */
char *
mk_request_words (const MkHelp       *help,
                  const MkHelpRecord *request,
                  GDateTime          *now)
{
  MkHelpStage stage = mk_help_stage_of (help, request);
  const MkAnswerData *answer = mk_help_find_answer (help, request->record.id);
  g_autofree char *asked = mk_when_words (request->made, now);

  if (stage == MK_HELP_PLANNED)
    return mk_planned_words (answer->planned_for, now);
  if (stage == MK_HELP_HELD && request->reason != NULL)
    return mk_isolate_printf (_ ("Held back. %s"), request->reason);
  if (stage == MK_HELP_GIVEN && answer->punches_used > 0)
    {
      g_autofree char *used = mk_punches_words (answer->punches_used);

      return mk_isolate_printf (_ ("The help has been given, for %s."), used);
    }
  /* Translators: how a request stands, and a day such as "yesterday". */
  return mk_isolate_printf (_ ("%1$s. Asked for %2$s."), mk_help_stage_words (stage), asked);
}

/**
 * mk_urgency_words:
 * @urgency: one of the MK_URGENCY_… strings
 *
 * Returns: it in words
 */
const char *
mk_urgency_words (const char *urgency)
{
  if (g_str_equal (urgency, MK_URGENCY_NOW))
    return _ ("It is urgent now");
  return g_str_equal (urgency, MK_URGENCY_SOON) ? _ ("Soon") : _ ("It can wait");
}
