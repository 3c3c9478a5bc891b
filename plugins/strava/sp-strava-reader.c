/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-reader.h"

#include "api/sp-task.h"
#include "sp-strava-answer.h"
#include "sp-strava-json.h"

/**
 * SpStravaReader:
 *
 * Reads one thing for an athlete: token, count, request, answer. A token that is over is renewed once.
 */
struct _SpStravaReader
{
  GObject         parent_instance;

  SpClock        *clock;  /* (owned) */
  SpStravaHttp   *http;   /* (owned) */
  SpStravaTokens *tokens; /* (owned) */
  SpStravaLedger *ledger; /* (owned) */
  char           *api;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpStravaReader, sp_strava_reader, G_TYPE_OBJECT)

typedef struct
{
  SpAthlete        *athlete;
  char             *path;
  SpStravaParser    parser;
  GDestroyNotify    answer_free;
  SpStravaQuestion  question;
  SpStravaGrant    *grant;
  SpStravaReply    *reply;
  SpOrigin          origin;
  gboolean          was_renewed;
} Read;

static void
read_free (Read *read)
{
  g_clear_pointer (&read->athlete, sp_athlete_unref);
  g_clear_pointer (&read->path, g_free);
  g_clear_pointer (&read->grant, sp_strava_grant_free);
  g_clear_pointer (&read->reply, sp_strava_reply_free);
  g_free (read);
}

static void
sp_strava_reader_finalize (GObject *object)
{
  SpStravaReader *self = SP_STRAVA_READER (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->http);
  g_clear_object (&self->tokens);
  g_clear_object (&self->ledger);
  g_clear_pointer (&self->api, g_free);

  G_OBJECT_CLASS (sp_strava_reader_parent_class)->finalize (object);
}

static void
sp_strava_reader_class_init (SpStravaReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_strava_reader_finalize;
}

static void
sp_strava_reader_init (SpStravaReader *self)
{
}

/**
 * sp_strava_reader_new:
 * @clock: the clock of the run
 * @http: sends the requests
 * @tokens: has the athletes' tokens
 * @ledger: counts the requests
 * @api: where to ask
 *
 * Returns: (transfer full): a new reader
 */
SpStravaReader *
sp_strava_reader_new (SpClock        *clock,
                      SpStravaHttp   *http,
                      SpStravaTokens *tokens,
                      SpStravaLedger *ledger,
                      const char     *api)
{
  SpStravaReader *self = g_object_new (SP_TYPE_STRAVA_READER, NULL);

  self->clock = g_object_ref (clock);
  self->http = g_object_ref (http);
  self->tokens = g_object_ref (tokens);
  self->ledger = g_object_ref (ledger);
  self->api = g_strdup (api);

  return self;
}

static void
parse_in_worker (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Read *read = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sp_strava_json_parse (read->reply->body, &error);
  gpointer answer = NULL;

  if (node != NULL)
    answer = read->parser (node, &read->question, &read->origin, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, read->answer_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void got_token_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data);

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  SpStravaReader *self = g_task_get_source_object (task);
  Read *read = g_task_get_task_data (task);
  g_autofree char *detail = NULL;
  SpStravaFault fault = sp_strava_answer_judge (read->reply->status, read->reply->content_type, read->reply->body,
                                                &detail);

  /* Only lists of efforts are for subscribers alone, and can be done without. */
  if (fault == SP_STRAVA_FAULT_SUBSCRIBERS && read->parser != (SpStravaParser) sp_strava_parse_efforts)
    fault = SP_STRAVA_FAULT_PAYMENT;
  sp_strava_ledger_note_finish (self->ledger, result, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (fault == SP_STRAVA_FAULT_REFUSED && !read->was_renewed)
    {
      read->was_renewed = TRUE;
      sp_strava_tokens_get_async (self->tokens, read->athlete, read->grant->access_token, cancellable,
                                  got_token_cb, g_steal_pointer (&task));
    }
  else if (fault != SP_STRAVA_N_FAULTS)
    g_task_return_error (task, sp_strava_fault_new (fault, detail));
  else
    {
      read->origin.source_id = g_intern_static_string ("strava");
      read->origin.fetched_at_s = sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;
      read->origin.hides_private = !sp_strava_grant_allows (read->grant, "activity:read_all");
      g_task_run_in_thread (task, parse_in_worker);
    }
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaReader *self = g_task_get_source_object (task);
  Read *read = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean was_sent;

  g_clear_pointer (&read->reply, sp_strava_reply_free);
  read->reply = sp_strava_http_send_finish (self->http, result, &was_sent, &error);
  if (!was_sent)
    sp_strava_ledger_give_back (self->ledger);
  else
    read->origin.n_reads++;
  if (read->reply == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    sp_strava_ledger_note_async (self->ledger, read->reply->headers, read->reply->status == 429, noted_cb,
                                 g_steal_pointer (&task));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  SpStravaReader *self = g_task_get_source_object (task);
  Read *read = g_task_get_task_data (task);
  g_autofree char *uri = g_strconcat (self->api, read->path, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);
  g_autoptr(GError) error = NULL;
  char *bearer;

  if (!sp_strava_ledger_take_finish (self->ledger, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (message == NULL)
    {
      sp_strava_ledger_give_back (self->ledger);
      g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_ADDRESS, NULL));
      return;
    }
  bearer = g_strconcat ("Bearer ", read->grant->access_token, NULL);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", bearer);
  sp_strava_wipe (&bearer);
  sp_strava_http_send_async (self->http, message, cancellable, sent_cb, g_steal_pointer (&task));
}

static void
got_token_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  SpStravaReader *self = g_task_get_source_object (task);
  Read *read = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&read->grant, sp_strava_grant_free);
  read->grant = sp_strava_tokens_get_finish (self->tokens, result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (read->grant == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    sp_strava_ledger_take_async (self->ledger, cancellable, counted_cb, g_steal_pointer (&task));
}

/**
 * sp_strava_reader_read_async:
 * @self: a reader
 * @athlete: whose permission to use
 * @path: what to ask for, with its query, after the address of the API
 * @parser: reads the answer in a worker
 * @answer_free: frees an answer
 * @question: what was asked
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks Strava one thing.
 */
void
sp_strava_reader_read_async (SpStravaReader         *self,
                             SpAthlete              *athlete,
                             const char             *path,
                             SpStravaParser          parser,
                             GDestroyNotify          answer_free,
                             const SpStravaQuestion *question,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  GTask *task = sp_task_new (self, sp_strava_reader_read_async, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  read->athlete = sp_athlete_ref (athlete);
  read->path = g_strdup (path);
  read->parser = parser;
  read->answer_free = answer_free;
  read->question = *question;
  read->origin = SP_ORIGIN_UNKNOWN;
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  sp_strava_tokens_get_async (self->tokens, athlete, NULL, cancellable, got_token_cb, task);
}

/**
 * sp_strava_reader_read_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_reader_read_async().
 *
 * Returns: (transfer full): what the parser made; %NULL with @error set, of %SP_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 */
gpointer
sp_strava_reader_read_finish (SpStravaReader  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
