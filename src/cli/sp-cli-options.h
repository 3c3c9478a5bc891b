/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-prefetcher.h"
#include "engine/sp-source.h"
#include "files/sp-results-writer.h"

G_BEGIN_DECLS

/**
 * SP_CLI_PIPE:
 *
 * What stands for standard input and standard output in place of a file.
 */
#define SP_CLI_PIPE "-"

/**
 * SpCliOptions:
 * @competition: what is to be run: a file, `demo:`, or %SP_CLI_PIPE
 * @source: (nullable): the id of the source, %NULL for the competition's own
 * @source_options: (nullable) (array zero-terminated=1): options of the source, each NAME=VALUE
 * @output: (nullable): where results are to be written: a file, or %SP_CLI_PIPE
 * @format: how they are written to %SP_CLI_PIPE; a file's name says how
 * @cache: what is done with answers
 * @token_store: (nullable): a file to keep tokens in, %NULL for the desktop's keyring
 * @runners: (nullable) (array zero-terminated=1): names of the runners to ask, %NULL for all
 * @strategy: how it is asked
 * @split_windows: whether each window is a board of its own
 * @thorough: whether no activity is skipped for its route
 * @max_wait_us: how long the quota may be waited for, in microseconds, negative for as long as it takes
 * @quiet: whether no progress is shown
 * @verbose: whether each step is said
 *
 * What a run was told.
 */
typedef struct
{
  char             *competition;
  char             *source;
  char            **source_options;
  char             *output;
  SpResultsFormat   format;
  SpCacheMode       cache;
  char             *token_store;
  char            **runners;
  SpStrategy        strategy;
  gboolean          split_windows;
  gboolean          thorough;
  gint64            max_wait_us;
  gboolean          quiet;
  gboolean          verbose;
} SpCliOptions;

SpCliOptions *sp_cli_options_parse      (char           **arguments,
                                         gboolean         is_demo,
                                         GError         **error);
void          sp_cli_options_free       (SpCliOptions    *self);
gboolean      sp_cli_options_parse_span (const char      *text,
                                         gint64          *span_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCliOptions, sp_cli_options_free)

G_END_DECLS
