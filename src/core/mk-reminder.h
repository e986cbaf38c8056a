/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkReminderWish:
 * @is_wanted: whether somebody asked for messages
 * @quiet_from: HH:MM from which it is quiet, or empty
 * @quiet_to: HH:MM from which it is not, or empty
 * @last: the day of the last message, YYYY-MM-DD, or empty
 *
 * What is known of messages on the desktop, whatever they are about.
 */
typedef struct
{
  gboolean    is_wanted;
  const char *quiet_from;
  const char *quiet_to;
  const char *last;
} MkReminderWish;

gboolean mk_reminder_may_come (const MkReminderWish *wish,
                               GDateTime            *now);

G_END_DECLS
