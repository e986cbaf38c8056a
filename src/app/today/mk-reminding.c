/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-reminding.h"

#include "mk-clock.h"
#include "mk-reminder.h"

#include <glib/gi18n-lib.h>

/* A message on the desktop about what is to be remembered. Whoever stands beside the screen reads it
 * too, and the desktop keeps it, so that it names nobody and counts nothing: it says of what kind it
 * is. There is none about a day that nobody wrote. */

#define MESSAGE "reminder"

/* What has none is asked on the page alone. */
static const char *const messages[MK_PROMPT_N_KINDS] = {
  [MK_PROMPT_VISIT] = N_ ("There is a meeting today."),
  [MK_PROMPT_CALL] = N_ ("A call is to be followed up."),
  [MK_PROMPT_NOTICE] = N_ ("A placement begins, and something is to be told first."),
  [MK_PROMPT_ANSWER] = N_ ("An answer has not come, and is to be asked for."),
  [MK_PROMPT_RECEIPT] = N_ ("What was sent has had no receipt."),
  [MK_PROMPT_CARD] = N_ ("A punch card runs out soon."),
  [MK_PROMPT_END] = N_ ("A placement is to be followed up before it ends."),
  [MK_PROMPT_MEETING] = N_ ("It is time for the buddies to meet."),
};

/**
 * mk_reminding_words:
 * @prompts: (element-type MkPrompt): what is asked on the page of this day, the first first
 *
 * Returns: (nullable): what the message says; %NULL when nothing asked is worth one
 */
const char *
mk_reminding_words (const GPtrArray *prompts)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const MkPrompt *prompt = g_ptr_array_index (prompts, i);

      if (messages[prompt->kind] != NULL)
        return _ (messages[prompt->kind]);
    }
  return NULL;
}

static gboolean
may_come (GSettings *settings,
          GDateTime *now)
{
  g_autofree char *from = g_settings_get_string (settings, "quiet-from");
  g_autofree char *to = g_settings_get_string (settings, "quiet-to");
  g_autofree char *last = g_settings_get_string (settings, "message-day");

  return mk_reminder_may_come (
      &(MkReminderWish) { g_settings_get_boolean (settings, "messages"), from, to, last }, now);
}

/**
 * mk_reminding_consider:
 * @application: whose message it is; the desktop shows it, through a portal where it must
 * @settings: those of the program
 * @day: what was read of this day
 *
 * Sends a message if there is a reason and it may come now. Where the desktop shows none, nothing
 * happens. Main thread.
 */
void
mk_reminding_consider (GApplication       *application,
                       GSettings          *settings,
                       const MkDayReading *day)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GPtrArray) prompts = NULL;
  g_autoptr (GNotification) notification = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));

  if (settings == NULL || day == NULL || !may_come (settings, now))
    return;
  prompts = mk_prompts_choose (day->facts, day->dismissed, today);
  if (mk_reminding_words (prompts) == NULL)
    return;
  notification = g_notification_new (_ ("Something to remember"));
  g_notification_set_body (notification, mk_reminding_words (prompts));
  g_application_send_notification (application, MESSAGE, notification);
  g_settings_set_string (settings, "message-day", today);
}
