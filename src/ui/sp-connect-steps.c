/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-connect-steps.h"

#include "engine/sp-local-time.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpConnectSteps:
 *
 * How a runner is connected, step by step: nothing can be done before the runner agrees.
 */
struct _SpConnectSteps
{
  GtkBox parent_instance;

  GtkWidget *box;
  GtkWidget *agrees;
  GtkWidget *steps;
  GtkWidget *browser;
  GtkWidget *address;
  GtkWidget *outcome;
};

G_DEFINE_FINAL_TYPE (SpConnectSteps, sp_connect_steps, GTK_TYPE_BOX)

enum
{
  SIGN_IN,
  COPY_LINK,
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_connect_steps_class_init (SpConnectStepsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * SpConnectSteps::sign-in:
   * @self: the steps
   *
   * The runner signs in here, or no longer wants to.
   */
  signals[SIGN_IN] = g_signal_new ("sign-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * SpConnectSteps::copy-link:
   * @self: the steps
   *
   * The link to send is wanted.
   */
  signals[COPY_LINK] = g_signal_new ("copy-link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * SpConnectSteps::answer:
   * @self: the steps
   * @answer: the address that came back
   *
   * The runner sent the address back.
   */
  signals[ANSWER] = g_signal_new ("answer", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
sp_connect_steps_init (SpConnectSteps *self)
{
}

static void
sign_in_cb (SpConnectSteps *self)
{
  g_signal_emit (self, signals[SIGN_IN], 0);
}

static void
copy_link_cb (SpConnectSteps *self)
{
  g_signal_emit (self, signals[COPY_LINK], 0);
}

static void
address_cb (SpConnectSteps *self)
{
  g_autofree char *answer = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));

  if (*answer != '\0')
    g_signal_emit (self, signals[ANSWER], 0, answer);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SpConnectSteps) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->address), g_strstrip (text));
  address_cb (self);
}

static void
paste_cb (SpConnectSteps *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static GtkWidget *
add_row (GtkWidget  *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static GtkWidget *
add_button (SpConnectSteps  *self,
            GtkWidget       *row,
            const char      *label,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);

  return group;
}

static void
add_consent (SpConnectSteps  *self,
             const char      *name,
             gint64           consent_s)
{
  /* Translators: the name of a runner; below stands: that others in the club see these times */
  g_autofree char *title = g_strdup_printf (_("%s agrees"), name);
  g_autofree char *day = consent_s != SP_TIME_UNKNOWN ? sp_words_day (sp_local_time_from_utc (consent_s)) : NULL;
  /* Translators: then a day */
  g_autofree char *since = day != NULL ? g_strdup_printf (_("that others in the club see these times; noted on %s"),
                                                          day) : NULL;
  GtkWidget *row;

  row = add_row (add_group (self->box, NULL), title,
                 since != NULL ? since : _("that others in the club see these times; today’s date is noted"));
  self->agrees = gtk_check_button_new ();
  gtk_widget_set_valign (self->agrees, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agrees), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->agrees);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->agrees);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->agrees), consent_s != SP_TIME_UNKNOWN);
}

static void
add_steps (SpConnectSteps  *self,
           const char      *name)
{
  /* Translators: the name of a runner */
  g_autofree char *beside = g_markup_printf_escaped (_("%s is beside you"), name);
  g_autofree char *elsewhere = g_markup_printf_escaped (_("%s is somewhere else"), name);
  g_autofree char *sign_in = g_strdup_printf (_("The browser opens. Sign in as %s, not as yourself; the name is "
                                                "checked."), name);
  g_autofree char *asks = g_strdup_printf (_("Asks to read the runs of %s, also the private ones"), name);
  g_autofree char *approves = g_strdup_printf (_("2. %s approves it"), name);
  g_autofree char *broken = g_strdup_printf (_("The last page will look broken: that is right. %s copies its address "
                                               "and sends it back, also days later."), name);
  g_autofree char *back = g_strdup_printf (_("Address that %s copied back"), name);
  GtkWidget *paste = gtk_button_new_from_icon_name ("edit-paste-symbolic");
  GtkWidget *group = add_group (self->steps, beside);

  self->browser = add_button (self, add_row (group, _("Sign in here"), sign_in), _("Open _Browser"),
                              G_CALLBACK (sign_in_cb));
  group = add_group (self->steps, elsewhere);
  add_button (self, add_row (group, _("1. Send this link"), asks), _("Copy _Link"), G_CALLBACK (copy_link_cb));
  add_row (group, approves, broken);
  self->address = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address), back);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->address), TRUE);
  g_signal_connect_swapped (self->address, "apply", G_CALLBACK (address_cb), self);
  gtk_widget_set_valign (paste, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (paste, "flat");
  gtk_widget_set_tooltip_text (paste, _("Paste"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (paste), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Paste"), -1);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (paste_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->address), paste);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->address);
}

static void
add_words (SpConnectSteps *self)
{
  GtkWidget *promise = gtk_label_new (_("Segment Podium never sees a password. The permission can be withdrawn at any "
                                        "time, here or at the source."));

  self->outcome = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->outcome), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->outcome), 0);
  gtk_widget_set_visible (self->outcome, FALSE);
  gtk_widget_add_css_class (self->outcome, "heading");
  gtk_box_append (GTK_BOX (self->box), self->outcome);
  gtk_label_set_wrap (GTK_LABEL (promise), TRUE);
  gtk_label_set_xalign (GTK_LABEL (promise), 0);
  gtk_widget_add_css_class (promise, "caption");
  gtk_widget_add_css_class (promise, "dim-label");
  gtk_box_append (GTK_BOX (self->box), promise);
}

/**
 * sp_connect_steps_new:
 * @runner: whom to connect
 *
 * Returns: the steps
 */
GtkWidget *
sp_connect_steps_new (SpRunner *runner)
{
  SpConnectSteps *self = g_object_new (SP_TYPE_CONNECT_STEPS, NULL);
  const SpRunnerValues *values = sp_runner_get_values (runner);
  g_auto (GStrv) names = g_strsplit (values->name, " ", 2);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 24);
  add_consent (self, names[0], values->consent_s);
  add_steps (self, names[0]);
  gtk_box_append (GTK_BOX (self->box), self->steps);
  g_object_bind_property (self->agrees, "active", self->steps, "sensitive", G_BINDING_SYNC_CREATE);
  add_words (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 540);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);

  return GTK_WIDGET (self);
}

/**
 * sp_connect_steps_set_waiting:
 * @self: the steps
 * @waiting: whether the browser is waited for
 *
 * Lets the waiting be ended.
 */
void
sp_connect_steps_set_waiting (SpConnectSteps *self,
                              gboolean        waiting)
{
  g_return_if_fail (SP_IS_CONNECT_STEPS (self));

  gtk_button_set_label (GTK_BUTTON (self->browser), waiting ? _("Stop _Waiting") : _("Open _Browser"));
}

/**
 * sp_connect_steps_say:
 * @self: the steps
 * @text: (nullable): what came of a step
 *
 * Shows it below the steps.
 */
void
sp_connect_steps_say (SpConnectSteps *self,
                      const char     *text)
{
  g_return_if_fail (SP_IS_CONNECT_STEPS (self));

  gtk_label_set_text (GTK_LABEL (self->outcome), text != NULL ? text : "");
  gtk_widget_set_visible (self->outcome, text != NULL);
}
