/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"

G_BEGIN_DECLS

#define SP_TYPE_MOCK_FETCHER (sp_mock_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpMockFetcher, sp_mock_fetcher, SP, MOCK_FETCHER, GObject)

G_END_DECLS
