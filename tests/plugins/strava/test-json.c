/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sp-strava-fault.h"
#include "sp-strava-field.h"
#include "sp-strava-json.h"

static JsonNode *
parse (const char  *text,
       gssize       size,
       GError     **error)
{
  g_autoptr(GBytes) body = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return sp_strava_json_parse (body, error);
}

static void
test_accepts (void)
{
  const char *texts[] = { "{}", "[]", "\xEF\xBB\xBF[1]", " \n{\"a\":[{}]}\n",
                          "{\"a\":\"} ] / -99999999999999999999 \\\" \"}",
                          "[{},[],{\"x\":null}]", "{\"a\":-123456789012345678}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = parse (texts[i], -1, &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_refuses (void)
{
  const struct { const char *text; SpFetchError code; } cases[] = {
    { "", SP_FETCH_ERROR_PROTOCOL },
    { "   ", SP_FETCH_ERROR_PROTOCOL },
    { "\xEF\xBB\xBF", SP_FETCH_ERROR_PROTOCOL },
    { "<html></html>", SP_FETCH_ERROR_OFFLINE },
    { "hello", SP_FETCH_ERROR_PROTOCOL },
    { "12", SP_FETCH_ERROR_PROTOCOL },
    { "1{\"a\":1}", SP_FETCH_ERROR_PROTOCOL },
    { "{}{}", SP_FETCH_ERROR_PROTOCOL },
    { "[] trailing", SP_FETCH_ERROR_PROTOCOL },
    { "{\"a\":", SP_FETCH_ERROR_PROTOCOL },
    { "{\"a\":\"never ended", SP_FETCH_ERROR_PROTOCOL },
    { "[1,2", SP_FETCH_ERROR_PROTOCOL },
    { "{\"a\" 1}", SP_FETCH_ERROR_PROTOCOL },
    { "{]}", SP_FETCH_ERROR_PROTOCOL },
    { "[1] // remark", SP_FETCH_ERROR_PROTOCOL },
    { "[ /* remark */ ]", SP_FETCH_ERROR_PROTOCOL },
    { "{\"a\":\"\xff\xfe\"}", SP_FETCH_ERROR_PROTOCOL },
    { "{\"id\":-18446744073709551615}", SP_FETCH_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = parse (cases[i].text, -1, &error);

      if (node != NULL)
        g_test_message ("taken: %s", cases[i].text);
      g_assert_null (node);
      g_assert_error (error, SP_FETCH_ERROR, (int) cases[i].code);
    }
}

static void
test_depth_and_size (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autofree char *large = g_malloc (SP_STRAVA_JSON_MAX_BYTES + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (parse (deep->str, -1, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
  g_clear_error (&error);

  g_string_truncate (deep, SP_STRAVA_JSON_MAX_DEPTH);
  for (int i = 0; i < SP_STRAVA_JSON_MAX_DEPTH; i++)
    g_string_append_c (deep, ']');
  node = parse (deep->str, -1, &error);
  g_assert_no_error (error);

  memset (large, ' ', SP_STRAVA_JSON_MAX_BYTES + 1);
  g_assert_null (parse (large, SP_STRAVA_JSON_MAX_BYTES + 1, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
}

static void
test_errors_hold_no_content (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (parse ("{\"access_token\": s3cr3t}", -1, &error));
  g_assert_null (strstr (error->message, "s3cr3t"));
}

static void
test_cut_anywhere (void)
{
  const char *text = "{\"id\":9007199254740993,\"n\":\"a\\\"b\",\"l\":[1,2.5,null,{\"x\":true}]}";

  for (gsize n = 0; n < strlen (text); n++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (text, (gssize) n, &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
    }
}

static void
test_ints (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = parse ("{\"big\":9007199254740993,\"max\":9223372036854775806,"
                                    "\"over\":9223372036854775808,"
                                    "\"huge\":194641753419464175341946417534,\"whole\":12.0,\"part\":12.5,"
                                    "\"text\":\"12\","
                                    "\"null\":null,\"e\":1e30}", -1, &error);
  JsonObject *object = sp_strava_json_get_root (node, &error);
  const char *bad[] = { "over", "huge", "part", "text", "null", "e", "absent" };
  gint64 value = 0;

  g_assert_true (sp_strava_field_get_int (object, "", "big", SP_STRAVA_NEED_ALWAYS, 1, G_MAXINT64, &value, &error));
  g_assert_cmpint (value, ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_true (sp_strava_field_get_int (object, "", "max", SP_STRAVA_NEED_ALWAYS, 1, G_MAXINT64, &value, &error));
  g_assert_cmpint (value, ==, G_MAXINT64 - 1);
  g_assert_true (sp_strava_field_get_int (object, "", "whole", SP_STRAVA_NEED_ALWAYS, 1, G_MAXINT64, &value, &error));
  g_assert_cmpint (value, ==, 12);
  g_assert_true (sp_strava_field_get_int (object, "", "null", SP_STRAVA_NEED_MAYBE, 1, G_MAXINT64, &value, &error));
  g_assert_true (sp_strava_field_get_int (object, "", "absent", SP_STRAVA_NEED_MAYBE, 1, G_MAXINT64, &value, &error));
  g_assert_cmpint (value, ==, 12);
  g_assert_false (sp_strava_field_get_int (object, "", "whole", SP_STRAVA_NEED_ALWAYS, 1, 11, &value, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *name = g_strdup_printf ("“here[1].%s”", bad[i]);

      g_assert_false (sp_strava_field_get_int (object, "here[1]", bad[i], SP_STRAVA_NEED_ALWAYS, 1, G_MAXINT64, &value,
                                               &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
      g_assert_nonnull (strstr (error->message, name));
      g_clear_error (&error);
    }
}

static void
test_other_types (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = parse ("{\"i\":3,\"d\":3.5,\"b\":true,\"s\":\"x\",\"o\":{},\"a\":[],"
                                    "\"t\":\"2026-01-05T18:30:01Z\",\"day\":\"2026-01-05\",\"big\":1e999}", -1, &error);
  JsonObject *object = sp_strava_json_get_root (node, &error);
  const SpStravaNeed need = SP_STRAVA_NEED_ALWAYS;
  JsonObject *o = NULL;
  JsonArray *a = NULL;
  const char *s = NULL;
  gboolean b = FALSE;
  double d = 0;
  gint64 t = 0;

  g_assert_true (sp_strava_field_get_double (object, "", "i", need, &d, &error));
  g_assert_cmpfloat (d, ==, 3);
  g_assert_true (sp_strava_field_get_double (object, "", "d", need, &d, &error));
  g_assert_cmpfloat (d, ==, 3.5);
  g_assert_true (sp_strava_field_get_bool (object, "", "b", need, &b, &error) && b);
  g_assert_true (sp_strava_field_get_string (object, "", "s", need, &s, &error));
  g_assert_cmpstr (s, ==, "x");
  g_assert_true (sp_strava_field_get_object (object, "", "o", need, &o, &error) && o != NULL);
  g_assert_true (sp_strava_field_get_array (object, "", "a", need, &a, &error) && a != NULL);
  g_assert_true (sp_strava_field_get_time (object, "", "t", need, &t, &error));
  g_assert_cmpint (t, ==, 1767637801);
  g_assert_no_error (error);

  g_assert_false (sp_strava_field_get_double (object, "", "s", need, &d, NULL));
  g_assert_false (sp_strava_field_get_double (object, "", "o", need, &d, NULL));
  g_assert_false (sp_strava_field_get_double (object, "", "big", need, &d, NULL));
  g_assert_false (sp_strava_field_get_bool (object, "", "i", need, &b, NULL));
  g_assert_false (sp_strava_field_get_string (object, "", "i", need, &s, NULL));
  g_assert_false (sp_strava_field_get_object (object, "", "a", need, &o, NULL));
  g_assert_false (sp_strava_field_get_array (object, "", "o", need, &a, NULL));
  g_assert_false (sp_strava_field_get_time (object, "", "s", need, &t, NULL));
  g_assert_false (sp_strava_field_get_time (object, "", "day", need, &t, NULL));
  g_assert_false (sp_strava_field_get_time (object, "", "i", need, &t, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/json/accepts", test_accepts);
  g_test_add_func ("/strava/json/refuses", test_refuses);
  g_test_add_func ("/strava/json/depth-and-size", test_depth_and_size);
  g_test_add_func ("/strava/json/errors-hold-no-content", test_errors_hold_no_content);
  g_test_add_func ("/strava/json/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/strava/json/ints", test_ints);
  g_test_add_func ("/strava/json/other-types", test_other_types);

  return g_test_run ();
}
