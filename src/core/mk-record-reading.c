/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-record-reading.h"

static void
add_member (JsonObject *object,
            const char *name,
            JsonNode   *node,
            gpointer    user_data)
{
  json_object_set_member (user_data, name, json_node_copy (node));
}

/**
 * mk_record_content_read:
 * @type: the type of the record
 * @data: its `data` as JSON text
 * @private_data: (nullable): its private object as JSON text
 *
 * Reads both halves of a record's content into one struct.
 *
 * Returns: (transfer full) (nullable): a struct of the type's shape; %NULL when it has a fault,
 *   which nothing that was taken or saved has
 */
gpointer
mk_record_content_read (const MkRecordType *type,
                        const char         *data,
                        const char         *private_data)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_json_from_text (data);
  g_autoptr (JsonNode) hidden = private_data != NULL ? mk_json_from_text (private_data) : NULL;
  gpointer content;

  if (hidden != NULL)
    json_object_foreach_member (json_node_get_object (hidden), add_member,
                                json_node_get_object (root));
  content = mk_shape_read (type->shape, mk_json_of (root), MK_READ_PRIVATE, "", faults);
  if (mk_faults_count (faults) == 0)
    return content;
  mk_shape_free (type->shape, content);
  return NULL;
}
