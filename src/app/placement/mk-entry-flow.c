/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-entry-flow.h"

#include "mk-records.h"
#include "mk-search-text.h"
#include "placement/mk-log-words.h"
#include "widgets/mk-dialog.h"
#include "mk-record-reading.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A record that has no page of its own is read whole in a dialog. */

static char *
describe (const MkVersion *version)
{
  const MkRecordType *type = mk_record_type_find (version->type);
  gpointer content =
      type != NULL ? mk_record_content_read (type, version->data, version->private_data) : NULL;
  g_autofree char *sentence = NULL;
  const char *text;
  char *words;

  if (content == NULL)
    return mk_log_words_unknown (type);
  sentence = mk_log_words_sentence (type, content, version->changed);
  text = mk_log_words_text (type, content);
  if (sentence == NULL)
    words = mk_search_text (type->name, version->data, version->private_data);
  else
    words = g_strjoin ("\n\n", sentence, text, NULL);
  mk_shape_free (type->shape, content);
  return words;
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (MkVersion) version = mk_record_find (database, data, error);

  if (version != NULL)
    return describe (version);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("It is not there any more."));
  return NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mk_store_run_finish (MK_STORE (object), result, &error);

  if (gtk_widget_get_mapped (parent))
    mk_dialog_tell (parent, words != NULL ? _ ("From the log") : _ ("It could not be read"),
                    words != NULL ? words : error->message);
}

/**
 * mk_entry_flow_read:
 * @parent: over which page
 * @workplace: where it is
 * @id: UUID of a record
 *
 * Shows a record in words, to be read: one of a log as a sentence with its text, another by what it
 * is found by.
 */
void
mk_entry_flow_read (GtkWidget   *parent,
                    MkWorkplace *workplace,
                    const char  *id)
{
  mk_store_run_async (mk_workplace_get_store (workplace), read_func, g_strdup (id), g_free, g_free,
                      MK_STORE_READ, NULL, read_cb, g_object_ref (parent));
}
