/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-document.h"

#include <glib/gi18n-lib.h>

#include "files/sp-competition-json.h"
#include "files/sp-file-error.h"
#include "files/sp-json-keep.h"
#include "files/sp-json-text.h"
#include "files/sp-json-value.h"
#include "files/sp-results-json.h"

#define FORMAT "segment-podium"

/**
 * SpDocument:
 *
 * What is kept in a `.podium` file: a competition, its source, and the last results. Immutable. What a file held that
 * this version does not know is kept and written again.
 */
struct _SpDocument
{
  GObject parent_instance;

  SpDocumentValues  values;
  JsonObject       *origin;         /* (owned) (nullable): as it was in the file */
  SpResults        *origin_results; /* (owned) (nullable): the results of @origin */
};

G_DEFINE_FINAL_TYPE (SpDocument, sp_document, G_TYPE_OBJECT)

static void
sp_document_finalize (GObject *object)
{
  SpDocument *self = SP_DOCUMENT (object);

  g_clear_object (&self->values.competition);
  g_clear_pointer ((char **) &self->values.source_id, g_free);
  g_clear_pointer (&self->values.source_options, g_hash_table_unref);
  g_clear_object (&self->values.results);
  g_clear_pointer (&self->origin, json_object_unref);
  g_clear_object (&self->origin_results);

  G_OBJECT_CLASS (sp_document_parent_class)->finalize (object);
}

static void
sp_document_class_init (SpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_document_finalize;
}

static void
sp_document_init (SpDocument *self)
{
}

/**
 * sp_document_new:
 * @values: what it holds; everything in it is copied or held once more
 * @base: (nullable): the document that this one is an edited form of
 *
 * Makes a document. What the file of @base held that this version does not know stays in it.
 *
 * Returns: (transfer full): a new document
 */
SpDocument *
sp_document_new (const SpDocumentValues *values,
                 SpDocument             *base)
{
  SpDocument *self;

  g_return_val_if_fail (values != NULL && SP_IS_COMPETITION (values->competition), NULL);
  g_return_val_if_fail (base == NULL || SP_IS_DOCUMENT (base), NULL);

  self = g_object_new (SP_TYPE_DOCUMENT, NULL);
  self->values.competition = g_object_ref (values->competition);
  self->values.source_id = g_strdup (values->source_id);
  self->values.source_options = values->source_options != NULL ? g_hash_table_ref (values->source_options) : NULL;
  self->values.results = values->results != NULL ? g_object_ref (values->results) : NULL;
  if (base != NULL && base->origin != NULL)
    {
      self->origin = json_object_ref (base->origin);
      self->origin_results = base->origin_results != NULL ? g_object_ref (base->origin_results) : NULL;
    }

  return self;
}

/**
 * sp_document_get_values:
 * @self: a document
 *
 * Returns: (transfer none): what it holds, for as long as it lives
 */
const SpDocumentValues *
sp_document_get_values (SpDocument *self)
{
  g_return_val_if_fail (SP_IS_DOCUMENT (self), NULL);

  return &self->values;
}

static JsonObject *
encode_source (const SpDocumentValues *values)
{
  JsonObject *source = json_object_new ();
  JsonObject *options = json_object_new ();
  g_autoptr(GList) names = NULL;

  if (values->source_options != NULL)
    names = g_list_sort (g_hash_table_get_keys (values->source_options), (GCompareFunc) g_strcmp0);
  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_string_member (options, l->data, g_hash_table_lookup (values->source_options, l->data));

  sp_json_value_set_text (source, "id", values->source_id);
  json_object_set_object_member (source, "options", options);

  return source;
}

static void
add_results (SpDocument *self,
             JsonObject *object)
{
  JsonObject *results;

  if (self->values.results == NULL)
    {
      json_object_set_null_member (object, "results");
    }
  else if (self->values.results == self->origin_results)
    {
      json_object_set_object_member (object, "results",
                                     json_object_ref (json_object_get_object_member (self->origin, "results")));
    }
  else
    {
      results = sp_results_json_encode (self->values.results);
      json_object_set_object_member (results, "competition",
                                     sp_competition_json_encode (
                                       sp_results_get_values (self->values.results)->competition));
      json_object_set_object_member (object, "results", results);
    }
}

/**
 * sp_document_to_json:
 * @self: a document
 *
 * Returns: (transfer full): it as an object; not to be changed
 */
