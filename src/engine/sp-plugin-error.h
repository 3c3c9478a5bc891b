/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpPluginError:
 * @SP_PLUGIN_ERROR_UNREADABLE: the file can not be read
 * @SP_PLUGIN_ERROR_NO_MODULE: it is no loadable module of this machine: text, empty, another machine's
 * @SP_PLUGIN_ERROR_CUT_OFF: it is one, but its end is missing
 * @SP_PLUGIN_ERROR_CRASHES: it takes the process down, or does not come back, when it is loaded
 * @SP_PLUGIN_ERROR_UNLOADABLE: the system's loader refuses it, for example for a symbol that is nowhere
 * @SP_PLUGIN_ERROR_NO_ENTRY: it is loadable, but holds no plugin
 * @SP_PLUGIN_ERROR_OTHER_API: it was built for another plugin interface
 * @SP_PLUGIN_ERROR_BAD_ENTRY: its entry is wrong: an id with forbidden characters, a type that is no fetcher
 * @SP_PLUGIN_ERROR_ID_TAKEN: another plugin has its id
 * @SP_PLUGIN_ERROR_UNKNOWN: there is no plugin with the id that was asked for
 * @SP_PLUGIN_ERROR_WRONG_KIND: a source where a decorator is needed, or the other way round
 * @SP_PLUGIN_ERROR_BAD_OPTION: the fetcher has no such option, or not such a value for it
 *
 * Why a plugin can not be used. The message is a sentence for the user.
 */
typedef enum
{
  SP_PLUGIN_ERROR_UNREADABLE,
  SP_PLUGIN_ERROR_NO_MODULE,
  SP_PLUGIN_ERROR_CUT_OFF,
  SP_PLUGIN_ERROR_CRASHES,
  SP_PLUGIN_ERROR_UNLOADABLE,
  SP_PLUGIN_ERROR_NO_ENTRY,
  SP_PLUGIN_ERROR_OTHER_API,
  SP_PLUGIN_ERROR_BAD_ENTRY,
  SP_PLUGIN_ERROR_ID_TAKEN,
  SP_PLUGIN_ERROR_UNKNOWN,
  SP_PLUGIN_ERROR_WRONG_KIND,
  SP_PLUGIN_ERROR_BAD_OPTION,
} SpPluginError;

/**
 * SP_PLUGIN_ERROR:
 *
 * The error domain of plugins. Its codes are those of [error@PluginError].
 */
#define SP_PLUGIN_ERROR (sp_plugin_error_quark ())

GQuark sp_plugin_error_quark (void);

G_END_DECLS
