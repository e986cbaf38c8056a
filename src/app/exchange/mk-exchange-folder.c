/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-exchange-folder.h"

#include "shell/mk-settings.h"

/* The folder that packages are sent to, from one time to the next. */

/**
 * mk_exchange_folder_remember:
 * @folder: where packages were sent
 *
 * Offers it first the next time.
 */
void
mk_exchange_folder_remember (GFile *folder)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autofree char *uri = g_file_get_uri (folder);

  if (settings != NULL)
    g_settings_set_string (settings, "exchange-folder", uri);
}

/**
 * mk_exchange_folder_last:
 *
 * Returns: (transfer full) (nullable): the folder that was remembered, which may be gone by now
 */
GFile *
mk_exchange_folder_last (void)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autofree char *uri =
      settings != NULL ? g_settings_get_string (settings, "exchange-folder") : g_strdup ("");

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}
