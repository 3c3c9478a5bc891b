/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-value.h"

#include <math.h>
#include <string.h>

#include "api/sp-time.h"
#include "files/sp-json-keep.h"
#include "files/sp-json-names.h"
#include "files/sp-json-text.h"

static JsonObject *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonObject *object = sp_json_text_parse (bytes, &error);

  g_assert_no_error (error);

  return object;
}

/* All that may stand where another thing is expected. */
#define STRANGE "{\"s\":\"x\",\"i\":7,\"big\":9223372036854775807,\"d\":1.5,\"b\":true,\"n\":null,\"a\":[1,\"y\",[]," \
                "null,\"z\"],\"o\":{\"k\":1},\"e\":[],\"t\":\"2026-01-05T18:30:00Z\",\"neg\":-3}"

static void
test_strange (void)
{
  static const char * const names[] = { "s", "i", "big", "d", "b", "n", "a", "o", "e", "t", "neg", "missing" };
  g_autoptr(JsonObject) object = parse (STRANGE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i];
      g_auto(GStrv) texts = sp_json_value_get_texts (object, name);

      g_assert_true ((sp_json_value_get_text (object, name) != NULL) == (*name == 's' || *name == 't'));
      g_assert_true (sp_json_value_get_boolean (object, name) == g_str_equal (name, "b"));
      g_assert_true ((sp_json_value_get_object (object, name) != NULL) == (*name == 'o'));
      g_assert_true ((texts != NULL) == g_str_equal (name, "a"));
      g_assert_true ((sp_json_value_get_time (object, name) != SP_TIME_UNKNOWN) == (*name == 't'));
      g_assert_true ((sp_json_value_get_integer (object, name, 0, 100, -1) == 7) == g_str_equal (name, "i"));
      g_assert_true (isnan (sp_json_value_get_number (object, name, NAN)) ==
                     !(*name == 'i' || *name == 'd' || g_str_equal (name, "big") || g_str_equal (name, "neg")));
    }
  g_assert_cmpint (sp_json_value_get_integer (object, "neg", 0, 100, -1), ==, -1);
  g_assert_cmpint (sp_json_value_get_integer (object, "big", 0, G_MAXINT, 5), ==, 5);
  g_assert_cmpint (sp_json_value_get_integer (object, "big", 0, G_MAXINT64, 5), ==, G_MAXINT64);
}

