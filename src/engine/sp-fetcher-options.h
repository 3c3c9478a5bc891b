/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "engine/sp-plugin-error.h"

G_BEGIN_DECLS

GPtrArray *sp_fetcher_options_list   (GType                fetcher_type);
gboolean   sp_fetcher_options_parse  (GParamSpec          *option,
                                      const char          *text,
                                      GValue              *value,
                                      GError             **error);
char     **sp_fetcher_options_filter (GType                fetcher_type,
                                      const char * const  *options) G_GNUC_WARN_UNUSED_RESULT;
SpFetcher *sp_fetcher_options_create (GType                fetcher_type,
                                      const char * const  *options,
                                      SpFetcher           *upstream,
                                      GError             **error);

G_END_DECLS
