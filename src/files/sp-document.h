/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Grows when an older program could not read the file any more. */
#define SP_DOCUMENT_VERSION 1

/**
 * SpDocumentValues:
 * @competition: the competition
 * @source_id: (nullable): the id of its source, %NULL for the default one
 * @source_options: (nullable) (element-type utf8 utf8): options of the source by name; never a secret; not to be
 *   changed afterwards
 * @results: (nullable): the last results, with their traces, of the competition as it was then
 *
 * What a document holds.
 */
typedef struct
{
  SpCompetition *competition;
  const char    *source_id;
  GHashTable    *source_options;
  SpResults     *results;
} SpDocumentValues;

#define SP_TYPE_DOCUMENT (sp_document_get_type ())
G_DECLARE_FINAL_TYPE (SpDocument, sp_document, SP, DOCUMENT, GObject)

SpDocument             *sp_document_new        (const SpDocumentValues  *values,
                                                SpDocument              *base) G_GNUC_WARN_UNUSED_RESULT;
const SpDocumentValues *sp_document_get_values (SpDocument              *self);

JsonObject             *sp_document_to_json    (SpDocument              *self) G_GNUC_WARN_UNUSED_RESULT;
SpDocument             *sp_document_from_json  (JsonObject              *object,
                                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes                 *sp_document_to_bytes   (SpDocument              *self) G_GNUC_WARN_UNUSED_RESULT;
SpDocument             *sp_document_from_bytes (GBytes                  *bytes,
                                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
