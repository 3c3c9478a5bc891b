/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-connect-window.h"

#include "platform/sp-loopback.h"
#include "ui/sp-connect-steps.h"

#include <glib/gi18n-lib.h>

/* Where nobody listens: the runner's last page will look broken, and its address holds the answer. */
#define NOWHERE "http://localhost/answer"

/**
 * SpConnectWindow:
 *
 * Connects one runner: in a browser here, or by a link to send and the address that comes back.
 */
struct _SpConnectWindow
{
  AdwWindow parent_instance;

  SpFetcher    *fetcher;     /* (owned) */
  SpRunner     *runner;      /* (owned) */
  SpAthlete    *athlete;     /* (owned) (nullable): %NULL where the runner has no account yet */
  SpLoopback   *loopback;    /* (owned) (nullable): while the browser is waited for */
  GCancellable *cancellable; /* (owned): ends what is under way */
  gint64        consent_s;

  GtkWidget    *stack;
  GtkWidget    *steps;
  GtkWidget    *done;
};

G_DEFINE_FINAL_TYPE (SpConnectWindow, sp_connect_window, ADW_TYPE_WINDOW)

enum
{
  AGREED,
  SIGNED_IN,
  VISIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is under way holds the window: closing it ends that. */
static void
sp_connect_window_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (SP_CONNECT_WINDOW (widget)->cancellable);

  GTK_WIDGET_CLASS (sp_connect_window_parent_class)->unrealize (widget);
}

static void
sp_connect_window_dispose (GObject *object)
{
  SpConnectWindow *self = SP_CONNECT_WINDOW (object);

  g_clear_object (&self->fetcher);
  g_clear_object (&self->runner);
  g_clear_pointer (&self->athlete, sp_athlete_unref);
  g_clear_object (&self->loopback);

  G_OBJECT_CLASS (sp_connect_window_parent_class)->dispose (object);
}

static void
sp_connect_window_finalize (GObject *object)
{
  g_clear_object (&SP_CONNECT_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (sp_connect_window_parent_class)->finalize (object);
}

static void
sp_connect_window_class_init (SpConnectWindowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_connect_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_connect_window_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = sp_connect_window_unrealize;
  /**
   * SpConnectWindow::agreed:
   * @self: the window
   * @consent_s: when the runner agreed, UTC seconds since 1970
   *
   * The runner agreed, and the first step was made.
   */
  signals[AGREED] = g_signal_new ("agreed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * SpConnectWindow::signed-in:
   * @self: the window
   * @connection: what came of it
   *
   * The runner is connected.
   */
  signals[SIGNED_IN] = g_signal_new ("signed-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     SP_TYPE_CONNECTION);
  /**
   * SpConnectWindow::visit:
   * @self: the window
   * @uri: an address
   *
   * A browser has to open an address.
   */
  signals[VISIT] = g_signal_new ("visit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sp_connect_window_init (SpConnectWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->consent_s = SP_TIME_UNKNOWN;
}

static void
fail (SpConnectWindow *self,
      const GError    *error)
{
  sp_connect_steps_set_waiting (SP_CONNECT_STEPS (self->steps), FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sp_connect_steps_say (SP_CONNECT_STEPS (self->steps), error->message);
}

static void
agree (SpConnectWindow *self)
{
  if (self->consent_s == SP_TIME_UNKNOWN)
    self->consent_s = g_get_real_time () / G_USEC_PER_SEC;
  sp_connect_steps_say (SP_CONNECT_STEPS (self->steps), NULL);
  g_signal_emit (self, signals[AGREED], 0, self->consent_s);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpConnectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpConnection) connection = sp_fetcher_connect_finish (SP_FETCHER (source), result, &error);
  g_autofree char *title = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *text = NULL;

  if (connection == NULL)
    {
      fail (self, error);
      return;
    }
  title = g_strdup_printf (_("%s is connected"), sp_connection_get_name (connection));
  refused = g_strjoinv (" ", (char **) sp_connection_get_refused (connection));
  if (*refused != '\0')
    /* Translators: then sentences, each about a permission that was refused */
    text = g_strdup_printf (_("Not allowed: %s Connect again to allow it."), refused);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->done), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->done), text != NULL ? text
                                   : _("Everything that is needed was allowed."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "done");
  g_signal_emit (self, signals[SIGNED_IN], 0, connection);
}

static void
use_answer (SpConnectWindow *self,
            const char      *answer)
{
  sp_fetcher_connect_async (self->fetcher, self->athlete, answer, self->cancellable, connected_cb,
                            g_object_ref (self));
}

static void
came_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpConnectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = sp_loopback_wait_finish (SP_LOOPBACK (source), result, &error);

  if (self->fetcher == NULL)
    return;
  g_clear_object (&self->loopback);
  sp_connect_steps_set_waiting (SP_CONNECT_STEPS (self->steps), FALSE);
  if (answer != NULL)
    use_answer (self, answer);
  else
    fail (self, error);
}

static void
sign_in_uri_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SpConnectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = sp_fetcher_get_connect_uri_finish (SP_FETCHER (source), result, &error);

  if (uri == NULL || self->loopback == NULL)
    {
      g_clear_object (&self->loopback);
      if (error != NULL)
        fail (self, error);
      return;
    }
  sp_loopback_wait_async (self->loopback, self->cancellable, came_back_cb, g_object_ref (self));
  g_signal_emit (self, signals[VISIT], 0, uri);
}

