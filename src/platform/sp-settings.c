/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-settings.h"

#define SCHEMA "io.github.segmentpodium.SegmentPodium"

/**
 * sp_settings_open:
 *
 * Opens the program's settings in the desktop's.
 *
 * Returns: (transfer full) (nullable): the settings, %NULL where their schema is not installed
 */
GSettings *
sp_settings_open (void)
{
  GSettingsSchemaSource *all = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (all != NULL)
    schema = g_settings_schema_source_lookup (all, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
