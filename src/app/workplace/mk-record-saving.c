/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-record-saving.h"

#include <glib/gi18n-lib.h>

/* Forms let nothing through that has a fault but what was pasted into them. */
static gboolean
judge (const MkRecordType *type,
       gconstpointer       content,
       GError            **error)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  gpointer read;

  json_node_take_object (root, mk_shape_write (type->shape, content, MK_WRITE_ALL));
  read =
      mk_shape_read (type->shape, mk_json_of (root), MK_READ_PRIVATE | MK_READ_CLOSED, "", faults);
  mk_shape_free (type->shape, read);
  if (mk_faults_count (faults) == 0)
    return TRUE;
  g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_CONTENT,
               /* Translators: %s is a whole sentence. */
               _ ("It can’t be saved as it is. %s Change it, and try again."),
               mk_faults_first (faults)->reason);
  return FALSE;
}

/**
 * mk_record_save_judged:
 * @database: a store
 * @type: the record's type
 * @id: (nullable): UUID of the record that is changed; %NULL for a new one
 * @content: a struct of the type's shape, as a form made it
 * @error: return location
 *
 * Saves a record, new or as the next revision, when it has no fault. A plain function on the
 * database; the window calls it on the store's thread.
 *
 * Returns: (transfer full): what was saved; %NULL on error, when nothing was
 */
MkSaved *
mk_record_save_judged (MkDatabase         *database,
                       const MkRecordType *type,
                       const char         *id,
                       gconstpointer       content,
                       GError            **error)
{
  if (!judge (type, content, error))
    return NULL;
  return mk_own_record_save (database, type, id, content, error);
}
