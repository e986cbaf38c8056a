/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-private-text.h"

#include <string.h>

/* The texts of a check-in that stay here share its one private field. Each but the note stands in a
 * first line of its own, named in Danish like all that is stored, so that it is found again. */
static const struct
{
  const char *name;
  gsize offset;
} lines[] = {
  { "Det lykkedes: ", offsetof (MkCheckInData, small_win) },
  { "Svært: ", offsetof (MkCheckInData, difficult) },
  { "Næste skridt: ", offsetof (MkCheckInData, next_step) },
};

#define TEXT_AT(data, line) (*(char **) (gpointer) ((char *) (data) + lines[line].offset))
#define CONST_TEXT_AT(data, line) \
  (*(char *const *) (gconstpointer) ((const char *) (data) + lines[line].offset))

/**
 * mk_private_text_join:
 * @data: a check-in's texts, as they would be sent
 *
 * Returns: (transfer full) (nullable): all of them as one text; %NULL when there is none
 */
char *
mk_private_text_join (const MkCheckInData *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *line = CONST_TEXT_AT (data, i);
      g_autofree char *flat = line != NULL ? g_strdelimit (g_strdup (line), "\n", ' ') : NULL;

      if (flat != NULL)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", lines[i].name, flat);
    }
  if (data->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", data->note);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * mk_private_text_split:
 * @text: (nullable): what mk_private_text_join() made, or any other text
 * @data: whose texts are set from it
 */
void
mk_private_text_split (const char    *text,
                       MkCheckInData *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines) && text != NULL; i++)
    {
      const char *line, *end;

      if (!g_str_has_prefix (text, lines[i].name))
        continue;
      line = text + strlen (lines[i].name);
      end = strchr (line, '\n');
      g_free (TEXT_AT (data, i));
      TEXT_AT (data, i) = end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line);
      text = end != NULL ? end + 1 : NULL;
    }
  g_set_str (&data->note, text != NULL && *text != '\0' ? text : NULL);
}
