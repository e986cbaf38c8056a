/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-draft.h"

#include "form/mk-record-draft.h"

#include <string.h>

/* What stands in the form that asks for help. It may be what no record may, such as without a card. */

/**
 * mk_ask_draft_new:
 * @placement_id: (nullable): UUID of whom it is for
 * @description: (nullable): words to begin with
 *
 * Returns: (transfer full): a form with nothing else chosen
 */
MkAskDraft *
mk_ask_draft_new (const char *placement_id,
                  const char *description)
{
  MkAskDraft *self = g_new0 (MkAskDraft, 1);

  self->data = mk_shape_new (mk_support_request_type.shape);
  self->data->placement_id = g_strdup (placement_id);
  self->data->description = g_strdup (description);
  self->data->urgency = g_strdup (MK_URGENCY_SOON);
  self->data->status = g_strdup (MK_REQUEST_SENT);
  return self;
}

/**
 * mk_ask_draft_of:
 * @request: a request
 * @is_correction: whether it is changed; otherwise the same is asked for once more
 *
 * Returns: (transfer full): a form with what stands in the request
 */
MkAskDraft *
mk_ask_draft_of (const MkHelpRecord *request,
                 gboolean            is_correction)
{
  MkAskDraft *self = g_new0 (MkAskDraft, 1);

  self->data = mk_shape_copy (mk_support_request_type.shape, request->record.data);
  g_set_str (&self->data->status, MK_REQUEST_SENT);
  if (is_correction)
    self->id = g_strdup (request->record.id);
  else
    g_clear_pointer (&self->data->wished_date, g_free);
  return self;
}

/**
 * mk_ask_draft_copy:
 * @self: a draft
 *
 * Returns: (transfer full): another one like it
 */
MkAskDraft *
mk_ask_draft_copy (const MkAskDraft *self)
{
  MkAskDraft *copy = g_new0 (MkAskDraft, 1);

  copy->id = g_strdup (self->id);
  copy->data = mk_shape_copy (mk_support_request_type.shape, self->data);
  return copy;
}

/**
 * mk_ask_draft_free:
 * @self: (nullable): a draft
 */
void
mk_ask_draft_free (MkAskDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  mk_shape_free (mk_support_request_type.shape, self->data);
  g_free (self);
}

static gboolean
may_use (const MkHelpRecord *card,
         const char         *placement_id)
{
  const MkPunchCardData *data = card->record.data;

  return data->placement_id == NULL || g_strcmp0 (data->placement_id, placement_id) == 0;
}

/**
 * mk_ask_draft_fit:
 * @self: a draft
 * @help: the cards there are
 * @today: YYYY-MM-DD
 *
 * Proposes a card where none is chosen that may be used, and the first service of the card where none
 * of its own is.
 */
void
mk_ask_draft_fit (MkAskDraft   *self,
                  const MkHelp *help,
                  const char   *today)
{
  const MkHelpRecord *card = mk_help_find_card (help, self->data->card_id);
  const MkPunchCardData *data;
  int proposed;

  if (card == NULL || !may_use (card, self->data->placement_id))
    {
      proposed = mk_help_propose (help->cards, help->balances, self->data->placement_id, today);
      card = proposed >= 0 ? g_ptr_array_index (help->cards, (guint) proposed) : NULL;
    }
  g_set_str (&self->data->card_id, card != NULL ? card->record.id : NULL);
  data = card != NULL ? card->record.data : NULL;
  if (data != NULL && mk_help_service (data, self->data->service) != NULL)
    return;
  g_set_str (&self->data->service,
             data != NULL && data->services->len > 0
                 ? ((MkPunchCardService *) g_ptr_array_index (data->services, 0))->code
                 : NULL);
}

/**
 * mk_ask_draft_to_text:
 * @self: a draft
 *
 * Returns: (transfer full): all that stands in it as JSON
 */
char *
mk_ask_draft_to_text (const MkAskDraft *self)
{
  g_autoptr (JsonObject) object =
      mk_shape_write (mk_support_request_type.shape, self->data, MK_WRITE_ALL);

  if (self->id != NULL)
    json_object_set_string_member (object, "id", self->id);
  return mk_json_to_text (object);
}

/**
 * mk_ask_draft_from_text:
 * @text: what mk_ask_draft_to_text() wrote
 *
 * Returns: (transfer full) (nullable): the draft; %NULL for another text
 */
MkAskDraft *
mk_ask_draft_from_text (const char *text)
{
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonObject *object = json_node_get_object (root);
  MkAskDraft *self;

  if (!json_object_has_member (object, "hast") || !json_object_has_member (object, "status"))
    return NULL;
  self = g_new0 (MkAskDraft, 1);
  self->id = g_strdup (json_object_get_string_member_with_default (object, "id", NULL));
  self->data = mk_record_draft_read (&mk_support_request_type, root);
  return self;
}

#define KEY_PREFIX "anmodning "

/**
 * mk_ask_draft_key:
 * @id: (nullable): UUID of the request that is corrected
 * @placement_id: (nullable): UUID of whom a new one was begun for
 *
 * Returns: (transfer full): what a draft is kept under
 */
char *
mk_ask_draft_key (const char *id,
                  const char *placement_id)
{
  return g_strconcat (KEY_PREFIX, id != NULL ? id : placement_id, NULL);
}

/**
 * mk_ask_draft_key_subject:
 * @key: what mk_ask_draft_key() returned
 *
 * Returns: (transfer none): the UUID in it, "" where there was none
 */
const char *
mk_ask_draft_key_subject (const char *key)
{
  g_return_val_if_fail (g_str_has_prefix (key, KEY_PREFIX), "");

  return key + strlen (KEY_PREFIX);
}
