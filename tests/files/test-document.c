/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-document.h"

#include <string.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"
#include "files/sp-json-text.h"

static SpDocument *
make_document (gboolean with_results)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GHashTable) options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SpDocumentValues values = { .competition = sp_results_get_values (results)->competition, .source_id = "mock",
                              .source_options = options, .results = with_results ? results : NULL };

  g_hash_table_insert (options, g_strdup ("seed"), g_strdup ("7"));
  g_hash_table_insert (options, g_strdup ("latency"), g_strdup ("50"));

  return sp_document_new (&values, NULL);
}

static SpDocument *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  SpDocument *document = sp_document_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return document;
}

static char *
write_text (SpDocument *document)
{
  g_autoptr(GBytes) bytes = sp_document_to_bytes (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_document_from_bytes (bytes, &error));
  g_assert_error (error, SP_FILE_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Replaces the first @from. */
static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  const char *at = strstr (text, from);
  GString *result = g_string_new_len (text, at != NULL ? at - text : 0);

  g_assert_nonnull (at);
  g_string_append (result, to);
  g_string_append (result, at + strlen (from));

  return g_string_free (result, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr(SpDocument) document = make_document (TRUE);
  g_autofree char *first = write_text (document);
  g_autoptr(SpDocument) again = parse (first);
  const SpDocumentValues *values = sp_document_get_values (again);
  SpRunner *zoe = sp_competition_get_runner (values->competition, 0);
  const SpGroupValues *hill = sp_group_get_values (sp_competition_get_group (values->competition, 0));
  const SpWindowValues *week = sp_window_get_values (hill->windows->pdata[0]);
  g_autofree char *second = NULL;
  SpDocumentValues fresh = *values;
  g_autoptr(SpDocument) rebuilt = sp_document_new (&fresh, NULL);

  g_assert_cmpstr (sp_competition_get_name (values->competition), ==, "Winter \"26\"");
  g_assert_true (sp_competition_get_rules (values->competition)->leave_flagged_out);
  g_assert_cmpstr (sp_competition_get_series_sports (values->competition)[1], ==, "TrailRun");
  g_assert_cmpstr (sp_runner_get_values (zoe)->name, ==, "Zoë, of “Wye”");
  g_assert_cmpint (sp_runner_get_values (zoe)->birth_day, ==, 8);
  g_assert_cmpint (sp_runner_get_values (zoe)->consent_s, ==, SP_TIME_UNKNOWN);
  g_assert_cmpfloat (hill->min_distance_m, ==, 3500.5);
  g_assert_cmpint (hill->default_time_s, ==, 1800);
  g_assert_cmpstr (hill->sports[1], ==, "Walk");
  g_assert_cmpstr (week->label, ==, "Week 1");
  g_assert_true (week->end_is_date);
  g_assert_cmpint (week->time_bonus_s, ==, 10);
  g_assert_cmpstr (values->source_id, ==, "mock");
  g_assert_cmpstr (g_hash_table_lookup (values->source_options, "seed"), ==, "7");
  g_assert_cmpuint (g_list_model_get_n_items (sp_results_get_values (values->results)->boards), ==, 3);

  /* The traces are there too: encoded anew from the objects, all is the same. */
  second = write_text (rebuilt);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (second, "0:11:15 − 0:30 − 0:10 = 0:10:35"));
}

static void
test_without_results (void)
{
  g_autoptr(SpDocument) document = make_document (FALSE);
  g_autofree char *text = write_text (document);
  g_autoptr(SpDocument) again = parse (text);

  g_assert_null (sp_document_get_values (again)->results);
}

/* What a later version of the format adds without breaking it stays, at every level; what was removed stays away. */
static void
test_unknown_kept (void)
{
  g_autoptr(SpDocument) document = make_document (TRUE);
  g_autofree char *plain = write_text (document);
  g_autofree char *one = replace (plain, "\"format\"", "\"window_size\" : [1, {\"a\" : null}], \"format\"");
  g_autofree char *two = replace (one, "\"key\" : \"a\"", "\"shoe\" : \"left\", \"key\" : \"a\"");
  g_autofree char *three = replace (two, "\"key\" : \"b\"", "\"shoe\" : \"right\", \"key\" : \"b\"");
  g_autofree char *four = replace (three, "\"as_of\"", "\"weather\" : \"wet\", \"as_of\"");
  g_autofree char *five = replace (four, "\"leave_flagged_out\"", "\"no_dogs\" : true, \"leave_flagged_out\"");
  g_autoptr(SpDocument) loaded = parse (five);
  g_autoptr(SpCompetitionBuilder) builder = NULL;
  g_autoptr(SpCompetition) edited = NULL;
  g_autoptr(GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  SpDocumentValues values = *sp_document_get_values (loaded);
  g_autoptr(SpDocument) next = NULL;
  g_autofree char *text = NULL;

  builder = sp_competition_builder_new_from (values.competition);
  sp_competition_builder_set_name (builder, "Spring");
  sp_competition_builder_remove_runner (builder, "b");
  edited = sp_competition_builder_end (builder);
  values.competition = edited;
  values.source_options = options;
  next = sp_document_new (&values, loaded);
  text = write_text (next);

  g_assert_nonnull (strstr (text, "window_size"));
  g_assert_nonnull (strstr (text, "\"left\""));
  g_assert_null (strstr (text, "\"right\""));
  g_assert_nonnull (strstr (text, "\"wet\""));
  g_assert_nonnull (strstr (text, "no_dogs"));
  g_assert_nonnull (strstr (text, "\"name\" : \"Spring\""));
  g_assert_null (strstr (text, "\"seed\""));
  g_assert_null (strstr (text, "\"latency\""));

  /* Written and read once more, nothing changes any more. */
  g_clear_object (&loaded);
  loaded = parse (text);
  g_free (five);
  five = write_text (loaded);
  g_assert_cmpstr (five, ==, text);
}

static void
test_versions (void)
{
  g_autoptr(SpDocument) document = make_document (FALSE);
  g_autofree char *text = write_text (document);
  g_autofree char *newer = replace (text, "\"version\" : 1", "\"version\" : 2");
  g_autofree char *none = replace (text, "\"version\" : 1", "\"version\" : \"1\"");
  g_autofree char *other = replace (text, "\"segment-podium\"", "\"segment-podium-results\"");

  assert_refused (newer, SP_FILE_ERROR_NEWER);
  assert_refused (none, SP_FILE_ERROR_DAMAGED);
  assert_refused (other, SP_FILE_ERROR_DAMAGED);
}

/* Half a competition is none. */
static void
test_damaged (void)
{
  static const struct { const char *from; const char *to; } cases[] = {
    { "\"competition\"", "\"c\"" }, { "\"results\"", "\"r\"" }, { "\"runners\"", "\"r\"" }, { "\"groups\"", "\"g\"" },
    { "\"key\" : \"b\"", "\"key\" : \"a\"" }, { "\"key\" : \"g2\"", "\"key\" : \"\"" }, { "08-Jan", "31-Feb" },
    { "\"name\" : \"Cy\"", "\"name\" : null" }, { "\"segment_id\" : 7", "\"segment_id\" : \"7\"" },
    { "2026-01-05T00:00:00", "yesterday" }, { "\"birthday_bonus_s\" : 30", "\"birthday_bonus_s\" : -30" },
    { "3500.5", "-1" }, { "7500.0", "null" }, { "\"windows\"", "\"w\"" },
  };
  g_autoptr(SpDocument) document = make_document (FALSE);
  g_autofree char *text = write_text (document);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bad = replace (text, cases[i].from, cases[i].to);

      assert_refused (bad, SP_FILE_ERROR_DAMAGED);
    }
}

static void
test_not_json (void)
{
  g_autoptr(GString) deep = g_string_new ("{\"a\":");
  g_autoptr(SpDocument) document = make_document (FALSE);
  g_autofree char *text = write_text (document);
  g_autofree char *more = g_strconcat (text, "{}", NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');

  assert_refused ("", SP_FILE_ERROR_DAMAGED);
  assert_refused ("[]", SP_FILE_ERROR_DAMAGED);
  assert_refused ("1{\"a\":1}", SP_FILE_ERROR_DAMAGED);
  assert_refused ("{\"a\": \"\xff\"}", SP_FILE_ERROR_DAMAGED);
  assert_refused ("{\"a\" 1}", SP_FILE_ERROR_DAMAGED);
  assert_refused ("{\"a\": \"]}", SP_FILE_ERROR_DAMAGED);
  assert_refused (more, SP_FILE_ERROR_DAMAGED);
  assert_refused (deep->str, SP_FILE_ERROR_REFUSED);

  /* Cut off anywhere, it is never taken for a smaller whole. */
  for (gsize i = strlen (text) - 2; i > 40; i -= 37)
    {
      g_autofree char *cut = g_strndup (text, i);

      assert_refused (cut, SP_FILE_ERROR_DAMAGED);
    }
}

static void
test_object (void)
{
  SpDocument *document = make_document (TRUE);

  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/document/round-trip", test_round_trip);
  g_test_add_func ("/files/document/without-results", test_without_results);
  g_test_add_func ("/files/document/unknown-kept", test_unknown_kept);
  g_test_add_func ("/files/document/versions", test_versions);
  g_test_add_func ("/files/document/damaged", test_damaged);
  g_test_add_func ("/files/document/not-json", test_not_json);
  g_test_add_func ("/files/document/object", test_object);

  return g_test_run ();
}
