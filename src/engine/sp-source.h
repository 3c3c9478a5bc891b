/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-plugin-loader.h"

G_BEGIN_DECLS

/**
 * SP_SOURCE_CACHE:
 *
 * The id of the plugin that keeps answers.
 */
#define SP_SOURCE_CACHE "disk-cache"

/**
 * SpCacheMode:
 * @SP_CACHE_ON: answers are kept, and used where they are fresh or nothing better is to be had
 * @SP_CACHE_OFF: nothing is kept
 * @SP_CACHE_OFFLINE: nothing is asked; what was kept is used
 *
 * What is done with answers.
 */
typedef enum
{
  SP_CACHE_ON,
  SP_CACHE_OFF,
  SP_CACHE_OFFLINE,
} SpCacheMode;

/**
 * SpSourceValues:
 * @id: the plugin
 * @options: (nullable) (array zero-terminated=1): its options, each NAME=VALUE
 * @cache: what is done with answers
 * @cache_options: (nullable) (array zero-terminated=1): options of what keeps answers, each NAME=VALUE
 * @directory: where the source may keep what is its own
 * @cache_directory: where answers are kept
 * @secrets: (nullable): where the source keeps its secrets; scoped to it already
 * @user_agent: what the program calls itself
 *
 * Where a competition asks.
 */
typedef struct
{
  const char         *id;
  const char * const *options;
  SpCacheMode         cache;
  const char * const *cache_options;
  const char         *directory;
  const char         *cache_directory;
  SpSecretStore      *secrets;
  const char         *user_agent;
} SpSourceValues;

#define SP_TYPE_SOURCE (sp_source_get_type ())
G_DECLARE_FINAL_TYPE (SpSource, sp_source, SP, SOURCE, GObject)

SpSource  *sp_source_new        (SpPluginLoader        *loader,
                                 SpClock               *clock,
                                 const SpSourceValues  *values);
void       sp_source_update     (SpSource              *self,
                                 const SpSourceValues  *values);
SpFetcher *sp_source_open       (SpSource              *self,
                                 gint64                 run_started_s,
                                 GError               **error);
SpFetcher *sp_source_open_kept  (SpSource              *self,
                                 gint64                 now_s,
                                 GError               **error);
SpFetcher *sp_source_open_plain (SpSource              *self,
                                 gint64                 run_started_s,
                                 GError               **error);
const char *sp_source_get_id    (SpSource              *self);
const char *sp_source_get_name  (SpSource              *self);
char      *sp_source_get_key    (SpSource              *self);

G_END_DECLS
