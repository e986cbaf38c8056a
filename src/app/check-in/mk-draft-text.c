/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-draft-text.h"

#include "mk-json.h"

/* A draft as JSON, for the store to keep. It may hold what no record may, such as half a number or
 * a text that is too long, so that the tables of records are no help. */

static const struct
{
  const char *name;
  gsize offset;
} texts[] = {
  { "forloebId", offsetof (MkCheckInData, placement_id) },
  { "tidspunkt", offsetof (MkCheckInData, moment) },
  { "forfatter", offsetof (MkCheckInData, author) },
  { "fremmoede", offsetof (MkCheckInData, attendance) },
  { "bane", offsetof (MkCheckInData, path) },
  { "lilleSejr", offsetof (MkCheckInData, small_win) },
  { "svaert", offsetof (MkCheckInData, difficult) },
  { "naesteSkridt", offsetof (MkCheckInData, next_step) },
  { "note", offsetof (MkCheckInData, note) },
  { "privatNote", offsetof (MkCheckInData, private_note) },
  { "privatBane", offsetof (MkCheckInData, private_path) },
  { "sendesTidligst", offsetof (MkCheckInData, send_earliest) },
};

static const struct
{
  const char *name;
  gsize offset;
} numbers[] = {
  { "loennedeMinutter", offsetof (MkCheckInData, paid_minutes) },
  { "uloennedeMinutter", offsetof (MkCheckInData, unpaid_minutes) },
  { "trivsel", offsetof (MkCheckInData, wellbeing) },
};

#define TEXT(data, i) (*(char **) (gpointer) ((char *) (data) + texts[i].offset))
#define NUMBER(data, i) (*(gint64 *) (gpointer) ((char *) (data) + numbers[i].offset))

static JsonObject *
write_data (const MkCheckInData *data)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (TEXT (data, i) != NULL)
      json_object_set_string_member (object, texts[i].name, TEXT (data, i));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    json_object_set_int_member (object, numbers[i].name, NUMBER (data, i));
  json_object_set_int_member (object, "pauser", data->breaks_with_colleagues);
  json_object_set_boolean_member (object, "behovForHjaelp", data->needs_help == TRUE);
  if (data->pulse == NULL)
    return object;
  json_object_set_int_member (object, "autonomi", data->pulse->autonomy);
  json_object_set_int_member (object, "kompetence", data->pulse->competence);
  json_object_set_int_member (object, "samhoerighed", data->pulse->belonging);
  return object;
}

/**
 * mk_draft_to_text:
 * @draft: a draft
 *
 * Returns: (transfer full): all that stands in it as JSON
 */
char *
mk_draft_to_text (const MkCheckInDraft *draft)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (draft->id != NULL)
    json_object_set_string_member (object, "id", draft->id);
  if (draft->kept_private != NULL)
    json_object_set_string_member (object, "gemtPrivat", draft->kept_private);
  if (draft->scheme != NULL)
    json_object_set_string_member (object, "ordning", draft->scheme);
  json_object_set_int_member (object, "revision", draft->revision);
  json_object_set_int_member (object, "minutter", draft->minutes);
  json_object_set_int_member (object, "fordeling", draft->split);
  json_object_set_int_member (object, "medLoen", draft->paid_minutes);
  json_object_set_int_member (object, "timerFra", draft->hours_source);
  json_object_set_boolean_member (object, "fordeltAfPerson", draft->is_split_typed);
  json_object_set_boolean_member (object, "sendTekst", draft->sends_text);
  json_object_set_boolean_member (object, "sendBane", draft->sends_path);
  json_object_set_object_member (object, "data", write_data (draft->data));
  return mk_json_to_text (object);
}

static const char *
text_of (JsonObject *object,
         const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
number_of (JsonObject *object,
           const char *name,
           gint64      otherwise)
{
  return json_object_get_int_member_with_default (object, name, otherwise);
}

static gboolean
truth_of (JsonObject *object,
          const char *name)
{
  return json_object_get_boolean_member_with_default (object, name, FALSE);
}

static MkCheckInData *
read_data (JsonObject *object)
{
  MkCheckInData *data = mk_shape_new (mk_check_in_type.shape);
  MkPulse pulse = { number_of (object, "autonomi", 0), number_of (object, "kompetence", 0),
                    number_of (object, "samhoerighed", 0) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (data, i) = g_strdup (text_of (object, texts[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    NUMBER (data, i) = number_of (object, numbers[i].name, MK_ABSENT);
  data->breaks_with_colleagues = (int) number_of (object, "pauser", MK_ABSENT);
  data->needs_help = truth_of (object, "behovForHjaelp");
  if (json_object_has_member (object, "autonomi"))
    data->pulse = g_memdup2 (&pulse, sizeof pulse);
  return data;
}

static MkCheckInDraft *
read_draft (JsonObject *object,
            JsonObject *data)
{
  MkCheckInDraft *draft = g_new0 (MkCheckInDraft, 1);

  draft->id = g_strdup (text_of (object, "id"));
  draft->kept_private = g_strdup (text_of (object, "gemtPrivat"));
  draft->scheme = g_intern_string (text_of (object, "ordning"));
  draft->revision = number_of (object, "revision", 0);
  draft->minutes = CLAMP (number_of (object, "minutter", 0), 0, MK_MINUTES_A_DAY);
  draft->split = (MkSplit) number_of (object, "fordeling", MK_SPLIT_UNPAID);
  draft->paid_minutes = CLAMP (number_of (object, "medLoen", 0), 0, MK_MINUTES_A_DAY);
  draft->hours_source = (MkHoursSource) number_of (object, "timerFra", MK_HOURS_TYPED);
  draft->is_split_typed = truth_of (object, "fordeltAfPerson");
  draft->sends_text = truth_of (object, "sendTekst");
  draft->sends_path = truth_of (object, "sendBane");
  draft->data = read_data (data);
  return draft;
}

/**
 * mk_draft_from_text:
 * @text: what mk_draft_to_text() wrote
 *
 * Hours that could not be understood come back as the last ones that could.
 *
 * Returns: (transfer full) (nullable): the draft; %NULL for another text
 */
MkCheckInDraft *
mk_draft_from_text (const char *text)
{
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonObject *object = json_node_get_object (root);
  JsonObject *data = NULL;

  if (json_object_has_member (object, "data"))
    data = json_object_get_object_member (object, "data");
  if (data == NULL || text_of (data, "forloebId") == NULL || text_of (data, "tidspunkt") == NULL)
    return NULL;
  return read_draft (object, data);
}
