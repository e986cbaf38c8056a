/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-person-lines.h"

#include "mk-date-text.h"
#include "mk-field-words.h"
#include "mk-isolate.h"
#include "mk-record-type.h"
#include "records/mk-name-here.h"
#include "records/mk-placement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is kept about somebody in words: kind by kind, and in each in the order in which it came. */

#define INDENT 12.0

/* As many fit beside each other on a line. */
#define MOST_LETTERS 60
#define BETWEEN "\u00a0· "

typedef enum
{
  STYLE_KIND,
  STYLE_ENTRY,
  STYLE_FIELD,
  STYLE_EARLIER
} Style;

static const struct
{
  const char *font;
  double indent;
  double gap;
  gboolean leads;
} styles[] = {
  [STYLE_KIND] = { "Sans Bold 14", 0, 14, TRUE },
  [STYLE_ENTRY] = { "Sans Bold 10", 0, 8, TRUE },
  [STYLE_FIELD] = { "Sans 10", INDENT, 1, FALSE },
  [STYLE_EARLIER] = { "Sans Italic 10", INDENT, 4, TRUE },
};

static void
line_free (gpointer data)
{
  MkPersonLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Paragraphs of a text stand below each other. */
static void
add (GPtrArray  *lines,
     Style       style,
     guint       depth,
     const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      MkPersonLine *line = g_new0 (MkPersonLine, 1);

      line->font = styles[style].font;
      line->indent = styles[style].indent + depth * INDENT;
      line->gap = paragraph == paragraphs ? styles[style].gap : 0;
      line->text = g_strdup (*paragraph);
      line->leads = styles[style].leads;
      g_ptr_array_add (lines, line);
    }
}

/* What is short stands beside what was short before it. */
static gboolean
is_short (const char *text)
{
  return g_utf8_strlen (text, -1) <= MOST_LETTERS && strchr (text, '\n') == NULL;
}

static void
flush (GPtrArray *lines,
       GString   *beside,
       guint      depth)
{
  if (beside->len > 0)
    add (lines, STYLE_FIELD, depth, beside->str);
  g_string_truncate (beside, 0);
}

static void
add_words (GPtrArray  *lines,
           JsonObject *data,
           const char *type)
{
  g_autoptr (GPtrArray) words = mk_data_words (type, data);
  g_autoptr (GString) beside = g_string_new (NULL);
  const char *heading = NULL;
  guint depth = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const MkFieldWords *one = g_ptr_array_index (words, i);
      g_autofree char *text = one->value != NULL
                                  ? mk_isolate_printf ("%s: %s", one->label, one->value)
                                  : g_strdup (one->label);
      gboolean stands_alone = one->value == NULL || !is_short (text);

      /* What computers find things by says nothing to a person. */
      if (one->is_technical)
        continue;
      if (stands_alone || one->depth != depth)
        flush (lines, beside, depth);
      depth = one->depth;
      /* Over more of the same it stands once. */
      if (one->value == NULL && g_strcmp0 (heading, one->label) == 0)
        continue;
      if (one->value == NULL || depth == 0)
        heading = one->value == NULL ? one->label : NULL;
      if (stands_alone)
        add (lines, STYLE_FIELD, depth, text);
      else
        g_string_append_printf (beside, "%s%s", beside->len > 0 ? BETWEEN : "", text);
    }
  flush (lines, beside, depth);
}

static char *
moment_of (JsonObject *object,
           const char *name)
{
  return mk_date_text_moment (json_object_get_string_member_with_default (object, name, ""));
}

static void
add_earlier (GPtrArray  *lines,
             JsonObject *entry,
             const char *type)
{
  JsonArray *earlier = json_object_has_member (entry, "tidligere")
                           ? json_object_get_array_member (entry, "tidligere")
                           : NULL;

  for (guint i = 0; earlier != NULL && i < json_array_get_length (earlier); i++)
    {
      JsonObject *one = json_array_get_object_element (earlier, i);
      g_autofree char *when = moment_of (one, "aendret");
      /* Translators: a day and a time. */
      g_autofree char *text = mk_isolate_printf (_ ("As it stood before, written %s:"), when);

      add (lines, STYLE_EARLIER, 0, text);
      add_words (lines, json_object_get_object_member (one, "data"), type);
    }
}

