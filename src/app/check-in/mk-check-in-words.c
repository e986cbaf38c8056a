/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-words.h"

#include "mk-choice-words.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A check-in in words, for lists and screen readers. */

static char *
day_sentence (GDateTime *moment)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = mk_date_text_relative (moment, now);
  g_autofree char *capital = mk_date_text_capitalize (day);

  return mk_isolate_printf ("%s. ", capital);
}

static char *
hours_sentence (const MkCheckInData *data)
{
  gint64 minutes = data->paid_minutes + data->unpaid_minutes;
  g_autofree char *words = minutes > 0 ? mk_duration_to_words (minutes) : NULL;

  return words != NULL ? mk_isolate_printf ("%s. ", words) : g_strdup ("");
}

/**
 * mk_check_in_sentence:
 * @item: a check-in
 * @names_day: whether the day is said first
 *
 * Returns: (transfer full): what happened, and who wrote it when: "Is here. 3 hours. Written at
 *   12:20 by Per"
 */
char *
mk_check_in_sentence (MkCheckInItem *item,
                      gboolean       names_day)
{
  const MkCheckInData *data = mk_check_in_item_get_data (item);
  g_autoptr (GDateTime) moment = mk_date_text_read (data->moment);
  g_autofree char *day = names_day ? day_sentence (moment) : g_strdup ("");
  g_autofree char *hours = hours_sentence (data);
  g_autofree char *time = mk_date_text_time (moment);
  /* Translators: a time such as "at 12:20", and a person's name. */
  g_autofree char *written = mk_isolate_printf (_ ("Written %1$s by %2$s"), time, data->author);

  return mk_isolate_printf ("%s%s. %s%s", day, mk_choice_words ("fremmoede", data->attendance),
                            hours, written);
}

/**
 * mk_check_in_text:
 * @item: a check-in
 *
 * Returns: (transfer none) (nullable): the words in it that say most: what worked, else the note
 */
const char *
mk_check_in_text (MkCheckInItem *item)
{
  const MkCheckInData *data = mk_check_in_item_get_data (item);

  if (data->small_win != NULL)
    return data->small_win;
  return data->note != NULL ? data->note : data->private_note;
}

/**
 * mk_progress_words:
 * @progress: how far something has come
 *
 * Returns: (transfer none): it in a word or two
 */
const char *
mk_progress_words (MkProgress progress)
{
  switch (progress)
    {
    case MK_PROGRESS_SENT:
      return C_ ("state", "Sent");
    case MK_PROGRESS_RECEIVED:
      return C_ ("state", "Received");
    case MK_PROGRESS_NOT_SENT:
      return C_ ("state", "Not sent");
    case MK_PROGRESS_FETCHED:
      return C_ ("state", "Fetched");
    case MK_PROGRESS_REFUSED:
      return C_ ("state", "Refused");
    case MK_PROGRESS_SAVED:
    default:
      return C_ ("state", "Saved");
    }
}

/**
 * mk_progress_icon_name:
 * @progress: how far something has come
 *
 * Returns: (transfer none): an icon that says the same
 */
const char *
mk_progress_icon_name (MkProgress progress)
{
  switch (progress)
    {
    case MK_PROGRESS_SENT:
      return "document-send-symbolic";
    case MK_PROGRESS_RECEIVED:
      return "object-select-symbolic";
    case MK_PROGRESS_NOT_SENT:
    case MK_PROGRESS_REFUSED:
      return "dialog-warning-symbolic";
    case MK_PROGRESS_FETCHED:
      return "folder-download-symbolic";
    case MK_PROGRESS_SAVED:
    default:
      return "document-save-symbolic";
    }
}

/**
 * mk_possessive:
 * @name: a person's name
 *
 * Returns: (transfer full): the name as an owner has it: "Mia’s"; in Danish "Mias", "Jonas’", and with
 * an apostrophe after letters that an s can't join
 */
char *
mk_possessive (const char *name)
{
  gsize length = strlen (name);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (name + length)) : 0;

  if (last > 0x7f && g_unichar_get_script (last) != G_UNICODE_SCRIPT_LATIN)
    /* Translators: the possessive of a name that is not in Latin letters. */
    return mk_isolate_printf (C_ ("other letters", "%s’s"), name);
  if (length > 0 && strchr ("sxzSXZ", name[length - 1]) != NULL)
    /* Translators: the possessive of a name that ends in s, x or z. */
    return mk_isolate_printf (_ ("%s’"), name);
  /* Translators: the possessive of a name. */
  return mk_isolate_printf (_ ("%s’s"), name);
}
