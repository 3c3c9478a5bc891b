/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-club.h"

G_BEGIN_DECLS

/**
 * SpMockOptions:
 * @size: what makes the club; its day is set by sp_mock_options_check()
 * @latency_ms: how long each answer takes, in milliseconds
 * @page_size: how many entries are on a page of a list
 * @lists_efforts: whether efforts can be listed
 * @anchor: (owned): the day that is to be today, as a text
 * @quota: (owned): what is allowed, as a text
 * @faults: (owned): what fails, as a text
 *
 * What the organiser may set.
 */
typedef struct
{
  SpMockSize  size;
  guint       latency_ms;
  guint       page_size;
  gboolean    lists_efforts;
  char       *anchor;
  char       *quota;
  char       *faults;
} SpMockOptions;

/**
 * SP_MOCK_PROP_COMPETITION:
 *
 * The id of the property `competition`.
 */
#define SP_MOCK_PROP_COMPETITION 1

void     sp_mock_options_install (GObjectClass         *klass);
gboolean sp_mock_options_set     (SpMockOptions        *self,
                                  guint                 id,
                                  const GValue         *value);
gboolean sp_mock_options_get     (SpMockOptions        *self,
                                  guint                 id,
                                  GValue               *value);
gboolean sp_mock_options_check   (SpMockOptions        *self,
                                  GError              **error);
void     sp_mock_options_clear   (SpMockOptions        *self);

G_END_DECLS
