/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-settings.h"

#include "config.h"

/**
 * mk_settings_new:
 *
 * The person's settings on this machine. Where the schema is not installed, as in a program run
 * from an odd place, there are none, and GLib would end the program for asking.
 *
 * Returns: (transfer full) (nullable): the settings
 */
GSettings *
mk_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MK_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