/* The same button ends the waiting. */
static void
browser_cb (SpConnectWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->loopback != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();
      return;
    }
  self->loopback = sp_loopback_new (_("Thank you. You can close this page."), &error);
  if (self->loopback == NULL)
    {
      fail (self, error);
      return;
    }
  agree (self);
  sp_connect_steps_set_waiting (SP_CONNECT_STEPS (self->steps), TRUE);
  sp_fetcher_get_connect_uri_async (self->fetcher, self->athlete, sp_loopback_get_uri (self->loopback),
                                    self->cancellable, sign_in_uri_cb, g_object_ref (self));
}

static void
link_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SpConnectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = sp_fetcher_get_connect_uri_finish (SP_FETCHER (source), result, &error);

  if (uri == NULL)
    {
      fail (self, error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  sp_connect_steps_say (SP_CONNECT_STEPS (self->steps),
                        _("The link was copied. It stays good for days; this window can be closed meanwhile."));
}

static void
copy_link_cb (SpConnectWindow *self)
{
  agree (self);
  sp_fetcher_get_connect_uri_async (self->fetcher, self->athlete, NOWHERE, self->cancellable, link_cb,
                                    g_object_ref (self));
}

static void
answer_cb (SpConnectWindow *self,
           const char      *answer)
{
  agree (self);
  use_answer (self, answer);
}

static GtkWidget *
make_done (SpConnectWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Done"));

  self->done = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->done), "sp-complete-symbolic");
  gtk_widget_set_vexpand (self->done, TRUE);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (button, 24);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  gtk_box_append (GTK_BOX (box), self->done);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
fill (SpConnectWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_header_bar_new ();
  /* Translators: the title of a window; the name of a runner */
  g_autofree char *title = g_strdup_printf (_("Connect %s"), sp_runner_get_values (self->runner)->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_add_css_class (header, "flat");
  self->steps = sp_connect_steps_new (self->runner);
  g_signal_connect_swapped (self->steps, "sign-in", G_CALLBACK (browser_cb), self);
  g_signal_connect_swapped (self->steps, "copy-link", G_CALLBACK (copy_link_cb), self);
  g_signal_connect_swapped (self->steps, "answer", G_CALLBACK (answer_cb), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->steps, "steps");
  gtk_stack_add_named (GTK_STACK (self->stack), make_done (self), "done");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * sp_connect_window_new:
 * @fetcher: a source whose athletes have to be connected
 * @runner: whom to connect
 *
 * Returns: (transfer none): a new window
 */
GtkWindow *
sp_connect_window_new (SpFetcher *fetcher,
                       SpRunner  *runner)
{
  SpConnectWindow *self;
  const SpRunnerValues *values;

  g_return_val_if_fail (SP_IS_FETCHER (fetcher) && SP_IS_RUNNER (runner), NULL);

  values = sp_runner_get_values (runner);
  self = g_object_new (SP_TYPE_CONNECT_WINDOW, "modal", TRUE, "default-width", 600, "default-height", 600, NULL);
  self->fetcher = g_object_ref (fetcher);
  self->runner = g_object_ref (runner);
  self->athlete = values->id != 0 ? sp_athlete_new (values->id, values->name) : NULL;
  self->consent_s = values->consent_s;
  fill (self);

  return GTK_WINDOW (self);
}

/**
 * sp_connect_window_get_runner_key:
 * @self: a window
 *
 * Returns: (transfer none): the key of the runner it connects
 */
const char *
sp_connect_window_get_runner_key (SpConnectWindow *self)
{
  g_return_val_if_fail (SP_IS_CONNECT_WINDOW (self), NULL);

  return sp_runner_get_values (self->runner)->key;
}

/**
 * sp_connect_window_get_consent_s:
 * @self: a window
 *
 * Returns: when the runner agreed, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 */
gint64
sp_connect_window_get_consent_s (SpConnectWindow *self)
{
  g_return_val_if_fail (SP_IS_CONNECT_WINDOW (self), SP_TIME_UNKNOWN);

  return self->consent_s;
}
