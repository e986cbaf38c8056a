/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-isolate.h"

#include <stdarg.h>
#include <string.h>

/* What is read from right to left, and what says how it is to be read, changes the order of the words
 * around it, unless it is isolated from them (UAX #9). */

/* First strong isolate, which takes the direction of its first letter, and what ends an isolate. */
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

/* A letter without a shape, which makes what begins with it run from left to right. */
#define LRM "\xe2\x80\x8e"

#define FSI_CHARACTER 0x2068
#define PDI_CHARACTER 0x2069

/* The most that one sentence says of others. */
#define MAX_ARGUMENTS 9

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* The blocks that Unicode keeps for scripts from right to left, and the characters that say how
 * others are read. */
static const Range turning[] = {
  { 0x0590, 0x08ff }, { 0x200f, 0x200f }, { 0x202a, 0x202e },   { 0x2066, 0x2069 },
  { 0xfb1d, 0xfdff }, { 0xfe70, 0xfeff }, { 0x10800, 0x10fff }, { 0x1e800, 0x1efff },
};

/* What a sentence is made of: at most nine strings and numbers. */
typedef struct
{
  char        kind[MAX_ARGUMENTS]; /* 's', 'd', 'u', or 0 for one that is not said */
  const char *texts[MAX_ARGUMENTS];
  guint       numbers[MAX_ARGUMENTS];
  guint       length;
} Arguments;

static gboolean
is_turning (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    for (guint i = 0; i < G_N_ELEMENTS (turning); i++)
      if (g_utf8_get_char (text) >= turning[i].first && g_utf8_get_char (text) <= turning[i].last)
        return TRUE;
  return FALSE;
}

static void
append_isolated (GString    *into,
                 const char *text)
{
  guint open = 0;

  g_string_append (into, FSI);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character == PDI_CHARACTER && open == 0)
        continue;
      if (character == PDI_CHARACTER)
        open--;
      else if (character >= 0x2066 && character <= FSI_CHARACTER)
        open++;
      g_string_append_unichar (into, character);
    }
  for (; open > 0; open--)
    g_string_append (into, PDI);
  g_string_append (into, PDI);
}

/**
 * mk_isolate:
 * @text: (nullable): valid UTF-8, such as a name
 *
 * Makes @text fit to stand among the words of a sentence: if it may be read from right to left, it is
 * put into an isolate, which ends where @text ends whatever is written in it. All other text stays as
 * it is. What comes out is for eyes and screen readers alone, and is neither stored nor sent.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
mk_isolate (const char *text)
{
  GString *isolated;

  if (text == NULL || !is_turning (text))
    return g_strdup (text);
  isolated = g_string_new (NULL);
  append_isolated (isolated, text);
  return g_string_free_and_steal (isolated);
}

/**
 * mk_isolate_join:
 * @separator: what stands between two of them
 * @texts: (array zero-terminated=1): valid UTF-8, such as names
 *
 * Returns: (transfer full): them in one line, in their order, as mk_isolate_printf() writes
 */
char *
mk_isolate_join (const char        *separator,
                 const char *const *texts)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *isolated = mk_isolate (texts[i]);

      if (list->len == 0 && isolated[0] != texts[i][0])
        g_string_append (list, LRM);
      g_string_append_printf (list, "%s%s", i > 0 ? separator : "", isolated);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* Takes one conversion at the head of *@format, which is behind its percent sign, and moves on behind
 * it; @next is the number of the argument if the conversion has none of its own. */
static char
take_conversion (const char **format,
                 guint        next,
                 guint       *index)
{
  *index = next;
  if (g_ascii_isdigit (**format))
    {
      g_return_val_if_fail (**format != '0' && (*format)[1] == '$', '\0');
      *index = (guint) (**format - '1');
      *format += 2;
    }
  g_return_val_if_fail (strchr ("sdu", **format) != NULL && *index < MAX_ARGUMENTS, '\0');
  return *(*format)++;
}

/* Finds out what kind of arguments @format asks for. */
static gboolean
find_kinds (const char *format,
            Arguments  *arguments)
{
  for (const char *at = strchr (format, '%'); at != NULL; at = strchr (at, '%'))
    {
      guint index;
      char kind;

      at++;
      if (*at == '%' && at++)
        continue;
      kind = take_conversion (&at, arguments->length, &index);
      if (kind == '\0')
        return FALSE;
      arguments->kind[index] = kind;
      arguments->length = MAX (arguments->length, index + 1);
    }
  return TRUE;
}

/* Writes @format with its @arguments; TRUE if one of them was isolated. */
static gboolean
append_sentence (GString         *into,
                 const char      *format,
                 const Arguments *arguments)
{
  gboolean is_isolated = FALSE;
  guint next = 0, index;

  for (const char *at = format; *at != '\0';)
    {
      gsize plain = strcspn (at, "%");
      char kind;

      g_string_append_len (into, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        break;
      if (*++at == '%')
        {
          g_string_append_c (into, *at++);
          continue;
        }
      kind = take_conversion (&at, next++, &index);
      if (kind == 'd')
        g_string_append_printf (into, "%d", (int) arguments->numbers[index]);
      else if (kind == 'u')
        g_string_append_printf (into, "%u", arguments->numbers[index]);
      else if (arguments->texts[index] == NULL)
        g_critical ("“%s” lacks a text", format);
      else if (!is_turning (arguments->texts[index]))
        g_string_append (into, arguments->texts[index]);
      else
        {
          append_isolated (into, arguments->texts[index]);
          is_isolated = TRUE;
        }
    }
  return is_isolated;
}

/**
 * mk_isolate_printf:
 * @format: a sentence in the language of the program; of the conversions it may have `%s`, `%d` and
 *   `%u`, or the same with a place from 1 to 9, as `%1$s`, and `%%`
 * @...: what is put into it; texts are valid UTF-8 and not %NULL
 *
 * Writes a sentence as g_strdup_printf() does, with each text as mk_isolate() leaves it, so that the
 * words of the sentence keep their order whoever it is about. Such a sentence runs from left to right
 * even where it begins with a name that does not, as all languages of the program do.
 *
 * Returns: (transfer full): the sentence
 */
char *
mk_isolate_printf (const char *format,
                   ...)
{
  Arguments arguments = { 0 };
  GString *sentence;
  va_list list;

  g_return_val_if_fail (format != NULL, NULL);
  if (!find_kinds (format, &arguments))
    return g_strdup (format);
  va_start (list, format);
  /* The compiler sees to it that one that is not said is a pointer. */
  for (guint i = 0; i < arguments.length; i++)
    if (arguments.kind[i] == 'd' || arguments.kind[i] == 'u')
      arguments.numbers[i] = va_arg (list, guint);
    else
      arguments.texts[i] = va_arg (list, const char *);
  va_end (list);
  sentence = g_string_new (NULL);
  if (append_sentence (sentence, format, &arguments))
    g_string_prepend (sentence, LRM);
  return g_string_free_and_steal (sentence);
}
