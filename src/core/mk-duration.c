/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-duration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The ways to write a part of a day. The words are understood in both languages, whichever one the
 * desktop speaks. */
#define SPACE "[\\s\\x{a0}\\x{202f}]*"
#define DIGIT "[0-9]"
#define NUMBER DIGIT "{1,6}"
#define HOURS SPACE "(?:t|timer?|h|hours?)\\.?"
#define MINUTES SPACE "(?:m|min|minut|minutter|minutes?)\\.?"
#define WHOLE(form) "^" SPACE form SPACE "\\z"

static const char *const forms[] = {
  WHOLE ("(?<hours>" NUMBER ")(?:" HOURS ")?"),
  WHOLE ("(?<hours>" NUMBER "),(?<part>" NUMBER ")(?:" HOURS ")?"),
  WHOLE ("(?<hours>" NUMBER ")\\.(?<part>" DIGIT ")(?:" HOURS ")?"),
  WHOLE ("(?<hours>" NUMBER ")[.:](?<minutes>" DIGIT DIGIT ")(?:" HOURS ")?"),
  WHOLE ("(?<hours>" NUMBER ")" HOURS SPACE "(?:og|and)?" SPACE "(?<minutes>" NUMBER ")(?:" MINUTES
         ")?"),
  WHOLE ("(?<minutes>" NUMBER ")" MINUTES),
};

static GMatchInfo *
match (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex =
          g_regex_new (forms[i], G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) found = NULL;

      if (g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &found))
        return g_steal_pointer (&found);
    }
  return NULL;
}

/* 0 for what the form at hand does not have. */
static gint64
number_of (const GMatchInfo *found,
           const char       *name)
{
  g_autofree char *digits = g_match_info_fetch_named (found, name);

  return digits != NULL ? g_ascii_strtoll (digits, NULL, 10) : 0;
}

/* The digits behind the decimal mark, as whole minutes. */
static gint64
minutes_of_part (const GMatchInfo *found)
{
  g_autofree char *digits = g_match_info_fetch_named (found, "part");
  gint64 scale = 1;

  for (gsize i = 0; digits != NULL && i < strlen (digits); i++)
    scale *= 10;
  return (number_of (found, "part") * 60 + scale / 2) / scale;
}

/**
 * mk_duration_parse:
 * @text: UTF-8, as a person typed it
 * @minutes: (out): the minutes; untouched unless the outcome is %MK_FORMAT_GOOD
 *
 * Reads a part of a day. A number alone is hours, a comma begins decimals ("2,5" is 2½ hours, and
 * so is "2,50"). A colon or a full stop with two digits behind it is read as on a clock, because
 * Danish writes clocks with a full stop: "2.30" and "2:30" are 2½ hours, "2.50" is 2 hours 50. With
 * one digit behind it, which no clock has, the full stop begins decimals: "2.5" is 2½ hours. Words
 * and letters for hours and minutes are understood: "3 t", "3t15", "3 timer og 15 min", "90m".
 *
 * Returns: %MK_FORMAT_BAD_FORM for what is none of this, %MK_FORMAT_BAD_VALUE for more than 59
 *   minutes beside hours, or more than %MK_DURATION_MAX minutes in all
 */
MkFormat
mk_duration_parse (const char *text,
                   gint64     *minutes)
{
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *hours = NULL;
  gint64 beside, total;

  g_return_val_if_fail (text != NULL && minutes != NULL, MK_FORMAT_BAD_FORM);

  found = match (text);
  if (found == NULL)
    return MK_FORMAT_BAD_FORM;
  hours = g_match_info_fetch_named (found, "hours");
  beside = number_of (found, "minutes");
  total = number_of (found, "hours") * 60 + beside + minutes_of_part (found);
  if ((hours != NULL && beside > 59) || total > MK_DURATION_MAX)
    return MK_FORMAT_BAD_VALUE;
  *minutes = total;
  return MK_FORMAT_GOOD;
}

/**
 * mk_duration_to_figures:
 * @minutes: from 0; also more than a day, as sums are
 *
 * Returns: (transfer full): hours and minutes for a column of figures, "3 h 00"; mk_duration_parse()
 *   reads it back
 */
char *
mk_duration_to_figures (gint64 minutes)
{
  g_return_val_if_fail (minutes >= 0, NULL);

  /* Translators: hours and minutes in a column of figures, as in "3 h 05". */
  return g_strdup_printf (_ ("%d h %02d"), (int) (minutes / 60), (int) (minutes % 60));
}

/**
 * mk_duration_to_words:
 * @minutes: from 0; also more than a day, as sums are
 *
 * Returns: (transfer full): the duration as a list or a sentence has it: "3 hours", "2 h 30 min",
 *   "45 min"
 */
char *
mk_duration_to_words (gint64 minutes)
{
  int hours = (int) (minutes / 60);
  int beside = (int) (minutes % 60);

  g_return_val_if_fail (minutes >= 0, NULL);

  if (beside == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", (gulong) hours),
                            hours);
  if (hours == 0)
    return g_strdup_printf (_ ("%d min"), beside);
  /* Translators: hours and minutes in a sentence, as in "2 h 30 min". */
  return g_strdup_printf (_ ("%d h %d min"), hours, beside);
}
