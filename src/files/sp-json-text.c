/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-text.h"

#include <glib/gi18n-lib.h>

#include "files/sp-file-error.h"

static void
set_damaged (GError     **error,
             const char  *cause)
{
  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
               _("The file is damaged or cut off: %s. Fetch another copy of it."), cause);
}

/* The parser calls itself for each level and would run out of stack; and it stops after the first value without a word
 * about what follows. So both are looked at before. */
static gboolean
check_shape (const char  *text,
             gsize        size,
             GError     **error)
{
  guint depth = 0;
  gboolean in_string = FALSE;
  gboolean begun = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }
      if (g_ascii_isspace (c))
        continue;
      if (depth == 0 && (begun || c != '{'))
        {
          set_damaged (error, begun ? _("there is something after its end") : _("it does not begin as it should"));
          return FALSE;
        }

      begun = TRUE;
      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
      if (depth > SP_JSON_TEXT_MAX_DEPTH)
        {
          g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                               _("The file nests its contents deeper than this program ever writes, and was not "
                                 "opened. Fetch another copy from someone you trust."));
          return FALSE;
        }
    }

  if (begun && depth == 0)
    return TRUE;

  set_damaged (error, _("its end is missing"));

  return FALSE;
}

/**
 * sp_json_text_parse:
 * @bytes: a whole file
 * @error: return location for an error
 *
 * Reads a file that holds one JSON object, within limits of size and depth.
 *
 * Returns: (transfer full): the object, %NULL with %SP_FILE_ERROR_DAMAGED or %SP_FILE_ERROR_REFUSED
 */
JsonObject *
sp_json_text_parse (GBytes  *bytes,
                    GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) cause = NULL;
  gsize size;
  const char *text;
  JsonNode *root;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (size > SP_JSON_TEXT_MAX_BYTES)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                   _("The file is larger than %d MiB and was not opened. Choose another file."),
                   SP_JSON_TEXT_MAX_BYTES >> 20);
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      set_damaged (error, _("it is not text"));
      return NULL;
    }
  if (!check_shape (text, size, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) size, &cause))
    {
      set_damaged (error, cause->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      set_damaged (error, _("it does not begin as it should"));
      return NULL;
    }

  return json_object_ref (json_node_get_object (root));
}

/**
 * sp_json_text_write:
 * @object: an object
 *
 * Writes an object as a file that people can read too. The same object gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sp_json_text_write (JsonObject *object)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (object != NULL, NULL);

  json_node_set_object (root, object);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
