/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-open-competition.h"

#include "model/sp-competition-builder.h"
#include "support/sp-caching-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

typedef struct
{
  SpTestClock       *clock;
  SpTableFetcher    *source;
  SpSession         *session;
  SpOpenFile        *document;
  SpOpenCompetition *open;
  GString           *told;
  guint              n_refreshed;
} Fixture;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Fixture *self = user_data;

  sp_test_begin_run (SP_FETCHER (self->source), self->clock);

  return g_object_ref (SP_FETCHER (self->source));
}

static void
edited_cb (Fixture    *self,
           const char *what)
{
  g_string_append_printf (self->told, "%s;", what != NULL ? what : "undone");
}

static void
refreshed_cb (Fixture    *self,
              gboolean    done,
              const char *message)
{
  self->n_refreshed++;
  g_string_append_printf (self->told, "%s;", message != NULL ? message : done ? "done" : "cancelled");
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 1);
  SpOpenFileValues values = { .source_id = "table" };

  self->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  self->source = sp_test_series_source (self->clock, 3, 1);
  self->session = sp_session_new (SP_CLOCK (self->clock), NULL);
  sp_session_set_source (self->session, "table", open_cb, self, NULL);
  sp_session_set_competition (self->session, competition);
  values.session = self->session;
  self->document = sp_open_file_new (&values);
  self->open = sp_open_competition_new (self->session, NULL, "Table", self->document);
  self->told = g_string_new (NULL);
  g_signal_connect_swapped (self->open, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->open, "refreshed", G_CALLBACK (refreshed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  sp_test_settle ();
  sp_test_assert_finalize_late (self->open);
  sp_test_assert_finalize_late (self->document);
  sp_test_assert_finalize_late (self->session);
  g_assert_finalize_object (self->source);
  g_assert_finalize_object (self->clock);
  g_string_free (self->told, TRUE);
}

static void
remove_runner (Fixture    *self,
               const char *key,
               const char *what)
{
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autoptr (SpCompetition) next = NULL;

  builder = sp_competition_builder_new_from (sp_session_get_competition (self->session));
  g_assert_true (sp_competition_builder_remove_runner (builder, key));
  next = sp_competition_builder_end (builder);
  sp_open_competition_edit (self->open, next, what);
}

static guint
count_runners (Fixture *self)
{
  return sp_competition_get_n_runners (sp_session_get_competition (self->session));
}

static const char *
get_key (Fixture *self,
         guint    index)
{
  SpCompetition *competition = sp_session_get_competition (self->session);

  return sp_runner_get_values (sp_competition_get_runner (competition, index))->key;
}

static void
refresh (Fixture *self)
{
  guint before = self->n_refreshed;

  sp_open_competition_refresh (self->open, NULL);
  while (self->n_refreshed == before)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_rows (Fixture *self)
{
  SpResults *results = sp_session_get_results (self->session);
  g_autoptr (SpBoard) board = g_list_model_get_item (sp_results_get_values (results)->boards, 0);

  return g_list_model_get_n_items (sp_board_get_values (board)->rows);
}

static void
test_edit_and_undo (Fixture       *self,
                    gconstpointer  data)
{
  g_assert_false (sp_open_competition_can_undo (self->open));
  sp_open_competition_undo (self->open);
  g_assert_cmpstr (self->told->str, ==, "");

  remove_runner (self, get_key (self, 0), "one");
  remove_runner (self, get_key (self, 0), "two");
  g_assert_cmpuint (count_runners (self), ==, 1);
  g_assert_true (sp_open_file_is_unsaved (self->document));
  sp_open_competition_undo (self->open);
  g_assert_cmpuint (count_runners (self), ==, 2);
  sp_open_competition_undo (self->open);
  g_assert_cmpuint (count_runners (self), ==, 3);
  g_assert_false (sp_open_competition_can_undo (self->open));
  g_assert_cmpstr (self->told->str, ==, "one;two;undone;undone;");
}

/* After a refresh an edit shows at once; nothing is asked for it. */
static void
test_scored_anew (Fixture       *self,
                  gconstpointer  data)
{
  guint n_calls;

  refresh (self);
  g_assert_cmpstr (self->told->str, ==, "done;");
  g_assert_cmpuint (count_rows (self), ==, 3);
  n_calls = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (self->source), SP_TEST_LIST);
  remove_runner (self, get_key (self, 1), "gone");
  g_assert_cmpuint (count_rows (self), ==, 2);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (self->source), SP_TEST_LIST), ==, n_calls);
}

/* A trial that nobody edited is not worth a question; one that was is. */
static void
test_worth_saving (Fixture       *self,
                   gconstpointer  data)
{
  refresh (self);
  g_assert_false (sp_open_file_is_unsaved (self->document));
  remove_runner (self, get_key (self, 1), "gone");
  g_assert_true (sp_open_file_is_unsaved (self->document));
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  sp_open_competition_cancel (self->open);
  sp_open_competition_refresh (self->open, get_key (self, 0));
  g_assert_true (sp_session_is_running (self->session));
  sp_open_competition_refresh (self->open, NULL);
  sp_open_competition_cancel (self->open);
  while (self->n_refreshed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->told->str, ==, "cancelled;");
  g_assert_false (sp_session_is_running (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/open-competition/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("edit-and-undo", test_edit_and_undo);
  ADD ("scored-anew", test_scored_anew);
  ADD ("worth-saving", test_worth_saving);
  ADD ("cancel", test_cancel);
#undef ADD

  return g_test_run ();
}