JsonObject *
sp_document_to_json (SpDocument *self)
{
  JsonObject *object;

  g_return_val_if_fail (SP_IS_DOCUMENT (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", SP_DOCUMENT_VERSION);
  json_object_set_object_member (object, "source", encode_source (&self->values));
  json_object_set_object_member (object, "competition", sp_competition_json_encode (self->values.competition));
  if (self->origin != NULL)
    sp_json_keep_unknown (self->origin, object);
  add_results (self, object);

  return object;
}

static void
decode_options (JsonObject *source,
                GHashTable *options)
{
  JsonObject *object = sp_json_value_get_object (source, "options");
  g_autoptr(GList) names = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *value = sp_json_value_get_text (object, l->data);

      if (value != NULL)
        g_hash_table_insert (options, g_strdup (l->data), g_strdup (value));
    }
}

static gboolean
check_version (JsonObject  *object,
               GError     **error)
{
  gint64 version = sp_json_value_get_integer (object, "version", 1, G_MAXINT64, 0);

  if (g_strcmp0 (sp_json_value_get_text (object, "format"), FORMAT) != 0 || version == 0)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("This is not a competition of Segment Podium (.podium). Choose another file."));
      return FALSE;
    }
  if (version > SP_DOCUMENT_VERSION)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_NEWER,
                           _("This competition was saved by a newer version of Segment Podium. Nothing was changed. "
                             "Update the program, then open it again."));
      return FALSE;
    }

  return TRUE;
}

/* Results are of the competition as it was then, which is kept beside them. */
static SpResults *
decode_results (JsonObject  *object,
                GError     **error)
{
  JsonObject *competition_object = sp_json_value_get_object (object, "competition");
  g_autoptr(SpCompetition) competition = NULL;

  if (competition_object == NULL)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("The results in the file are damaged. Refresh to make new ones."));
      return NULL;
    }

  competition = sp_competition_json_decode (competition_object, error);

  return competition != NULL ? sp_results_json_decode (object, competition, error) : NULL;
}

/**
 * sp_document_from_json:
 * @object: an object; not to be changed afterwards
 * @error: return location for an error
 *
 * Takes back a document.
 *
 * Returns: (transfer full): the document, %NULL with %SP_FILE_ERROR_DAMAGED or %SP_FILE_ERROR_NEWER
 */
SpDocument *
sp_document_from_json (JsonObject  *object,
                       GError     **error)
{
  JsonObject *competition_object, *source, *results_object;
  g_autoptr(SpCompetition) competition = NULL;
  g_autoptr(SpResults) results = NULL;
  g_autoptr(GHashTable) options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SpDocumentValues values = { NULL };
  SpDocument *self;

  g_return_val_if_fail (object != NULL, NULL);

  if (!check_version (object, error))
    return NULL;

  competition_object = sp_json_value_get_object (object, "competition");
  source = sp_json_value_get_object (object, "source");
  results_object = sp_json_value_get_object (object, "results");
  if (competition_object == NULL || !json_object_has_member (object, "results"))
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("The file is damaged: the competition is missing. Fetch another copy of it."));
      return NULL;
    }

  competition = sp_competition_json_decode (competition_object, error);
  if (competition == NULL)
    return NULL;
  if (results_object != NULL && (results = decode_results (results_object, error)) == NULL)
    return NULL;

  if (source != NULL)
    decode_options (source, options);
  values.competition = competition;
  values.source_id = source != NULL ? sp_json_value_get_text (source, "id") : NULL;
  values.source_options = options;
  values.results = results;

  self = sp_document_new (&values, NULL);
  self->origin = json_object_ref (object);
  self->origin_results = results != NULL ? g_object_ref (results) : NULL;

  return self;
}

/**
 * sp_document_to_bytes:
 * @self: a document
 *
 * Writes a document into memory. The same document gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sp_document_to_bytes (SpDocument *self)
{
  g_autoptr(JsonObject) object = NULL;

  g_return_val_if_fail (SP_IS_DOCUMENT (self), NULL);

  object = sp_document_to_json (self);

  return sp_json_text_write (object);
}

/**
 * sp_document_from_bytes:
 * @bytes: a whole file
 * @error: return location for an error
 *
 * Reads a document from memory.
 *
 * Returns: (transfer full): the document, %NULL with an error of [error@FileError]
 */
SpDocument *
sp_document_from_bytes (GBytes  *bytes,
                        GError **error)
{
  g_autoptr(JsonObject) object = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = sp_json_text_parse (bytes, error);

  return object != NULL ? sp_document_from_json (object, error) : NULL;
}
