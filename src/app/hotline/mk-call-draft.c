/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-call-draft.h"

#include "form/mk-record-draft.h"

/* What stands in the form that notes a call. It may be what no record may, such as without an
 * outcome. */

/**
 * mk_call_draft_new:
 * @line: who was called
 * @placement_id: (nullable): UUID of the placement that it was about
 * @author: who called
 * @moment: when, date-time
 *
 * Returns: (transfer full): a form with nothing else chosen
 */
MkCallDraft *
mk_call_draft_new (const MkHotlineLine *line,
                   const char          *placement_id,
                   const char          *author,
                   const char          *moment)
{
  MkCallDraft *self = g_new0 (MkCallDraft, 1);

  self->line_key = g_strdup (line->key);
  self->data = mk_shape_new (mk_call_type.shape);
  self->data->contact_id = g_strdup (line->id);
  self->data->contact_name = g_strdup (line->name);
  self->data->telephone = g_strdup (line->telephone);
  self->data->placement_id = g_strdup (placement_id != NULL ? placement_id : line->placement_id);
  self->data->author = g_strdup (author);
  self->data->moment = g_strdup (moment);
  return self;
}

/**
 * mk_call_draft_of:
 * @id: UUID of a call
 * @data: what stands in it
 *
 * Returns: (transfer full): a form that corrects it
 */
MkCallDraft *
mk_call_draft_of (const char       *id,
                  const MkCallData *data)
{
  MkCallDraft *self = g_new0 (MkCallDraft, 1);

  self->id = g_strdup (id);
  self->data = mk_shape_copy (mk_call_type.shape, data);
  return self;
}

/**
 * mk_call_draft_copy:
 * @self: a draft
 *
 * Returns: (transfer full): another one like it
 */
MkCallDraft *
mk_call_draft_copy (const MkCallDraft *self)
{
  MkCallDraft *copy = mk_call_draft_of (self->id, self->data);

  copy->line_key = g_strdup (self->line_key);
  return copy;
}

/**
 * mk_call_draft_free:
 * @self: (nullable): a draft
 */
void
mk_call_draft_free (MkCallDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->line_key);
  mk_shape_free (mk_call_type.shape, self->data);
  g_free (self);
}

/**
 * mk_call_draft_can_save:
 * @self: a draft
 *
 * Returns: whether everything is chosen that a call needs
 */
gboolean
mk_call_draft_can_save (const MkCallDraft *self)
{
  const char *note = self->data->note;

  return self->data->outcome != NULL && (note == NULL || g_utf8_strlen (note, -1) <= MK_TEXT_MAX);
}

/**
 * mk_call_draft_to_text:
 * @self: a draft
 *
 * Returns: (transfer full): all that stands in it as JSON
 */
char *
mk_call_draft_to_text (const MkCallDraft *self)
{
  g_autoptr (JsonObject) object = mk_shape_write (mk_call_type.shape, self->data, MK_WRITE_ALL);

  if (self->id != NULL)
    json_object_set_string_member (object, "id", self->id);
  if (self->line_key != NULL)
    json_object_set_string_member (object, "linje", self->line_key);
  return mk_json_to_text (object);
}

/**
 * mk_call_draft_from_text:
 * @text: what mk_call_draft_to_text() wrote
 *
 * Returns: (transfer full) (nullable): the draft; %NULL for another text
 */
MkCallDraft *
mk_call_draft_from_text (const char *text)
{
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonObject *object = json_node_get_object (root);
  MkCallDraft *self;

  if (!json_object_has_member (object, "kontaktNavn") ||
      !json_object_has_member (object, "tidspunkt") ||
      !json_object_has_member (object, "forfatter"))
    return NULL;
  self = g_new0 (MkCallDraft, 1);
  self->id = g_strdup (json_object_get_string_member_with_default (object, "id", NULL));
  self->line_key = g_strdup (json_object_get_string_member_with_default (object, "linje", NULL));
  self->data = mk_record_draft_read (&mk_call_type, root);
  return self;
}

/**
 * mk_call_draft_dup_key:
 * @self: a draft
 *
 * Returns: (transfer full): what it is kept under: the call that is corrected, or whoever was called,
 *   and about whom
 */
char *
mk_call_draft_dup_key (const MkCallDraft *self)
{
  if (self->id != NULL)
    return g_strconcat ("opkald ", self->id, NULL);
  return g_strconcat ("opkald ", self->line_key, " ", self->data->placement_id, NULL);
}
