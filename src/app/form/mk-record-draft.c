/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-record-draft.h"

/* What stands in a form, in the struct of its record. It may be what no record may, such as without a
 * name, or too long. */

/**
 * mk_record_draft_key:
 * @type: a type of record
 * @id: (nullable): UUID of the record that is changed, or what a new one belongs to
 *
 * Returns: (transfer full): what a draft is kept under
 */
char *
mk_record_draft_key (const MkRecordType *type,
                     const char         *id)
{
  return g_strjoin (" ", type->name, id, NULL);
}

/**
 * mk_record_draft_to_text:
 * @type: a type of record
 * @data: a struct of its shape
 *
 * Returns: (transfer full): all that stands in it as JSON
 */
char *
mk_record_draft_to_text (const MkRecordType *type,
                         gconstpointer       data)
{
  g_autoptr (JsonObject) object = mk_shape_write (type->shape, data, MK_WRITE_ALL);

  return mk_json_to_text (object);
}

/**
 * mk_record_draft_from_text:
 * @type: a type of record
 * @text: what mk_record_draft_to_text() wrote
 *
 * Returns: (transfer full) (nullable): a struct of its shape; %NULL for another text
 */
gpointer
mk_record_draft_from_text (const MkRecordType *type,
                           const char         *text)
{
  g_autoptr (JsonNode) root = mk_json_from_text (text);

  if (json_object_get_size (json_node_get_object (root)) == 0)
    return NULL;
  return mk_record_draft_read (type, root);
}

/**
 * mk_record_draft_read:
 * @type: a type of record
 * @root: an object with what mk_record_draft_to_text() writes, and more
 *
 * Returns: (transfer full): a struct of its shape, whatever faults are in it
 */
gpointer
mk_record_draft_read (const MkRecordType *type,
                      JsonNode           *root)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();

  return mk_shape_read (type->shape, mk_json_of (root), MK_READ_PRIVATE, "", faults);
}
