/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup/mk-backup-words.h"

#include "mk-clock.h"
#include "mk-date-text.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/* What is said of a backup in more than one place. */

/**
 * mk_backup_moment_words:
 * @made: RFC 3339 date-time
 *
 * Returns: (transfer full): "today at 14:30", as it stands within a sentence
 */
char *
mk_backup_moment_words (const char *made)
{
  g_autoptr (GDateTime) moment = mk_date_text_read (made);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = moment != NULL ? mk_date_text_relative (moment, now) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;

  return moment != NULL ? g_strdup_printf ("%s %s", day, time) : g_strdup (made);
}

/**
 * mk_backup_content_words:
 * @content: what is in a backup
 *
 * Returns: (transfer full): from when it is and how much there is of what people know by name
 */
char *
mk_backup_content_words (const MkBackupContent *content)
{
  gulong n_check_ins = (gulong) mk_backup_content_count (content, "checkin");
  gulong n_placements = (gulong) mk_backup_content_count (content, "forloeb");
  g_autofree char *moment = mk_backup_moment_words (content->made);
  g_autofree char *check_ins =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu check-in", "%lu check-ins", n_check_ins),
                       n_check_ins);
  g_autofree char *placements = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%lu placement", "%lu placements", n_placements), n_placements);

  /* Translators: a moment such as "today at 14:30", then numbers such as "3 placements". */
  return g_strdup_printf (_ ("It is from %1$s and holds %2$s and %3$s."), moment, placements,
                          check_ins);
}

/**
 * mk_backup_restored_words:
 * @restored: what was done
 *
 * Returns: (transfer full): what was brought in, where the former store is, and what follows
 */
char *
mk_backup_restored_words (const MkRestored *restored)
{
  g_autofree char *content = mk_backup_content_words (restored->content);
  g_autofree char *name = restored->kept != NULL ? g_path_get_basename (restored->kept) : NULL;
  g_autofree char *kept =
      name != NULL ? g_strdup_printf (_ (" What was here before is kept in the folder “%s”."), name)
                   : g_strdup ("");

  return g_strconcat (
      content, kept, "\n\n",
      _ ("The next packages carry everything again, so that nobody misses anything."), NULL);
}

/**
 * mk_backup_file_dialog_new:
 * @parent: where a backup is asked for
 *
 * Returns: (transfer full) (nullable): a dialog that lets a person choose a backup; %NULL where none
 *   can be shown, which is told
 */
GtkFileDialog *
mk_backup_file_dialog_new (GtkWidget *parent)
{
  GtkFileDialog *dialog = mk_portal_file_dialog_new (parent, _ ("Choose a backup"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (dialog == NULL)
    return NULL;
  gtk_file_filter_set_name (filter, _ ("Backups"));
  gtk_file_filter_add_suffix (filter, "makkerkopi");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}
