/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"
#include "files/sp-json-text.h"
#include "files/sp-results-json.h"

static JsonObject *
load_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "results.schema.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  JsonObject *schema;
  char *text = NULL;
  gsize size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  schema = sp_json_text_parse (bytes, &error);
  g_assert_no_error (error);

  return schema;
}

static gboolean
is_type (JsonNode   *node,
         const char *type)
{
  GType value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return (g_str_equal (type, "null") && JSON_NODE_HOLDS_NULL (node)) ||
         (g_str_equal (type, "object") && JSON_NODE_HOLDS_OBJECT (node)) ||
         (g_str_equal (type, "array") && JSON_NODE_HOLDS_ARRAY (node)) ||
         (g_str_equal (type, "string") && value == G_TYPE_STRING) ||
         (g_str_equal (type, "boolean") && value == G_TYPE_BOOLEAN) ||
         (g_str_equal (type, "integer") && value == G_TYPE_INT64) ||
         (g_str_equal (type, "number") && (value == G_TYPE_INT64 || value == G_TYPE_DOUBLE));
}

static gboolean
check_type (JsonObject *schema,
            JsonNode   *node)
{
  JsonNode *type = json_object_get_member (schema, "type");
  JsonArray *types;

  if (type == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (type))
    return is_type (node, json_node_get_string (type));
  types = json_node_get_array (type);
  for (guint i = 0; i < json_array_get_length (types); i++)
    if (is_type (node, json_array_get_string_element (types, i)))
      return TRUE;

  return FALSE;
}

static gboolean
check_value (JsonObject *schema,
             JsonNode   *node)
{
  JsonArray *choices = json_object_has_member (schema, "enum") ? json_object_get_array_member (schema, "enum") : NULL;

  if (json_object_has_member (schema, "const") && !json_node_equal (json_object_get_member (schema, "const"), node))
    return FALSE;
  if (json_object_has_member (schema, "minimum") && is_type (node, "number") &&
      json_node_get_double (node) < (double) json_object_get_int_member (schema, "minimum"))
    return FALSE;
  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    if (json_node_equal (json_array_get_element (choices, i), node))
      return TRUE;

  return choices == NULL;
}

/* As much of JSON Schema as the file uses. Returns where @node breaks it, NULL where it holds. */
static char *
check (JsonObject *root,
       JsonObject *schema,
       JsonNode   *node,
       const char *path)
{
  JsonArray *required = json_object_has_member (schema, "required") ? json_object_get_array_member (schema, "required")
                                                                    : NULL;
  char *fault = NULL;

  if (json_object_has_member (schema, "$ref"))
    {
      const char *ref = json_object_get_string_member (schema, "$ref") + strlen ("#/$defs/");
      JsonObject *defs = json_object_get_object_member (root, "$defs");

      g_assert_true (json_object_has_member (defs, ref));
      fault = check (root, json_object_get_object_member (defs, ref), node, path);
    }
  if (fault == NULL && (!check_type (schema, node) || !check_value (schema, node)))
    return g_strdup (path);

  for (guint i = 0; fault == NULL && required != NULL && i < json_array_get_length (required); i++)
    if (!json_object_has_member (json_node_get_object (node), json_array_get_string_element (required, i)))
      fault = g_strdup_printf ("%s.%s", path, json_array_get_string_element (required, i));

  if (json_object_has_member (schema, "items") && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; fault == NULL && i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);

        fault = check (root, json_object_get_object_member (schema, "items"),
                       json_array_get_element (json_node_get_array (node), i), inner);
      }

  if (json_object_has_member (schema, "properties") && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *properties = json_object_get_object_member (schema, "properties");
      g_autoptr(GList) names = json_object_get_members (json_node_get_object (node));

      for (GList *l = names; fault == NULL && l != NULL; l = l->next)
        {
          g_autofree char *inner = g_strdup_printf ("%s.%s", path, (const char *) l->data);

          /* What the program writes and the schema does not know is a fault of one of the two. */
          if (!json_object_has_member (properties, l->data))
            fault = g_strdup (inner);
          else
            fault = check (root, json_object_get_object_member (properties, l->data),
                           json_object_get_member (json_node_get_object (node), l->data), inner);
        }
    }

  return fault;
}

static JsonObject *
write_and_parse (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = sp_json_writer_to_bytes (results, NULL, &error);
  JsonObject *object;

  g_assert_no_error (error);
  object = sp_json_text_parse (bytes, &error);
  g_assert_no_error (error);

  return object;
}

static char *
check_object (JsonObject *object)
{
  g_autoptr(JsonObject) schema = load_schema ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);

  return check (schema, schema, node, "$");
}

static void
test_schema (void)
{
  g_autoptr(JsonObject) object = write_and_parse ();
  g_autofree char *fault = check_object (object);

  g_assert_cmpstr (fault, ==, NULL);
}

