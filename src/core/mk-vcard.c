/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-vcard.h"

#include "mk-telephone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Cards for a telephone's list, vCard 4.0 by RFC 6350. */

/* In octets, the line's end left out. */
#define MOST_OF_A_LINE 75

static void
append_line (GString    *cards,
             const char *line)
{
  gsize width = 0;

  for (const char *at = line; *at != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (at) - at);

      if (width + length > MOST_OF_A_LINE)
        {
          g_string_append (cards, "\r\n ");
          width = 1;
        }
      g_string_append_len (cards, at, (gssize) length);
      width += length;
      at += length;
    }
  g_string_append (cards, "\r\n");
}

/* Readers in the field take each of these for the end of a line. */
static gboolean
is_line_end (gunichar character)
{
  return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* A carriage return with its line feed is one end of a line, and alone it is one too. */
static gboolean
is_return_before_line (const char *at)
{
  return *at == '\r' && at[1] == '\n';
}

static void
append_character (GString    *escaped,
                  const char *at)
{
  gunichar character = g_utf8_get_char (at);

  if (is_return_before_line (at))
    return;
  if (is_line_end (character) || character == '\r')
    g_string_append (escaped, "\\n");
  else if (strchr ("\\,;", (int) MIN (character, 127)) != NULL)
    g_string_append_printf (escaped, "\\%c", (char) character);
  else if (character == '\t' || !g_unichar_iscntrl (character))
    g_string_append_unichar (escaped, character);
}

/* What no text of a card may hold, and blanks around it, are left out. */
static char *
escape (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    append_character (escaped, at);
  return g_string_free_and_steal (g_steal_pointer (&escaped));
}

static void
append_text (GString    *cards,
             const char *property,
             const char *text,
             const char *after)
{
  g_autofree char *escaped = text != NULL ? escape (text) : NULL;
  g_autofree char *line = NULL;

  if (escaped == NULL || *escaped == '\0')
    return;
  line = g_strconcat (property, escaped, after, NULL);
  append_line (cards, line);
}

/* What can’t be called stays something to read, so that no telephone makes it a link. */
static char *
note_of (const MkVcardEntry *entry,
         gboolean            is_dialable)
{
  g_autofree char *number = NULL;

  if (is_dialable || entry->telephone == NULL || *entry->telephone == '\0')
    return g_strdup (entry->note);
  number = g_strdup_printf (_ ("Telephone: %s (can’t be called)"), entry->telephone);
  return entry->note != NULL ? g_strconcat (entry->note, "\n", number, NULL)
                             : g_steal_pointer (&number);
}

/* A card must have a name, so that whoever has none is known by what they are. */
static const char *
name_of (const MkVcardEntry *entry)
{
  const char *candidates[] = { entry->name, entry->function, entry->organization,
                               entry->telephone };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *escaped = candidates[i] != NULL ? escape (candidates[i]) : NULL;

      if (escaped != NULL && *escaped != '\0')
        return candidates[i];
    }
  return "–";
}

/* Which part of a name is the family's is not known, so that it stays in one piece. */
static void
append_entry (GString            *cards,
              const MkVcardEntry *entry)
{
  g_autofree char *uri = entry->telephone != NULL ? mk_telephone_uri (entry->telephone) : NULL;
  g_autofree char *note = note_of (entry, uri != NULL);

  append_line (cards, "BEGIN:VCARD");
  append_line (cards, "VERSION:4.0");
  append_text (cards, "UID:urn:uuid:", entry->id, NULL);
  append_text (cards, "FN:", name_of (entry), NULL);
  append_text (cards, "N:;", name_of (entry), ";;;");
  append_text (cards, "ORG:", entry->organization, NULL);
  append_text (cards, "TITLE:", entry->function, NULL);
  if (uri != NULL)
    append_text (cards, "TEL;VALUE=uri;TYPE=\"work,voice\":", uri, NULL);
  append_text (cards, "EMAIL;TYPE=work:", entry->email, NULL);
  append_text (cards, "NOTE:", note, NULL);
  append_line (cards, "END:VCARD");
}

/**
 * mk_vcard_text:
 * @entries: (array length=n_entries): who is written
 * @n_entries: how many there are
 *
 * Writes a card for each, in the order given. What has no text is left out.
 *
 * Returns: (transfer full): what a file with them holds
 */
char *
mk_vcard_text (const MkVcardEntry *entries,
               gsize               n_entries)
{
  g_autoptr (GString) cards = g_string_new (NULL);

  for (gsize i = 0; i < n_entries; i++)
    append_entry (cards, &entries[i]);
  return g_string_free_and_steal (g_steal_pointer (&cards));
}
