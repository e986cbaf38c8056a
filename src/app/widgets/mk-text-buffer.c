/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-text-buffer.h"

/**
 * mk_text_buffer_dup_text:
 * @buffer: of a text that somebody writes
 *
 * Returns: (transfer full): what stands in it
 */
char *
mk_text_buffer_dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * mk_text_buffer_set_text:
 * @buffer: of a text that somebody writes
 * @text: (nullable): what is to stand in it
 *
 * Where it stands there, whoever writes keeps their place.
 */
void
mk_text_buffer_set_text (GtkTextBuffer *buffer,
                         const char    *text)
{
  g_autofree char *shown = mk_text_buffer_dup_text (buffer);
  const char *wanted = text != NULL ? text : "";

  if (g_strcmp0 (shown, wanted) != 0)
    gtk_text_buffer_set_text (buffer, wanted, -1);
}