/* The checker finds what is wrong, so that it can find nothing above. */
static void
test_schema_can_fail (void)
{
  g_autoptr(JsonObject) object = write_and_parse ();
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(JsonObject) old = sp_results_json_encode (results);
  JsonObject *board = json_array_get_object_element (json_object_get_array_member (object, "boards"), 1);
  JsonObject *row = json_array_get_object_element (json_object_get_array_member (board, "rows"), 2);
  g_autofree char *missing = check_object (old);
  g_autofree char *wrong_enum = NULL;
  g_autofree char *wrong_type = NULL;
  g_autofree char *too_small = NULL;

  g_assert_cmpstr (missing, ==, "$.format");
  json_object_set_int_member (row, "rank", 0);
  too_small = check_object (object);
  g_assert_cmpstr (too_small, ==, "$.boards[1].rows[2].rank");
  json_object_set_string_member (row, "rank", "1");
  wrong_type = check_object (object);
  g_assert_cmpstr (wrong_type, ==, "$.boards[1].rows[2].rank");
  json_object_set_string_member (board, "state", "over");
  wrong_enum = check_object (object);
  g_assert_cmpstr (wrong_enum, ==, "$.boards[1].state");
}

static void
test_values (void)
{
  g_autoptr(JsonObject) object = write_and_parse ();
  JsonObject *board = json_array_get_object_element (json_object_get_array_member (object, "boards"), 0);
  JsonArray *rows = json_object_get_array_member (board, "rows");
  JsonObject *first = json_array_get_object_element (rows, 0);
  JsonObject *last = json_array_get_object_element (rows, 4);

  g_assert_cmpstr (json_object_get_string_member (object, "competition"), ==, "Winter \"26\"");
  g_assert_cmpstr (json_object_get_string_member (object, "finished_at"), ==, "2026-01-12T07:15:00Z");
  g_assert_cmpstr (json_object_get_string_member (object, "as_of"), ==, "2026-01-12T08:30:00");
  g_assert_cmpstr (json_object_get_string_member (first, "start"), ==, "2026-01-08T18:00:00");
  g_assert_cmpint (json_object_get_int_member (first, "effort_id"), ==, 3100000000000000001);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "trace")), ==, 2);
  g_assert_true (json_object_get_null_member (last, "rank"));
  g_assert_true (json_object_get_null_member (last, "time_s"));
  g_assert_cmpstr (json_object_get_string_member (last, "state"), ==, "no-data");
  g_assert_cmpstr (json_object_get_string_member (last, "reason"), ==, "not connected");
}

/* What was written and taken back is written the same again. */
static void
test_round_trip (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GBytes) first = sp_json_writer_to_bytes (results, NULL, NULL);
  g_autoptr(JsonObject) object = sp_json_text_parse (first, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpResults) again = sp_results_json_decode (object, sp_results_get_values (results)->competition, &error);
  g_autoptr(GBytes) second = NULL;

  g_assert_no_error (error);
  second = sp_json_writer_to_bytes (again, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
}

/* What is not known becomes "not known", never "none". */
static void
test_strange_values (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(JsonObject) object = sp_results_json_encode (results);
  JsonObject *board = json_array_get_object_element (json_object_get_array_member (object, "boards"), 0);
  JsonArray *rows = json_object_get_array_member (board, "rows");
  g_autoptr(SpResults) again = NULL;
  g_autoptr(SpBoard) decoded = NULL;
  g_autoptr(SpRow) row = NULL;
  g_autoptr(GError) error = NULL;

  json_object_set_string_member (board, "state", "from the future");
  json_object_set_string_member (json_array_get_object_element (rows, 0), "state", "walked");
  json_object_set_int_member (json_array_get_object_element (rows, 0), "window", 99);
  json_object_set_string_member (json_array_get_object_element (rows, 0), "attempts", "many");
  json_object_set_string_member (json_array_get_object_element (rows, 1), "runner", "nobody");
  json_object_set_string_member (json_array_get_object_element (json_object_get_array_member (object, "boards"), 1),
                                 "group", "nowhere");
  again = sp_results_json_decode (object, sp_results_get_values (results)->competition, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sp_results_get_values (again)->boards), ==, 2);
  decoded = g_list_model_get_item (sp_results_get_values (again)->boards, 0);
  g_assert_cmpint (sp_board_get_values (decoded)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (g_list_model_get_n_items (sp_board_get_values (decoded)->rows), ==, 4);
  row = g_list_model_get_item (sp_board_get_values (decoded)->rows, 0);
  g_assert_cmpint (sp_row_get_values (row)->state, ==, SP_ROW_NO_DATA);
  g_assert_cmpint (sp_row_get_values (row)->window, ==, -1);
  g_assert_cmpuint (sp_row_get_values (row)->attempts, ==, 0);

  json_object_remove_member (object, "quality");
  g_assert_null (sp_results_json_decode (object, sp_results_get_values (results)->competition, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/json-writer/schema", test_schema);
  g_test_add_func ("/files/json-writer/schema-can-fail", test_schema_can_fail);
  g_test_add_func ("/files/json-writer/values", test_values);
  g_test_add_func ("/files/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/files/json-writer/strange-values", test_strange_values);

  return g_test_run ();
}
