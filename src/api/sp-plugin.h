/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gmodule.h>

#include "api/sp-fetcher.h"

G_BEGIN_DECLS

/**
 * SP_PLUGIN_MAGIC:
 *
 * How a plugin's entry is told from any other symbol of that name.
 */
#define SP_PLUGIN_MAGIC 0x53504f44u

/**
 * SP_API_NUMBER:
 *
 * The number of the plugin interface. It changes when a module built for another number can not be used.
 */
#define SP_API_NUMBER 1u

/**
 * SpPluginKind:
 * @SP_PLUGIN_SOURCE: answers of itself
 * @SP_PLUGIN_DECORATOR: stands before another fetcher, which it is given as its property `upstream`
 *
 * What a plugin's fetcher is for.
 */
typedef enum
{
  SP_PLUGIN_SOURCE,
  SP_PLUGIN_DECORATOR,
} SpPluginKind;

/**
 * SpPluginInfo:
 * @magic: %SP_PLUGIN_MAGIC
 * @api_number: %SP_API_NUMBER of the headers it was built with
 * @struct_size: size of this struct in those headers
 * @kind: what its fetcher is for
 * @id: its name in settings and on the command line: small letters, digits and dashes
 * @name: its name for people, in English; looked up in @gettext_domain
 * @description: what it is in one sentence, in English
 * @version: its own version
 * @gettext_domain: (nullable): where its texts are translated
 * @get_type: gives the type of its fetcher, a #GObject that implements [iface@Fetcher]
 *
 * The one symbol of a plugin, `sp_plugin_info`. Write it with %SP_DEFINE_PLUGIN.
 */
typedef struct
{
  guint32      magic;
  guint32      api_number;
  guint32      struct_size;
  SpPluginKind kind;
  const char  *id;
  const char  *name;
  const char  *description;
  const char  *version;
  const char  *gettext_domain;
  GType      (*get_type) (void);
} SpPluginInfo;

/**
 * SP_PLUGIN_SYMBOL:
 *
 * The name of the symbol.
 */
#define SP_PLUGIN_SYMBOL "sp_plugin_info"

/**
 * SP_DEFINE_PLUGIN:
 * @Kind: an [enum@PluginKind]
 * @Id: see [struct@PluginInfo]
 * @Name: its name for people; mark it with N_() where it is translated
 * @Description: one sentence
 * @Version: its own version
 * @Domain: gettext domain or %NULL; a plugin from elsewhere binds its own, best in `g_module_check_init ()`
 * @GetType: the `get_type` function of its fetcher
 *
 * Writes a plugin's entry.
 */
#define SP_DEFINE_PLUGIN(Kind, Id, Name, Description, Version, Domain, GetType)             \
  G_MODULE_EXPORT extern const SpPluginInfo sp_plugin_info;                                 \
  const SpPluginInfo sp_plugin_info = {                                                     \
    SP_PLUGIN_MAGIC, SP_API_NUMBER, sizeof (SpPluginInfo), (Kind), (Id), (Name),            \
    (Description), (Version), (Domain), (GetType)                                           \
  };

G_END_DECLS