static void
count_item (JsonObject *item,
            gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_foreach (void)
{
  g_autoptr(JsonObject) object = parse ("{\"l\":[{},1,{\"a\":1},null,[{}]],\"o\":{\"a\":{}}}");
  guint n = 0;

  sp_json_value_foreach (object, "l", count_item, &n);
  g_assert_cmpuint (n, ==, 2);
  sp_json_value_foreach (object, "o", count_item, &n);
  sp_json_value_foreach (object, "missing", count_item, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* Not known is null, and comes back as not known. */
static void
test_round_trip (void)
{
  g_autoptr(JsonObject) object = json_object_new ();
  const char * const texts[] = { "a", "", "ü", NULL };
  g_auto(GStrv) again = NULL;

  sp_json_value_set_text (object, "text", "x");
  sp_json_value_set_text (object, "no text", NULL);
  sp_json_value_set_number (object, "number", 0.1);
  sp_json_value_set_number (object, "nan", NAN);
  sp_json_value_set_number (object, "inf", INFINITY);
  sp_json_value_set_positive (object, "one", 1);
  sp_json_value_set_positive (object, "zero", 0);
  sp_json_value_set_seconds (object, "none", -1);
  sp_json_value_set_seconds (object, "no time", 0);
  sp_json_value_set_local (object, "local", sp_time_new (2026, 1, 5, 18, 30, 0));
  sp_json_value_set_local (object, "unknown", SP_TIME_UNKNOWN);
  sp_json_value_set_utc (object, "utc", sp_time_new (2026, 1, 5, 18, 30, 0));
  sp_json_value_set_texts (object, "texts", texts);
  sp_json_value_set_texts (object, "no texts", NULL);

  g_assert_cmpstr (sp_json_value_get_text (object, "text"), ==, "x");
  g_assert_true (json_object_get_null_member (object, "no text"));
  g_assert_cmpfloat (sp_json_value_get_number (object, "number", NAN), ==, 0.1);
  g_assert_true (json_object_get_null_member (object, "nan"));
  g_assert_true (json_object_get_null_member (object, "inf"));
  g_assert_cmpint (sp_json_value_get_integer (object, "one", 1, 9, 0), ==, 1);
  g_assert_true (json_object_get_null_member (object, "zero"));
  g_assert_true (json_object_get_null_member (object, "none"));
  g_assert_cmpint (sp_json_value_get_integer (object, "no time", 0, 9, -1), ==, 0);
  g_assert_cmpstr (sp_json_value_get_text (object, "local"), ==, "2026-01-05T18:30:00");
  g_assert_cmpstr (sp_json_value_get_text (object, "utc"), ==, "2026-01-05T18:30:00Z");
  g_assert_cmpint (sp_json_value_get_time (object, "utc"), ==, sp_json_value_get_time (object, "local"));
  g_assert_cmpint (sp_json_value_get_time (object, "unknown"), ==, SP_TIME_UNKNOWN);
  again = sp_json_value_get_texts (object, "texts");
  g_assert_true (g_strv_equal ((const char * const *) again, texts));
  g_assert_null (sp_json_value_get_texts (object, "no texts"));
}

static void
test_keep (void)
{
  g_autoptr(JsonObject) old = parse ("{\"a\":1,\"new\":[1],\"in\":{\"b\":1,\"c\":2},\"options\":{\"x\":1},\"list\":["
                                     "{\"key\":\"1\",\"d\":4},{\"key\":\"2\",\"d\":5},{\"d\":6}],\"kind\":{}}");
  g_autoptr(JsonObject) object = parse ("{\"a\":2,\"in\":{\"b\":3},\"options\":{},\"list\":[{\"key\":\"2\"},"
                                        "{\"key\":\"3\"},{}],\"kind\":null}");
  g_autoptr(JsonObject) expected = parse ("{\"a\":2,\"in\":{\"b\":3,\"c\":2},\"options\":{},\"list\":["
                                          "{\"key\":\"2\",\"d\":5},{\"key\":\"3\"},{}],\"kind\":null,\"new\":[1]}");
  g_autoptr(GBytes) one = NULL;
  g_autoptr(GBytes) two = sp_json_text_write (expected);

  sp_json_keep_unknown (old, object);
  one = sp_json_text_write (object);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (two, NULL),
                   g_bytes_get_size (two));
}

static void
test_names (void)
{
  SpRowState row = SP_ROW_NO_DATA;
  SpBoardState board = SP_BOARD_OPEN;
  SpQualityState quality = SP_QUALITY_FAILED;
  SpTraceKind kind = SP_TRACE_HEAD;
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonObject) strange = parse ("{\"f\":[\"stale\",\"from the future\",7]}");

  for (guint i = SP_ROW_TIMED; i <= SP_ROW_TO_COME; i++)
    g_assert_true (sp_json_names_get_row_state (sp_json_names_row_state (i), &row) && row == i);
  for (guint i = SP_BOARD_UPCOMING; i <= SP_BOARD_CLOSED; i++)
    g_assert_true (sp_json_names_get_board_state (sp_json_names_board_state (i), &board) && board == i);
  for (guint i = SP_QUALITY_FRESH; i <= SP_QUALITY_PENDING; i++)
    g_assert_true (sp_json_names_get_quality_state (sp_json_names_quality_state (i), &quality) && quality == i);
  for (guint i = SP_TRACE_HEAD; i <= SP_TRACE_SOURCE; i++)
    g_assert_true (sp_json_names_get_trace_kind (sp_json_names_trace_kind (i), &kind) && kind == i);
  g_assert_false (sp_json_names_get_row_state (NULL, &row));
  g_assert_false (sp_json_names_get_row_state ("walked", &row));
  g_assert_cmpint (row, ==, SP_ROW_TO_COME);

  for (guint flags = 0; flags < 2 * SP_ROW_DEFAULT_UNPROVEN; flags++)
    {
      sp_json_names_set_flags (object, "f", flags);
      g_assert_cmpuint (sp_json_names_get_flags (object, "f"), ==, flags);
    }
  g_assert_cmpuint (sp_json_names_get_flags (strange, "f"), ==, SP_ROW_STALE);
  g_assert_cmpuint (sp_json_names_get_flags (strange, "missing"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/json-value/strange", test_strange);
  g_test_add_func ("/files/json-value/foreach", test_foreach);
  g_test_add_func ("/files/json-value/round-trip", test_round_trip);
  g_test_add_func ("/files/json-value/keep", test_keep);
  g_test_add_func ("/files/json-value/names", test_names);

  return g_test_run ();
}
