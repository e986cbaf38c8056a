/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-sending-words.h"

#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/* A sending in words, for the window. */

/**
 * mk_sending_words:
 * @sending: a sending
 *
 * Returns: (transfer full): what it does now: "Writes 3 of 12…"
 */
char *
mk_sending_words (MkSending *sending)
{
  guint n_files = mk_sending_get_n_files (sending);
  guint n_written = mk_sending_get_n_written (sending);

  if (n_files == 0)
    return g_strdup (_ ("Packs what is to be sent…"));
  return g_strdup_printf (_ ("Writes %1$u of %2$u…"), MIN (n_written + 1, n_files), n_files);
}

/**
 * mk_sending_heading:
 * @sending: a sending that is done
 *
 * Returns: (transfer none): how it ended
 */
const char *
mk_sending_heading (MkSending *sending)
{
  if (mk_sending_get_error (sending) != NULL)
    return mk_sending_get_n_written (sending) > 0 ? _ ("Not everything was sent")
                                                  : _ ("Nothing was sent");
  if (mk_sending_get_is_cancelled (sending))
    return _ ("Stopped");
  return mk_sending_get_n_files (sending) > 0 ? C_ ("state", "Sent")
                                              : _ ("There is nothing to send.");
}

/* What is wrong with the folder, and what can be done about it. */
static const char *
trouble_words (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _ ("The folder is no longer there. Put the drive in again, or choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("The folder is full. Make room in it, or choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("Makker may not write in the folder. Choose another folder.");
  return error->message;
}

static void
add_line (GString    *text,
          const char *separator,
          const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", line);
}

/* A line for each partner that got something. */
static void
add_recipients (MkSending *sending,
                GString   *text)
{
  const char *separator = "\n\n";
  const char *name;

  for (guint i = 0;; i++)
    {
      guint count = mk_sending_count_for (sending, i, &name);
      g_autofree char *line = NULL;

      if (name == NULL)
        return;
      if (count == 0)
        continue;
      line = mk_isolate_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u package to %2$s",
                                             "%1$u packages to %2$s", count),
                                count, name);
      add_line (text, separator, line);
      separator = "\n";
    }
}

/* How much was written before its time had come. */
static void
add_part (MkSending *sending,
          GString   *text)
{
  guint n_written = mk_sending_get_n_written (sending);
  guint n_files = mk_sending_get_n_files (sending);
  g_autofree char *part = NULL;

  if (n_files > 0)
    part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u file is written.",
                                         "%1$u of %2$u files are written.", n_files),
                            n_written, n_files);
  if (part != NULL && n_written > 0)
    add_line (text, "\n\n", part);
  add_line (text, "\n\n",
            _ ("Nothing is lost. What is packed and not written stands under “Ready to send”."));
}

/**
 * mk_sending_end_words:
 * @sending: a sending that is done
 *
 * Returns: (transfer full): what was written, what was not, and what to do with the files
 */
char *
mk_sending_end_words (MkSending *sending)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (mk_sending_get_error (sending) != NULL)
    add_line (text, "", trouble_words (mk_sending_get_error (sending)));
  add_recipients (sending, text);
  if (mk_sending_get_error (sending) != NULL || mk_sending_get_is_cancelled (sending))
    add_part (sending, text);
  if (mk_sending_get_n_written (sending) > 0)
    add_line (text, "\n\n",
              _ ("The file is not locked. Do not send it by ordinary mail. Use Digital Post or "
                 "secure mail."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