static char *
entry_title (JsonObject *entry)
{
  const char *source = json_object_get_string_member_with_default (entry, "fra", NULL);
  g_autofree char *when = moment_of (entry, "aendret");

  if (json_object_get_boolean_member_with_default (entry, "slettet", FALSE))
    /* Translators: a day and a time. */
    return mk_isolate_printf (_ ("Deleted %s. It said:"), when);
  if (source != NULL)
    /* Translators: who wrote it, a day and a time. */
    return mk_isolate_printf (_ ("From %1$s, %2$s"), source, when);
  return mk_isolate_printf (_ ("Written %s"), when);
}

static void
add_entry (GPtrArray  *lines,
           JsonObject *entry,
           const char *type)
{
  g_autofree char *title = entry_title (entry);

  add (lines, STYLE_ENTRY, 0, title);
  add_words (lines, json_object_get_object_member (entry, "data"), type);
  add_earlier (lines, entry, type);
}

static const char *
type_of (JsonArray *records,
         guint      index)
{
  return json_object_get_string_member (json_array_get_object_element (records, index), "type");
}

static void
add_kind (GPtrArray  *lines,
          JsonArray  *records,
          const char *type)
{
  const MkRecordType *known = mk_record_type_find (type);

  add (lines, STYLE_KIND, 0, known != NULL ? _ (known->label) : type);
  for (guint i = 0; i < json_array_get_length (records); i++)
    if (g_str_equal (type_of (records, i), type))
      add_entry (lines, json_array_get_object_element (records, i), type);
}

static void
add_records (GPtrArray *lines,
             JsonArray *records)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (records); i++)
    if (g_hash_table_add (seen, (gpointer) type_of (records, i)))
      add_kind (lines, records, type_of (records, i));
}

/* A draft is kept as its form wants it, with what is to become a record within. */
static void
add_draft (GPtrArray  *lines,
           JsonObject *draft)
{
  JsonObject *form = json_object_get_object_member (draft, "data");
  JsonNode *data = json_object_get_member (form, "data");
  g_autofree char *when = moment_of (draft, "gemt");
  g_autofree char *title = mk_isolate_printf (_ ("Written %s"), when);

  add (lines, STYLE_ENTRY, 0, title);
  add_words (lines,
             data != NULL && JSON_NODE_HOLDS_OBJECT (data) ? json_node_get_object (data) : form,
             "checkin");
}

/**
 * mk_person_lines:
 * @person: what mk_person_read() found
 *
 * Returns: (transfer full) (element-type MkPersonLine): all of it in words
 */
GPtrArray *
mk_person_lines (JsonObject *person)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  JsonArray *drafts = json_object_get_array_member (person, "kladder");

  add_records (lines, json_object_get_array_member (person, "poster"));
  if (json_array_get_length (drafts) > 0)
    add (lines, STYLE_KIND, 0, _ ("Drafts, not saved"));
  for (guint i = 0; i < json_array_get_length (drafts); i++)
    add_draft (lines, json_array_get_object_element (drafts, i));
  return lines;
}

/* The newest living record of a type. */
static JsonObject *
find_living (JsonArray          *records,
             const MkRecordType *type)
{
  for (guint i = json_array_get_length (records); i > 0; i--)
    {
      JsonObject *entry = json_array_get_object_element (records, i - 1);

      if (g_str_equal (type_of (records, i - 1), type->name) &&
          !json_object_get_boolean_member_with_default (entry, "slettet", FALSE))
        return json_object_get_object_member (entry, "data");
    }
  return NULL;
}

/**
 * mk_person_name:
 * @person: what mk_person_read() found
 *
 * Returns: (transfer full) (nullable): what the workplace calls them, or else the alias that came
 */
char *
mk_person_name (JsonObject *person)
{
  JsonArray *records = json_object_get_array_member (person, "poster");
  JsonObject *here = find_living (records, &mk_name_here_type);
  JsonObject *placement = find_living (records, &mk_placement_type);

  if (here != NULL)
    return g_strdup (json_object_get_string_member_with_default (here, "navn", NULL));
  if (placement == NULL || !json_object_has_member (placement, "kandidat"))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (
      json_object_get_object_member (placement, "kandidat"), "alias", NULL));
}
